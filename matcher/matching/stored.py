"""Rows that stay on disk once they were kept: each is read when it is asked for."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

LATELY = 2048  # rows that stay at hand, some kilobytes each

Packed = tuple[NDArray[np.uint8], NDArray[np.int64]]  # pickled rows end to end, and where each ends


class Stored(Generic[T]):
    """A sequence that is only ever continued.

    What was opened by memory map takes no memory of this process's own, and is shared with all
    others, but for the rows asked for lately: to read one anew costs some microseconds. Only what
    the program itself wrote may be opened so, as with every index that is kept.
    """

    def __init__(self, rows: Iterable[T] = ()) -> None:
        self._packed: Packed = (np.zeros(0, np.uint8), np.zeros(0, np.int64))
        self._read: Callable[[int], T] = _reader(self._packed)
        self._rows: tuple[T, ...] = tuple(rows)

    def __len__(self) -> int:
        return len(self._packed[1]) + len(self._rows)

    def __iter__(self) -> Iterator[T]:
        return (self[at] for at in range(len(self)))

    def __getitem__(self, at: int) -> T:
        ends = self._packed[1]
        if at < 0 or at >= len(self):
            raise IndexError(at)
        return self._read(at) if at < len(ends) else self._rows[at - len(ends)]

    def with_more(self, rows: Sequence[T]) -> "Stored[T]":
        """These rows and further ones behind them."""
        made: Stored[T] = Stored((*self._rows, *rows))
        made._packed, made._read = self._packed, self._read
        return made

    def __getstate__(self) -> Packed:
        """All rows packed."""
        each = [pickle.dumps(row, pickle.HIGHEST_PROTOCOL) for row in self]
        ends = np.cumsum([len(row) for row in each], dtype=np.int64)
        return np.frombuffer(b"".join(each), np.uint8), ends

    def __setstate__(self, state: Any) -> None:
        """Mapped arrays as plain ones, which share their memory and are quicker to cut."""
        self._packed = (np.asarray(state[0]), np.asarray(state[1]))
        self._read = _reader(self._packed)
        self._rows = ()


def _reader(packed: Packed) -> Callable[[int], Any]:
    """Reads a row; whoever comes next mostly asks for the same ones."""
    letters, ends = packed

    @lru_cache(maxsize=LATELY)
    def read(at: int) -> Any:
        begin = int(ends[at - 1]) if at else 0
        return pickle.loads(letters[begin : int(ends[at])].tobytes())  # written by this program

    return read
