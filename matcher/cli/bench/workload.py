"""One piece of work for every engine: a corpus, a filter over its postings, how many are wanted."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.cli.bench.corpora import Corpus

Mask = NDArray[np.bool_]
Rows = NDArray[Any]

FILTERS = ("none", "group", "mask")
GROUPS = 20  # each keeps 5 % of the postings


@dataclass(frozen=True)
class Filter:
    """Postings with labels, and the label that each query wants; without labels all are wanted."""

    kind: str
    labels: NDArray[np.int32] | None = None

    @staticmethod
    def of(kind: str, postings: int) -> "Filter":
        """`group`: twenty districts, one per query; `mask`: any 5 %, the same for each query."""
        if kind == "none":
            return Filter(kind)
        drawn = np.random.default_rng(3).integers(0, GROUPS, postings).astype(np.int32)
        return Filter(kind, drawn if kind == "group" else (drawn == 0).astype(np.int32))

    def wanted(self, query: int) -> int:
        """The label this query wants."""
        return query % GROUPS if self.kind == "group" else 1

    def mask(self, query: int) -> Mask | None:
        """The postings this query may find; None for all."""
        return None if self.labels is None else self.labels == self.wanted(query)


@dataclass(frozen=True)
class Workload:
    """What every engine gets."""

    corpus: Corpus
    filter: Filter
    k: int
    postgres: str = ""

    def adds(self, queries: int) -> float:
        """How many products one of the first queries adds up over the postings it may find."""
        often = np.bincount(self.corpus.matrix.indices, minlength=self.corpus.matrix.shape[1])
        terms = self.corpus.queries[:queries].indices
        kept = 1 if self.filter.labels is None else 1 / GROUPS
        return float(often[terms].sum()) * kept / queries
