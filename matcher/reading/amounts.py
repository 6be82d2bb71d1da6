"""Amounts of money in plain text, each with its unit and how much it looks like the pay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matcher.domain.terms import PayUnit
from matcher.reading import pay_words as words
from matcher.reading.told import Span

HOURLY_TOP = 100
DAILY_TOP = 1000
MONTHLY_TOP = 100_000
YEARLY_IN_WAN = 50_000
BASE_WORTH = 6
TRIAL_WORTH = 10
BOAST_WORTH = 8

_NUMBER = r"(?:\d{1,2},\d{4}(?!\d)|\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:万|w(?![a-z])|千|k(?![a-z]))?"
_YUAN = r"(?: ?(?:元|块钱?|rmb|¥|yuan|cny))?"
# A plus that leaves the amount open, not one that adds a bonus to it.
_PLUS = (
    r"\+(?!\+?\s{0,2}[^，。；;\n+]{0,6}(?:奖|提成|提佣|补|绩|险|假|餐|包[吃住食]|津|全勤|业"
    r"|分红|休|福利|股|抽成|加班|佣))"
)
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER})(?P<plus>{_PLUS})?[ \t]{{0,3}}(?P<ls>{_SCALE}){_YUAN}(?:/(?:月|年|天|小时"
    rf"|h(?![a-z])))?"
    rf"(?:\s{{0,3}}\+?(?:起?[-到至]|to )\s{{0,3}}[¥]?"
    rf"(?P<high>{_NUMBER})[ \t]{{0,3}}(?P<hs>{_SCALE}))?"
    rf"(?P<yuan>{_YUAN})"
)
_LEAD = 14  # characters before an amount in which its name may stand
_LONG_LEAD = 60  # and those in which overtime may be named
SETTLED_WORTH = 2
LONG_WORTH = 3  # a month's sum tells more than an hour's


@dataclass(frozen=True)
class Amount:
    """An amount in yuan per unit, named or guessed; `worth`: how much it looks like the pay."""

    worth: int
    unit: PayUnit
    low: float | None
    high: float | None
    is_base: bool
    span: Span  # in the plain text


def amounts(text: str, *, alone: bool) -> Iterator[Amount]:
    """Every amount that may be pay; `alone` says that the text speaks of nothing but pay."""
    for found in _AMOUNT.finditer(text):
        amount = _judge(text, found, alone)
        if amount is not None:
            yield amount


def guess(low: float, high: float | None = None, *, in_wan: bool = False) -> PayUnit:
    """The unit of an amount that names none, in a cell, in columns or in prose.

    5万 and more is a year's pay, while 50,000 or 50k may be a month's.
    """
    top = low if high is None else high
    if top <= HOURLY_TOP:
        return PayUnit.HOUR
    if top < DAILY_TOP:
        return PayUnit.DAY
    is_yearly = top > MONTHLY_TOP or (in_wan and low >= YEARLY_IN_WAN)
    return PayUnit.YEAR if is_yearly else PayUnit.MONTH


def _judge(text: str, found: re.Match[str], alone: bool) -> Amount | None:
    before = text[max(0, found.start() - _LEAD) : found.start()]
    after = text[found.end("yuan") : found.end("yuan") + 14]
    if _is_no_pay(before, found, after):
        return None
    low, high = _scaled(found)
    named_unit = _unit(before, found, after, high or low)
    in_wan = bool({found["ls"], found["hs"]} & {"万", "w"})
    unit = named_unit or guess(low, high, in_wan=in_wan)
    is_base = bool(words.BASE.search(before)) or bool(words.BASE_BEHIND.match(after))
    if words.BASE_BEHIND.match(after):
        after = after.replace("底薪", "", 1)
    near = before if alone else re.split(r"[，,。；;]|(?<!:)\n(?=.)", before)[-1]
    is_whole = bool(words.WHOLE.search(before))
    lead = before if in_wan and high is not None else near  # 薪酬可谈，参考为80-120万
    named = is_whole or is_base or bool(words.TOTAL.search(lead))
    if not _is_money(found, named_unit, named, alone, after):
        return None
    if not _plausible(low, high, unit):
        return None
    worth = 4 * named + 3 * (high is not None) + 2 * (named_unit is not None) + 1
    worth += 3 * is_whole - BASE_WORTH * is_base
    worth -= TRIAL_WORTH * bool(words.TRIAL.search(before))
    worth += LONG_WORTH * (unit in (PayUnit.MONTH, PayUnit.YEAR))
    worth += SETTLED_WORTH * bool(words.SETTLED.search(before))
    worth -= BOAST_WORTH * bool(words.BOAST.search(before))
    low_end, high_end = _bounds(low, high, before, after, is_base)
    if is_base and "提成" in text:
        high_end = None
    if found["plus"] and found["high"] is None:
        high_end = None
    return Amount(worth, unit, low_end, high_end, is_base, (found.start(), _end(found, after)))


def _end(found: re.Match[str], after: str) -> int:
    tail = found["yuan"][:1] + after
    for _, behind in words.UNITS:
        unit = behind.match(tail)
        if unit:
            return found.end("yuan") + max(0, unit.end() - len(found["yuan"][:1]))
    return found.end("yuan")


def _is_no_pay(before: str, found: re.Match[str], after: str) -> bool:
    if re.search(r"[\d.a-z#]$|\d:$", before) or (
        words.OTHER_COUNT.match(after) and not found["yuan"]
    ):
        return True
    if words.PER_PIECE.match(found["yuan"][:1] + after) or words.PER_PIECE.match(after):
        return True
    clause = re.split(r"[，,。；;\n]", before)[-1]
    lead = found.string[max(0, found.start() - _LONG_LEAD) : found.start()]
    if _is_date(found, after) or words.ASIDE.search(lead):
        return True
    return bool(
        (words.EXTRA.search(clause) and not _sums_up(clause, found))
        or words.EXTRA_AFTER.match(after)
        or words.EXTRA_BEFORE.search(before)
    )


def _sums_up(clause: str, found: re.Match[str]) -> bool:
    """工资+绩效+补贴(5000-8000元): a range in brackets is what all before comes to."""
    low, high = _scaled(found)
    in_brackets = "+" in clause and clause.endswith("(") and not clause.endswith("提成(")
    return in_brackets and high is not None and low >= DAILY_TOP


def _is_date(found: re.Match[str], after: str) -> bool:
    """成立于2013年, or the sum of a condition: 月收入超过5万时，."""
    year = re.fullmatch(r"(?:19|20)\d\d", found.group()) and after.startswith("年")
    clock = float(found["low"].replace(",", "")) < HOURLY_TOP and after.startswith(":")
    return bool(year or clock or re.match(r"时[，,]", after))


def _is_money(
    found: re.Match[str], unit: PayUnit | None, named: bool, alone: bool, after: str
) -> bool:
    """Whether the words around make the number money that is paid for work."""
    scaled = bool(found["ls"] or found["hs"])
    low, high = _scaled(found)
    if unit is not None or (named and (alone or scaled or found["yuan"] or low >= DAILY_TOP)):
        return True
    if alone:
        return bool(found["yuan"]) or scaled or _bare(low, after)
    if high is not None:
        even = low % 100 == 0 and high % 100 == 0
        return even and 1500 <= low < high <= 80_000 and high <= 4 * low and not _bare_count(after)
    if _a_point(found, after):
        return low % 100 == 0 and 1500 <= low <= 80_000
    if re.match(r"(?:元|块)?(?:起(?!步|点|订|送|拍)|左右)", after):
        return low % 100 == 0 and 1500 <= low <= 80_000
    return bool(found["yuan"]) and low >= DAILY_TOP


def _a_point(found: re.Match[str], after: str) -> bool:
    """Whether the amount is all that a point of a list says: 3、3800；."""
    before = found.string[max(0, found.start() - 4) : found.start()]
    return bool(re.search(r"·\s{0,2}$", before) and re.match(r"\s{0,2}(?:[；;。\n]|$)", after))


def _bare_count(after: str) -> bool:
    return bool(re.match(r"\s*[a-z㎡年字名家种]", after))


def _bounds(
    low: float, high: float | None, before: str, after: str, is_base: bool
) -> tuple[float | None, float | None]:
    if words.ON_TOP.match(after) or (
        is_base and re.search(r"^[^。；\n]{0,14}(?:提成|绩效|奖金|加班|计件)", after)
    ):
        return low, None
    if high is not None:
        return low, high
    if words.OPEN_BOTTOM.match(after):
        return None, low
    is_open = is_base or words.OPEN_TOP.match(after) or words.AT_LEAST.search(before)
    return low, None if is_open else low


def _scaled(found: re.Match[str]) -> tuple[float, float | None]:
    low = float(found["low"].replace(",", ""))
    low_scale = _factor(found["ls"])
    if found["high"] is None:
        return low * low_scale, None
    high, high_scale = float(found["high"].replace(",", "")), _factor(found["hs"])
    if not found["ls"] and found["hs"] and low < DAILY_TOP:
        low_scale = high_scale
    if not found["hs"] and found["ls"] and high < DAILY_TOP:
        high_scale = low_scale
    low, high = low * low_scale, high * high_scale
    return (high, low) if low > high else (low, high)


def _factor(scale: str) -> float:
    return {"万": 10_000.0, "w": 10_000.0, "千": 1_000.0, "k": 1_000.0}.get(scale, 1.0)


def _unit(before: str, found: re.Match[str], after: str, amount: float) -> PayUnit | None:
    inside = found.group()[: found.end("yuan") - found.start()]
    for sign, spelled in (
        ("/小时", PayUnit.HOUR),
        ("/h", PayUnit.HOUR),
        ("/天", PayUnit.DAY),
        ("/年", PayUnit.YEAR),
    ):
        if sign in inside:
            return spelled
    tail = found["yuan"][:1] + after
    for unit, behind in words.UNITS:
        if behind.match(tail) and fits(unit, amount):
            return unit
    clause = re.split(r"[，。；;\n]", before)[-1]
    for unit, ahead in words.UNITS_BEFORE:
        if ahead.search(clause) and fits(unit, amount):
            return unit
    return PayUnit.MONTH if "/月" in inside else None


def fits(unit: PayUnit, amount: float) -> bool:
    """Whether the unit can be meant: an hour is not paid with 5,000, a month not with 8."""
    least, most = {
        PayUnit.HOUR: (5, 1000),
        PayUnit.DAY: (30, 5000),
        PayUnit.YEAR: (10_000, 5_000_000),
        PayUnit.MONTH: (300, 500_000),
    }[unit]
    return least <= amount <= most


def _plausible(low: float, high: float | None, unit: PayUnit) -> bool:
    return fits(unit, low if high is None else high) and (high is None or high <= max(low, 1) * 20)


def _bare(low: float, after: str) -> bool:
    return low >= DAILY_TOP and not re.match(r"\s*[年\d]", after)
