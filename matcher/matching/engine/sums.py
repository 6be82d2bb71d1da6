"""What posting lists add up to per document, and where the largest sums stand."""

import numpy as np

from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import NEVER
from matcher.matching.engine.segment import Ints, Number, Singles


@strict
def begin(sums: Singles, base: Singles, size: int) -> None:
    """Sums before any list is read."""
    sums[:size] = 0
    if base.size:
        sums[:size] = base
    sums[size:] = NEVER


@compiled
def read(documents: Ints, codes: Ints, start: int, end: int, weight: Number, sums: Singles) -> None:
    """Add one posting list to the sums."""
    step = np.float32(weight)
    for at in range(start, end):
        sums[documents[at]] += step * np.float32(codes[at])


@compiled
def look(sums: Singles, tops: Singles) -> None:
    """The best of each stripe: documents that stand a whole number of stripes apart."""
    stripes = tops.size
    tops[:] = sums[:stripes]
    for turn in range(1, sums.size // stripes):
        part = sums[turn * stripes : (turn + 1) * stripes]
        for at in range(stripes):
            tops[at] = max(tops[at], part[at])


@strict
def best_of(sums: Singles, stripes: int, stripe: int) -> int:
    """The document with the largest sum in a stripe."""
    best = stripe
    for document in range(stripe, sums.size, stripes):
        if sums[document] > sums[best]:
            best = document
    return best


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
    """Write down the documents whose sum is at least so much; returns how many."""
    count = 0
    for stripe in range(tops.size):
        if tops[stripe] >= least:
            for document in range(stripe, sums.size, tops.size):
                if sums[document] >= least and sums[document] > NEVER:
                    candidates[count] = document
                    count += 1
    return count
