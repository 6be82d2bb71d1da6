"""Hard wishes and legal needs as masks over one side; what is not said never blocks."""

from datetime import date

import numpy as np

from matcher.domain.terms import Block, Education
from matcher.matching.facts import Mask, PostingFacts, SeekerFacts

DEGREE = Education.BACHELOR.level  # asked for, no step below will do; under it one step may
YEARS_SHORT = 3.0  # so many years less than asked for is too far
WEEKEND_DAYS = 8  # rest days a month of somebody whose weekends are free


def blocked(postings: PostingFacts, seekers: SeekerFacts, today: date) -> dict[Block, Mask]:
    """Which pairs each gate keeps back; one side holds a single entry, spread over the other."""
    with np.errstate(invalid="ignore"):
        short = postings.years - seekers.years
        school_short = postings.school - seekers.school
        found = {
            Block.NIGHT: postings.nights & seekers.no_night,
            Block.PAY: postings.pay_max < seekers.min_pay,
            Block.CERTIFICATE: _lacks(postings, seekers) & seekers.tells_certificates,
            Block.EDUCATION: (school_short > 1)
            | ((school_short > 0) & (postings.school >= DEGREE)),
            Block.EXPERIENCE: short >= YEARS_SHORT,
            Block.WEEKEND: (postings.rest_days < WEEKEND_DAYS) & seekers.weekend_off,
        }
    opened = {block: mask & ~seekers.relaxed[block] for block, mask in found.items()}
    over = ~postings.is_open | (postings.expires < today.toordinal())
    opened[Block.CLOSED] = over & np.ones_like(seekers.no_night)
    return opened


def lacking(postings: PostingFacts, seekers: SeekerFacts) -> dict[str, Mask]:
    """Which pairs lack each certificate, or A或B, that a posting cannot do without."""
    none = np.zeros(seekers.no_night.shape, dtype=bool)
    found = {}
    for need, asked in postings.needs.items():
        having = none.copy()
        for name in need.split("或"):
            having |= seekers.holds.get(name, none)
        found[need] = asked & ~having
    return found


def _lacks(postings: PostingFacts, seekers: SeekerFacts) -> Mask:
    shape = np.broadcast_shapes(postings.nights.shape, seekers.no_night.shape)
    lacks = [*lacking(postings, seekers).values(), np.zeros(shape, dtype=bool)]
    return np.asarray(np.logical_or.reduce(lacks))
