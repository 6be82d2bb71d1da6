"""Sums of money as they stand in plain text, each with the words around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from matcher.reading.numerals import SCALES

DAILY_TOP = 1000
_NUMBER = r"(?:\d{1,2},\d{4}(?!\d)|\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:万|w(?![a-z])|千|k(?![a-z]))?"
_YUAN = r"(?: ?(?:元|块钱?|rmb|¥|yuan|cny))?"
_AND = r"and (?=\d[\d.k]{1,6} ?(?:yuan|rmb|cny))"  # between 5000 and 7000 yuan
# A plus that leaves the amount open, not one that adds a bonus to it.
_PLUS = (
    r"\+(?!\+?[ \t]{0,2}[^，。；;\n+]{0,6}(?:奖|提成|提佣|补|绩|险|假|餐|包[吃住食]|津|全勤|业"
    r"|分红|休|福利|股|抽成|加班|佣))"
)
_SUM = re.compile(
    rf"(?P<low>{_NUMBER})(?P<plus>{_PLUS})?[ \t]{{0,3}}(?P<ls>{_SCALE}){_YUAN}(?:/(?:月|年|天|小时"
    rf"|h(?![a-z])))?"
    rf"(?:\s{{0,3}}\+?(?:起?[-到至]|to |{_AND}|(?<=元)一(?=\d))\s{{0,3}}[¥]?"
    rf"(?P<high>{_NUMBER})[ \t]{{0,3}}(?P<hs>{_SCALE}))?"
    rf"(?P<yuan>{_YUAN})"
)
_FEW = 3
_LEAST = frozenset("01234")  # the numbers of points: nobody is paid so little
_LEAD = 14  # characters before a sum in which its name may stand
_LONG_LEAD = 60  # and those in which overtime may be named


class Sum(NamedTuple):
    """A number or a range of two, in yuan: its signs, what stands before it and behind."""

    found: re.Match[str]
    low: float
    high: float | None
    before: str
    after: str

    @property
    def top(self) -> float:
        """The higher end."""
        return self.low if self.high is None else self.high

    @property
    def scale(self) -> str:
        """The sign for thousands or tens of thousands; empty where none is written."""
        return self.found["hs"] or self.found["ls"] or ""

    @property
    def in_wan(self) -> bool:
        """Whether either end is counted in tens of thousands."""
        return bool({self.found["ls"], self.found["hs"]} & {"万", "w"})

    @property
    def has_sign(self) -> bool:
        """Whether a sign says that it is money: yuan or a scale."""
        return bool(self.found["yuan"] or self.scale)

    @property
    def behind(self) -> str:
        """What follows the number, 元 included."""
        return self.sign + self.after

    @property
    def sign(self) -> str:
        """元 or 块 behind a range; nothing for yuan, which needs a blank before its unit."""
        first: str = self.found["yuan"][:1]
        return "" if first.isalpha() and first.isascii() else first

    @property
    def clause(self) -> str:
        """What stands before it in its clause."""
        return re.split(r"[，,。；;\n]", self.before)[-1]

    @property
    def lead(self) -> str:
        """The longer stretch before it."""
        start = self.found.start()
        return self.found.string[max(0, start - _LONG_LEAD) : start]

    @property
    def trail(self) -> str:
        """The longer stretch behind it."""
        return self.found.string[self.found.end() : self.found.end() + _LONG_LEAD]


def sums(text: str) -> Iterator[Sum]:
    """Every number in a text as a sum of money, whatever it counts, but for the least."""
    for found in _SUM.finditer(text):
        if found.group() in _LEAST:
            continue
        start, end = found.span()
        yield Sum(found, *_ends(found), text[max(0, start - _LEAD) : start], text[end : end + 14])


def _ends(found: re.Match[str]) -> tuple[float, float | None]:
    low = float(found["low"].replace(",", ""))
    if found["high"] is None:
        return low * _factor(found["ls"]), None
    high = float(found["high"].replace(",", ""))
    low_scale, high_scale = _factor(found["ls"]), _factor(found["hs"])
    if not found["ls"] and found["hs"] and low < DAILY_TOP:
        low_scale = _factor("千") if high < low and found["hs"] in "万w" else high_scale  # 6-1w
    if not found["hs"] and found["ls"] and high < DAILY_TOP:
        high_scale = low_scale
    if found["hs"] in ("k", "千") and high < min(low, _FEW):  # 8-1.2k: a slip for 1.2w
        high_scale = _factor("万")
    low, high = low * low_scale, high * high_scale
    return (high, low) if low > high else (low, high)


def _factor(scale: str) -> float:
    return float(SCALES.get(scale, 1))
