"""The search of one segment: strong posting lists read whole, the rest bounded, few rows scored.

Lists are read in order of how much bound they lift per posting, as in MaxScore (Turtle and Flood
1995); what the unread lists can still add is bounded by their largest weights. As soon as scoring
the documents that may yet stand among the best is cheaper than reading on, those are scored from
their rows: first by rounded weights, then exactly.
"""

import numpy as np

from matcher.matching.engine.ahead import fetch, fetch_row
from matcher.matching.engine.best import Best, bar
from matcher.matching.engine.compiled import strict
from matcher.matching.engine.kept import Kept, begin, keep
from matcher.matching.engine.plan import Plan, clear, costs, plan
from matcher.matching.engine.scoring import AHEAD, fewest, join, unread
from matcher.matching.engine.scratch import NEVER, Scratch
from matcher.matching.engine.segment import CODES, HEAD_MOST, Ints, Mask, Number, Segment, Singles
from matcher.matching.engine.sums import (
    best_of,
    collect,
    foremost,
    look,
    pick_columns,
    pick_lists,
    read_columns,
    read_lists,
)

FIRST = 0.2  # of all that the lists can add: what may be unread at the first look
PART = 0.4  # of the least score that still counts: what may be unread from the second look on
SHRINK = 0.7  # from look to look, at most
ROW_COST = 200  # postings read in the time that one candidate takes
SLACK = 2e-5  # of all that the lists can add: what single precision may have lost


@strict
def seed(
    segment: Segment,
    scratch: Scratch,
    kept: Kept,
    sums: Singles,
    tops: Singles,
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
    few: Ints,
) -> int:
    """Score documents that by what is read stand among the best, so that the bar is high early."""
    stripes = scratch.stripes[: min(best.scores.size, tops.size)]
    documents = stripes[: foremost(tops, max(bar(best, held, floor), NEVER / 2), stripes)]
    for at in range(documents.size):
        place = best_of(sums, tops, documents[at])
        sums[place] = NEVER  # its stripe's top may now be too high, which costs a look at most
        documents[at] = kept.documents[place]
    return join(segment, scratch, base, best, held, floor, documents, few)


@strict
def likely(
    segment: Segment,
    scratch: Scratch,
    kept: Kept,
    sums: Singles,
    rest: Number,
    least: Number,
    count: int,
) -> Ints:
    """The candidates that may yet have so much, by what is read and their own unread weights."""
    # Arrays are taken out of their tuples before a loop: inside, each use would be counted.
    starts, features, weights = segment.head_starts, segment.head_features, segment.head_weights
    candidates, documents, heads = scratch.candidates, kept.documents, scratch.heads
    left = 0
    for at in range(count):
        soon = documents[candidates[min(at + AHEAD, count - 1)]]
        fetch_row(features, weights, starts[soon])
        place = candidates[at]
        document = documents[place]
        if sums[place] + rest < least:
            continue
        if rest > 0:
            start, end = starts[document], starts[document + 1]
            if sums[place] + unread(features, weights, start, end, heads) < least:
                continue
        candidates[left] = document
        left += 1
    return candidates[:left]


