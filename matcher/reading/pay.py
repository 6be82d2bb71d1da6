"""Pay as people write it, read into a range with its unit; the assumption made is in the unit.

An amount without a unit is taken as yuan a month, below 1,000 as a day's pay, up to 100 as an
hour's, and from 50,000 as a year's: nobody at a fair offers such sums for another period.
"""

import re
from dataclasses import dataclass

from matcher.domain.terms import PayUnit
from matcher.domain.values import Pay
from matcher.reading.plain import plain, with_digits

HOURLY_TOP = 100
DAILY_TOP = 1000
YEARLY_FROM = 50_000

_NUMBER = r"\d+(?:\.\d+)?"
_SCALE = r"(?:万|w(?![a-z])|千|k(?![a-z]))?"
_YUAN = r"(?:元|块钱?|rmb|¥|¥)?"
_EACH = r"(?:元?/|每|一|1(?=天)|元|块)+"
_PER = rf"(?:{_EACH}|·)?"
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER})\+?\s*(?P<ls>{_SCALE}){_YUAN}(?:/(?:月|年|天|小时|h))?"
    rf"(?:\s*(?:-|到|至)\s*(?P<high>{_NUMBER})\s*(?P<hs>{_SCALE}))?"
    rf"(?P<yuan>{_YUAN})"
)
_LEAD = 9  # characters before an amount in which its name may stand
_TOTAL = re.compile(
    r"综合|月入|月均|到手|收入|月薪|薪资|薪酬|工资|待遇|年薪|时薪|日薪|薪水|转正|月工资|税前"
    r"|税后|计件"
)
_BASE = re.compile(r"(?:底薪|保底|基本工资|基础工资|无责)[^\d]{0,5}$")
_EXTRA = re.compile(
    r"(?:补贴|津贴|补助|奖|全勤|餐补|房补|报销|押金|红包|返费|介绍费|提成|社保|公积金|礼金|试用期?"
    r"|扣|罚|满|工龄|年资|分红)[^\d，。；]{0,5}$"
)
_EXTRA_AFTER = re.compile(r"^\s*(?:的|元)?(?:补贴|津贴|补助|奖|餐补|房补|红包|返费|押金|全勤)")
_OTHER_COUNT = re.compile(
    r"^\s*(?:人|名|岁|周岁|厘米|cm|公斤|kg|斤|%|％|个|点|号|楼|层|平|米|次|家|期|位|:|：|班|薪"
    r"|险|险一金"
    r"|小时工作|年以上|年经验|后)"
)
_UNITS = (
    (PayUnit.HOUR, re.compile(rf"^\s*{_EACH}(?:个?小时|h(?![a-z])|时(?!间))")),
    (PayUnit.DAY, re.compile(rf"^\s*{_EACH}(?:天|日(?!期)|工日)")),
    (PayUnit.YEAR, re.compile(rf"^\s*{_PER}年(?!以上|经验)")),
    (PayUnit.MONTH, re.compile(rf"^\s*{_PER}(?:个?月|month)")),
)
_UNITS_BEFORE = (
    (PayUnit.HOUR, re.compile(r"(?:时薪|小时工资?|每小时|一小时|小时工:?)[^\d]{0,4}$")),
    (PayUnit.DAY, re.compile(r"(?:日薪|日工资|日结)[^\d]{0,4}$")),
    (PayUnit.YEAR, re.compile(r"(?:年薪|每年|一年|年收入|年入)[^\d]{0,6}$")),
    (PayUnit.MONTH, re.compile(r"(?:月薪|月入|月均|每月|一个月|月工资|月收入|工资)[^\d]{0,6}$")),
)
_OPEN_TOP = re.compile(
    r"^\s*(?:元|块)?(?:/?每?(?:月|天|年|小时))?\s*(?:以上|起|\+|往上|打底|保底|不封顶)"
)
_OPEN_BOTTOM = re.compile(r"^\s*(?:元|块)?(?:/月)?(?:以下|以内|封顶)")
_MONTHS = re.compile(r"(1[2-9]|2\d)\s*薪")
_PIECE = re.compile(r"计件|按件|件计|计价工资|多劳多得")
_NEGOTIABLE = re.compile(r"面议|面谈|详谈|另议|协商|open")
_SHORT = 40  # up to here the whole text is taken to speak of pay


@dataclass(frozen=True)
class _Found:
    """An amount found in the text, with how much it looks like the pay."""

    worth: int
    unit: PayUnit | None
    low: float | None
    high: float | None
    is_base: bool


