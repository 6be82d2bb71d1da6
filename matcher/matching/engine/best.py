"""The best documents found so far, and the score that the next one has to reach."""

from typing import NamedTuple

from matcher.matching.engine.compiled import strict
from matcher.matching.engine.segment import Ints, Number, Singles


class Best(NamedTuple):
    """The best found so far, best first; `every` keeps all that reach the floor, in no order."""

    scores: Singles
    keys: Ints
    rows: Ints
    every: bool


@strict
def offer(best: Best, held: int, score: Number, key: int, row: int) -> int:
    """Put a document where it belongs among the best; returns how many are held."""
    most = best.scores.size
    if best.every:
        at = held
        held += 1
    else:
        at = held
        if held == most:
            at = most - 1
            last = best.scores[at]
            if score < last or (score == last and key > best.keys[at]):
                return held
        else:
            held += 1
        while at > 0 and (
            best.scores[at - 1] < score
            or (best.scores[at - 1] == score and best.keys[at - 1] > key)
        ):
            best.scores[at] = best.scores[at - 1]
            best.keys[at] = best.keys[at - 1]
            best.rows[at] = best.rows[at - 1]
            at -= 1
    best.scores[at] = score
    best.keys[at] = key
    best.rows[at] = row
    return held


@strict
def bar(best: Best, held: int, floor: Number) -> Number:
    """The least score that still counts."""
    if best.every or held < best.scores.size:
        return floor
    return max(floor, best.scores[held - 1])
