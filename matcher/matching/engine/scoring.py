"""Documents scored one at a time from their rows."""

from typing import NamedTuple

import numpy as np
from scipy import sparse

from matcher.matching.engine.best import Best, offer
from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import NEVER, Scratch
from matcher.matching.engine.segment import Ints, Number, Segment, Singles


class Rows(NamedTuple):
    """Documents with exact weights only: those added since the lists were made."""

    starts: Ints
    features: Ints
    weights: Singles
    keys: Ints
    rows: Ints

    @property
    def size(self) -> int:
        """How many documents."""
        return len(self.keys)

    def rows_as(self, features: int) -> sparse.csr_matrix:
        """The exact weights, documents × so many features."""
        return sparse.csr_matrix((self.weights, self.features, self.starts), (self.size, features))

    def row(self, place: int) -> tuple[Ints, Singles]:
        """The features of one document in rising order, and their weights."""
        own = slice(self.starts[place], self.starts[place + 1])
        return self.features[own], self.weights[own]


@strict
def product(features: Ints, own: Singles, start: int, end: int, asked: Singles) -> Number:
    """A stretch of a row times the query, in double precision in the order of features."""
    total = 0.0
    for at in range(start, end):
        total += np.float64(asked[features[at]]) * np.float64(own[at])
    return total


@strict
def score(segment: Segment, scratch: Scratch, base: Singles, document: int) -> Number:
    """The exact score of a document, its base included."""
    start, end = segment.head_starts[document], segment.head_starts[document + 1]
    found = product(segment.head_features, segment.head_weights, start, end, scratch.weights)
    start, end = segment.tail_starts[document], segment.tail_starts[document + 1]
    found += product(segment.tail_features, segment.tail_weights, start, end, scratch.weights)
    return np.float32(found + base[document]) if base.size else np.float32(found)


@compiled
def unread(features: Ints, own: Singles, start: int, end: int, heads: Singles) -> Number:
    """What the unread lists add to one document, whose frequent features stand in a stretch."""
    total = np.float32(0)
    for at in range(start, end):
        total += heads[features[at]] * own[at]
    return total


@strict
def scan(
    rows: Rows,
    scratch: Scratch,
    features: Ints,
    weights: Singles,
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
) -> int:
    """Join the best of a few documents, each scored from its row."""
    for at in range(features.size):
        scratch.weights[features[at]] = weights[at]
    for at in range(rows.keys.size):
        start, end = rows.starts[at], rows.starts[at + 1]
        found = np.float32(
            product(rows.features, rows.weights, start, end, scratch.weights) + base[at]
        )
        if found >= floor and found > NEVER / 2:
            held = offer(best, held, found, rows.keys[at], rows.rows[at])
    for feature in features:
        scratch.weights[feature] = 0
    return held
