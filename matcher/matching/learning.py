"""Learns multipliers of the blend from choices: what was opened, applied to or agreed on.

A choice says that of two postings shown near each other one was preferred. A logistic regression
over such pairs sees the differences of their components and of their places, and nothing else;
the places take up what people chose only because it stood higher.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from matcher.matching.measures import difference
from matcher.matching.weights import DEFAULT, NAMES, Floats, Weights

PAIRS, PEOPLE, SOURCES = 200, 50, 20  # with less, nothing is learned
NEAR = 10  # places apart within which two postings are compared, on either side alike
PERSON_MOST = 6.0  # what one person's choices count together, as two agreements would
SOURCE_MOST = 0.1  # the share that choices of one employer's postings count
SPREAD = 0.25  # how far multipliers are expected to stand from where learning starts
LEAST_GAIN = 0.002  # the interval must lie above this: chance alone sometimes clears zero
FOLDS = 10  # each tenth of the people judges what the others taught
RAREST = 0.1  # no choice counts more than ten times for having stood low
_FREE = 100.0  # scale at which a feature is as good as free of the penalty

Ints = NDArray[np.int64]


class Sign(IntEnum):
    """What came of a posting that was shown; a later sign says more."""

    PASSED = 0
    OPENED = 1
    APPLIED = 2
    AGREED = 3


class Verdict(StrEnum):
    """Whether the multipliers may be used."""

    TOO_LITTLE = "too_little"
    NO_GAIN = "no_gain"
    LEARNED = "learned"


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

    @property
    def is_enough(self) -> bool:
        """Whether that is more than chance and a few loud people."""
        return self.pairs >= PAIRS and self.people >= PEOPLE and self.sources >= SOURCES


@dataclass(frozen=True)
class Finding:
    """What was found: multipliers, on how much evidence, and what they gain on others' choices."""

    tried: Weights
    start: Weights
    evidence: Evidence
    verdict: Verdict
    gain: tuple[float, float, float] | None = None  # mean and 95 % interval, beside the defaults

    @property
    def weights(self) -> Weights:
        """What may be used: the start, unless something was learned."""
        return self.tried if self.verdict is Verdict.LEARNED else self.start


def learn(visits: Sequence[Visit], start: Weights = DEFAULT) -> Finding:
    """Multipliers that fit these choices; refused unless people who did not teach them gain."""
    pairs = _Pairs.of(visits)
    evidence = pairs.evidence(sum(each.sign > 0 for visit in visits for each in visit.shown))
    if not evidence.is_enough:
        return Finding(start, start, evidence, Verdict.TOO_LITTLE)
    gain = _gain(visits, pairs, start)
    verdict = Verdict.LEARNED if gain[1] > LEAST_GAIN else Verdict.NO_GAIN
    return Finding(_fit(pairs, start).weights, start, evidence, verdict, gain)


@dataclass(frozen=True)
class _Pairs:
    """Preferences as numbers: the preferred less the other, a row each."""

    components: Floats
    places: Floats
    value: Floats  # what each pair counts
    person: Ints
    source: Ints

    @staticmethod
    def of(visits: Sequence[Visit]) -> "_Pairs":
        """All pairs of a choice and something near it that was less of one."""
        sources: dict[str, int] = {}
        blocks = [_preferences(at, visit, sources) for at, visit in enumerate(visits)]
        rows = np.concatenate([np.empty((0, len(NAMES) + 5)), *blocks])
        size = len(NAMES)
        person, source = rows[:, size + 3].astype(np.int64), rows[:, size + 4].astype(np.int64)
        return _Pairs(rows[:, :size], rows[:, size : size + 2], rows[:, size + 2], person, source)

    def of_people(self, chosen: NDArray[np.bool_]) -> "_Pairs":
        """Those of the people who are chosen, by their place among the visits."""
        rows = chosen[self.person]
        return _Pairs(
            self.components[rows],
            self.places[rows],
            self.value[rows],
            self.person[rows],
            self.source[rows],
        )

    def evidence(self, choices: int) -> Evidence:
        """People, pairs and employers behind these choices."""
        people, sources = len(np.unique(self.person)), len(np.unique(self.source))
        return Evidence(people, choices, len(self.value), sources)


def _preferences(at: int, visit: Visit, sources: dict[str, int]) -> Floats:
    sign = np.array([each.sign for each in visit.shown], dtype=np.float64)
    place = np.array([each.place for each in visit.shown], dtype=np.float64)
    given = np.array([each.components for each in visit.shown], dtype=np.float64)
    seen = _seen(place)
    found = []
    for chosen in np.flatnonzero(sign > 0):
        others = np.flatnonzero((sign < sign[chosen]) & (abs(place - place[chosen]) <= NEAR))
        source = sources.setdefault(visit.shown[chosen].source, len(sources))
        worth = (sign[chosen] - sign[others]) / max(1, len(others))
        names = np.tile([float(at), float(source)], (len(others), 1))
        gaps = [given[chosen] - given[others], seen[chosen] - seen[others]]
        found.append(np.column_stack([*gaps, worth, names]))
    return np.concatenate([np.empty((0, len(NAMES) + 5)), *found])


