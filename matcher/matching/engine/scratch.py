"""Space in which one thread works out its queries."""

from typing import NamedTuple

import numpy as np

from matcher.matching.engine.compiled import strict
from matcher.matching.engine.segment import HEAD_MOST, MOST, STRIPE, Ints, Singles

NEVER = np.float32(-1e30)  # the sum of a document that may not be found


class Scratch(NamedTuple):
    """Space for one thread's queries; weights are all 0 between queries."""

    sums: Singles  # per document
    tops: Singles  # per stripe
    stripes: Ints  # some of them
    weights: Singles  # per feature: what the query asks for
    heads: Singles  # per frequent feature: the same, 0 once its list is read
    candidates: Ints  # places of sums that may be among the best
    everyone: Ints  # the documents of a segment one by one
    kept: Ints  # some of them
    places: Ints  # of those, per document

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
            np.arange(MOST, dtype=np.uint16),
            np.zeros(MOST, dtype=np.uint16),
            np.zeros(MOST, dtype=np.uint16),
        )


@strict
def space(scratch: Scratch, size: int) -> tuple[Singles, Singles]:
    """The sums of so many documents and of some that are none, and the tops of their stripes."""
    stripes = (size + STRIPE - 1) // STRIPE
    return scratch.sums[: stripes * STRIPE], scratch.tops[:stripes]


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
