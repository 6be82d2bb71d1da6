"""What a posting pays at most, by its field and by what its text promises beyond that."""

import re

from matcher.domain.profiles import PostingProfile
from matcher.domain.terms import PayUnit
from matcher.reading import pay
from matcher.reading.numerals import SCALES

BELIEVED = 1.5  # times the field's most: 底薪 and 综合 differ by less, 月入3-5w is a promise
_AMOUNT = re.compile(r"(\d{1,6}(?:\.\d)?)\s?([k千w万]?)", re.IGNORECASE)


def reached(posting: PostingProfile) -> int | None:
    """The pay that a posting reaches: the most that it names, or the least of 7000 元以上."""
    return posting.pay_min if posting.pay_max is None else posting.pay_max


def most(posting: PostingProfile) -> int | None:
    """The most that the field or the text names: a text that says more says it for the booth."""
    high = posting.pay_max
    if high is None:
        return None
    prose = "\n".join((posting.title, posting.duties, posting.requirements))
    told = pay.in_prose(prose) if _may_say_more(prose, high) else None
    if told is None or told.value.unit is not PayUnit.MONTH:
        return high
    low, top = told.value.low, told.value.high
    if low is None or top is None or not low <= high < top <= BELIEVED * high:
        return high
    return round(top)


def _may_say_more(prose: str, high: int) -> bool:
    """Whether any amount written is in reach: most texts need not be read for pay at all."""
    amounts = (
        float(number) * SCALES.get(unit.lower(), 1) for number, unit in _AMOUNT.findall(prose)
    )
    return any(high < amount <= BELIEVED * high for amount in amounts)
