"""What lists and columns add up to per document, and where the largest sums stand."""

import numpy as np

from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import NEVER
from matcher.matching.engine.segment import Ints, Mask, Number, Singles

BLOCK = 4096  # sums


@compiled
def begun(size: int, mask: Mask, base: Singles) -> Singles:
    """What each of so many rows starts from: its base, NEVER outside the mask and behind both."""
    start = np.full(size, NEVER, dtype=np.float32)
    for row in range(min(size, mask.size, base.size)):
        start[row] = base[row] if mask[row] else NEVER
    return start


@strict
def begin(sums: Singles, base: Singles, size: int) -> None:
    """Sums before any list is read."""
    # Loops, here and below: an array put into a slice takes the compiler two seconds.
    for row in range(size):
        sums[row] = base[row] if base.size else np.float32(0)
    for row in range(size, sums.size):
        sums[row] = NEVER


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
def best_of(sums: Singles, stripes: int, stripe: int) -> int:
    """The document with the largest sum in a stripe."""
    own = sums[stripe::stripes]
    best, most = 0, own[0]
    for turn in range(own.size):
        if own[turn] > most:
            best, most = turn, own[turn]
    return stripe + best * stripes


@strict
def foremost(tops: Singles, least: Number, found: Ints) -> int:
    """The stripes with the largest tops, best first, as many as `found` holds; returns how many."""
    count = 0
    for stripe in range(tops.size):
        top = tops[stripe]
        if top < least or (count == found.size and top <= tops[found[count - 1]]):
            continue
        at = count if count < found.size else count - 1
        count = min(count + 1, found.size)
        while at > 0 and tops[found[at - 1]] < top:
            found[at] = found[at - 1]
            at -= 1
        found[at] = stripe
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
