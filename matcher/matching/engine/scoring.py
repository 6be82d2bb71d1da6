"""Documents scored one at a time from their rows."""

from typing import NamedTuple

import numpy as np

from matcher.matching.engine.best import Best, offer
from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import NEVER, Scratch
from matcher.matching.engine.segment import Ints, Number, Segment, Singles


class Rows(NamedTuple):
    """Documents with exact weights only: those added since the lists were made."""

    row_starts: Ints
    row_features: Ints
    row_weights: Singles
    keys: Ints
    rows: Ints


@strict
def exact(starts: Ints, features: Ints, own: Singles, weights: Singles, document: int) -> Number:
    """The score of one row, summed in double precision in the order of features."""
    total = 0.0
    for at in range(starts[document], starts[document + 1]):
        total += np.float64(weights[features[at]]) * np.float64(own[at])
    return total


@strict
def score(segment: Segment, scratch: Scratch, base: Singles, document: int) -> Number:
    """The exact score of a document, its base included."""
    found = exact(
        segment.row_starts, segment.row_features, segment.row_weights, scratch.weights, document
    )
    return np.float32(found + base[document]) if base.size else np.float32(found)


@compiled
def unread(segment: Segment, heads: Singles, document: int) -> Number:
    """At most what the unread lists add to one document."""
    total = np.float32(0)
    for at in range(segment.head_starts[document], segment.head_starts[document + 1]):
        total += heads[segment.head_features[at]] * np.float32(segment.head_codes[at])
    return total


@strict
def scan(
    rows: Rows,
    scratch: Scratch,
    features: Ints,
    weights: Singles,
    places: Ints,
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
) -> int:
    """Join the best of a few documents, each scored from its row; `base` goes with `places`."""
    for at in range(features.size):
        scratch.weights[features[at]] = weights[at]
    for at in range(places.size):
        place = places[at]
        found = np.float32(
            exact(rows.row_starts, rows.row_features, rows.row_weights, scratch.weights, place)
            + base[at]
        )
        if found >= floor and found > NEVER / 2:
            held = offer(best, held, found, rows.keys[place], rows.rows[place])
    for feature in features:
        scratch.weights[feature] = 0
    return held
