"""Documents by the set of names that each bears: one feature a set, so that any rule is exact."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy import sparse

Names = tuple[str, ...]


class Sets:
    """Numbers each different set of names in the order in which they come."""

    def __init__(self) -> None:
        """No document yet."""
        self._numbers: dict[Names, int] = {}
        self.bearing: dict[str, list[int]] = {}  # for each name the sets that hold it
        self.often: Counter[str] = Counter()  # how many documents bear each name
        self.documents = 0

    def space(self, named: Sequence[Names]) -> sparse.csr_matrix:
        """Documents × sets, 1 where the document bears exactly these names; none for no name."""
        self.documents += len(named)
        numbers = [self._number(names) for names in named if names]
        starts = np.concatenate(([0], np.cumsum([1 if names else 0 for names in named])))
        ones = np.ones(len(numbers), dtype=np.float64)
        shape = (len(named), len(self._numbers))
        return sparse.csr_matrix((ones, np.array(numbers, dtype=np.int32), starts), shape=shape)

    def _number(self, names: Names) -> int:
        own = tuple(sorted(set(names)))
        self.often.update(own)
        if own not in self._numbers:
            self._numbers[own] = len(self._numbers)
            for name in own:
                self.bearing.setdefault(name, []).append(self._numbers[own])
        return self._numbers[own]
