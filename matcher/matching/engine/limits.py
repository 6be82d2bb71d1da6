"""Which rows a query may find at all, and what their scores start from."""

from collections.abc import Collection

import numpy as np

from matcher.matching.engine.segment import Ints, Mask, Singles

_ALL = np.empty(0, dtype=np.bool_)
_NOTHING = np.empty(0, dtype=np.float32)


def allowed(
    mask: Mask | None,
    base: Singles | None,
    members: Mask | None,
    closed: Collection[int],
    size: int,
) -> Mask:
    """Which of so many rows may be found: in mask and members, not closed; empty for all.

    A mask or base may be shorter than the rows are many: those behind are not asked for.
    """
    known = size if base is None else min(len(base), size)
    if mask is None and members is None and known == size and not closed:
        return _ALL
    asked = np.ones(known, dtype=np.bool_) if mask is None else mask[:known]
    found = _filled(np.ascontiguousarray(asked, dtype=np.bool_), size)
    if members is not None or closed:
        found = found.copy() if members is None else found & members
        found[[row for row in closed if row < size]] = False
    return found


def started(base: Singles | None, size: int) -> Singles:
    """What the score of each of so many rows starts from; empty for 0 everywhere."""
    return _NOTHING if base is None else _filled(np.asarray(base, dtype=np.float32), size)


def of_rows(values: Ints, rows: slice | Ints) -> Ints:
    """Those of some rows; empty where it stands for all."""
    return values[rows] if len(values) else values


def _filled(values: Ints, size: int) -> Ints:
    """So many of the values, 0 behind their end."""
    return values[:size] if len(values) >= size else np.pad(values, (0, size - len(values)))
