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
from matcher.matching.engine.scoring import AHEAD, fewest, join, unread
from matcher.matching.engine.scratch import NEVER, Scratch, clear, cost, plan, space
from matcher.matching.engine.segment import CODES, HEAD_MOST, Ints, Number, Segment, Singles
from matcher.matching.engine.sums import (
    begin,
    best_of,
    collect,
    foremost,
    look,
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
        documents[at] = best_of(sums, tops.size, documents[at])
    held = join(segment, scratch, base, best, held, floor, documents, few)
    for document in documents:
        sums[document] = NEVER  # its stripe's top may now be too high, which costs a look at most
    return held


@strict
def likely(
    segment: Segment,
    scratch: Scratch,
    sums: Singles,
    rest: Number,
    least: Number,
    count: int,
) -> Ints:
    """The candidates that may yet have so much, by what is read and their own unread weights."""
    # Arrays are taken out of their tuples before a loop: inside, each use would be counted.
    starts, features, weights = segment.head_starts, segment.head_features, segment.head_weights
    candidates, heads = scratch.candidates, scratch.heads
    left = 0
    for at in range(count):
        soon = candidates[min(at + AHEAD, count - 1)]
        fetch_row(features, weights, starts[soon])
        document = candidates[at]
        if sums[document] + rest < least:
            continue
        if rest > 0:
            start, end = starts[document], starts[document + 1]
            if sums[document] + unread(features, weights, start, end, heads) < least:
                continue
        candidates[left] = document
        left += 1
    return candidates[:left]


@strict
def next_cost(
    segment: Segment,
    features: Ints,
    order: Ints,
    bounds: Singles,
    at: int,
    rest: Number,
    least: Number,
) -> int:
    """Postings to read until the unread lists can add no more than `least`."""
    total = 0
    while at < order.size and rest > least:
        total += cost(segment, features[order[at]])
        rest -= bounds[order[at]]
        at += 1
    return total


@strict
def read_on(
    segment: Segment,
    scratch: Scratch,
    sums: Singles,
    features: Ints,
    weights: Singles,
    order: Ints,
    at: int,
    rest: Number,
    target: Number,
    must: int,
) -> tuple[int, Number, int]:
    """Read lists until the unread ones can add no more than `target`, but `must` postings at least.

    Returns how far it came, what the unread ones can add, and how many postings were read.
    """
    done, heads, common = 0, scratch.heads, len(segment.columns)
    lists, documents, codes = segment.lists, segment.documents, segment.codes
    # What to read is chosen first: columns from the front, lists, asked for at once, from the back.
    chosen, steps = np.empty(order.size - at, np.int32), np.empty(order.size - at, np.float32)
    front, back = 0, chosen.size
    while at < order.size:
        feature = features[order[at]]
        step = weights[order[at]] * lists[feature].step
        in_heads = feature < HEAD_MOST and heads[feature] > 0
        if in_heads and rest <= target and done < must:
            break
        if feature < common:
            chosen[front], steps[front] = feature, step
            front += 1
        else:
            back -= 1
            chosen[back], steps[back] = feature, step
            fetch(documents, lists[feature].start)
            fetch(codes, lists[feature].start)
        if in_heads:
            heads[feature] = 0
        rest = max(rest - step * CODES, 0.0)  # never below 0 by rounding: nothing would be read on
        done += cost(segment, feature)
        at += 1
    read_lists(lists, documents, codes, chosen[back:], steps[back:], sums)
    read_columns(segment.columns, chosen[:front], steps[:front], sums)
    return at, (rest if at < order.size else 0.0), done


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
    base: Singles,
    best: Best,
    held: int,
    floor: Number,
) -> int:
    """Join the best of one segment to the `held` ones; returns how many are held now.

    `base` is each document's score before any list is read, NEVER for one that may not be found;
    empty for 0 everywhere. `floor` is the least score of interest.
    """
    size, few = segment.keys.size, fewest(features)
    sums, tops = space(scratch, size)
    begin(sums, base, size)
    bounds = np.empty(features.size, dtype=np.float32)
    order = plan(segment, scratch, features, weights, bounds)
    rest = np.float64(bounds.sum())
    slack = SLACK * (rest + 1)
    # Where a bar is known from other segments, the first look may as well be the second.
    target = rest * FIRST if held == 0 else PART * max(bar(best, held, floor), 0.0)
    at = int(np.int64(0))  # a bare 0 is a type of its own, for which all is compiled once more
    left = next_cost(segment, features, order, bounds, at, rest, -np.inf)
    while True:
        at, rest, done = read_on(
            segment, scratch, sums, features, weights, order, at, rest, target, left - size
        )
        left -= done
        look(sums, tops)
        if not best.every:
            held = seed(segment, scratch, sums, tops, base, best, held, floor, few)
        least = lowest(best, held, floor, rest, slack, base.size == 0)
        reading = next_cost(segment, features, order, bounds, at, rest, rest * SHRINK)
        most = size if rest == 0 else min(size, reading // ROW_COST + 1)
        count = collect(sums, tops, least, scratch.candidates[:most])
        if rest == 0 or count < most:
            break
        target = min(rest * SHRINK, PART * max(bar(best, held, floor), 0.0))
    documents = likely(segment, scratch, sums, rest, bar(best, held, floor) - slack, count)
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
    base = np.empty(0, dtype=np.float32)
    for query in range(held.size):
        start, end = starts[query], starts[query + 1]
        best = Best(scores[query], keys[query], rows[query], False)
        held[query] = search(
            segment,
            scratch,
            features[start:end],
            weights[start:end],
            base,
            best,
            held[query],
            floor,
        )
