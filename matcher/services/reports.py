"""What an import says of each row, and of the whole file."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from matcher.domain.errors import Problem
from matcher.domain.terms import PostingStatus
from matcher.services.imports import Entry


class Outcome(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # the row changed, but so did the posting, by hand: it stays as it is
    REFUSED = "refused"


@dataclass(frozen=True)
class Line:
    """What is said of one row: what was understood, what is missing, what was wrong."""

    entry: Entry  # row, title, company, problems, notes
    outcome: Outcome
    status: PostingStatus | None = None
    missing: tuple[str, ...] = ()
    understood: dict[str, Any] = field(default_factory=dict)

    @property
    def notes(self) -> list[Problem]:
        """How things were taken that could have been meant otherwise."""
        kept = [Problem("row", "edited_here")] if self.outcome is Outcome.KEPT else []
        return kept + self.entry.notes


@dataclass
class Report:
    """The whole import, row by row."""

    lines: list[Line] = field(default_factory=list)
    skipped: int = 0  # repeated headings, sums, notes: no postings
    headings_used: list[tuple[str, str]] = field(default_factory=list)  # heading, field
    headings_left: list[str] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)  # hidden rows, sheets passed over, …

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return len(self.lines)

    def count(self, outcome: Outcome) -> int:
        """How many rows came out like this."""
        return sum(line.outcome is outcome for line in self.lines)

    def count_status(self, status: PostingStatus) -> int:
        """How many of the added and changed rows stand like this now."""
        return sum(line.status is status for line in self.lines)

    @property
    def noted(self) -> list[Line]:
        """The rows that went in, or were kept out of the way, in a manner to be looked at."""
        told = (Outcome.ADDED, Outcome.CHANGED, Outcome.KEPT)
        return [line for line in self.lines if line.notes and line.outcome in told]

    @property
    def refused(self) -> list[Line]:
        """The rows that did not go in."""
        return [line for line in self.lines if line.outcome is Outcome.REFUSED]
