"""Days as people type them into cells, with a year and without."""

import re
from calendar import monthrange
from datetime import date, timedelta

from matcher.reading.plain import plain

_YEAR = r"(?<!\d)(\d{4}|2[4-9]|3\d)\s*[-/.年]\s*"
_WRITTEN = re.compile(_YEAR + r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_TO = r"\s*[日号]?\s*(?:[-至到]|起至)\s*"
_TO_DAY = re.compile(_TO + r"(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*(?:[日号止]|$)")
_MONTH = re.compile(r"(20\d{2})\s*[-/.年]\s*(\d{1,2})(?!\d)\s*月?\s*(?P<part>[初上中下底末]?)")
_PACKED = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^[345]\d{4}(?:\.\d+)?$")
_LONGEST = 200  # characters looked at
_EPOCH = date(1899, 12, 30)  # day zero of spreadsheet programs
_OPEN_ENDED = re.compile(r"长期|不限|永久|无期限|^[-/—无]+$")
_TILL_FULL = re.compile(r"(?:或者?)?(?:招满|招到|招完|满员)[^,，;；]*")
_START = re.compile(r"(?:起|开始|以?后)$")  # a first day is no last one

_NAMES = {name: str(at) for at, name in enumerate("一二三四五六七八九十", 1)}
_NUMERAL = re.compile(r"(二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])(?=\s*[月日号])")
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})(?!\d)\s*[日号]?")
_DAY_IN_FIGURES = re.compile(r"(?<![\d./])(\d{1,2})\s*[/.]\s*(\d{1,2})(?![\d./])")
_DAY_WITH_DASH = re.compile(r"^(\d{1,2})-(\d{1,2})$")
_YEAR_END = re.compile(r"(?:(20\d{2})\s*年|(?<!\d)年)(?:底|末|终|内)")
_BARE_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*份?\s*(?P<part>[初上中下底末]?)")
_PATTERNS = (_DAY, _DAY_IN_FIGURES, _DAY_WITH_DASH, _BARE_MONTH)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_REST = "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?"
_ENGLISH = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)}){_REST}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<then>{'|'.join(_MONTHS)}){_REST}\.?"
    rf"(?:,?\s+(?P<last>\d{{4}}))?"
)
# What may stand around a day that names no year; any other word may change what is meant.
_AROUND = re.compile(
    r"[\s()\[\]:,，。;；\-至到]|起至|截止?至?|报名|招聘|有效期?|日期|时间|今年|从|为|于|前后|左右"
    r"|日前|[之以]?[前内]|止|结束|旬|即日起?|(?:星期|周)[一二三四五六日天]|[上下]午|until|by"
    r"|(?<!\d)\d{1,2}(?::\d{2}|[时点](?:\d{1,2}分)?)"
)
_ENDS = {"初": 5, "上": 10, "中": 20}
_BEHIND = timedelta(days=14)  # how long before a fair a last day may lie and still be this year's


def last_day(text: str) -> date | None:
    """The last full date in a cell: 2025-03-01, 2025/3/1, 25年3月1日, 20250301, a serial.

    Of 2025-03-01至5-1 it is the first of May, of a month alone, 2025年3月, its last day.
    """
    told = _told(text)
    try:
        if written := list(_WRITTEN.finditer(told)):
            return None if _START.search(told) else _until(written[-1], told)
        if packed := _PACKED.match(told):
            return date(*map(int, packed.groups()))
        if (ending := _YEAR_END.search(told)) and ending[1]:
            return date(int(ending[1]), 12, 31)
        if months := list(_MONTH.finditer(told)):
            return _end_of(int(months[-1][1]), int(months[-1][2]), months[-1]["part"])
    except ValueError:
        return None
    return _EPOCH + timedelta(days=int(float(told))) if _SERIAL.match(told) else None


def _told(text: str) -> str:
    return _ENGLISH.sub(_in_figures, _TILL_FULL.sub("", plain(text[:_LONGEST]))).strip()


def _in_figures(found: re.Match[str]) -> str:
    """Mar 15, 2026 and 15 March as 2026年3月15日 and 3月15日."""
    year, month = found["year"] or found["last"], found["month"] or found["then"]
    day = f"{_MONTHS.index(month) + 1}月{found['day'] or found['first']}日"
    return f"{year}年{day}" if year else day


def _until(written: re.Match[str], told: str) -> date:
    """The day that was found, or the one a range from there goes on to."""
    year, month, day = (int(part) for part in written.groups())
    found = date(year + 2000 * (year < 100), month, day)
    to = _TO_DAY.match(told, written.end())
    if to is None:
        return found
    last = date(found.year, int(to[1] or month), int(to[2]))
    return last if last >= found else last.replace(year=found.year + 1)


def next_day(text: str, near: date) -> date | None:
    """The last day in a cell that names no year, 3月15日, 3.15, 12月底: the next such day.

    Counted from two weeks before `near`, the day of the fair: a list that is a little old does
    not get another year. None where something else stands beside it.
    """
    told = _NUMERAL.sub(_figures, _told(text))
    told = _YEAR_END.sub("12月底", told)
    for pattern in _PATTERNS:
        found = list(pattern.finditer(told))
        if found and not _AROUND.sub("", pattern.sub("", told)):
            return _next(found[-1], near - _BEHIND)
    return None


def _next(found: re.Match[str], first: date) -> date | None:
    month = int(found[1])
    for year in (first.year, first.year + 1):
        try:
            if "part" in found.groupdict():
                day = _end_of(year, month, found["part"])
            else:
                day = date(year, month, int(found[2]))
        except ValueError:
            continue
        if day >= first:
            return day
    return None


def _figures(numeral: re.Match[str]) -> str:
    """三十一 as 31."""
    tens, ten, ones = numeral[1].rpartition("十")
    if not ten:
        return _NAMES[ones]
    return str(10 * int(_NAMES.get(tens, 1)) + int(_NAMES.get(ones, 0)))


def _end_of(year: int, month: int, part: str = "") -> date:
    """The last day of a month, or of its beginning or middle where the text says so."""
    return date(year, month, _ENDS.get(part) or monthrange(year, month)[1])


def is_open_ended(text: str) -> bool:
    """Whether it says that there is no last day, or none but the day when all are found."""
    return bool(_OPEN_ENDED.search(text)) or not _TILL_FULL.sub("", text).strip(" 为止即可。.")
