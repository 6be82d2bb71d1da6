"""Small values with their arithmetic: pay, and the whole numbers that people type."""

from dataclasses import dataclass

from matcher.domain.terms import PayUnit

# 21.75 paid days and 174 hours to the month: 劳社部发〔2008〕3号.
DAYS_PER_MONTH = 21.75
HOURS_PER_MONTH = 174

_PER_MONTH = {
    PayUnit.MONTH: 1.0,
    PayUnit.YEAR: 1 / 12,
    PayUnit.DAY: DAYS_PER_MONTH,
    PayUnit.HOUR: HOURS_PER_MONTH,
    PayUnit.PIECE: 1.0,
}


def whole_number(text: str, digits: int = 9) -> int | None:
    """The number that was typed; None for anything but one to `digits` of 0-9.

    Nine digits fit a column of four bytes. `str.isdigit` alone would let ² and Arabic digits pass.
    """
    is_one = text.isascii() and text.isdigit() and len(text) <= digits
    return int(text) if is_one else None


@dataclass(frozen=True)
class Pay:
    """Pay as a posting states it, and what it comes to in yuan a month.

    `low` and `high` are in yuan per `unit`; `high` is None for "5000 起" and 底薪+提成. For PIECE
    they are the monthly earnings the firm names, if any. `months` is the 13 of "13薪".
    """

    text: str
    unit: PayUnit
    low: float | None = None
    high: float | None = None
    months: int = 12

    @property
    def monthly_min(self) -> int | None:
        """Yuan a month at the low end, None where the text does not let one say."""
        return self._monthly(self.low)

    @property
    def monthly_max(self) -> int | None:
        """Yuan a month at the high end, None where open or unsaid."""
        return self._monthly(self.high)

    def _monthly(self, amount: float | None) -> int | None:
        factor = _PER_MONTH.get(self.unit)
        return None if amount is None or factor is None else round(amount * factor)
