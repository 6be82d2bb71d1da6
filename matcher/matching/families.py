"""Titles that share no word but a trade: 律师 and 法务, told by families of related words."""

import math
import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from matcher import gazetteers
from matcher.matching.sets import Sets
from matcher.matching.text import fold, stem, stems
from matcher.reading.lexicon import Lexicon

_WHOLE = "="  # marks a word of which no piece counts
_PART = re.compile(r"[a-z]+|[^a-z]")


class _Known(NamedTuple):
    lexicon: Lexicon
    members: dict[str, tuple[str, ...]]  # for each word the families that it stands in
    whole: frozenset[str]


@lru_cache(maxsize=1)
def _known() -> _Known:
    members: dict[str, list[str]] = {}
    whole = set()
    for name, words in gazetteers.families().items():
        for word in words:
            bare = stems(word.removeprefix(_WHOLE))
            members.setdefault(bare, []).append(name)
            if word.startswith(_WHOLE):
                whole.add(bare)
    names = {word: tuple(found) for word, found in members.items()}
    return _Known(Lexicon(members), names, frozenset(whole))


@lru_cache(maxsize=8192)
def of_title(title: str) -> tuple[str, ...]:
    """The families whose words a title holds."""
    members = _known().members
    found = (name for _, word in _places(stems(title)) for name in members[word])
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def words_of(title: str, families: Collection[str]) -> tuple[str, ...]:
    """The words by which a title is of any of these families, as the folded title spells them."""
    told = fold(title)
    parts = _PART.findall(told)
    begins = [at for at, part in enumerate(map(stem, parts)) for _ in part]
    found = []
    for at, word in _places(stems(title)):
        if not set(families).isdisjoint(_known().members[word]):
            found.append("".join(parts[begins[at] : begins[at + len(word) - 1] + 1]))
    return tuple(dict.fromkeys(found))


def _places(stemmed: str) -> list[tuple[int, str]]:
    """Where family words stand in a title of stems."""
    lexicon, _, whole = _known()
    found, end = [], 0
    for at, word in lexicon.everywhere(stemmed):
        if at + len(word) > end:
            found.append((at, word))
        if word in whole:
            end = max(end, at + len(word))
    return found


def share(sets: Sets, wishes: Iterable[str]) -> dict[int, float]:
    """How much of the wishes' families each set of them has, rare ones counting more; up to 1."""
    found: dict[int, float] = {}
    for name in dict.fromkeys(name for wish in wishes for name in of_title(wish)):
        scarcity = math.log((1 + sets.documents) / (1 + sets.often[name])) + 1
        for number in sets.bearing.get(name, ()):
            found[number] = found.get(number, 0.0) + scarcity**2
    best = max(found.values(), default=1.0)
    return {number: weight / best for number, weight in found.items()}
