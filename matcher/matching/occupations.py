"""Titles and wishes recognised as occupations, and how near two occupations are."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from matcher import gazetteers
from matcher.matching.sets import Sets
from matcher.matching.text import fold
from matcher.reading.lexicon import Lexicon

NEAR = 0.45  # how much of a match a neighbouring occupation is


@lru_cache(maxsize=1)
def _lexicon() -> tuple[Lexicon, dict[str, tuple[str, ...]]]:
    groups: dict[str, list[str]] = {}
    for occupation in gazetteers.occupations():
        for alias in (occupation.name, *occupation.aliases):
            named = groups.setdefault(fold(alias), [])
            if occupation.name not in named:
                named.append(occupation.name)
    return Lexicon(groups), {alias: tuple(names) for alias, names in groups.items()}


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
    lexicon, groups = _lexicon()
    found = (name for alias in lexicon.apart(fold(text)) for name in groups[alias])
    return tuple(dict.fromkeys(found))


def words_of(title: str, among: Collection[str]) -> tuple[str, ...]:
    """The words by which a title names any of these occupations."""
    lexicon, groups = _lexicon()
    found = (word for word in lexicon.apart(fold(title)) if any(n in among for n in groups[word]))
    return tuple(dict.fromkeys(found))


def widened(names: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Weighted occupations with their neighbours, each at its best weight."""
    wide: dict[str, float] = {}
    for name, weight in names:
        wide[name] = max(wide.get(name, 0.0), weight)
        for other in _near().get(name, ()):
            wide[other] = max(wide.get(other, 0.0), weight * NEAR)
    return wide


def of_titles(titles: Iterable[str]) -> tuple[str, ...]:
    """The occupations that the wishes or the title of one document name."""
    return tuple(dict.fromkeys(name for title in titles for name in named(title)))


def nearness(sets: Sets, wanted: Mapping[str, float]) -> dict[int, float]:
    """For each set of occupations the best weight among them; sets with none are left out."""
    best: dict[int, float] = {}
    for name, weight in wanted.items():
        for number in sets.bearing.get(name, ()):
            best[number] = max(best.get(number, 0.0), weight)
    return best