def _seen(place: Floats) -> Floats:
    """The two shapes of which the curve of attention is made: steep at first, and steady."""
    return np.column_stack([-np.log(place), -place / NEAR])


def _capped(pairs: _Pairs) -> Floats:
    """What pairs count, with nobody counting for too much."""
    of_person = np.bincount(pairs.person, weights=pairs.value)
    share = np.minimum(1.0, PERSON_MOST / np.maximum(of_person, 1e-9))
    value = pairs.value * share[pairs.person]
    of_source = np.bincount(pairs.source, weights=value)
    share = np.minimum(1.0, SOURCE_MOST * value.sum() / np.maximum(of_source, 1e-9))
    return np.asarray(value * share[pairs.source])


@dataclass(frozen=True)
class _Fit:
    """Multipliers, and how attention falls with the place."""

    weights: Weights
    slopes: Floats

    def attention(self, place: Floats) -> Floats:
        """How much more likely the top is looked at than each place; never below `RAREST`."""
        fall = (_seen(place) - _seen(np.ones(1))) @ self.slopes
        return np.asarray(np.clip(np.exp(fall), RAREST, 1.0))


def _fit(pairs: _Pairs, start: Weights) -> _Fit:
    """The most likely multipliers, drawn towards the start the more, the less evidence there is.

    The first regression finds how strongly choices follow the score as it is and the place; the
    second, where the single components do better than that.
    """
    before, value = start.row(), _capped(pairs)
    score = pairs.components @ before
    rough = _logistic(np.column_stack([score, pairs.places]), value, 100.0)
    slopes = np.maximum(0.0, rough[1:])
    if rough[0] <= 0:  # what people choose has nothing to do with the score
        return _Fit(start, slopes)
    steps = rough[0] * before * pairs.components
    free = _FREE * np.column_stack([rough[0] * score, pairs.places])
    found = _logistic(np.column_stack([free, steps]), value, SPREAD**2)
    ratio = np.maximum(0.0, 1 + found[3:] / max(1.0, found[0] * _FREE))
    share = before * (value @ np.abs(pairs.components))  # what each component moves at all
    after = before * ratio * share.sum() / max(1e-9, float(ratio @ share))
    weights = Weights.of(dict(zip(NAMES, after.tolist(), strict=True)))
    return _Fit(weights, np.maximum(0.0, found[1:3] * _FREE))


def _logistic(features: Floats, value: Floats, spread: float) -> Floats:
    """Coefficients of a logistic regression without intercept; every second pair is turned."""
    turn = np.where(np.arange(len(features)) % 2, -1.0, 1.0)
    model = LogisticRegression(C=spread, fit_intercept=False, solver="newton-cholesky")
    model.fit(features * turn[:, None], turn > 0, sample_weight=value)
    return np.asarray(model.coef_[0], dtype=np.float64)


def _gain(visits: Sequence[Visit], pairs: _Pairs, start: Weights) -> tuple[float, float, float]:
    """What each tenth of the people gains by what the others taught, with its 95 % interval."""
    tenth = np.array([zlib.crc32(visit.person.encode()) % FOLDS for visit in visits])
    worth = np.array([[0.0, 0.0, 0.0]])
    for held in range(FOLDS):
        fit = _fit(pairs.of_people(tenth != held), start)
        judges = [v for v, at in zip(visits, tenth, strict=True) if at == held and _chose(v)]
        worth = np.concatenate([worth, *(_worth(visit, fit)[None, :] for visit in judges)])
    ours, theirs, _ = worth[1:].T / worth[1:, 2].mean()
    return difference(ours, theirs)


def _chose(visit: Visit) -> bool:
    return any(each.sign for each in visit.shown)


def _worth(visit: Visit, fit: _Fit) -> Floats:
    """DCG of what was chosen in the order learned, in the default one, and in the best.

    A choice low on the list counts for more, by how seldom people look there: else whatever is
    shown first would look best.
    """
    place = np.array([each.place for each in visit.shown], dtype=np.float64)
    gains = np.array([each.sign for each in visit.shown]) / fit.attention(place)
    given = np.array([each.components for each in visit.shown])
    orders = [np.lexsort((place, -(given @ each.row()))) for each in (fit.weights, DEFAULT)]
    discount = 1 / np.log2(np.arange(2, len(place) + 2))
    return np.array([gains[order] @ discount for order in (*orders, np.argsort(-gains))])
