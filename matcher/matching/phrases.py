"""The words that a person and a posting share, as both wrote them: 机电一体化, not 一体化 alone."""

import re
from collections.abc import Iterable

from matcher import gazetteers
from matcher.matching.text import segments, spelt

_LONGEST = 10
_COUNT = re.compile(
    r"[\d一二两三四五六七八九十几半多]+[年个月天次家岁名位人层台项种]"
)  # 三年, 两个


def shared(words: Iterable[str], written: str, said: str) -> tuple[str, ...]:
    """Each word with its neighbours where both folded texts have them; empty ones left out."""
    both = (written, said)
    found = dict.fromkeys(_widened(spelt(word, written), both) for word in words)
    telling = [phrase for phrase in found if _tells(phrase)]
    return tuple(
        phrase
        for phrase in telling
        if not any(phrase != other and phrase in other for other in telling)
    )


def _tells(phrase: str) -> bool:
    """Whether a phrase says something of the work: no number of anything, no empty word."""
    is_empty = phrase in gazetteers.empty_words() or _COUNT.fullmatch(phrase)
    return bool(phrase and not is_empty)


def _widened(word: str, both: tuple[str, str]) -> str:
    """The longest run of words around this one that stands in both texts."""
    parts = segments(both[0])
    if word not in parts:
        return word
    at = parts.index(word)
    phrase = word
    for part in parts[at + 1 :]:
        if len(part) == 1 or not _belongs(part, phrase + part, both):
            break
        phrase += part
    for part in reversed(parts[:at]):
        whole = part + phrase
        if not _belongs(part, whole, both) or (len(part) == 1 and _goes_on(whole, both)):
            break
        phrase = whole
    return phrase


def _belongs(part: str, whole: str, both: tuple[str, str]) -> bool:
    if len(whole) > _LONGEST or part in gazetteers.stopwords():
        return False
    return all(whole in text for text in both)


def _goes_on(phrase: str, both: tuple[str, str]) -> bool:
    """Whether both texts have the same sign before it: 货生产 is a piece of 大货生产."""
    before = both[0][: both[0].index(phrase)][-1:]
    return before + phrase in both[1] if before else False
