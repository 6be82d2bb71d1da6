"""What people were shown and chose, as preferences between postings that stood near each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from matcher.matching.weights import NAMES, Floats

PAIRS, PEOPLE, SOURCES = 200, 50, 20  # with less, nothing is learned
LISTS = 10  # lists of other postings or other searches: fewer cannot speak for further ones
NEAR = 10  # places apart within which two postings are compared, on either side alike
PERSON_MOST = 6.0  # what one person's choices count together, as two agreements would
SOURCE_MOST = 0.1  # the share that choices of one employer's postings count
_FIRST = 3  # places by which lists are told apart
_DIGITS = 4  # of a component, when lists are told apart

Ints = NDArray[np.int64]


class Sign(IntEnum):
    """What came of a posting that was shown; a later sign says more."""

    PASSED = 0
    OPENED = 1
    APPLIED = 2
    AGREED = 3


@dataclass(frozen=True)
class Shown:
    """One posting as somebody saw it: where it stood, what each component gave, what came of it."""

    place: int  # 1 is the top
    components: tuple[float, ...]  # in the order of weights.NAMES, before any multiplier
    sign: Sign
    source: str = ""  # whose posting: only so that no employer counts for too much


@dataclass(frozen=True)
class Visit:
    """Everything one person was shown; `person` only keeps people apart."""

    person: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Evidence:
    """How much there was to learn from."""

    people: int
    choices: int
    pairs: int
    sources: int
    lists: int

    @property
    def is_enough(self) -> bool:
        """Whether that is more than chance and a few loud people."""
        is_much = self.pairs >= PAIRS and self.people >= PEOPLE
        return is_much and self.sources >= SOURCES and self.lists >= LISTS


@dataclass(frozen=True)
class Pairs:
    """Preferences as numbers: the preferred less the other, a row each."""

    components: Floats
    places: Floats
    value: Floats  # what each pair counts
    person: Ints
    source: Ints

    @staticmethod
    def of(visits: Sequence[Visit]) -> "Pairs":
        """All pairs of a choice and something near it that was less of one."""
        sources: dict[str, int] = {}
        blocks = [_preferences(at, visit, sources) for at, visit in enumerate(visits)]
        rows = np.concatenate([np.empty((0, len(NAMES) + 5)), *blocks])
        size = len(NAMES)
        person, source = rows[:, size + 3].astype(np.int64), rows[:, size + 4].astype(np.int64)
        return Pairs(rows[:, :size], rows[:, size : size + 2], rows[:, size + 2], person, source)

    def of_people(self, chosen: NDArray[np.bool_]) -> "Pairs":
        """Those of the people who are chosen, by their place among the visits."""
        rows = chosen[self.person]
        return Pairs(
            self.components[rows],
            self.places[rows],
            self.value[rows],
            self.person[rows],
            self.source[rows],
        )

    def evidence(self, choices: int, lists: Ints) -> Evidence:
        """People, pairs, employers and different lists behind these choices."""
        people = np.unique(self.person)
        several = len(np.unique(lists[people])) if people.size else 0
        return Evidence(people.size, choices, len(self.value), len(np.unique(self.source)), several)


def _preferences(at: int, visit: Visit, sources: dict[str, int]) -> Floats:
    sign = np.array([each.sign for each in visit.shown], dtype=np.float64)
    place = np.array([each.place for each in visit.shown], dtype=np.float64)
    given = np.array([each.components for each in visit.shown], dtype=np.float64)
    watched = seen(place)
    found = []
    for chosen in np.flatnonzero(sign > 0):
        others = np.flatnonzero((sign < sign[chosen]) & (abs(place - place[chosen]) <= NEAR))
        source = sources.setdefault(visit.shown[chosen].source, len(sources))
        worth = (sign[chosen] - sign[others]) / max(1, len(others))
        names = np.tile([float(at), float(source)], (len(others), 1))
        gaps = [given[chosen] - given[others], watched[chosen] - watched[others]]
        found.append(np.column_stack([*gaps, worth, names]))
    return np.concatenate([np.empty((0, len(NAMES) + 5)), *found])


def seen(place: Floats) -> Floats:
    """The two shapes of which the curve of attention is made: steep at first, and steady."""
    return np.column_stack([-np.log(place), -place / NEAR])


def capped(pairs: Pairs) -> Floats:
    """What pairs count, with nobody counting for too much."""
    of_person = np.bincount(pairs.person, weights=pairs.value)
    share = np.minimum(1.0, PERSON_MOST / np.maximum(of_person, 1e-9))
    value = pairs.value * share[pairs.person]
    of_source = np.bincount(pairs.source, weights=value)
    share = np.minimum(1.0, SOURCE_MOST * value.sum() / np.maximum(of_source, 1e-9))
    return np.asarray(value * share[pairs.source])


def lists_of(visits: Sequence[Visit]) -> Ints:
    """The number of each visit's list: people who ask for the same are shown one and the same.

    Lists are the same where one of the first postings got the same from every component but the
    wishes, which differ with the gates that people have.
    """
    known: dict[tuple[float, ...], int] = {}
    found = []
    for at, visit in enumerate(visits):
        firsts = [_as_told_apart(each) for each in visit.shown if each.place <= _FIRST]
        before = (known[first] for first in firsts if first in known)
        found.append(next(before, at))
        known.update((first, found[-1]) for first in firsts if any(first) and first not in known)
    return np.unique(np.array(found, dtype=np.int64), return_inverse=True)[1]


def _as_told_apart(shown: Shown) -> tuple[float, ...]:
    given = zip(NAMES, shown.components, strict=True)
    return tuple(round(each, _DIGITS) for name, each in given if name != "wishes")
