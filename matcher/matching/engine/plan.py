"""The features of a query in the order in which their lists and columns are read."""

from typing import NamedTuple

import numpy as np

from matcher.matching.engine.ahead import fetch
from matcher.matching.engine.compiled import strict
from matcher.matching.engine.scratch import Scratch
from matcher.matching.engine.segment import CODES, HEAD_MOST, Ints, Number, Segment, Singles

LITTLE = 128  # a list of no more than one document in so many is not worth leaving unread


class Plan(NamedTuple):
    """Features in order: first those that are always read, then by what they add per posting."""

    features: Ints
    steps: Singles  # what a code is worth, times what the query asks for
    takes: Ints  # postings of a list that are read in the same time
    always: int


@strict
def plan(
    segment: Segment, scratch: Scratch, column: int, spare: int, features: Ints, weights: Singles
) -> Plan:
    """Lay out the query in the scratch.

    A column takes as long as so many postings of a list; `spare` of those are read in any order.
    """
    size, first, last = features.size, 0, features.size
    named, steps = np.empty(size, dtype=np.int32), np.empty(size, dtype=np.float32)
    takes, worth = np.empty(size, dtype=np.int32), np.empty(size, dtype=np.float32)
    asked, heads, lists = scratch.weights, scratch.heads, segment.lists
    little, common, whole = segment.keys.size // LITTLE, len(segment.columns), 0
    for feature in features:
        fetch(lists, feature)
    for at in range(size):
        feature, weight = features[at], weights[at]
        asked[feature] = weight
        if feature < HEAD_MOST:
            heads[feature] = weight
        step = weight * lists[feature].step
        take = column if feature < common else lists[feature + 1].start - lists[feature].start
        whole += take
        # What stands in no head, or hardly anywhere, is read first and always.
        if feature >= HEAD_MOST or take <= little:
            place = first
            first += 1
        else:
            last -= 1
            place = last
            worth[place] = take / max(step, np.float32(1e-12))
        named[place], steps[place], takes[place] = feature, step, take
    if whole > spare:
        _sort(named[first:], steps[first:], takes[first:], worth[first:])
    return Plan(named, steps, takes, first)


@strict
def _sort(features: Ints, steps: Singles, takes: Ints, worth: Singles) -> None:
    """Those first that take the least for what they add."""
    order = np.argsort(worth.view(np.int32))  # positive floats sort as integers, in less time
    named, by, took = features.copy(), steps.copy(), takes.copy()
    for at in range(order.size):
        place = order[at]
        features[at], steps[at], takes[at] = named[place], by[place], took[place]


@strict
def costs(planned: Plan, at: int, rest: Number, least: Number) -> int:
    """Postings to read from a feature on until the unread ones can add no more than `least`."""
    total, steps, takes = 0, planned.steps, planned.takes
    while at < takes.size and rest > least:
        total += takes[at]
        rest -= steps[at] * CODES
        at += 1
    return total


@strict
def clear(scratch: Scratch, features: Ints) -> None:
    """Leave the scratch as it was found."""
    asked, heads = scratch.weights, scratch.heads
    for feature in features:
        asked[feature] = 0
        if feature < HEAD_MOST:
            heads[feature] = 0
