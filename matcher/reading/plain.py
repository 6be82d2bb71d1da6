"""Text made plain before it is read: one width, one case, one script, one dash."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from matcher.reading.script import simplified

Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

# Runs are entered only at their beginning: a page of blanks or numerals must not take minutes.
_DASH, _GAP = "[~∼〜‐‑‒–—―−﹣]", r"[ \t]"
# One class of first characters, and only then the cases: so the search runs over all else quickly.
_DASHES = re.compile(
    rf"[ \t~∼〜‐‑‒–—―−﹣\-一ー─━](?:(?<={_GAP}){_GAP}{{0,2}}(?:{_DASH}+|-{{2,}}){_GAP}{{0,3}}"
    rf"|(?<={_DASH}){_DASH}*{_GAP}{{0,3}}|(?<=-)-+{_GAP}{{0,3}}|(?<=\d[一ー─━])(?=\d))"
)
# The usual signs are put right one by one, since a text that needs nothing more passes five times
# as fast: NFKC of a whole is NFKC of the NFKC of its parts.
_NARROW = {
    sign: narrow
    for sign in map(chr, (*range(0xA0, 0x100), *range(0x2000, 0x3400), *range(0xFF00, 0xFFF0)))
    if (narrow := unicodedata.normalize("NFKC", sign)) != sign
}
_WIDE = re.compile(f"[{''.join(_NARROW)}]")
_STOP = r"(?<=[a-z]{3})\.(?=\s)"  # English, behind a word of three letters: not "no. 5"
_SENTENCE = re.compile(
    r"[。；;！!？?\n\r]+|(?<!\s)\s+(?=\d{1,2}[、.．)）])|(?<=[^\da-z])(?=\d{1,2}、)"
    rf"|(?<=[)）])(?=\d{{1,2}}[.．]\D)|{_STOP}"
)
_CLAUSE = re.compile(rf"[，,。；;！!？?\n\r|]+|{_STOP}")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Full width to half width, lower case, one kind of dash; Chinese punctuation keeps its cut."""
    return _DASHES.sub("-", fold(text))


def fold(text: str) -> str:
    """Half width, simplified and lower case: the first step of `plain`."""
    kept = simplified(text).replace("，", "\uf001").replace("；", "\uf002")
    folded = unicodedata.normalize("NFKC", _WIDE.sub(lambda sign: _NARROW[sign.group()], kept))
    return folded.replace("\uf001", "，").replace("\uf002", "；").lower()


def sentences(text: str) -> list[str]:
    """The text cut at full stops, semicolons, line ends and numbered points."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """The text cut at commas too: the reach of a word such as 优先."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


class _Cuts(NamedTuple):
    sentence: re.Pattern[str]
    clause: re.Pattern[str]


CUTS = _Cuts(_SENTENCE, _CLAUSE)


def step(template: str, pattern: str) -> Step:
    """The step that puts the template, with its groups, for what the pattern finds."""
    return re.compile(pattern), lambda found: found.expand(template)


# The last step of `plain` for who must know what stood where.
DASHES: Step = (_DASHES, lambda _: "-")
