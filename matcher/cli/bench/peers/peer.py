"""The door of an engine: built over a workload, it answers one query or many."""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any, ClassVar

import numpy as np
from scipy import sparse

from matcher.cli.bench.workload import Rows, Workload


class Absent(Exception):
    """Why an engine cannot be measured here."""


class Peer(ABC):
    """An engine with its index built; what is timed is `top` alone."""

    name: ClassVar[str]
    own_formula: ClassVar[bool] = False  # ranks by BM25 of its own: disagreement is no error

    def __init__(self, work: Workload) -> None:
        """Build the index over every posting."""
        self.work = work
        self.k = work.k
        self.opened = ExitStack()  # what must be given back

    @abstractmethod
    def prepared(self, query: int) -> Any:
        """The query as this engine takes it; not timed."""

    @abstractmethod
    def top(self, query: Any) -> Rows:
        """The rows of the best postings, the best first."""

    def cpu(self) -> float:
        """CPU seconds spent so far, wherever this engine spends them."""
        return time.process_time()

    @property
    def nbytes(self) -> int | None:
        """Bytes of the index; None where they cannot be known."""
        return None

    def close(self) -> None:
        """Give everything back."""
        self.opened.close()


class BulkPeer(Peer):
    """An engine that also answers many queries in one call."""

    @abstractmethod
    def batch(self, queries: range) -> Any:
        """These queries as this engine takes them; not timed."""

    @abstractmethod
    def many(self, batch: Any, threads: int) -> Any:
        """The best postings of each query."""

    def listed(self, found: Any) -> list[Rows]:
        """The rows of what `many` returned, query by query; not timed."""
        return [np.asarray(rows)[np.asarray(rows) >= 0] for rows in found]


def nbytes(*matrices: sparse.csr_matrix) -> int:
    """Bytes of compressed matrices."""
    return sum(
        array.nbytes for each in matrices for array in (each.data, each.indices, each.indptr)
    )


def ranked(rows: Iterable[int], scores: Iterable[float]) -> Rows:
    """The rows with a score above zero, the best first, ties by row."""
    row, score = np.asarray(rows), np.asarray(scores)
    order = np.lexsort((row, -score))
    return np.asarray(row[order][score[order] > 0])
