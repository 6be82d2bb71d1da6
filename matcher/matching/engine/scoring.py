"""Documents scored one at a time from their rows."""

from typing import NamedTuple

import numpy as np
from scipy import sparse

from matcher.matching.engine.ahead import fetch_row
from matcher.matching.engine.best import Best, offer
from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import Scratch
from matcher.matching.engine.segment import (
    HEAD_MOST,
    Floats,
    Ints,
    Mask,
    Number,
    Segment,
    Singles,
    stretched,
)

AHEAD = 4  # documents whose rows are fetched before their turn
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

    def times(self, asked: Floats) -> Floats:
        """Each document times a query."""
        return np.asarray(self.rows_as(len(asked)) @ asked)

    def stretches(self, places: Ints) -> tuple[Ints, Ints, Singles]:
        """All that these documents bear: which of them, the features and their weights."""
        own, owners = stretched(self.starts, places)
        return owners, self.features[own], self.weights[own]


@strict
def product(features: Ints, own: Singles, start: int, end: int, asked: Singles) -> Number:
    """A stretch of a row times the query, in double precision in the order of features."""
    total, named, given = 0.0, features[start:end], own[start:end]
    for at in range(named.size):
        total += np.float64(asked[np.uint32(named[at])]) * np.float64(given[at])
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
def looked_up(
    few: Ints,
    features: Ints,
    own: Singles,
    head: tuple[int, int],
    rare: Ints,
    theirs: Singles,
    tail: tuple[int, int],
    asked: Singles,
) -> Number:
    """A whole row times a short query, whose features are looked up in both stretches: the same."""
    common, other = 0.0, 0.0
    for feature in few:
        if feature < HEAD_MOST:
            found = weight(features, own, head[0], head[1], feature)
            common += np.float64(asked[feature]) * np.float64(found)
        else:
            found = weight(rare, theirs, tail[0], tail[1], feature)
            other += np.float64(asked[feature]) * np.float64(found)
    return common + other


@strict
def join(
    segment: Segment,
    scratch: Scratch,
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
    documents: Ints,
    few: Ints,
) -> int:
    """Score documents exactly and put those that reach the floor among the best.

    `few` is as of `fewest`. Returns how many are held now.
    """
    # Arrays are taken out of their tuples before a loop: inside, each use would be counted.
    starts, features, own = segment.head_starts, segment.head_features, segment.head_weights
    behind, rare, theirs = segment.tail_starts, segment.tail_features, segment.tail_weights
    keys, rows, asked = segment.keys, segment.rows, scratch.weights
    for at in range(documents.size):
        soon = documents[min(at + AHEAD, documents.size - 1)]
        fetch_row(features, own, starts[soon])
        fetch_row(rare, theirs, behind[soon])
        document = documents[at]
        head = starts[document], starts[document + 1]
        tail = behind[document], behind[document + 1]
        if few.size:
            total = looked_up(few, features, own, head, rare, theirs, tail, asked)
        else:
            total = product(features, own, head[0], head[1], asked)
            total += product(rare, theirs, tail[0], tail[1], asked)
        found = np.float32(total + base[document]) if base.size else np.float32(total)
        if found >= floor:
            held = offer(best, held, found, keys[document], rows[document])
    return held


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
    mask: Mask,
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
) -> int:
    """Join the best of a few documents, each scored from its row; mask and base may be empty."""
    for at in range(features.size):
        scratch.weights[features[at]] = weights[at]
    for at in range(rows.keys.size):
        start, end = rows.starts[at], rows.starts[at + 1]
        if mask.size and not mask[at]:
            continue
        total = product(rows.features, rows.weights, start, end, scratch.weights)
        found = np.float32(total + base[at]) if base.size else np.float32(total)
        if found >= floor:
            held = offer(best, held, found, rows.keys[at], rows.rows[at])
    for feature in features:
        scratch.weights[feature] = 0
    return held
