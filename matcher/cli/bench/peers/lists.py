"""Plain posting lists compiled by numba: every posting of every term of the query is added up."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numba import njit
from scipy import sparse

from matcher.cli.bench.peers.peer import BulkPeer, nbytes
from matcher.cli.bench.workload import Rows, Workload

BLOCK = 250  # queries of one task


class PostingLists(BulkPeer):
    """Term at a time over one list per term; per district where districts are the filter."""

    name = "posting lists"

    def __init__(self, work: Workload) -> None:
        """One set of lists, or one for each district."""
        super().__init__(work)
        matrix, labels = work.corpus.matrix, work.filter.labels
        self._parts = {1: (_lists(matrix), np.arange(matrix.shape[0]))}
        if work.filter.kind == "group" and labels is not None:
            members = {label: np.flatnonzero(labels == label) for label in set(labels.tolist())}
            self._parts = {at: (_lists(matrix[rows]), rows) for at, rows in members.items()}
        self._scores = np.zeros(matrix.shape[0], dtype=np.float32)

    def prepared(self, query: int) -> Any:
        """Terms, weights, the lists to read and the mask."""
        row, kind = self.work.corpus.queries[query], self.work.filter.kind
        lists, rows = self._parts[self.work.filter.wanted(query) if kind == "group" else 1]
        mask = self.work.filter.mask(query) if kind == "mask" else None
        kept = np.ones(rows.size, dtype=np.bool_) if mask is None else mask
        return row.indices, row.data, lists, rows, kept, mask is not None

    def top(self, query: Any) -> Rows:
        """Add up, then look for the best."""
        terms, weights, lists, rows, kept, masked = query
        scores = self._scores[: rows.size]
        found = np.full(self.k, -1, dtype=np.int64)
        _one(lists.indptr, lists.indices, lists.data, terms, weights, scores, kept, masked, found)
        return np.asarray(rows[found[found >= 0]])

    def batch(self, queries: range) -> Any:
        """A slice of rows."""
        return self.work.corpus.queries[queries.start : queries.stop]

    def many(self, batch: Any, threads: int) -> Any:
        """Blocks of queries, one after the other in each thread."""
        starts = range(0, batch.shape[0], BLOCK)
        with ThreadPoolExecutor(threads) as pool:
            return np.concatenate(list(pool.map(lambda at: self._block(batch, at), starts)))

    def _block(self, batch: sparse.csr_matrix, start: int) -> Rows:
        lists = self._parts[1][0]
        ends = batch.indptr[start : start + BLOCK + 1]
        found = np.full((ends.size - 1, self.k), -1, dtype=np.int64)
        _all(
            lists.indptr,
            lists.indices,
            lists.data,
            ends,
            batch.indices,
            batch.data,
            lists.shape[0],
            found,
        )
        return found

    @property
    def nbytes(self) -> int:
        """All lists."""
        return sum(nbytes(lists) for lists, _ in self._parts.values())


def _lists(matrix: sparse.csr_matrix) -> sparse.csc_matrix:
    lists = matrix.tocsc()
    lists.sort_indices()
    return lists


@njit(cache=True, nogil=True, fastmath=True)
def _one(starts, rows, weights, terms, wants, scores, kept, masked, found):  # type: ignore[no-untyped-def]
    """The rows of the best scores into `found`, the best first, ties by row."""
    scores[:] = 0
    for at in range(terms.size):
        for place in range(starts[terms[at]], starts[terms[at] + 1]):
            scores[rows[place]] += wants[at] * weights[place]
    best = np.zeros(found.size, dtype=np.float32)
    last = found.size - 1
    for row in range(scores.size):
        if scores[row] > best[last] and (not masked or kept[row]):
            at = last
            while at > 0 and scores[row] > best[at - 1]:
                best[at], found[at] = best[at - 1], found[at - 1]
                at -= 1
            best[at], found[at] = scores[row], row


@njit(cache=True, nogil=True, fastmath=True)
def _all(starts, rows, weights, ends, terms, wants, size, found):  # type: ignore[no-untyped-def]
    """The same for a block of queries."""
    scores = np.zeros(size, dtype=np.float32)
    kept = np.ones(1, dtype=np.bool_)
    for at in range(ends.size - 1):
        part = slice(ends[at], ends[at + 1])
        _one(starts, rows, weights, terms[part], wants[part], scores, kept, False, found[at])
