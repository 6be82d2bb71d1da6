"""Pay as people write it, read into a range with its unit; the assumption made is in the unit.

An amount without a unit is taken as yuan a month, below 1,000 as a day's pay, up to 100 as an
hour's, and from 50,000 as a year's: nobody at a fair offers such sums for another period.
"""

import re

from matcher.domain.terms import PayUnit
from matcher.domain.values import Pay
from matcher.reading.amounts import amounts, guess
from matcher.reading.told import Reading, clauses, told, unnumbered

_MONTHS = re.compile(r"(1[2-9]|2\d)\s*薪")
_PIECE = re.compile(r"计件|按件|件计|计价工资|多劳多得")
_NEGOTIABLE = re.compile(r"面议|面谈|详谈|另议|协商|open")
_SHORT = 40  # up to here the whole text is taken to speak of pay
_WANTS = re.compile(r"薪|工资|元|块|千|万|k|待遇|收入|期望|至少|最低|不低于|\d{4}")
_PAST = re.compile(r"之前|以前|上一份|原来|原先|罚|存款|欠|贷款|业绩|销售额|客单价|预算")


def read(text: str) -> Pay | None:
    """The pay that the text states; None where it says nothing that could be pay."""
    found = find(text)
    if found is not None:
        return found.value
    plain_text = told(text).text
    if _PIECE.search(plain_text):
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
    best = max(found, key=lambda amount: amount.worth)
    unit = best.unit or guess(best.low or best.high or 0)
    if unit is PayUnit.MONTH and _PIECE.search(seen.text):
        unit = PayUnit.PIECE
    months = _MONTHS.search(seen.text)
    pay = Pay(text.strip(), unit, best.low, best.high, int(months.group(1)) if months else 12)
    return seen.reading(pay, best.span)


def in_prose(text: str) -> Reading[Pay] | None:
    """The pay in a text that speaks of other things too."""
    return find(text, alone=False)


def own(text: str) -> Reading[Pay] | None:
    """The pay that a person wants; the first clause that names one counts."""
    seen = told(text)
    for start, end in clauses(seen.text):
        clause = seen.text[start:end]
        if not _WANTS.search(clause) or _PAST.search(clause):
            continue
        for amount in sorted(amounts(clause, alone=True), key=lambda each: -each.worth):
            unit = amount.unit or guess(amount.low or amount.high or 0)
            pay = Pay(clause.strip(), unit, amount.low, amount.high)
            first, last = amount.span
            return seen.reading(pay, (start + first, start + last))
    return None


def from_range(low: float | None, high: float | None) -> Pay | None:
    """Pay from two number columns; their unit is guessed as for an amount that names none."""
    low, high = _positive(low), _positive(high)
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    unit = guess(high if high is not None else low or 0)
    written = "-".join(f"{amount:g}" for amount in (low, high) if amount is not None)
    return Pay(written, unit, low, high)


def _positive(amount: float | None) -> float | None:
    return amount if amount is not None and amount > 0 else None
