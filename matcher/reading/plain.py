"""Text made plain before it is read: one width, one case, one dash, numerals as digits."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

# Runs are entered only at their beginning: a page of blanks or numerals must not take minutes.
_DASHES = re.compile(r"[ \t]{0,3}(?:[~∼〜‐‑‒–—―−﹣]+|-{2,})[ \t]{0,3}|(?<=\d)[一ー─━](?=\d)")
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "〇": 0}
_NUMERAL = re.compile(
    r"(?<![\d零〇一二两俩三四五六七八九十百])[零〇一二两俩三四五六七八九十百]{1,6}"
    r"(?=几?(?:年|个?月|天|日|周|薪|班|休|岁)|(?:-|到|至|或)[一二两三四五六七八九十\d]{1,3}(?:年"
    r"|天|日|岁))"
)
_THOUSANDS = re.compile(
    r"([一二两三四五六七八九])([千万])(?:([一二三四五六七八九])(?![个天月年百十]))?(?![百十])"
)
_SENTENCE = re.compile(r"[。；;！!？?\n\r]+|(?<!\s)\s+(?=\d{1,2}[、.．)）])|(?<=\D)(?=\d{1,2}、)")
_CLAUSE = re.compile(r"[，,。；;！!？?\n\r|]+")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Full width to half width, lower case, one kind of dash; Chinese punctuation keeps its cut."""
    return _DASHES.sub("-", fold(text))


def fold(text: str) -> str:
    """Full width to half width and lower case, the first step of `plain`."""
    folded = unicodedata.normalize("NFKC", text.replace("，", "\uf001").replace("；", "\uf002"))
    return folded.replace("\uf001", "，").replace("\uf002", "；").lower()


def number(numeral: str) -> int | None:
    """A Chinese numeral below one thousand as a number: 十 → 10, 二十五 → 25."""
    if not numeral:
        return None
    total, digit = 0, 0
    for sign in numeral:
        if sign == "十":
            total, digit = total + max(digit, 1) * 10, 0
        elif sign == "百":
            total, digit = total + max(digit, 1) * 100, 0
        else:
            digit = _DIGIT[sign]
    return total + digit


def with_digits(text: str) -> str:
    """The text with numerals before 年, 月, 天, 休 … and amounts such as 五千, 一万二 as digits."""
    text = _THOUSANDS.sub(_thousands, text)
    return _NUMERAL.sub(_counted, text)


def _thousands(found: re.Match[str]) -> str:
    step = 1000 if found.group(2) == "千" else 10000
    rest = found.group(3)
    return str(_DIGIT[found.group(1)] * step + (_DIGIT[rest] * step // 10 if rest else 0))


def _counted(found: re.Match[str]) -> str:
    return str(number(found.group()))


def sentences(text: str) -> list[str]:
    """The text cut at full stops, semicolons, line ends and numbered points."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """The text cut at commas too: the reach of a word such as 优先."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


class _Cuts(NamedTuple):
    sentence: re.Pattern[str]
    clause: re.Pattern[str]


# The steps of `plain` and `with_digits` for who must know what stood where.
Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
CUTS = _Cuts(_SENTENCE, _CLAUSE)
DASHES: Step = (_DASHES, lambda _: "-")
NUMERALS: tuple[Step, ...] = ((_THOUSANDS, _thousands), (_NUMERAL, _counted))
