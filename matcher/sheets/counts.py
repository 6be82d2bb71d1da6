"""How many people a cell asks for."""

import re

from matcher.reading.numerals import number
from matcher.reading.plain import plain

_COUNT = re.compile(
    r"^(?:约|共|各|招|急招|急聘|急需|招聘|拟招|需|需要|大约|不少于|至少)?\s*"
    r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?"
    r"(?:\s*[-至到]\s*\d+)?\s*(?:\+|以上)?(?:个|名|人|位|余名|余人|多名|多人|people|persons?)?"
    r"(?:左右|上下|以上|不等)?\s*(?:\([^()\d]{1,12}\))?$"
)
_BY_SEX = re.compile(r"^男\D{0,3}(\d{1,4})\D{0,4}女\D{0,3}(\d{1,4})\D{0,3}$")
_NUMERAL = re.compile(r"^([零一二两三四五六七八九十百]+)(?:个|名|人|位)?$")
_IN_PROSE = re.compile(r"(?:招聘|需求|招工|用工|需要?)人数\s*[:：]?\s*(\d{1,4})\s*(?![-\d年月])")
_VAGUE = re.compile(r"若干|数[名人十]|多[名人]|不限|长期|大量|面议|待定|^[-/—]+$")


def people(text: str) -> int | None:
    """The number in a cell such as 3, 3人左右, 三名, 10-15 (the sure 10), 男2女3; else None."""
    told = plain(text).strip()
    found = _COUNT.match(told)
    if found:
        digits = found.group(1).replace(",", "")
        return int(digits) if len(digits) < 10 else None
    apart = _BY_SEX.match(told)
    if apart:
        return int(apart.group(1)) + int(apart.group(2))
    numeral = _NUMERAL.match(told)
    return number(numeral.group(1)) if numeral else None


def is_vague(text: str) -> bool:
    """Whether it says "some" without a number."""
    return bool(_VAGUE.search(text))


def in_prose(text: str) -> str:
    """The number behind 招聘人数 in running text, "" where there is none."""
    found = _IN_PROSE.search(text)
    return found.group(1) if found else ""
