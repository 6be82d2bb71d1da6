"""Text made into tokens: normalised, slang folded, cut into words, stems and character pairs."""

import re
from functools import lru_cache
from sys import intern

import rjieba
import snowballstemmer

from matcher import gazetteers
from matcher.reading.plain import plain

_RUN = re.compile(r"[a-z0-9+#.]*[a-z0-9+#]|[㐀-鿿]+")
_HAN = re.compile(r"[㐀-鿿]")
_LATIN = re.compile(r"[a-z]+")
_NUMBER = re.compile(r"^[\d.+#]+$")
PAIR = "~"  # marks a character pair, so that it is never taken for a word
GRAM = 3  # letters of a Latin word that stand for a pair of characters


@lru_cache(maxsize=1)
def _slang() -> tuple[re.Pattern[str] | None, dict[str, str]]:
    words = {plain(alias): plain(word) for alias, word in gazetteers.synonyms().items()}
    longest = sorted(words, key=lambda alias: (-len(alias), alias))
    # Each begins with a letter, not with a look behind it: so the search knows what to look for.
    edged = [
        rf"{each}(?<![a-z]{each})(?![a-z])" if each.isascii() else each
        for each in map(re.escape, longest)
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
    """Words of the text in order, English ones as stems, without stop words and bare numbers."""
    stop = gazetteers.stopwords()
    return tuple(
        intern(stem(part))
        for part in segments(fold(text, slang))
        if part not in stop and not _NUMBER.match(part)
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """An English word without its endings; any other word as it is."""
    if not _LATIN.fullmatch(word):
        return word
    # One stemmer for each call: it keeps its state, and threads must not share that.
    return str(snowballstemmer.stemmer("english").stemWord(word))


def stems(text: str) -> str:
    """The folded text with its English words cut to their stems."""
    return _LATIN.sub(lambda found: stem(found.group()), fold(text))


def spelt(word: str, text: str) -> str:
    """A word of the index as a folded text spells it, or nothing where the text does not say it."""
    said = word if word in text else ""
    if not _LATIN.fullmatch(word):
        return said
    return next((part for part in segments(text) if stem(part) == word), said)


@lru_cache(maxsize=2048)
def segments(text: str) -> tuple[str, ...]:
    """Every word and number of a text already in one case."""
    found: list[str] = []
    for run in _RUN.findall(text):
        found += rjieba.cut(run, False) if _HAN.match(run) else [run]
    return tuple(found)


@lru_cache(maxsize=8192)
def pairs(text: str, slang: bool = True) -> tuple[str, ...]:
    """Pairs of Chinese characters and runs of GRAM Latin letters, marked with PAIR."""
    found: list[str] = []
    for run in _RUN.findall(fold(text, slang)):
        found += _pairs_of(run) if _HAN.match(run) else grams(run)
    return tuple(found)


def _pairs_of(run: str) -> list[str]:
    return [intern(PAIR + run[at : at + 2]) for at in range(len(run) - 1)]


@lru_cache(maxsize=65536)
def grams(run: str) -> tuple[str, ...]:
    """Every GRAM letters of the words in a Latin run but stop words, marked with PAIR."""
    stop = gazetteers.stopwords()
    return tuple(
        intern(PAIR + word[at : at + GRAM])
        for word in _LATIN.findall(run)
        if word not in stop
        for at in range(len(word) - GRAM + 1)
    )


def tokens(text: str, slang: bool = True) -> list[str]:
    """Words and character pairs together: what the index counts."""
    return [*words(text, slang), *pairs(text, slang)]
