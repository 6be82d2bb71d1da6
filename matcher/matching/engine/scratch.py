"""Space in which one thread works out its queries, and the query laid out in it."""

from typing import NamedTuple

import numpy as np

from matcher.matching.engine.ahead import fetch
from matcher.matching.engine.compiled import strict
from matcher.matching.engine.segment import (
    CODES,
    HEAD_MOST,
    MOST,
    STRIPE,
    Ints,
    Number,
    Segment,
    Singles,
)

LITTLE = 128  # a list of no more than one document in so many is not worth leaving unread
COLUMN = 32  # documents of a column that are read in the time of one posting of a list
NEVER = np.float32(-1e30)  # the sum of a document that may not be found


class Scratch(NamedTuple):
    """Space for one thread's queries; weights are all 0 between queries."""

    sums: Singles  # per document
    tops: Singles  # per stripe
    stripes: Ints  # some of them
    weights: Singles  # per feature: what the query asks for
    heads: Singles  # per frequent feature: the same, 0 once its list is read
    candidates: Ints

    @staticmethod
    def of(features: int) -> "Scratch":
        """Space for queries over so many features."""
        return Scratch(
            np.zeros(MOST, dtype=np.float32),
            np.zeros(MOST // STRIPE, dtype=np.float32),
            np.zeros(MOST // STRIPE, dtype=np.int32),
            np.zeros(features, dtype=np.float32),
            np.zeros(HEAD_MOST, dtype=np.float32),
            np.zeros(MOST, dtype=np.int32),
        )


@strict
def space(scratch: Scratch, size: int) -> tuple[Singles, Singles]:
    """The sums of so many documents and of some that are none, and the tops of their stripes."""
    stripes = (size + STRIPE - 1) // STRIPE
    return scratch.sums[: stripes * STRIPE], scratch.tops[:stripes]


@strict
def cost(segment: Segment, feature: int) -> Number:
    """What it takes to read a feature, in postings of a list."""
    if feature < len(segment.columns):
        return segment.keys.size // COLUMN + 1
    return segment.lists[feature + 1].start - segment.lists[feature].start


@strict
def listed(numbers: Ints, terms: Ints, weights: Singles) -> tuple[Ints, Singles]:
    """The features of a query that have lists or columns, by their numbers, and their weights."""
    features, asked = np.empty(terms.size, np.int32), np.empty(terms.size, np.float32)
    count = 0
    for at in range(terms.size):
        if terms[at] < numbers.size and weights[at] > 0:
            features[count], asked[count] = numbers[terms[at]], weights[at]
            count += 1
    return features[:count], asked[:count]


@strict
def plan(
    segment: Segment, scratch: Scratch, features: Ints, weights: Singles, bounds: Singles
) -> Ints:
    """Lay out the query; returns its features in the order in which to read them."""
    worth = np.empty(features.size, dtype=np.float32)
    order = np.empty(features.size, dtype=np.int32)
    asked, heads, lists = scratch.weights, scratch.heads, segment.lists
    little, first, last, whole = segment.keys.size // LITTLE, 0, features.size, 0
    for feature in features:
        fetch(lists, feature)
    for at in range(features.size):
        feature = features[at]
        asked[feature] = weights[at]
        bounds[at] = weights[at] * lists[feature].step * np.float32(CODES)
        take = cost(segment, feature)
        whole += take
        if feature < HEAD_MOST:
            heads[feature] = weights[at]
        # What stands in no head, or hardly anywhere, is read first and always.
        if feature >= HEAD_MOST or take <= little:
            order[first] = at
            first += 1
        else:
            last -= 1
            order[last] = at
            worth[last] = take / max(bounds[at], np.float32(1e-12))
    if whole > segment.keys.size:  # else everything is read
        heavy = order[last:].copy()
        for at, place in enumerate(np.argsort(worth[last:])):
            order[last + at] = heavy[place]
    return order


@strict
def clear(scratch: Scratch, features: Ints) -> None:
    """Leave the scratch as it was found."""
    asked, heads = scratch.weights, scratch.heads
    for feature in features:
        asked[feature] = 0
        if feature < HEAD_MOST:
            heads[feature] = 0
