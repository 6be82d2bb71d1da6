"""The time that a sum is paid for: written beside it, or guessed from its size."""

from matcher.domain.terms import PayUnit
from matcher.reading import pay_words as words
from matcher.reading.sums import DAILY_TOP, Sum

HOURLY_TOP = 100
MONTHLY_TOP = 100_000
YEARLY_IN_WAN = 50_000
_SPELLED = (
    ("/小时", PayUnit.HOUR),
    ("/h", PayUnit.HOUR),
    ("/天", PayUnit.DAY),
    ("/年", PayUnit.YEAR),
)


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


def named(money: Sum) -> PayUnit | None:
    """The unit written within, behind or before a sum; None where none is."""
    inside = money.found.group()
    for sign, spelled in _SPELLED:
        if sign in inside:
            return spelled
    for unit, behind in words.UNITS:
        if behind.match(money.behind) and fits(unit, money.top):
            return unit
    clause = money.before[max(map(money.before.rfind, "，。；;\n")) + 1 :]
    for unit, ahead in words.UNITS_BEFORE:
        if ahead.search(clause) and fits(unit, money.top):
            return unit
    return PayUnit.MONTH if "/月" in inside else None


def fits(unit: PayUnit, amount: float) -> bool:
    """Whether the unit can be meant: an hour is not paid with 5,000, a month not with 8."""
    least, most = {
        PayUnit.HOUR: (5, 1000),
        PayUnit.DAY: (30, 5000),
        PayUnit.YEAR: (30_000, 5_000_000),
        PayUnit.MONTH: (300, 500_000),
    }[unit]
    return least <= amount <= most


def plausible(money: Sum, unit: PayUnit) -> bool:
    """Whether so much may be paid for so long."""
    low, high = money.low, money.high
    return fits(unit, money.top) and (high is None or high <= max(low, 1) * 20)
