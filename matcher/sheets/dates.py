"""Days as people type them into cells."""

import re
from calendar import monthrange
from datetime import date, timedelta

from matcher.reading.plain import plain

_WRITTEN = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_MONTH = re.compile(r"^(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*月?\s*(?:底|末|止)?$")
_PACKED = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^[345]\d{4}(?:\.\d+)?$")
_EPOCH = date(1899, 12, 30)  # day zero of spreadsheet programs
_OPEN_ENDED = re.compile(r"长期|招满|不限|永久|无期限|招到|^[-/—无]+$")


def last_day(text: str) -> date | None:
    """The last full date in a cell: 2025-03-01, 2025/3/1, 2025年3月1日, 20250301, a serial.

    Of a month alone, 2025年3月, it is the last day.
    """
    told = plain(text).strip()
    found = _WRITTEN.findall(told) or _PACKED.findall(told)
    month = _MONTH.match(told)
    try:
        if found:
            return date(*map(int, found[-1]))
        if month:
            return _end_of(int(month.group(1)), int(month.group(2)))
    except ValueError:
        return None
    return _EPOCH + timedelta(days=int(float(told))) if _SERIAL.match(told) else None


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def is_open_ended(text: str) -> bool:
    """Whether it says that there is no last day."""
    return bool(_OPEN_ENDED.search(text))
