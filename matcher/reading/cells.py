"""Fields of records as people fill them in: yes and no, numbers, lists; what is none is refused."""

import re
from typing import Any

from matcher.reading.numerals import SCALES, with_digits
from matcher.reading.plain import plain

_UNSAID = frozenset(
    ("", "-", "/", "?", "无", "不限", "不详", "未知", "待定", "面议", "面谈", "另议", "协商")
    + ("无所谓", "若干", "null", "none", "nan", "n/a", "na", "unknown", "any", "negotiable", "open")
)
_YES = frozenset(("1", "y", "yes", "true", "t", "on", "√", "是", "对", "要", "有"))
_NO = frozenset(("0", "n", "no", "false", "f", "off", "x", "×", "否", "不", "不是", "不要", "没有"))
_MOST = 1e12
_NUMBER = re.compile(
    r"¥?\s*(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12})(?P<part>\.\d{0,6})?\s*(?P<scale>[k千w万])?"
    r"\s*(?:元|块钱?|yuan|rmb|cny|年|years?|yrs?|人|名)?"
    r"(?:\s*(?:/|每|a |per )?\s*(?:个?月|month))?\s*(?:以上|起|\+)?"
)


class Unfit(ValueError):
    """A value that is not what the field asks for; `code` says what it should be."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def flag(value: Any) -> bool | None:
    """Yes or no; None where nothing is said."""
    word = _word(value, "not_yes_or_no")
    if word in _YES or word in _NO:
        return word in _YES
    if word not in _UNSAID:
        raise Unfit("not_yes_or_no")
    return None


def number(value: Any) -> float | None:
    """A number, of 8k and 1.2万 too; None where nothing is said."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _MOST:
        return float(value)
    word = _word(value, "not_a_number")
    if word in _UNSAID:
        return None
    found = None if isinstance(value, bool) else _NUMBER.fullmatch(with_digits(word))
    if found is None:
        raise Unfit("not_a_number")
    whole = float(found["number"].replace(",", "") + (found["part"] or ""))
    return whole * SCALES.get(found["scale"] or "", 1)


def count(value: Any) -> int | None:
    """A whole number, 3.0 too."""
    found = number(value)
    if found is not None and not found.is_integer():
        raise Unfit("not_whole")
    return None if found is None else int(found)


def texts(value: Any) -> list[str]:
    """A list of texts; one text is a list of one."""
    each = [value] if isinstance(value, str) else value
    if each is None:
        return []
    if not isinstance(each, list | tuple) or not all(map(_is_text, each)):
        raise Unfit("not_a_list")
    return [str(one).strip() for one in each if one is not None and str(one).strip()]


def _is_text(value: Any) -> bool:
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))


def _word(value: Any, code: str) -> str:
    """The value as one plain word; true and 1.0 are words as well."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int | float):
        raise Unfit(code)
    return plain(str(value)).strip()
