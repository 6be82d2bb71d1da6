"""The physical limit of scoring by posting lists: how often a second one core adds to a score."""

import time
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

SCORES = 65_536  # fit in a core's own cache, as a good engine sees to
LIST, LISTS = 4_096, 1_024
ROUNDS = 25


def scatter_adds_per_second() -> float:
    """The best of some rounds over lists of rising postings, their weights in 16 bits."""
    draw = np.random.default_rng(5)
    rows = np.sort(draw.integers(0, SCORES, (LISTS, LIST)), axis=1).astype(np.uint16).ravel()
    weights = draw.integers(1, 1 << 16, rows.size).astype(np.uint16)
    scores = np.zeros(SCORES, dtype=np.float32)
    return max(_rate(rows, weights, scores) for _ in range(ROUNDS))


def _rate(rows: NDArray[Any], weights: NDArray[Any], scores: NDArray[Any]) -> float:
    began = time.process_time()
    _add(rows, weights, scores)
    return rows.size / (time.process_time() - began)


@njit("void(uint16[::1], uint16[::1], float32[::1])", cache=True, nogil=True, fastmath=True)
def _add(rows, weights, scores):  # type: ignore[no-untyped-def]
    """Add every weight to its posting's score."""
    for at in range(rows.size):
        scores[rows[at]] += np.float32(0.5) * weights[at]
