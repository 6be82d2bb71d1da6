"""Titles that share no word but a trade: 律师 and 法务, told by families of related words."""

import math
from collections.abc import Iterable
from functools import lru_cache

from matcher import gazetteers
from matcher.matching.sets import Sets
from matcher.matching.text import stems
from matcher.reading.lexicon import Lexicon


@lru_cache(maxsize=1)
def _lexicon() -> tuple[Lexicon, dict[str, tuple[str, ...]]]:
    members: dict[str, list[str]] = {}
    for name, words in gazetteers.families().items():
        for word in words:
            members.setdefault(stems(word), []).append(name)
    return Lexicon(members), {word: tuple(names) for word, names in members.items()}


@lru_cache(maxsize=8192)
def of_title(title: str) -> tuple[str, ...]:
    """The families whose words a title holds."""
    lexicon, members = _lexicon()
    found = (name for word in lexicon.overlapping(stems(title)) for name in members[word])
    return tuple(dict.fromkeys(found))


def share(sets: Sets, wishes: Iterable[str]) -> dict[int, float]:
    """How much of the wishes' families each set of them has, rare ones counting more; up to 1."""
    found: dict[int, float] = {}
    for name in dict.fromkeys(name for wish in wishes for name in of_title(wish)):
        scarcity = math.log((1 + sets.documents) / (1 + sets.often[name])) + 1
        for number in sets.bearing.get(name, ()):
            found[number] = found.get(number, 0.0) + scarcity**2
    best = max(found.values(), default=1.0)
    return {number: weight / best for number, weight in found.items()}
