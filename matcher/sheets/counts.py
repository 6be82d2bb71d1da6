"""How many people a cell asks for."""

import re

from matcher.reading.numerals import number
from matcher.reading.plain import plain

_COUNT = re.compile(
    r"^(?:约|共|各|招|大约|不少于|至少)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?"
    r"(?:\s*[-至到]\s*\d+)?\s*(?:\+|以上)?(?:个|名|人|位|余名|余人|多名|多人|people|persons?)?$"
)
_NUMERAL = re.compile(r"^([零一二两三四五六七八九十百]+)(?:个|名|人|位)?$")
_IN_PROSE = re.compile(r"(?:招聘|需求|招工|用工|需要?)人数\s*[:：]?\s*(\d{1,4})\s*(?![-\d年月])")
_VAGUE = re.compile(r"若干|数[名人十]|多[名人]|不限|长期|大量|面议|待定|^[-/—]+$")


def people(text: str) -> int | None:
    """The number in a cell such as 3, 3人, 三名, 10-15 (the sure 10); None where there is none."""
    told = plain(text).strip()
    found = _COUNT.match(told)
    if found:
        digits = found.group(1).replace(",", "")
        return int(digits) if len(digits) < 10 else None
    numeral = _NUMERAL.match(told)
    return number(numeral.group(1)) if numeral else None


def is_vague(text: str) -> bool:
    """Whether it says "some" without a number."""
    return bool(_VAGUE.search(text))


def in_prose(text: str) -> str:
    """The number behind 招聘人数 in running text, "" where there is none."""
    found = _IN_PROSE.search(text)
    return found.group(1) if found else ""
