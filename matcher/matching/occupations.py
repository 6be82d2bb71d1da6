"""Titles and wishes recognised as occupations, and how near two occupations are."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher import gazetteers
from matcher.matching.text import fold

NEAR = 0.45  # how much of a match a neighbouring occupation is


@lru_cache(maxsize=1)
def _lexicon() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    groups: dict[str, list[str]] = {}
    for occupation in gazetteers.occupations():
        for alias in (occupation.name, *occupation.aliases):
            named = groups.setdefault(fold(alias), [])
            if occupation.name not in named:
                named.append(occupation.name)
    longest = sorted(groups, key=lambda alias: (-len(alias), alias))
    pattern = re.compile("|".join(map(_bounded, longest)))
    return pattern, {alias: tuple(names) for alias, names in groups.items()}


def _bounded(alias: str) -> str:
    edge = r"(?<![a-z])%s(?![a-z])" if alias.isascii() else "%s"
    return edge % re.escape(alias)


@lru_cache(maxsize=1)
def _near() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for occupation in gazetteers.occupations():
        for other in occupation.near:
            near.setdefault(occupation.name, set()).add(other)
            near.setdefault(other, set()).add(occupation.name)
    return {name: frozenset(others) for name, others in near.items()}


@lru_cache(maxsize=8192)
def named(text: str) -> tuple[str, ...]:
    """The occupations that a title or wish names, longest names first to be taken."""
    pattern, groups = _lexicon()
    found = (name for alias in pattern.findall(fold(text)) for name in groups[alias])
    return tuple(dict.fromkeys(found))


def widened(names: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Weighted occupations with their neighbours, each at its best weight."""
    wide: dict[str, float] = {}
    for name, weight in names:
        wide[name] = max(wide.get(name, 0.0), weight)
        for other in _near().get(name, ()):
            wide[other] = max(wide.get(other, 0.0), weight * NEAR)
    return wide


class OccupationIndex:
    """Which documents name which occupation in their title."""

    def __init__(self, titles: Sequence[Sequence[str]]) -> None:
        """`titles` are the wishes or the one title of each document."""
        rows: dict[str, list[int]] = {}
        self._size = len(titles)
        self.known = np.zeros(self._size, dtype=bool)
        for at, parts in enumerate(titles):
            for name in dict.fromkeys(name for part in parts for name in named(part)):
                rows.setdefault(name, []).append(at)
                self.known[at] = True
        self._rows = {name: np.array(found) for name, found in rows.items()}

    def nearness(self, wanted: dict[str, float]) -> NDArray[np.float64]:
        """Best weight among each document's occupations; 0 where none is wanted or known."""
        best = np.zeros(self._size)
        for name, weight in wanted.items():
            found = self._rows.get(name)
            if found is not None:
                best[found] = np.maximum(best[found], weight)
        return best
