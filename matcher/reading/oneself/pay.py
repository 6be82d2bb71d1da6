"""The pay that a seeker wants."""

import re

from matcher.domain.terms import PayUnit
from matcher.domain.values import Pay
from matcher.reading.amounts import Amount, amounts
from matcher.reading.oneself.words import own_words
from matcher.reading.told import Reading, Told, clauses

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
    r"used to|previous|last (?:job|salary)|current|原(?:薪|工资|月薪|待遇|收入)|之前|以前"
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
_HAS = re.compile(r"(?:现在|目前|眼下)(?:才|是|有)?$")
_ENOUGH = re.compile(r"就|以下|也|都|以上|起|往上|左右")
_REACH = 60  # signs before an amount that can say when


def find(text: str) -> Reading[Pay] | None:
    """The pay that a person wants; what stands in a tale of former work only if all does."""
    seen = own_words(text)
    former: Reading[Pay] | None = None
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


def _round_sum(seen: Told, clause: str, start: int) -> Reading[Pay] | None:
    found = _TEN_THOUSAND.search(clause)
    if not found or _is_past(clause[max(0, found.start() - _REACH) : found.start()]):
        return None
    place = (start + found.start(), start + found.end())
    return seen.reading(Pay(clause.strip(), PayUnit.MONTH, 10_000), place)


def _amount(seen: Told, clause: str, start: int) -> Reading[Pay] | None:
    hoped = [each for each in amounts(clause, alone=True) if not _was(clause, each)]
    if not hoped:
        return None
    best = max(hoped, key=lambda each: each.worth)
    first, last = best.span
    low, high = best.low, best.high
    if low is None and _REFUSED_BELOW.search(clause, first):
        low, high = high, None
    pay = Pay(clause.strip(), best.unit, low, high)
    return seen.reading(pay, (start + first, start + last))


def _was(clause: str, amount: Amount) -> bool:
    """Whether the amount is what somebody has or had: 现在五千二, but not 现在五千就行."""
    before = _before(clause, amount)
    has_it = _HAS.search(before) and not _ENOUGH.search(clause, amount.span[1])
    return bool(has_it) or _is_past(before)


def _before(clause: str, amount: Amount) -> str:
    return clause[max(0, amount.span[0] - _REACH) : amount.span[0]]


def _is_past(before: str) -> bool:
    """Whether the last word on when, before an amount, tells of what was and not of a wish."""
    past = [found.start() for found in _PAST.finditer(before)]
    return bool(past) and not _WISH.search(before, past[-1])
