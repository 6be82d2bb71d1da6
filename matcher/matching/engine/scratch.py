"""Space in which one thread works out its queries, and the query laid out in it."""

from typing import NamedTuple

import numpy as np

from matcher.matching.engine.compiled import strict
from matcher.matching.engine.segment import (
    CODES,
    HEAD_MOST,
    MOST,
    STRIPE,
    Ints,
    Segment,
    Singles,
)

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
def plan(
    segment: Segment, scratch: Scratch, features: Ints, weights: Singles, bounds: Singles
) -> Ints:
    """Lay out the query; returns its lists in the order in which to read them."""
    worth = np.empty(features.size, dtype=np.float32)
    asked, heads, starts, scale = scratch.weights, scratch.heads, segment.starts, segment.scale
    for at in range(features.size):
        feature = features[at]
        asked[feature] = weights[at]
        bounds[at] = weights[at] * scale[feature] * np.float32(CODES)
        length = starts[feature + 1] - starts[feature]
        # Rare features stand in no head: their short lists are read first and always.
        worth[at] = 0
        if feature < HEAD_MOST:
            heads[feature] = weights[at]
            worth[at] = length / max(bounds[at], np.float32(1e-12))
    return np.argsort(worth)


@strict
def clear(scratch: Scratch, features: Ints) -> None:
    """Leave the scratch as it was found."""
    asked, heads = scratch.weights, scratch.heads
    for feature in features:
        asked[feature] = 0
        if feature < HEAD_MOST:
            heads[feature] = 0
