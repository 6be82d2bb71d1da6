"""Learns multipliers of the blend from choices: what was opened, applied to or agreed on.

A choice says that of two postings shown near each other one was preferred. A logistic regression
over such pairs sees the differences of their components and of their places, and nothing else;
the places take up what people chose only because it stood higher. How far the multipliers may
move is what people gain whose list taught nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from sklearn.linear_model import LogisticRegression

from matcher.matching.choices import (
    PERSON_MOST,
    Evidence,
    Ints,
    Pairs,
    Visit,
    capped,
    lists_of,
    seen,
)
from matcher.matching.measures import difference
from matcher.matching.weights import DEFAULT, NAMES, Floats, Weights

SPREADS = (0.1, 0.25, 0.5, 1.0)  # how far multipliers may stand from where learning starts
LEAST_GAIN = 0.002  # the interval must lie above this: chance alone sometimes clears zero
FOLDS = 10  # each tenth of the lists judges what the others taught
RAREST = 0.1  # no choice counts more than ten times for having stood low
SURE = 2.0  # standard errors by which choices must follow the score at all
LOUD = 95  # per cent of people beyond whom nobody pulls harder, when that is asked
_FREE = 100.0  # scale at which a feature is as good as free of the penalty


class Verdict(StrEnum):
    """Whether the multipliers may be used."""

    TOO_LITTLE = "too_little"
    NO_GAIN = "no_gain"
    LEARNED = "learned"


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
    """Multipliers that fit these choices; refused unless people gain whose lists did not teach."""
    pairs, lists = Pairs.of(visits), lists_of(visits)
    choices = sum(each.sign > 0 for visit in visits for each in visit.shown)
    evidence = pairs.evidence(choices, lists)
    if not evidence.is_enough:
        return Finding(start, start, evidence, Verdict.TOO_LITTLE)
    if not _follows(pairs, start):
        return Finding(start, start, evidence, Verdict.NO_GAIN, (0.0, 0.0, 0.0))
    trial = _Trial.of(visits, pairs, lists, start)
    share = _shares(trial)
    gain = trial.gain(share)
    verdict = Verdict.LEARNED if gain[1] > LEAST_GAIN else Verdict.NO_GAIN
    return Finding(_mixed(_fits(pairs, start), share).weights, start, evidence, verdict, gain)


@dataclass(frozen=True)
class _Fit:
    """Multipliers, and how attention falls with the place."""

    weights: Weights
    slopes: Floats

    def attention(self, place: Floats) -> Floats:
        """How much more likely the top is looked at than each place; never below `RAREST`."""
        fall = (seen(place) - seen(np.ones(1))) @ self.slopes
        return np.asarray(np.clip(np.exp(fall), RAREST, 1.0))


def _fits(pairs: Pairs, start: Weights) -> list[_Fit]:
    """For each spread the most likely multipliers, drawn the more to the start, the less is known.

    The first regression finds how strongly choices follow the score as it is and the place; the
    others, where the single components do better than that.
    """
    before, value = start.row(), capped(pairs)
    score = pairs.components @ before
    rough = _logistic(np.column_stack([score, pairs.places]), value, 100.0)
    if rough[0] <= 0:  # what people choose has nothing to do with the score
        return [_Fit(start, np.maximum(0.0, rough[1:]))] * len(SPREADS)
    steps = rough[0] * before * pairs.components
    free = _FREE * np.column_stack([rough[0] * score, pairs.places])
    features = np.column_stack([free, steps])
    share = before * (value @ np.abs(pairs.components))  # what each component moves at all
    found = (_logistic(features, value, spread**2) for spread in SPREADS)
    return [_fit(each, before, share) for each in found]


def _fit(found: Floats, before: Floats, share: Floats) -> _Fit:
    """Coefficients of score, places and components as multipliers that move as much as before."""
    ratio = np.maximum(0.0, 1 + found[3:] / max(1.0, found[0] * _FREE))
    after = before * ratio * share.sum() / max(1e-9, float(ratio @ share))
    weights = Weights.of(dict(zip(NAMES, after.tolist(), strict=True)))
    return _Fit(weights, np.maximum(0.0, found[1:3] * _FREE))


def _logistic(features: Floats, value: Floats, spread: float) -> Floats:
    """Coefficients of a logistic regression without intercept; every second pair is turned."""
    turn = np.where(np.arange(len(features)) % 2, -1.0, 1.0)
    model = LogisticRegression(C=spread, fit_intercept=False, solver="newton-cholesky")
    model.fit(features * turn[:, None], turn > 0, sample_weight=value)
    return np.asarray(model.coef_[0], dtype=np.float64)


def _follows(pairs: Pairs, start: Weights) -> bool:
    """Whether choices surely follow the score beyond the place, each person one voice.

    Where they do not, it is chance what single parts of the score seem to be worth.
    """
    value, score = capped(pairs), pairs.components @ start.row()
    foretold = pairs.places @ _logistic(pairs.places, value, 100.0)
    wrong = 1 / (1 + np.exp(foretold))  # how far places are from foretelling each preference
    curved = pairs.places * (value * wrong * (1 - wrong))[:, None]
    beyond = score - pairs.places @ (np.linalg.pinv(curved.T @ pairs.places) @ (curved.T @ score))
    pull = np.bincount(pairs.person, value * wrong * beyond)
    most = np.percentile(np.abs(pull[pull != 0]), LOUD) if pull.any() else 0.0
    pull = np.clip(pull, -most, most)
    return bool(pull.sum() > SURE * np.sqrt((pull**2).sum()))


def _mixed(fits: Sequence[_Fit], share: Floats) -> _Fit:
    """These fits in one, each to its share."""
    row = share @ [fit.weights.row() for fit in fits]
    weights = Weights.of(dict(zip(NAMES, row.tolist(), strict=True)))
    return _Fit(weights, np.asarray(share @ [fit.slopes for fit in fits]))


@dataclass(frozen=True)
class _Trial:
    """Each tenth of the lists, and what the others taught.

    Lists, not people, are held back and drawn for the interval: many people who ask for the same
    are one voice on whether others will gain.
    """

    lists: Ints
    folds: tuple[tuple[list[tuple[int, Visit]], list[_Fit]], ...]  # who judges, by place, and what

    @staticmethod
    def of(visits: Sequence[Visit], pairs: Pairs, lists: Ints, start: Weights) -> "_Trial":
        """Let each tenth be judged by those who chose anything in it."""
        folds: list[list[tuple[int, Visit]]] = [[] for _ in range(FOLDS)]
        for at, visit in enumerate(visits):
            if any(each.sign for each in visit.shown):
                folds[lists[at] % FOLDS].append((at, visit))
        taught = (
            (fold, _fits(pairs.of_people(lists % FOLDS != held), start))
            for held, fold in enumerate(folds)
            if fold
        )
        return _Trial(lists, tuple(taught))

    def gain(self, share: Floats) -> tuple[float, float, float]:
        """What people gain by such a mixture, with its 95 % interval over their lists."""
        at = [place for judges, _ in self.folds for place, _ in judges]
        worth = np.array(
            [
                _worth(visit, fit)
                for judges, fits in self.folds
                for fit in (_mixed(fits, share),)
                for _, visit in judges
            ]
        )
        return _difference(worth, self.lists[at])


def _shares(trial: _Trial) -> Floats:
    """How much each spread counts: by its sure gain; where none is sure, the nearest stays."""
    alone = np.eye(len(SPREADS))
    sure = np.array([max(0.0, trial.gain(one)[1] - LEAST_GAIN) for one in alone])
    return np.asarray(sure / sure.sum() if sure.any() else alone[0])


def _difference(worth: Floats, lists: Ints) -> tuple[float, float, float]:
    """Mean gain of people beside the default order, with its 95 % interval over their lists."""
    ours, theirs, best = worth.T
    places = np.unique(lists, return_inverse=True)[1]
    scale = (places.max() + 1) / best.sum()
    sums = (np.bincount(places, weights=each) * scale for each in (ours, theirs))
    return difference(*sums)


def _worth(visit: Visit, fit: _Fit) -> Floats:
    """DCG of what was chosen in the order learned, in the default one, and in the best.

    A choice low on the list counts for more, by how seldom people look there: else whatever is
    shown first would look best. Nobody's choices count for too much here either.
    """
    place = np.array([each.place for each in visit.shown], dtype=np.float64)
    signs = np.array([each.sign for each in visit.shown], dtype=np.float64)
    gains = min(1.0, PERSON_MOST / signs.sum()) * signs / fit.attention(place)
    given = np.array([each.components for each in visit.shown])
    orders = [np.lexsort((place, -(given @ each.row()))) for each in (fit.weights, DEFAULT)]
    discount = 1 / np.log2(np.arange(2, len(place) + 2))
    return np.array([gains[order] @ discount for order in (*orders, np.argsort(-gains))])
