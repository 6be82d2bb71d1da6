"""Peers that multiply the very matrix and the very queries of ours."""

import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.metrics.pairwise import linear_kernel

from matcher.cli.bench.peers.peer import Absent, BulkPeer, Peer, nbytes, ranked
from matcher.cli.bench.workload import Rows, Workload

CHUNK = 100  # queries that scikit-learn scores at once


def _best(scores: NDArray[Any], k: int) -> Rows:
    """The k best of a whole row of scores, as it is usually done."""
    places = np.argpartition(scores, -k)[-k:] if k < scores.size else np.arange(scores.size)
    return ranked(places, scores[places])


class ScikitLearn(BulkPeer):
    """`linear_kernel` over the vectors as TfidfVectorizer makes them, in double precision."""

    name = "scikit-learn"

    def __init__(self, work: Workload) -> None:
        """Keep the matrix in double precision."""
        super().__init__(work)
        self._matrix = work.corpus.matrix.astype(np.float64)
        self._queries = work.corpus.queries.astype(np.float64)

    def prepared(self, query: int) -> Any:
        """The query's row and the rows that the filter keeps."""
        mask = self.work.filter.mask(query)
        return self._queries[query], None if mask is None else np.flatnonzero(mask)

    def top(self, query: Any) -> Rows:
        """Every score, of the kept rows alone where there is a filter."""
        row, kept = query
        if kept is None:
            return _best(linear_kernel(row, self._matrix).ravel(), self.k)
        best = _best(linear_kernel(row, self._matrix[kept]).ravel(), self.k)
        return np.asarray(kept[best])

    def batch(self, queries: range) -> Any:
        """A slice of rows."""
        return self._queries[queries.start : queries.stop]

    def many(self, batch: Any, threads: int) -> Any:
        """A hundred rows of scores at a time."""
        found = []
        for start in range(0, batch.shape[0], CHUNK):
            scores = linear_kernel(batch[start : start + CHUNK], self._matrix)
            found += [_best(row, self.k) for row in scores]
        return found

    @property
    def nbytes(self) -> int:
        """The matrix."""
        return nbytes(self._matrix)


class Scipy(Peer):
    """`q @ X.T` with the transposed matrix kept: what scipy alone can do."""

    name = "scipy"

    def __init__(self, work: Workload) -> None:
        """Transpose once."""
        super().__init__(work)
        self._terms = work.corpus.matrix.T.tocsr()

    def prepared(self, query: int) -> Any:
        """The query's row and mask."""
        return self.work.corpus.queries[query], self.work.filter.mask(query)

    def top(self, query: Any) -> Rows:
        """One sparse product, then the best of what it touched."""
        row, mask = query
        scores = (row @ self._terms).toarray().ravel()
        return _best(scores if mask is None else scores * mask, self.k)

    @property
    def nbytes(self) -> int:
        """The transposed matrix."""
        return nbytes(self._terms)


class _TopProduct(BulkPeer):
    """A library for the k best of each row of a product."""

    module: str

    def __init__(self, work: Workload) -> None:
        """Transpose once; with a filter the matrix must be cut for each query."""
        super().__init__(work)
        try:
            self._multiply: Any = importlib.import_module(self.module).sp_matmul_topn
        except ImportError:
            raise Absent("not installed") from None
        self._terms = work.corpus.matrix.T.tocsr()

    def prepared(self, query: int) -> Any:
        """The query's row and the columns that the filter keeps."""
        mask = self.work.filter.mask(query)
        return self.work.corpus.queries[query], None if mask is None else np.flatnonzero(mask)

    def top(self, query: Any) -> Rows:
        """A product with one row."""
        row, kept = query
        if kept is None:
            found = self._product(row, self._terms, 1)
            return ranked(found.indices, found.data)
        found = self._product(row, self.work.corpus.matrix[kept].T.tocsr(), 1)
        return ranked(kept[found.indices], found.data)

    def batch(self, queries: range) -> Any:
        """A slice of rows."""
        return self.work.corpus.queries[queries.start : queries.stop]

    def many(self, batch: Any, threads: int) -> Any:
        """One product."""
        return self._product(batch, self._terms, threads)

    def listed(self, found: Any) -> list[Rows]:
        """Rows of the product."""
        return [ranked(row.indices, row.data) for row in map(found.getrow, range(found.shape[0]))]

    @property
    def nbytes(self) -> int:
        """The transposed matrix."""
        return nbytes(self._terms)

    def _product(
        self, rows: sparse.csr_matrix, terms: sparse.csr_matrix, threads: int
    ) -> sparse.csr_matrix:
        return self._multiply(rows, terms, top_n=self.k, sort=True, n_threads=threads)


class SparseDotTopn(_TopProduct):
    """sparse_dot_topn."""

    name = "sparse_dot_topn"
    module = "sparse_dot_topn"


class SpMatmulRs(_TopProduct):
    """The same in Rust."""

    name = "sp_matmul_rs"
    module = "sp_matmul_rs"
