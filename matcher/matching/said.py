"""What many rows say, each distinct thing once: gates ask hundreds of entries, not all rows."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Codes = NDArray[np.int32]

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Said(Generic[T]):
    """Rows and what they say: `table` holds each distinct entry, `of` each row's place in it."""

    table: T
    of: Codes

    def pairs_with(self, other: "Said[Any]") -> Codes:
        """The entry of each pair's row, where one of the two sides is a single row."""
        return self.of if len(other.of) == 1 else other.of


@dataclass(frozen=True)
class Names:
    """Which entries bear which names; `borne` is names × entries."""

    names: tuple[str, ...]
    borne: Mask

    @staticmethod
    def of(lists: Sequence[Iterable[str]]) -> "Names":
        """The names of each entry."""
        places: dict[str, int] = {}
        pairs = [
            (places.setdefault(name, len(places)), at)
            for at, names in enumerate(lists)
            for name in names
        ]
        borne = np.zeros((len(places), len(lists)), dtype=bool)
        for name, at in pairs:
            borne[name, at] = True
        return Names(tuple(places), borne)

    def with_more(self, more: "Names") -> "Names":
        """These entries, and further ones behind them."""
        names = tuple(dict.fromkeys((*self.names, *more.names)))
        size = self.borne.shape[1]
        borne = np.zeros((len(names), size + more.borne.shape[1]), dtype=bool)
        borne[: len(self.names), :size] = self.borne
        place = {name: at for at, name in enumerate(names)}
        borne[[place[name] for name in more.names], size:] = more.borne
        return Names(names, borne)

    def shared(self, others: "Names") -> Mask:
        """Which pairs of entries, one side being a single one, have a name in common."""
        found = np.zeros(max(self.borne.shape[1], others.borne.shape[1]), dtype=bool)
        for name in self._places.keys() & others._places.keys():
            found |= self.borne[self._places[name]] & others.borne[others._places[name]]
        return found

    def unmet(self, others: "Names") -> Mask:
        """Names × pairs: which of our names, or of its A或B, the others do not bear."""
        met = np.zeros((len(self.names), others.borne.shape[1]), dtype=bool)
        for name, borne in zip(others.names, others.borne, strict=True):
            for at in self._meeting.get(name, ()):
                met[at] |= borne
        return self.borne & ~met

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self.names)}

    @cached_property
    def _meeting(self) -> dict[str, list[int]]:
        """For each single name the places of those that it meets."""
        found: dict[str, list[int]] = {}
        for at, name in enumerate(self.names):
            for each in name.split("或"):
                found.setdefault(each, []).append(at)
        return found


def distinct(rows: Iterable[K]) -> tuple[list[K], Codes]:
    """The distinct entries in order of appearance, and each row's place among them."""
    places: dict[K, int] = {}
    of = [places.setdefault(row, len(places)) for row in rows]
    return list(places), np.array(of, dtype=np.int32)


def joined(first: Any, more: Any) -> Any:
    """Two of a kind, row behind row: arrays, names, tables of both, rows that say them."""
    if isinstance(first, np.ndarray):
        return np.concatenate([first, more])
    if isinstance(first, Names):
        return first.with_more(more)
    if isinstance(first, dict):
        return {key: joined(one, more[key]) for key, one in first.items()}
    if isinstance(first, Said):
        table = joined(first.table, more.table)
        behind = np.int32(_entries(first.table))
        return Said(table, np.concatenate([first.of, more.of + behind]))
    return type(first)(**{key: joined(one, getattr(more, key)) for key, one in vars(first).items()})


def _entries(table: Any) -> int:
    """How many entries a table has, by whatever column comes first."""
    if isinstance(table, Names):
        return int(table.borne.shape[1])
    return len(next(iter(vars(table).values())))
