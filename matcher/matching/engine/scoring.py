"""Documents scored one at a time from their rows."""

from typing import NamedTuple

import numpy as np
from scipy import sparse

from matcher.matching.engine.best import Best, offer
from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import NEVER, Scratch
from matcher.matching.engine.segment import HEAD_MOST, Ints, Number, Segment, Singles

FEW = 12  # features that are looked up in less time than a row is read


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
    total, named, given = 0.0, features[start:end], own[start:end]
    for at in range(named.size):
        total += np.float64(asked[named[at]]) * np.float64(given[at])
    return total


@strict
def weight(features: Ints, own: Singles, start: int, end: int, feature: int) -> Number:
    """What a stretch of a row gives a feature: found by leaps, since common ones come first."""
    last, leap = end, 1
    while start + leap < end and features[start + leap] <= feature:
        start += leap
        leap *= 2
    end = min(end, start + leap)
    while start < end:
        middle = (start + end) // 2
        if features[middle] < feature:
            start = middle + 1
        else:
            end = middle
    return own[start] if start < last and features[start] == feature else np.float32(0)


@strict
def score(segment: Segment, scratch: Scratch, base: Singles, document: int, few: Ints) -> Number:
    """The exact score of a document, its base included; `few` as of `fewest`."""
    start, end = segment.head_starts[document], segment.head_starts[document + 1]
    behind, last = segment.tail_starts[document], segment.tail_starts[document + 1]
    head, tail, asked = 0.0, 0.0, scratch.weights
    if few.size:
        features, own = segment.head_features, segment.head_weights
        rare, theirs = segment.tail_features, segment.tail_weights
        for feature in few:
            if feature < HEAD_MOST:
                found = weight(features, own, start, end, feature)
                head += np.float64(asked[feature]) * np.float64(found)
            else:
                found = weight(rare, theirs, behind, last, feature)
                tail += np.float64(asked[feature]) * np.float64(found)
    else:
        head = product(segment.head_features, segment.head_weights, start, end, asked)
        tail = product(segment.tail_features, segment.tail_weights, behind, last, asked)
    total = head + tail
    return np.float32(total + base[document]) if base.size else np.float32(total)


@strict
def fewest(features: Ints) -> Ints:
    """The features of a short query in rising order, none of a long one.

    Each of a few is looked up in a row, which else is read from end to end: the same sum.
    """
    return np.sort(features) if features.size <= FEW else features[:0]


@compiled
def unread(features: Ints, own: Singles, start: int, end: int, heads: Singles) -> Number:
    """What the unread lists add to one document, whose frequent features stand in a stretch."""
    total, named, given = np.float32(0), features[start:end], own[start:end]
    for at in range(named.size):
        total += heads[named[at]] * given[at]
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