@strict
def read_on(
    segment: Segment,
    scratch: Scratch,
    kept: Kept,
    planned: Plan,
    sums: Singles,
    at: int,
    rest: Number,
    target: Number,
    left: int,
) -> tuple[int, Number, int]:
    """Read on from a feature until the unread ones can add no more than `target`.

    Once few of the `left` postings are unread they are read too. Returns how far it came, what the
    unread ones can add, and how many postings were read.
    """
    start, done, front, heads = at, 0, 0, scratch.heads
    lists, documents, codes = segment.lists, segment.documents, segment.codes
    features, steps, takes = planned.features, planned.steps, planned.takes
    chosen, by = np.empty(features.size, np.int32), np.empty(features.size, np.float32)
    common, always = len(segment.columns), planned.always
    while at < features.size:
        if at >= always and rest <= target and left - done > kept.spare:
            break
        feature, step = features[at], steps[at]
        if feature < common:
            chosen[front], by[front] = feature, step
            front += 1
        else:  # all lists are asked for at once
            fetch(documents, lists[feature].start)
            fetch(codes, lists[feature].start)
        if feature < HEAD_MOST:
            heads[feature] = 0
        rest = max(rest - step * CODES, 0.0)  # never below 0 by rounding: nothing would be read on
        done += takes[at]
        at += 1
    listed, their = features[start:at], steps[start:at]
    if kept.places.size:
        pick_lists(lists, documents, codes, listed, their, kept, sums)
        pick_columns(segment.columns, chosen[:front], by[:front], kept, sums)
    else:
        read_lists(lists, documents, codes, listed, their, sums)
        read_columns(segment.columns, chosen[:front], by[:front], sums)
    return at, (rest if at < features.size else 0.0), done


@strict
def lowest(best: Best, held: int, floor: Number, rest: Number, slack: Number, bare: bool) -> Number:
    """The least sum of a document that may yet reach the bar."""
    least = bar(best, held, floor) - rest - slack
    if bare and rest == 0 and floor > 0:
        return max(least, np.float32(1e-30))  # nothing read, nothing scored
    return least


@strict
def search(
    segment: Segment,
    scratch: Scratch,
    features: Ints,
    weights: Singles,
    mask: Mask,
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
) -> int:
    """Join the best of one segment to the `held` ones; returns how many are held now.

    `mask`: who may be found, empty for all; `base`: scores before any list is read, empty for 0.
    """
    kept, few = keep(scratch, mask, segment.keys.size), fewest(features)
    if kept.documents.size == 0:
        return held
    sums, tops = begin(scratch, kept, mask, base)
    planned = plan(segment, scratch, kept.column, kept.spare, features, weights)
    rest = np.float64(planned.steps.sum()) * CODES
    slack = SLACK * (rest + 1)
    # Where a bar is known from other segments, the first look may as well be the second.
    target = rest * FIRST if held == 0 else PART * max(bar(best, held, floor), 0.0)
    at = int(np.int64(0))  # a bare 0 is a type of its own, for which all is compiled once more
    left = costs(planned, at, rest, -np.inf)
    while True:
        at, rest, done = read_on(segment, scratch, kept, planned, sums, at, rest, target, left)
        left -= done
        look(sums, tops)
        if not best.every:
            held = seed(segment, scratch, kept, sums, tops, base, best, held, floor, few)
        least = lowest(best, held, floor, rest, slack, base.size == 0)
        reading = costs(planned, at, rest, rest * SHRINK)
        most = kept.documents.size
        most = most if rest == 0 else min(most, reading // ROW_COST + 1)
        count = collect(sums, tops, least, scratch.candidates[:most])
        if rest == 0 or count < most:
            break
        target = min(rest * SHRINK, PART * max(bar(best, held, floor), 0.0))
    documents = likely(segment, scratch, kept, sums, rest, bar(best, held, floor) - slack, count)
    held = join(segment, scratch, base, best, held, floor, documents, few)
    clear(scratch, features)
    return held


@strict
def search_many(
    segment: Segment,
    scratch: Scratch,
    starts: Ints,
    features: Ints,
    weights: Singles,
    scores: Singles,
    keys: Ints,
    rows: Ints,
    held: Ints,
    floor: Number,
) -> None:
    """Join the best of one segment for each of many queries, one row of the arrays each."""
    mask, base = np.empty(0, dtype=np.bool_), np.empty(0, dtype=np.float32)
    for query in range(held.size):
        start, end = starts[query], starts[query + 1]
        best = Best(scores[query], keys[query], rows[query], False)
        held[query] = search(
            segment,
            scratch,
            features[start:end],
            weights[start:end],
            mask,
            base,
            best,
            held[query],
            floor,
        )
