"""Pay as people write it, read into a range with its unit; the assumption made is in the unit.

Where no unit is written, `pay_units.guess` tells it, for prose, cells and columns alike.
"""

import re
from dataclasses import replace

from matcher.domain.terms import PayUnit
from matcher.domain.values import Pay
from matcher.reading.amounts import Amount, amounts
from matcher.reading.pay_units import guess
from matcher.reading.told import Reading, told, unnumbered

_MONTHS = re.compile(r"(1[2-9]|2\d)\s*薪")
_PIECE = re.compile(r"计件|按件|件计|计价工资|多劳多得")
_RATE = re.compile(
    r"\s*\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?元?(?:/|每|一)(?:件|单|个|票|斤|套|米|包|箱)\s*"
)
_NEGOTIABLE = re.compile(r"面议|面谈|详谈|另议|协商|open")
_KIND = re.compile(
    r"(?:(?P<shift>[白夜早中晚]班)|(?P<school>专科|大专|本科|硕士|研究生|博士)"
    r"|(?P<years>\d年(?:以上)?(?:工作)?经验))[^，。；\n\d]{0,8}$"
    r"|(?P<grade>[初中高]级|(?<![a-z])p\d)[^，。；\n\d(<]{0,6}$"
)
_REACH = 14  # characters before a sum in which it may be told whose it is
_BESIDE = 60  # characters within which sums are of one list
_SHORT = 40  # up to here the whole text is taken to speak of pay


def read(text: str) -> Pay | None:
    """The pay that the text states; None where it says nothing that could be pay."""
    found = find(text)
    if found is not None:
        return found.value
    plain_text = told(text).text
    if _PIECE.search(plain_text) or _RATE.fullmatch(plain_text):
        return Pay(text.strip(), PayUnit.PIECE)
    return Pay(text.strip(), PayUnit.NEGOTIABLE) if _NEGOTIABLE.search(plain_text) else None


def find(text: str, *, alone: bool | None = None) -> Reading[Pay] | None:
    """The amount that looks most like the pay, and where it stands; None where there is none.

    `alone` says whether the text speaks of pay only; if not given, its length decides.
    """
    seen = told(text)
    if alone is None:
        alone = len(seen.text.strip()) <= _SHORT
    found = list(amounts(unnumbered(seen.text), alone=alone))
    if not found:
        return None
    best = _of_all(seen.text, found, max(found, key=lambda amount: amount.worth))
    unit = best.unit
    if unit is PayUnit.MONTH and _PIECE.search(seen.text):
        unit = PayUnit.PIECE
    months = _MONTHS.search(seen.text)
    pay = Pay(text.strip(), unit, best.low, best.high, int(months.group(1)) if months else 12)
    return seen.reading(pay, best.span)


def _of_all(text: str, found: list[Amount], best: Amount) -> Amount:
    """白班19元/小时，夜班21元/小时 is a range: the lowest and highest of the shifts.

    So is what schooling, grade or years tell: 本科100元/天，研究生120元/天.
    """
    kind = _kind(text, best)
    alike = [
        each
        for each in found
        if each.unit == best.unit
        and abs(each.span[0] - best.span[0]) < _BESIDE
        and _kind(text, each) == kind
    ]
    ends = [amount for each in alike for amount in (each.low, each.high) if amount is not None]
    if kind is None or len(ends) != 2 * len(alike):
        return best
    return replace(best, low=min(ends), high=max(ends))


def _kind(text: str, amount: Amount) -> str | None:
    """What tells apart whose amount it is: the shift, the schooling, the years, the grade."""
    named = _KIND.search(text[max(0, amount.span[0] - _REACH) : amount.span[0]])
    return named.lastgroup if named else None


def in_prose(text: str) -> Reading[Pay] | None:
    """The pay in a text that speaks of other things too."""
    return find(text, alone=False)


def from_range(low: float | None, high: float | None) -> Pay | None:
    """Pay from two number columns; their unit is guessed as for an amount that names none."""
    low, high = _positive(low), _positive(high)
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    unit = guess(high or 0) if low is None else guess(low, high)
    written = "-".join(f"{amount:g}" for amount in (low, high) if amount is not None)
    return Pay(written, unit, low, high)


def _positive(amount: float | None) -> float | None:
    return amount if amount is not None and amount > 0 else None
