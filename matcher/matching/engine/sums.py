"""What lists and columns add up to per document, and where the largest sums stand."""

import numpy as np

from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.kept import Kept
from matcher.matching.engine.scratch import NEVER
from matcher.matching.engine.segment import Ints, Number, Singles

BLOCK = 4096  # sums
PIECE = 1024  # postings


@compiled
def read_lists(
    lists: Ints, documents: Ints, codes: Ints, features: Ints, steps: Singles, sums: Singles
) -> None:
    """Add posting lists to the sums."""
    for which in range(features.size):
        feature, step = features[which], steps[which]
        # Cut out first, here and elsewhere: an index that might be negative is looked at each time.
        part = documents[lists[feature].start : lists[feature + 1].start]
        their = codes[lists[feature].start : lists[feature + 1].start]
        for at in range(part.size):
            sums[part[at]] += step * np.float32(their[at])


@compiled
def read_columns(columns: Ints, features: Ints, steps: Singles, sums: Singles) -> None:
    """Add columns to the sums: four at a time, in blocks that stay in a core's nearest cache."""
    whole = features.size // 4 * 4
    for begin in range(0, sums.size, BLOCK):
        part = sums[begin : begin + BLOCK]
        for at in range(0, whole, 4):
            first = columns[features[at], begin : begin + BLOCK]
            second = columns[features[at + 1], begin : begin + BLOCK]
            third = columns[features[at + 2], begin : begin + BLOCK]
            fourth = columns[features[at + 3], begin : begin + BLOCK]
            by = steps[at : at + 4]
            a, b, c, d = by[0], by[1], by[2], by[3]
            for place in range(part.size):
                pair = a * np.float32(first[place]) + b * np.float32(second[place])
                part[place] += pair + (c * np.float32(third[place]) + d * np.float32(fourth[place]))
        for at in range(whole, features.size):
            column, step = columns[features[at], begin : begin + BLOCK], steps[at]
            for place in range(part.size):
                part[place] += step * np.float32(column[place])


@compiled
def pick_lists(
    lists: Ints,
    documents: Ints,
    codes: Ints,
    features: Ints,
    steps: Singles,
    kept: Kept,
    sums: Singles,
) -> None:
    """Add what posting lists say of the kept documents to their sums."""
    mask, places = kept.mask, kept.places
    found = np.empty(PIECE, dtype=np.uint16)
    for which in range(features.size):
        feature, step = features[which], steps[which]
        end = lists[feature + 1].start
        for begin in range(lists[feature].start, end, PIECE):
            part = documents[begin : min(begin + PIECE, end)]
            their = codes[begin : min(begin + PIECE, end)]
            count = np.uint32(0)
            # Written down in any case: what the processor need not guess it cannot guess wrongly.
            for at in range(part.size):
                found[count] = at
                count += np.uint32(mask[part[at]])
            for at in found[:count]:
                sums[places[part[at]]] += step * np.float32(their[at])


@compiled
def pick_columns(columns: Ints, features: Ints, steps: Singles, kept: Kept, sums: Singles) -> None:
    """Add what columns say of the kept documents to their sums: four at a time."""
    documents, whole = kept.documents, features.size // 4 * 4
    for at in range(0, whole, 4):
        first, second = columns[features[at]], columns[features[at + 1]]
        third, fourth = columns[features[at + 2]], columns[features[at + 3]]
        by = steps[at : at + 4]
        a, b, c, d = by[0], by[1], by[2], by[3]
        for place in range(documents.size):
            row = documents[place]
            pair = a * np.float32(first[row]) + b * np.float32(second[row])
            sums[place] += pair + (c * np.float32(third[row]) + d * np.float32(fourth[row]))
    for at in range(whole, features.size):
        column, step = columns[features[at]], steps[at]
        for place in range(documents.size):
            sums[place] += step * np.float32(column[documents[place]])


@compiled
def look(sums: Singles, tops: Singles) -> None:
    """The best of each stripe: documents that stand a whole number of stripes apart."""
    stripes = tops.size
    for at in range(stripes):
        tops[at] = sums[at]
    for turn in range(1, sums.size // stripes):
        part = sums[turn * stripes : (turn + 1) * stripes]
        for at in range(stripes):
            tops[at] = max(tops[at], part[at])


@strict
def best_of(sums: Singles, tops: Singles, stripe: int) -> int:
    """The place of the largest sum of a stripe, whose top is fresh."""
    place, top = stripe, tops[stripe]
    while sums[place] != top and place + tops.size < sums.size:
        place += tops.size
    return place


@strict
def foremost(tops: Singles, least: Number, found: Ints) -> int:
    """The stripes with the largest tops above `least`, best first, as many as `found` holds.

    Returns how many.
    """
    count = 0
    for stripe in range(tops.size):
        top = tops[stripe]
        if top <= least:
            continue
        at = min(count, found.size - 1)
        count = at + 1
        while at > 0 and tops[found[at - 1]] < top:
            found[at] = found[at - 1]
            at -= 1
        found[at] = stripe
        if count == found.size:
            least = tops[found[count - 1]]
    return count


@strict
def collect(sums: Singles, tops: Singles, least: Number, candidates: Ints) -> int:
    """Write down the documents whose sum is at least so much, as far as there is room for them.

    Returns how many.
    """
    count = 0
    for stripe in range(tops.size):
        if tops[stripe] >= least:
            own = sums[stripe :: tops.size]
            for turn in range(own.size):
                if own[turn] >= least and own[turn] > NEVER:
                    candidates[count] = stripe + turn * tops.size
                    count += 1
                    if count == candidates.size:
                        return count
    return count
