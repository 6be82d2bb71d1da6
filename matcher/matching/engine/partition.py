"""Rows cut into segments: large groups by themselves, small ones together."""

from collections.abc import Iterator

import numpy as np

from matcher.matching.engine.segment import MOST, Ints

OWN_SEGMENT = 4096  # documents of a group that are worth lists of their own
MIXED = -1  # the group of a segment that holds small groups together


def partition(owners: Ints) -> Iterator[tuple[Ints, int]]:
    """Rows cut into segments, each with the group that it holds or MIXED."""
    names, counts = np.unique(owners, return_counts=True)
    large = names[counts >= OWN_SEGMENT] if len(names) > 1 else names[:0]
    for name in large:
        yield from _cut(np.flatnonzero(owners == name), int(name))
    rest = np.flatnonzero(~np.isin(owners, large))
    yield from _cut(rest, int(names[0]) if len(names) == 1 else MIXED)


def _cut(rows: Ints, group: int) -> Iterator[tuple[Ints, int]]:
    for start in range(0, len(rows), MOST):
        yield rows[start : start + MOST], group


def places_of(groups: list[int]) -> dict[int | None, list[int]]:
    """By group, and None for all, the segments in which its rows may stand."""
    places: dict[int | None, list[int]] = {None: [*range(len(groups))], MIXED: []}
    for name in groups:
        places[name] = [at for at, owner in enumerate(groups) if owner in (name, MIXED)]
    return places
