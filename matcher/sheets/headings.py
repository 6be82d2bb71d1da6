"""Finds the row of headings among the titles, notes and blank rows that stand above it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.sheets.columns import TITLE, Heading, heading

SEARCHED = 20  # rows


@dataclass(frozen=True)
class Head:
    """The headings of a table, and how many rows down to and including them were used up."""

    headings: tuple[Heading, ...]
    used: int


def find(rows: Sequence[Sequence[str]]) -> Head | None:
    """The best row (or pair of rows, where headings have sub-headings) of the first twenty.

    None where no row names at least the post and one thing more.
    """
    best, most = None, 0
    for index, row in enumerate(rows[:SEARCHED]):
        candidates = [_alone(row, index + 1)]
        if index + 1 < len(rows):
            candidates.append(Head(tuple(_joined(row, rows[index + 1])), index + 2))
            # A note above the headings adds nothing to them, only its words to the first.
            if _score(candidates[1]) == _score(_alone(rows[index + 1], index + 2)):
                candidates.pop()
        for candidate in candidates:
            if _score(candidate) > most:
                best, most = candidate, _score(candidate)
    return best


def _alone(row: Sequence[str], used: int) -> Head:
    return Head(tuple(heading(cell) for cell in row), used)


def _joined(above: Sequence[str], below: Sequence[str]) -> list[Heading]:
    width = max(len(above), len(below))
    pairs = zip(_padded(above, width), _padded(below, width), strict=True)
    return [_under(top, low) for top, low in pairs]


def _under(top: str, low: str) -> Heading:
    """薪资 over 最低 is one heading; 招聘要求 over 人数 only says where 人数 belongs."""
    whole = heading(top if top == low else top + low)
    alone = heading(low)
    return alone if whole.column is None and alone.column else whole


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _score(head: Head) -> int:
    """How many fields are named; a row must not be taken that leaves most of its cells unnamed."""
    fields = {each.column.field for each in head.headings if each.column}
    filled = sum(bool(each.text) for each in head.headings)
    if TITLE not in fields or (len(fields) < 2 and filled > 1):
        return 0
    return len(fields)
