"""The pay that a seeker wants, and whether it is the least or only a wish."""

import re
from dataclasses import dataclass

from matcher.domain.terms import PayUnit
from matcher.domain.values import Pay
from matcher.reading import pay_words
from matcher.reading.amounts import Amount, amounts
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Span, Told, clauses

_TEN_THOUSAND = re.compile(r"[过上超]万(?!能)|(?<![\d.几])万(?:元|块)?(?:以上|起|往上)")
_OF_PAY = re.compile(
    r"薪|工资|元|块|千|万|k|待遇|收入|期望|至少|最低|不低于|\d{4}|[一1每]天|[一1每]个?小时"
    r"|/[天日月时年小]|[过上超]万|日结|日工|day|hour|month|year|rmb|yuan"
)
_ASIDE = re.compile(
    r"[做干熬][怕够]了|(?:少|差|降|低)(?:个|点)?\d{2,3}(?!\d)|每天\d+小时|罚|存款|欠|贷款|房贷"
    r"|车贷|还[款贷]"
    r"|业绩(?!提成|奖)|销售额|营业额|流水|客单价"
    r"|预算|房租|租金"
    r"|学费|押金|中介费|培训费|花销|开销|彩礼|公里|平方|平米"
)
_PAST = re.compile(
    r"used to|\bnow $|at present|at the moment|\bwas (?:earning|paid|making)|\bi? ?earned|previous"
    r"|last (?:job|salary)"
    r"|current"
    r"|原(?:薪|工资|月薪|待遇|收入)|之前|以前"
    r"|上一?[份个家]|原来|原先|原单位|原公司|上家|前公司"
    r"|(?:目前|现在?|当前"
    r"|眼下)[^，。；]{0,8}(?:月薪|工资|薪资|拿|收入|是|有|挣|一个月|每月|才)|目前|那会儿?|当时"
    r"|过去|去年|涨到"
)
_FORMER = re.compile(r"之前|以前|上一?[份个家]|原来|原先|前公司|在职|目前|去年|当时")
_WISH = re.compile(
    r"想|希望|期望|要(?!求低)|求|换|找|现在(?!是|的|在|每|月|一个)|至少|不低于|最低|预期|目标|涨"
    r"|理想|expect|want|hope"
)

# 四千以下就算了: the least.
_REFUSED_BELOW = re.compile(r"以下的?[^，。；]{0,2}(?:算了|不|免谈|别)")
# Beside what postings say of the least, what only people say of it.
_OR_MORE = re.compile(
    r"\s*(?:yuan|rmb|cny|元|块)?\s*(?:(?:an?|per|/)\s*(?:month|day|hour|year))?\s*"
    r"(?:or (?:higher|up|better|more|above)|and (?:higher|up|above)|upwards?"
    r"|at (?:the )?(?:very )?least|(?:is (?:the|my) )?min(?:imum)?\b)"
)
_MORE_THAN = re.compile(
    r"(?:必须|高于|超过|大于|more than|above|over|\bmin(?:imum)?"
    r"|(?:不|别)[^，。；]{0,8}(?:低于|少于)"
    r"|(?:not|n't|never|nothing|no)\b[^，。；]{0,20}(?:below|under|less than))[^\d，。；]{0,12}$"
)
_WITHOUT = re.compile(
    r"(?:没有?|不到|不足|不满|少于|低于|拿不到|below|under|less than)[^\d，。；]{0,3}$"
)
_NOT = re.compile(r"[^，。；]{0,8}(?:不|免谈|别|算了)|[^，。；]{0,24}\b(?:not?|won't)\b")
_AT_BEST = re.compile(r"(?:最好|争取|尽量|理想|ideally|preferabl[ey])[^，。；]{0,12}$")
_ABOUT = re.compile(r"[^，。；]{0,6}(?:最好|更好|左右|上下|差不多)")
_IS_PAID = re.compile(
    r"[^，。；]{0,24}\b(?:i (?:now )?(?:make|earn|get|have) now|what i (?:make|earn|get))"
)
_HAS = re.compile(r"(?:现在|目前|眼下)(?:才|是|有)?$")
_ENOUGH = re.compile(r"就|以下|也|都|以上|起|往上|左右")
_REACH = 60  # signs before an amount that can say when


