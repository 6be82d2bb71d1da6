"""A text made plain that still knows where each sign stood, and what is read there."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from matcher.reading.english import STEPS as ENGLISH
from matcher.reading.english import is_english
from matcher.reading.numerals import NUMERALS
from matcher.reading.plain import CUTS, DASHES, fold

T = TypeVar("T")
U = TypeVar("U")
Span = tuple[int, int]
_POINT = re.compile(
    r"(?m)(?:^|(?<=[。；;]))[ \t]{0,3}\d{1,2}[.、](?=[\d ])"
    r"|(?<=[:：】要求职责资格条件])[ \t]{0,2}1[.、](?=\d\d)"
)
_GLUED = re.compile(r"(?<=\d[05]00)[2-9](?=[.、]\D)")  # 薪资5000-80002.福利
_NUMBERED = re.compile(r"(?<![\d.])(?P<number>\d{1,2})[.、](?!\d{3})")
_COUNTED = re.compile(r"\d{1,2}(?<!5)(?:-\d{1,2})?年")
_ANY_POINT = re.compile(r"(?m)(?:^|[。；;])[ \t]{0,3}\d{1,2}[.、]")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """A value read from a text, and where its words stand: offsets into the text as given."""

    value: T
    spans: tuple[Span, ...]

    def having(self, value: U) -> "Reading[U]":
        """The same place read as something else."""
        return Reading(value, self.spans)


@dataclass(frozen=True)
class Told:
    """Plain text with numerals as digits; `starts` and `ends` lead from its signs to the original.

    `starts[i]` is where the original of sign i begins, `ends[i]` where it ends.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the plain text stands in the original."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]

    def reading(self, value: T, *found: "re.Match[str] | Span") -> Reading[T]:
        """The value with the places of what was found in the plain text."""
        places = [each if isinstance(each, tuple) else each.span() for each in found]
        return Reading(value, tuple(self.span(*place) for place in places))


@lru_cache(maxsize=2048)
def told(text: str) -> Told:
    """The text as every reader sees it: plain, with digits and common words, and the way back."""
    clusters = _clusters(text)
    parts = [_folded(cluster) for cluster in clusters]
    made = Told("".join(parts), *_ways_back(clusters, parts))
    for pattern, put in (DASHES, *NUMERALS):
        made = replaced(made, pattern, put)
    for pattern, put in ENGLISH if is_english(made.text) else ():
        made = replaced(made, pattern, put)
    return made


# Texts are long, signs are few: each is folded once.
_folded = lru_cache(maxsize=8192)(fold)


def blanked(text: str, *found: "re.Match[str]") -> str:
    """The text with what was found made unreadable, nothing moved."""
    if not found:
        return text
    signs = list(text)
    for match in found:
        start, end = match.span()
        signs[start:end] = "·" * (end - start)
    return "".join(signs)


def unnumbered(text: str) -> str:
    """The text with the numbers of its points made unreadable: 2.5年 in a list is five years."""
    is_list = len(_ANY_POINT.findall(text)) > 1
    known = blanked(text, *_POINT.finditer(text)) if is_list else text
    return blanked(known, *_run_on(known), *_GLUED.finditer(known))


def _run_on(text: str) -> Iterator["re.Match[str]"]:
    """Numbers of points that no sign cuts off: 金融专业2.2年以上 behind a point 1 is two years."""
    due = 1
    for point in _NUMBERED.finditer(text):
        number = int(point["number"])
        if number == due and due > 1 and _COUNTED.match(text, point.end()):
            yield point
        due = number + 1 if number in (1, due) else due


def clauses(text: str) -> list[Span]:
    """Where the stretches between commas and full stops lie: the reach of 优先."""
    return _cut(text, CUTS.clause)


def sentences(text: str) -> list[Span]:
    """Where the sentences and numbered points lie."""
    return _cut(text, CUTS.sentence)


def around(places: list[Span], at: int) -> Span:
    """The stretch in which this sign stands, or an empty one."""
    index = bisect_right(places, (at, 1 << 60)) - 1
    return places[index] if index >= 0 and places[index][1] > at else (at, at)


def _cut(text: str, pattern: re.Pattern[str]) -> list[Span]:
    places = []
    at = 0
    for sign in pattern.finditer(text):
        if text[at : sign.start()].strip():
            places.append((at, sign.start()))
        at = sign.end()
    if text[at:].strip():
        places.append((at, len(text)))
    return places


def _ways_back(clusters: list[str], parts: list[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the cluster behind each sign of the parts begins and ends."""
    if all(len(part) == 1 for part in parts) and all(len(cluster) == 1 for cluster in clusters):
        return tuple(range(len(parts))), tuple(range(1, len(parts) + 1))
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for cluster, part in zip(clusters, parts, strict=True):
        starts += [at] * len(part)
        at += len(cluster)
        ends += [at] * len(part)
    return tuple(starts), tuple(ends)


def _clusters(text: str) -> list[str]:
    """Signs with the marks that normalisation may melt into them."""
    if not any(_melts(sign) for sign in set(text)):
        return list(text)
    found: list[str] = []
    for sign in text:
        if found and _melts(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


@lru_cache(maxsize=8192)
def _melts(sign: str) -> bool:
    return unicodedata.combining(sign) > 0 or unicodedata.category(sign) in ("Mc", "Me")


def replaced(made: Told, pattern: re.Pattern[str], put: Callable[["re.Match[str]"], str]) -> Told:
    """The text with what was found put otherwise, and still the way back."""
    starts: list[int] = []
    ends: list[int] = []
    parts: list[str] = []
    at = 0
    for found in pattern.finditer(made.text):
        new = put(found)
        first, last = found.span()
        if new == found.group() or first == last:
            continue
        start, end = made.span(first, last)
        parts += [made.text[at:first], new]
        starts += [*made.starts[at:first], *[start] * len(new)]
        ends += [*made.ends[at:first], *[end] * len(new)]
        at = last
    if not parts:
        return made
    text = "".join((*parts, made.text[at:]))
    return Told(text, (*starts, *made.starts[at:]), (*ends, *made.ends[at:]))
