"""Hard wishes and legal needs as masks over one side; what is not said never blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import compress

import numpy as np

from matcher.domain.terms import Block, Education
from matcher.matching.facts import PostingConditions, PostingFacts, SeekerConditions, SeekerFacts
from matcher.matching.said import Codes, Mask

DEGREE = Education.BACHELOR.level  # asked for, no step below will do; under it one step may
YEARS_SHORT = 3.0  # so many years less than asked for is too far
WEEKEND_DAYS = 8  # rest days a month of somebody whose weekends are free


@dataclass(frozen=True)
class Gates:
    """Which pairs are kept back; one side is a single row, `said` and `paid` are the other's."""

    conditions: dict[Block, Mask]  # per entry of what is said
    needs: tuple[str, ...]
    lacking: Mask  # needs × entries
    said: Codes
    too_little: Mask  # per entry of what is paid
    paid: Codes
    closed: Mask  # per row

    @cached_property
    def shut(self) -> Mask:
        """The rows that any gate keeps back."""
        by_conditions = np.logical_or.reduce(list(self.conditions.values()))
        found = by_conditions[self.said] | self.closed
        if self.too_little.any():
            found |= self.too_little[self.paid]
        return np.asarray(found)

    @cached_property
    def _looked_up(self) -> list[tuple[Block, Mask, Sequence[int] | Codes]]:
        """Each gate, in the order in which they are told, and where a row finds its entry."""
        found: dict[Block, tuple[Mask, Sequence[int] | Codes]] = {
            block: (mask, self.said) for block, mask in self.conditions.items()
        }
        found[Block.PAY] = self.too_little, self.paid
        found[Block.CLOSED] = self.closed, range(len(self.closed))
        return [(block, *found[block]) for block in Block if block in found]

    def why(self, row: int) -> tuple[Block, ...]:
        """The gates that keep a row back."""
        return tuple(block for block, mask, entries in self._looked_up if mask[entries[row]])

    def missing(self, row: int) -> tuple[str, ...]:
        """The certificates, or A或B, that are needed and not held."""
        lacks = self.lacking[:, self.said[row]]
        return tuple(compress(self.needs, lacks.tolist()))


def between(postings: PostingFacts, seekers: SeekerFacts, today: date) -> Gates:
    """The gates of each pair; one side holds a single row."""
    asked, told = postings.conditions, seekers.conditions
    lacking = asked.table.needs.unmet(told.table.holds)
    # Plain arrays: of a mapped one each number costs ten times as much to look up.
    said = np.asarray(asked.pairs_with(told))
    with np.errstate(invalid="ignore"):
        too_little = postings.pay.table.most < seekers.pay.table.least
    over = ~postings.is_open | (postings.expires < today.toordinal())
    return Gates(
        _by_conditions(asked.table, told.table, np.asarray(lacking.any(axis=0))),
        asked.table.needs.names,
        lacking,
        said,
        too_little & ~seekers.pay.table.relaxed,
        np.asarray(postings.pay.pairs_with(seekers.pay)),
        np.broadcast_to(over, said.shape),
    )


def _by_conditions(
    asked: PostingConditions, told: SeekerConditions, lacking: Mask
) -> dict[Block, Mask]:
    with np.errstate(invalid="ignore"):
        school_short = asked.school - told.school
        found = {
            Block.NIGHT: asked.nights & told.no_night,
            Block.CERTIFICATE: lacking & told.tells_certificates,
            Block.EDUCATION: (school_short > 1) | ((school_short > 0) & (asked.school >= DEGREE)),
            Block.EXPERIENCE: asked.years - told.years >= YEARS_SHORT,
            Block.WEEKEND: (asked.rest_days < WEEKEND_DAYS) & told.weekend_off,
        }
    return {block: mask & ~told.relaxed[block] for block, mask in found.items()}
