"""nDCG@10, MAP, Recall@10 and MRR of a ranking, and how sure a difference between two is."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CUT = 10
RESAMPLES = 2000

Floats = NDArray[np.float64]
_DISCOUNT = 1 / np.log2(np.arange(2, CUT + 2))
_BEST = np.cumsum(_DISCOUNT)


@dataclass(frozen=True)
class Measures:
    """One figure for each query, in the order of the queries; 0 to 1, more is better."""

    ndcg: Floats
    average_precision: Floats
    recall: Floats
    reciprocal_rank: Floats

    def means(self) -> dict[str, float]:
        """The four figures as tables show them."""
        return {
            "nDCG@10": float(self.ndcg.mean()),
            "MAP": float(self.average_precision.mean()),
            "Recall@10": float(self.recall.mean()),
            "MRR": float(self.reciprocal_rank.mean()),
        }


def measure(
    scores: Sequence[Floats] | Floats,
    relevant: Sequence[AbstractSet[int]],
    never: Sequence[AbstractSet[int]] = (),
) -> Measures:
    """The figures of a ranking by these scores, one row a query; ties fall by position.

    A score of -inf is not shown at all. `never` are positions left out for a query.
    """
    rows = [
        _one(np.asarray(scores[at]), right, never[at] if never else frozenset())
        for at, right in enumerate(relevant)
    ]
    ndcg, precision, recall, rank = (np.array(column) for column in zip(*rows, strict=True))
    return Measures(ndcg, precision, recall, rank)


def difference(ours: Floats, theirs: Floats) -> tuple[float, float, float]:
    """Mean difference over the same queries and its 95 % interval by paired bootstrap."""
    gap = ours - theirs
    chosen = np.random.default_rng(0).integers(0, len(gap), (RESAMPLES, len(gap)))
    low, high = np.percentile(gap[chosen].mean(axis=1), [2.5, 97.5])
    return float(gap.mean()), float(low), float(high)


def dcg(gains: Sequence[float] | Floats) -> float:
    """Gains summed up, each counting less the lower it stands (Järvelin 2002, linear gains)."""
    return float(np.asarray(gains) @ (1 / np.log2(np.arange(2, len(gains) + 2))))


def _one(
    score: Floats, right: AbstractSet[int], never: AbstractSet[int]
) -> tuple[float, float, float, float]:
    score = score.copy()
    score[list(never)] = -np.inf
    order = np.argsort(-score, kind="stable")
    order = order[np.isfinite(score[order])]
    ranks = np.flatnonzero(np.isin(order, list(right)))
    first = ranks[ranks < CUT]
    gain = float(_DISCOUNT[first].sum() / _BEST[min(CUT, len(right)) - 1])
    precision = float((np.arange(1, len(ranks) + 1) / (ranks + 1)).sum() / len(right))
    rank = float(1 / (ranks[0] + 1)) if len(ranks) else 0.0
    return gain, precision, len(first) / len(right), rank
