"""Lists of a whole fair spread so that posts are not forgotten, at a loss that is kept small."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from matcher.domain.profiles import Match, Ranking

DEEP = 100  # places of a list among which a shown one may be exchanged
LOSS = 0.02  # of the mean score of what is shown, at most
ROUNDS, STEPS = 3, 10
UNSHOWN = 0.05  # keeps the price of what nobody is shown finite

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Exposure:
    """How evenly postings are shown.

    `coverage` is the share shown at all, `gini` 0 when all are shown alike and near 1 when a few
    get everything, `congestion` how often the most shown tenth is shown beside its fair share.
    """

    coverage: float
    gini: float
    congestion: float


def exposure(shown: Ints) -> Exposure:
    """The figures for how often each posting is shown (ReCon, RecSys 2023)."""
    size, whole = len(shown), int(shown.sum())
    if size == 0 or whole == 0:
        return Exposure(0.0, 0.0, 0.0)
    ordered = np.sort(shown).astype(np.float64)
    places = np.arange(1, size + 1)
    gini = float(((2 * places - size - 1) * ordered).sum() / (size * whole))
    tenth = ordered[-max(1, size // 10) :]
    return Exposure(float((shown > 0).mean()), gini, float(tenth.mean() * size / whole))


def spread(
    rankings: Sequence[Ranking], k: int, capacity: Mapping[str, int] | None = None
) -> list[Ranking]:
    """The best k of each list, chosen so that postings are shown by their capacity.

    Each list must reach to about `DEEP` places. Being shown has a price, which rises with how often
    a posting is shown beside its share; the price level is the highest at which the mean score
    of what is shown falls by no more than `LOSS`. Within a list the order stays as it was.
    """
    if not rankings or k == 0:
        return list(rankings)
    fair = _Fair.of(rankings, k, capacity or {})
    chosen = fair.best_choice()
    return [
        replace(ranking, matches=_renumbered(ranking.matches, row))
        for ranking, row in zip(rankings, chosen, strict=True)
    ]


def shown_counts(rankings: Sequence[Ranking], k: int, postings: Sequence[str]) -> Ints:
    """How often each posting stands in the first k of these lists."""
    places = {posting: at for at, posting in enumerate(postings)}
    found = [places[match.posting] for each in rankings for match in each.matches[:k]]
    return np.bincount(np.array(found, dtype=np.int64), minlength=len(postings))


@dataclass(frozen=True)
class _Fair:
    """All lists as numbers: for each list the postings on it and their scores, best first."""

    lists: list[Ints]
    scores: list[Floats]
    shares: Floats  # how often each posting would be shown were all shown by their capacity
    k: int

    @staticmethod
    def of(rankings: Sequence[Ranking], k: int, capacity: Mapping[str, int]) -> "_Fair":
        names = sorted({match.posting for ranking in rankings for match in ranking.matches})
        places = {name: at for at, name in enumerate(names)}
        room = np.array([max(1, capacity.get(name, 1)) for name in names], dtype=np.float64)
        slots = sum(min(k, len(ranking.matches)) for ranking in rankings)
        return _Fair(
            [np.array([places[m.posting] for m in r.matches], dtype=np.int64) for r in rankings],
            [np.array([m.score for m in r.matches], dtype=np.float64) for r in rankings],
            np.maximum(1.0, slots * room / max(1.0, room.sum())),
            k,
        )

    def best_choice(self) -> list[Ints]:
        """Which places of each list are shown, by bisection of the price level."""
        first = [np.arange(min(self.k, len(each))) for each in self.lists]
        whole = self._worth(first)
        low, high, kept = 0.0, 1.0, first
        for _ in range(STEPS):
            level = (low + high) / 2
            tried = self._settled(first, level)
            if self._worth(tried) >= whole - LOSS * abs(whole):
                low, kept = level, tried
            else:
                high = level
        return kept

    def _settled(self, first: list[Ints], level: float) -> list[Ints]:
        """Each list chooses anew at the others' prices, a few times round: this settles."""
        chosen = list(first)
        shown = np.zeros(len(self.shares))
        for at, row in enumerate(chosen):
            shown[self.lists[at][row]] += 1
        for _ in range(ROUNDS):
            for at, postings in enumerate(self.lists):
                shown[postings[chosen[at]]] -= 1
                price = level * np.log(shown[postings] / self.shares[postings] + UNSHOWN)
                best = np.argsort(price - self.scores[at], kind="stable")[: self.k]
                chosen[at] = np.sort(best)
                shown[postings[chosen[at]]] += 1
        return chosen

    def _worth(self, chosen: list[Ints]) -> float:
        return float(sum(self.scores[at][row].sum() for at, row in enumerate(chosen)))


def _renumbered(matches: Sequence[Match], places: Ints) -> tuple[Match, ...]:
    kept = [matches[at] for at in places.tolist()]
    return tuple(replace(match, rank=rank) for rank, match in enumerate(kept, start=1))
