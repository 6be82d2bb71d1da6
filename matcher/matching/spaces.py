"""Feature spaces side by side: where each begins, and numbers for what comes after the fit."""

import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Ints = NDArray[np.int32]


class Spaces:
    """Numbers for the tokens of several spaces; tokens that come later stand behind all spaces."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """`sizes` are the tokens in each space when the lists are made."""
        self._sizes = list(sizes)
        self._starts = np.cumsum([0, *sizes])
        self._later: dict[tuple[int, int], int] = {}
        self._guard = threading.Lock()

    def within(self, space: int) -> tuple[int, int]:
        """The first number of a space, and the first behind it."""
        return int(self._starts[space]), int(self._starts[space + 1])

    def numbers(self, space: int, tokens: Ints) -> Ints:
        """The numbers of tokens of a space; -1 for those that no document has yet."""
        found: Ints = (tokens + self._starts[space]).astype(np.int32)
        for at in np.flatnonzero(tokens >= self._sizes[space]).tolist():
            found[at] = self._later.get((space, int(tokens[at])), -1)
        return found

    def rows(self, spaces: Sequence[sparse.csr_matrix]) -> sparse.csr_matrix:
        """Documents' spaces joined into one matrix of features; new tokens get their numbers."""
        self._welcome(spaces)
        width = int(self._starts[-1]) + len(self._later)
        joined = []
        for space, matrix in enumerate(spaces):
            features = self.numbers(space, matrix.indices)
            shape = (matrix.shape[0], width)
            joined.append(sparse.csr_matrix((matrix.data, features, matrix.indptr), shape=shape))
        total = joined[0]
        for matrix in joined[1:]:
            total = total + matrix
        return total.astype(np.float32)

    def _welcome(self, spaces: Sequence[sparse.csr_matrix]) -> None:
        with self._guard:
            for space, matrix in enumerate(spaces):
                new = np.unique(matrix.indices[matrix.indices >= self._sizes[space]])
                for token in new.tolist():
                    number = int(self._starts[-1]) + len(self._later)
                    self._later.setdefault((space, token), number)
