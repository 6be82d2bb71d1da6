"""Whether an engine finds what scoring everything finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.cli.bench.workload import Rows, Workload

TOLERANCE = 1e-5  # of the best score: float32 sums differ by their order
CHUNK = 64

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Agreement:
    """Shares of all answers: identical lists, and the postings common to both lists."""

    identical: float
    overlap: float

    def figures(self) -> dict[str, Any]:
        """For the report."""
        return {"agreement": round(self.identical, 4), "overlap": round(self.overlap, 4)}


class Everything:
    """The truth: every posting scored in double precision, none left out but by the filter."""

    def __init__(self, work: Workload) -> None:
        """Keep the matrix in double precision."""
        self._work = work
        self._matrix = work.corpus.matrix.astype(np.float64)

    def compare(self, answers: Sequence[Rows]) -> Agreement:
        """Hold the answers to the first queries against the truth."""
        identical, shared = [], []
        for start in range(0, len(answers), CHUNK):
            chunk = answers[start : start + CHUNK]
            queries = self._work.corpus.queries[start : start + len(chunk)]
            scores = (self._matrix @ queries.T.astype(np.float64)).toarray()
            for at, rows in enumerate(chunk):
                score = self._kept(scores[:, at], start + at)
                best = _best(score, self._work.k)
                identical.append(_same(rows, best, score))
                shared.append(len(set(best) & set(rows)) / max(1, len(best)))
        return Agreement(float(np.mean(identical)), float(np.mean(shared)))

    def _kept(self, score: Floats, query: int) -> Floats:
        mask = self._work.filter.mask(query)
        return score if mask is None else np.where(mask, score, 0.0)


def _best(score: Floats, k: int) -> list[int]:
    """The k best above zero, ties by row."""
    order = np.argsort(-score, kind="stable")[:k]
    return [int(row) for row in order if score[row] > 0]


def _same(rows: Rows, best: list[int], score: Floats) -> bool:
    """The same scores at the same places: only postings that tie may stand for each other."""
    if len(rows) != len(best) or len(set(map(int, rows))) != len(best):
        return False
    slack = TOLERANCE * max(1.0, float(score[best[0]])) if best else 0.0
    return bool(np.all(np.abs(score[np.asarray(rows, int)] - score[best]) <= slack))
