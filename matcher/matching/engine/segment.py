"""Up to 65,536 documents as lists and columns of rounded-up weights, and as rows of exact ones."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

MOST = 65_536  # documents that two bytes can number
STRIPE = 64  # documents whose best stands for them all
CODES = 255  # steps of a rounded weight
HEAD_MOST = 65_536  # features that two bytes can number, the most frequent first
COMMON = 16  # a feature of one document in so many has a column instead of a list
# Side by side since they are read together.
LIST = np.dtype([("start", np.int32), ("step", np.float32)], align=True)

Ints = NDArray[Any]
Singles = NDArray[np.float32]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Number = Any  # a float of either precision, as compiled code has it


class Segment(NamedTuple):
    """Arrays only, so that a segment can be written to disk and mapped into memory as it is.

    A rounded weight is `code · step` of its feature and never below the exact one: sums of rounded
    weights are upper bounds. The most frequent features have no lists but columns, a code for each
    document and 0 where it lacks the feature: adding a whole column up takes less time than
    a list of a sixteenth of the documents, which have to be looked up one by one.
    """

    columns: Ints  # uint8, common features × documents and some empty room
    lists: Ints  # LIST, per feature and one more; columns have empty ones
    documents: Ints  # uint16
    codes: Ints  # uint8
    head_starts: Ints
    head_features: Ints  # uint16
    head_weights: Singles
    tail_starts: Ints
    tail_features: Ints  # int32
    tail_weights: Singles
    keys: Ints  # per document: breaks ties, the lower first
    rows: Ints  # per document: its row as the engine's user knows it

    @property
    def size(self) -> int:
        """How many documents."""
        return len(self.keys)

    @property
    def span(self) -> slice | Ints:
        """The rows, as a slice where they stand in a row."""
        first, last = int(self.rows[0]), int(self.rows[-1])
        return slice(first, last + 1) if last - first == self.size - 1 else self.rows

    @property
    def nbytes(self) -> int:
        """Bytes of all arrays."""
        return sum(array.nbytes for array in self)

    def rows_as(self, features: int) -> sparse.csr_matrix:
        """The exact weights, documents × so many features."""
        head, tail = self._stretches_as(features)
        return head + tail

    def times(self, asked: Floats) -> Floats:
        """Each document times a query, both stretches summed by themselves as the search does."""
        head, tail = self._stretches_as(len(asked))
        return np.asarray(head @ asked + tail @ asked)

    def _stretches_as(self, features: int) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
        shape = (self.size, features)
        head = sparse.csr_matrix((self.head_weights, self.head_features, self.head_starts), shape)
        tail = sparse.csr_matrix((self.tail_weights, self.tail_features, self.tail_starts), shape)
        return head, tail

    def stretches(self, places: Ints) -> tuple[Ints, Ints, Singles]:
        """All that these documents bear: which of them, the features and their weights."""
        head, ours = stretched(self.head_starts, places)
        tail, theirs = stretched(self.tail_starts, places)
        features = [self.head_features[head].astype(np.int32), self.tail_features[tail]]
        weights = [self.head_weights[head], self.tail_weights[tail]]
        return np.concatenate([ours, theirs]), np.concatenate(features), np.concatenate(weights)

    @staticmethod
    def of(matrix: sparse.csr_matrix, keys: Ints, rows: Ints) -> "Segment":
        """Lists and rows of these documents; features are numbered by falling frequency.

        `matrix` is documents × features, float32, without negative or stored zero weights.
        """
        weights = matrix.tocsc()
        weights.sort_indices()
        often = np.diff(weights.indptr)
        steps = _largest(weights) / np.float32(CODES)
        rounded = _rounded(weights.data, np.repeat(steps, often))
        codes = sparse.csc_matrix((rounded, weights.indices, weights.indptr), weights.shape)
        common = int(np.count_nonzero(often * COMMON >= max(1, matrix.shape[0])))
        listed = codes[:, common:]
        lists = np.zeros(len(often) + 1, dtype=LIST)
        lists["start"][common:], lists["step"][:-1] = listed.indptr, steps
        in_head = matrix.indices < HEAD_MOST
        head_starts = np.concatenate(([0], np.cumsum(in_head)))[matrix.indptr]
        return Segment(
            _columns(codes[:, :common]),
            lists,
            listed.indices.astype(np.uint16),
            listed.data,
            head_starts.astype(np.int64),
            matrix.indices[in_head].astype(np.uint16),
            matrix.data[in_head].astype(np.float32),
            matrix.indptr.astype(np.int64) - head_starts,
            matrix.indices[~in_head].astype(np.int32),
            matrix.data[~in_head].astype(np.float32),
            keys.astype(np.int64),
            rows.astype(np.int64),
        )

    def bearing(self, feature: int) -> Ints:
        """The rows of the documents that bear a feature."""
        if feature < len(self.columns):
            return self.rows[np.flatnonzero(self.columns[feature])]
        start, end = self.lists["start"][feature : feature + 2]
        return self.rows[self.documents[start:end]]


def stretched(starts: Ints, places: Ints) -> tuple[Ints, Ints]:
    """Where all entries of these rows stand, row by row, and the row's place among `places`."""
    lengths = starts[places + 1] - starts[places]
    owners = np.repeat(np.arange(len(places)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(owners)) + (starts[places] - before)[owners], owners


def _columns(codes: sparse.csc_matrix) -> Ints:
    """Features × documents, with room for a whole number of stripes."""
    size, features = codes.shape
    columns = np.zeros((features, -(-size // STRIPE) * STRIPE), dtype=np.uint8)
    columns[:, :size] = codes.T.toarray()
    return columns


def _largest(columns: sparse.csc_matrix) -> Singles:
    largest = np.zeros(columns.shape[1], dtype=np.float32)
    used = np.diff(columns.indptr) > 0
    if used.any():
        largest[used] = np.maximum.reduceat(columns.data, columns.indptr[:-1][used])
    return largest


def _rounded(weights: Singles, steps: Singles) -> Ints:
    codes = np.ceil(weights.astype(np.float64) / np.where(steps > 0, steps, 1))
    # Division may land a hair above a whole step; a hair below the next is still above the weight.
    return np.clip(codes, 1, CODES).astype(np.uint8)
