"""Text made into tokens: normalised, slang folded, segmented into words and character pairs."""

import re
from functools import lru_cache
from sys import intern

import rjieba

from matcher import gazetteers
from matcher.reading.plain import plain

_RUN = re.compile(r"[a-z0-9+#.]*[a-z0-9+#]|[㐀-鿿]+")
_HAN = re.compile(r"[㐀-鿿]")
_NUMBER = re.compile(r"^[\d.+#]+$")
PAIR = "~"  # marks a character pair, so that it is never taken for a word


@lru_cache(maxsize=1)
def _slang() -> tuple[re.Pattern[str] | None, dict[str, str]]:
    words = {plain(alias): plain(word) for alias, word in gazetteers.synonyms().items()}
    longest = sorted(words, key=lambda alias: (-len(alias), alias))
    edged = [
        rf"(?<![a-z]){re.escape(a)}(?![a-z])" if a.isascii() else re.escape(a) for a in longest
    ]
    return (re.compile("|".join(edged)) if edged else None), words


@lru_cache(maxsize=8192)
def fold(text: str, slang: bool = True) -> str:
    """The text in one width and case, with trade slang put into common words."""
    told = plain(text)
    pattern, words = _slang()
    return pattern.sub(lambda found: words[found.group()], told) if pattern and slang else told


@lru_cache(maxsize=8192)
def words(text: str, slang: bool = True) -> tuple[str, ...]:
    """Words of the text in order, without stop words and bare numbers."""
    stop = gazetteers.stopwords()
    return tuple(
        intern(part)
        for part in segments(fold(text, slang))
        if part not in stop and not _NUMBER.match(part)
    )


def segments(text: str) -> list[str]:
    """Every word and number of a text already in one case."""
    found: list[str] = []
    for run in _RUN.findall(text):
        found += rjieba.cut(run, False) if _HAN.match(run) else [run]
    return found


@lru_cache(maxsize=8192)
def pairs(text: str, slang: bool = True) -> tuple[str, ...]:
    """Character pairs inside the Chinese runs of the text, marked with PAIR."""
    return tuple(
        intern(PAIR + run[at : at + 2])
        for run in _RUN.findall(fold(text, slang))
        if _HAN.match(run)
        for at in range(len(run) - 1)
    )


def tokens(text: str, slang: bool = True) -> list[str]:
    """Words and character pairs together: what the index counts."""
    return [*words(text, slang), *pairs(text, slang)]