def read(text: str) -> Pay | None:
    """The pay that the text states; None where it says nothing that could be pay."""
    told = with_digits(plain(text).replace(",", "")).strip()
    found = [amount for amount in _amounts(told) if amount is not None]
    by_piece = bool(_PIECE.search(told))
    if not found:
        if by_piece:
            return Pay(text.strip(), PayUnit.PIECE)
        return Pay(text.strip(), PayUnit.NEGOTIABLE) if _NEGOTIABLE.search(told) else None
    best = max(found, key=lambda amount: amount.worth)
    unit = best.unit or _guess(best.low or best.high or 0)
    if by_piece and unit is PayUnit.MONTH:
        unit = PayUnit.PIECE
    high = None if best.is_base else best.high
    months = _MONTHS.search(told)
    return Pay(text.strip(), unit, best.low, high, int(months.group(1)) if months else 12)


def from_range(low: float | None, high: float | None) -> Pay | None:
    """Pay from two number columns; their unit is guessed as for an amount that names none."""
    low, high = _positive(low), _positive(high)
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    unit = _guess(high if high is not None else low or 0)
    written = "-".join(f"{amount:g}" for amount in (low, high) if amount is not None)
    return Pay(written, unit, low, high)


def _positive(amount: float | None) -> float | None:
    return amount if amount is not None and amount > 0 else None


def _guess(amount: float) -> PayUnit:
    if amount <= HOURLY_TOP:
        return PayUnit.HOUR
    if amount < DAILY_TOP:
        return PayUnit.DAY
    return PayUnit.YEAR if amount >= YEARLY_FROM else PayUnit.MONTH


def _amounts(told: str) -> list[_Found | None]:
    short = len(told) <= _SHORT
    return [_judge(told, found, short) for found in _AMOUNT.finditer(told)]


def _judge(told: str, found: re.Match[str], short: bool) -> _Found | None:
    before = told[max(0, found.start() - _LEAD) : found.start()]
    after = told[found.end("yuan") : found.end("yuan") + 12]
    if re.search(r"[\d.:：a-z]$", before) or _OTHER_COUNT.match(after) and not found["yuan"]:
        return None
    if _EXTRA.search(before) or _EXTRA_AFTER.match(after):
        return None
    low, high = _scaled(found)
    unit = _unit(before, found, after, high or low)
    named = bool(_TOTAL.search(before))
    scaled = bool(found["ls"] or found["hs"])
    money = bool(found["yuan"]) or scaled or unit is not None or named
    if not money and not (short and _bare(low, after)):
        return None
    if not _plausible(low, high, unit):
        return None
    is_base = bool(_BASE.search(before))
    worth = 4 * named + 3 * (high is not None) + 2 * (unit is not None) + money - 6 * is_base
    return _bounded(worth, unit, low, high, is_base, after)


def _bounded(
    worth: int, unit: PayUnit | None, low: float, high: float | None, is_base: bool, after: str
) -> _Found:
    if high is None and _OPEN_BOTTOM.match(after):
        return _Found(worth, unit, None, low, is_base)
    is_open = bool(_OPEN_TOP.match(after)) or is_base
    return _Found(worth, unit, low, high if high is not None or is_open else low, is_base)


def _scaled(found: re.Match[str]) -> tuple[float, float | None]:
    low = float(found["low"])
    low_scale = _factor(found["ls"])
    if found["high"] is None:
        return low * low_scale, None
    high, high_scale = float(found["high"]), _factor(found["hs"])
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
    for sign, spelled in (("/小时", PayUnit.HOUR), ("/天", PayUnit.DAY), ("/年", PayUnit.YEAR)):
        if sign in inside:
            return spelled
    tail = found["yuan"][:1] + after
    for unit, behind in _UNITS:
        if behind.match(tail) and _fits(unit, amount):
            return unit
    for unit, ahead in _UNITS_BEFORE:
        if ahead.search(before) and _fits(unit, amount):
            return unit
    return PayUnit.MONTH if "/月" in inside else None


def _fits(unit: PayUnit, amount: float) -> bool:
    """Whether the unit can be meant: an hour is not paid with 5,000, a month not with 8."""
    least, most = {
        PayUnit.HOUR: (5, 1000),
        PayUnit.DAY: (30, 5000),
        PayUnit.YEAR: (10_000, 5_000_000),
        PayUnit.MONTH: (300, 500_000),
    }[unit]
    return least <= amount <= most


def _plausible(low: float, high: float | None, unit: PayUnit | None) -> bool:
    amount = high if high is not None else low
    return _fits(unit or _guess(amount), amount) and (high is None or high <= max(low, 1) * 20)


def _bare(low: float, after: str) -> bool:
    return low >= DAILY_TOP and not re.match(r"\s*[年\d]", after)
