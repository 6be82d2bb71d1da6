"""Titles that share no word but a trade: 律师 and 法务, told by families of related words."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher import gazetteers
from matcher.matching.text import stems

Floats = NDArray[np.float64]


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    members: dict[str, list[str]] = {}
    for name, words in gazetteers.families().items():
        for word in words:
            members.setdefault(stems(word), []).append(name)
    longest = sorted(members, key=lambda word: (-len(word), word))
    # Looking ahead finds words that overlap: 房地产 and 地产经理 in one title.
    pattern = re.compile(f"(?=({'|'.join(map(_edged, longest))}))")
    return pattern, {word: tuple(names) for word, names in members.items()}


def _edged(word: str) -> str:
    edge = r"(?<![a-z])%s(?![a-z])" if word.isascii() else "%s"
    return edge % re.escape(word)


@lru_cache(maxsize=8192)
def of_title(title: str) -> tuple[str, ...]:
    """The families whose words a title holds."""
    pattern, members = _lexicon()
    found = (name for word in pattern.findall(stems(title)) for name in members[word])
    return tuple(dict.fromkeys(found))


class FamilyIndex:
    """Which documents' titles belong to which family."""

    def __init__(self, titles: Sequence[str]) -> None:
        """`titles` are the documents' titles or wishes."""
        rows: dict[str, list[int]] = {}
        for at, title in enumerate(titles):
            for name in of_title(title):
                rows.setdefault(name, []).append(at)
        self._size = len(titles)
        self._rows = {name: np.array(found) for name, found in rows.items()}

    def share(self, wishes: Iterable[str]) -> Floats:
        """How much of the wishes' families each title has, rare ones counting more; 0 to 1."""
        wanted = dict.fromkeys(name for wish in wishes for name in of_title(wish))
        found, best = np.zeros(self._size), 0.0
        for name in wanted:
            rows = self._rows.get(name)
            if rows is not None:
                found[rows] += (np.log((1 + self._size) / (1 + len(rows))) + 1) ** 2
        best = float(found.max(initial=0.0))
        return found / best if best > 0 else found
