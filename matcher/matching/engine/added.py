"""Documents added since the posting lists were made; few enough to be scored one by one."""

import numpy as np

from matcher.matching.engine.scoring import Rows
from matcher.matching.engine.segment import Ints, Singles

ROOM = 64  # documents and features that fit before the arrays grow


class Added:
    """Growing arrays; what has been handed out as `Rows` is never written again."""

    def __init__(self) -> None:
        self._starts = np.zeros(ROOM + 1, dtype=np.int64)
        self._features = np.zeros(ROOM * ROOM, dtype=np.int32)
        self._weights = np.zeros(ROOM * ROOM, dtype=np.float32)
        self._keys = np.zeros(ROOM, dtype=np.int64)
        self._rows = np.zeros(ROOM, dtype=np.int64)
        self.groups: list[int] = []

    def __len__(self) -> int:
        """How many."""
        return len(self.groups)

    def add(self, features: Ints, weights: Singles, key: int, row: int, group: int) -> None:
        """One more; it is seen by whoever asks for the rows from now on."""
        count = len(self.groups)
        start = int(self._starts[count])
        end = start + len(features)
        self._features = _grown(self._features, end)
        self._weights = _grown(self._weights, end)
        self._starts = _grown(self._starts, count + 2)
        self._keys, self._rows = _grown(self._keys, count + 1), _grown(self._rows, count + 1)
        self._features[start:end], self._weights[start:end] = features, weights
        self._starts[count + 1], self._keys[count], self._rows[count] = end, key, row
        self.groups.append(group)

    def rows(self) -> Rows:
        """All so far."""
        count = len(self.groups)
        end = int(self._starts[count])
        return Rows(
            self._starts[: count + 1],
            self._features[:end],
            self._weights[:end],
            self._keys[:count],
            self._rows[:count],
        )

    @property
    def nbytes(self) -> int:
        """Bytes of all arrays."""
        return sum(array.nbytes for array in self.rows())


def _grown(array: Ints, least: int) -> Ints:
    if least <= len(array):
        return array
    larger = np.zeros(max(least, 2 * len(array)), dtype=array.dtype)
    larger[: len(array)] = array
    return larger
