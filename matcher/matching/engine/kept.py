"""The documents that a query may find: all of a segment, or a few that get sums by themselves."""

from collections.abc import Callable
from typing import Any, NamedTuple, cast

import numpy as np
from numba.cpython.unsafe import numbers

from matcher.matching.engine.compiled import compiled, strict
from matcher.matching.engine.scratch import NEVER, Scratch, space
from matcher.matching.engine.segment import Ints, Mask, Singles

NARROW = 8  # a mask that keeps one document in so many, or fewer, gives sums to those alone
COLUMN = 32  # documents of a column that are read in the time of one posting of a list
LOOK = 16_384  # postings read rather than looking once more at what they may spare
WORD = 8  # bytes that are looked at together
BITS = 64  # documents that are looked at together
SELDOM_MORE = 4  # of them are kept
ONES = np.uint64(0x0101010101010101)  # times eight bytes: their sum stands in the last
SQUEEZE = np.uint64(0x0102040810204080)  # the same: their lowest bits stand there

trailing_zeros = cast("Callable[[Any], int]", numbers.trailing_zeros)


class Kept(NamedTuple):
    """Which document each place of the sums stands for."""

    documents: Ints
    places: Ints  # of each document that is kept; empty where all have a place, their own number
    mask: Mask  # per document whether it is kept; empty where all have a place
    column: int  # what it takes to read a column, in postings of a list
    spare: int  # postings that may as well be read as looked around for


@strict
def keep(scratch: Scratch, mask: Mask, size: int) -> Kept:
    """The documents that have places: those in the mask if they are few, else all."""
    if mask.size == 0 or _count(mask) * NARROW > size:
        everyone, nobody = scratch.everyone[:size], scratch.places[:0]
        return Kept(everyone, nobody, mask[:0], size // COLUMN + 1, max(size, LOOK))
    documents = scratch.kept[: _positions(mask, scratch.kept)]
    for place in range(documents.size):
        scratch.places[documents[place]] = place
    return Kept(documents, scratch.places, mask, documents.size, documents.size)


@compiled
def _count(mask: Mask) -> int:
    """How often a mask is true; so many times faster than a sum of its bytes."""
    words, count = mask[: mask.size // WORD * WORD].view(np.uint64), np.uint64(0)
    for at in range(words.size):
        count += (words[at] * ONES) >> np.uint64(56)
    for at in range(words.size * WORD, mask.size):
        count += np.uint64(mask[at])
    return int(np.int64(count))


@strict
def _positions(mask: Mask, found: Ints) -> int:
    """Write down where a mask is true; returns how often."""
    words, count = mask[: mask.size // BITS * BITS].view(np.uint64), np.uint32(0)
    for begin in range(0, words.size, WORD):
        bits = np.uint64(0)
        for at in range(WORD):  # eight bytes become eight bits
            bits |= ((words[begin + at] * SQUEEZE) >> np.uint64(56)) << np.uint64(WORD * at)
        while bits:
            for _ in range(SELDOM_MORE):  # whether or not there are: nothing is to be guessed
                found[count] = begin * WORD + trailing_zeros(bits)
                count += np.uint32(bits != 0)
                bits &= bits - np.uint64(1)
    for at in range(words.size * WORD, mask.size):
        found[count] = at
        count += np.uint32(mask[at])
    return int(np.int64(count))


@compiled
def begin(scratch: Scratch, kept: Kept, mask: Mask, base: Singles) -> tuple[Singles, Singles]:
    """Sums before any list is read, and the tops of their stripes."""
    documents, size = kept.documents, kept.documents.size
    sums, tops = space(scratch, size)
    # Loops, here and below: an array put into a slice takes the compiler two seconds.
    for place in range(size):
        sums[place] = 0
    for place in range(size, sums.size):
        sums[place] = NEVER
    if kept.places.size:
        for place in range(size if base.size else 0):
            sums[place] = base[documents[place]]
    else:
        for row in range(base.size):
            sums[row] = base[row]
        for row in range(mask.size):
            sums[row] = sums[row] if mask[row] else NEVER
    return sums, tops