@dataclass(frozen=True)
class Wanted:
    """What a person wants to earn; `is_least` where they say that less will not do."""

    told: Reading[Pay]
    is_least: bool


def find(text: str) -> Reading[Pay] | None:
    """The pay that a person wants, be it the least or a wish."""
    found = wanted(text)
    return found.told if found else None


def wanted(text: str) -> Wanted | None:
    """The pay that a person wants; what stands in a tale of former work only if all does."""
    seen = own_words(text)
    former: Wanted | None = None
    is_former = False
    for start, end in clauses(seen.text):
        clause = seen.text[start:end]
        is_former = (is_former or bool(_FORMER.search(clause))) and not _WISH.search(clause)
        if not _OF_PAY.search(clause) or _ASIDE.search(clause):
            continue
        told_of = _round_sum(seen, clause, start) or _amount(seen, clause, start)
        if told_of and not is_former:
            return told_of
        former = former or told_of
    return former


def _round_sum(seen: Told, clause: str, start: int) -> Wanted | None:
    found = _TEN_THOUSAND.search(clause)
    if not found or _is_past(clause[max(0, found.start() - _REACH) : found.start()]):
        return None
    place = (start + found.start(), start + found.end())
    told_of = seen.reading(Pay(clause.strip(), PayUnit.MONTH, 10_000), place)
    return Wanted(told_of, not _is_wish(clause, found.span()))


def _amount(seen: Told, clause: str, start: int) -> Wanted | None:
    hoped = [each for each in amounts(clause, alone=True) if not _was(clause, each)]
    if not hoped:
        return None
    best = max(hoped, key=lambda each: each.worth)
    first, last = best.span
    low, high = best.low, best.high
    is_least = _is_least(clause, best.span)
    if is_least and (low is None or low == high):
        low, high = high, None
    pay = Pay(clause.strip(), best.unit, low, high)
    told_of = seen.reading(pay, (start + first, start + last))
    return Wanted(told_of, is_least and not _is_wish(clause, best.span))


def _is_least(clause: str, place: Span) -> bool:
    """Whether less than the sum will not do: 起, 不低于, 没有六千不干, and not 期望六千."""
    before, told_of, after = _parts(clause, place)
    return bool(
        told_of.endswith("+")
        or any(words.match(after) for words in (pay_words.OPEN_TOP, _OR_MORE, _REFUSED_BELOW))
        or any(words.search(before) for words in (pay_words.AT_LEAST, _MORE_THAN))
        or (_WITHOUT.search(before) and _NOT.match(after))
    )


def _is_wish(clause: str, place: Span) -> bool:
    """Whether a sum is called what would be best, or about what is meant."""
    before, _, after = _parts(clause, place)
    return bool(_AT_BEST.search(before) or _ABOUT.match(after))


def _parts(clause: str, place: Span) -> tuple[str, str, str]:
    first, last = place
    return clause[max(0, first - _REACH) : first], clause[first:last].rstrip(), clause[last:]


def _was(clause: str, amount: Amount) -> bool:
    """Whether the amount is what somebody has or had: 现在五千二, but not 现在五千就行."""
    before = _before(clause, amount)
    has_it = _HAS.search(before) and not _ENOUGH.search(clause, amount.span[1])
    is_paid = _IS_PAID.match(clause, amount.span[1])
    return bool(has_it or is_paid) or _is_past(before)


def _before(clause: str, amount: Amount) -> str:
    return clause[max(0, amount.span[0] - _REACH) : amount.span[0]]


def _is_past(before: str) -> bool:
    """Whether the last word on when, before an amount, tells of what was and not of a wish."""
    past = [found.start() for found in _PAST.finditer(before)]
    return bool(past) and not _WISH.search(before, past[-1])
