"""Soft wishes and near misses: they raise or lower a posting, but never keep it back."""

import numpy as np

from matcher.domain.terms import Education
from matcher.matching.facts import Floats, Mask, PostingFacts, SeekerFacts
from matcher.matching.gates import WEEKEND_DAYS

DAY = 0.04  # day shift, for somebody who wants no nights
REST = 0.04  # free weekends, for somebody who wants them
PAY = 0.03  # pay that is enough
TRAINABLE = 0.05  # training, for somebody who asks for it or is new
VETERANS = 0.05
CERTIFICATE = 0.06  # a certificate asked for that the person holds
SCHOOL_SHORT = -0.7  # 大专 asked of 中专: perhaps, but after those that ask for less
YEARS_SHORT = -0.5  # two years less than asked


def bonus(postings: PostingFacts, seekers: SeekerFacts) -> Floats:
    """What each pair gains; one side holds a single entry and is spread over the other."""
    new = seekers.trainable_wanted | (seekers.years == 0)
    with np.errstate(invalid="ignore"):
        gained = (
            DAY * (postings.by_day & seekers.no_night)
            + REST * ((postings.rest_days >= WEEKEND_DAYS) & seekers.weekend_off)
            + PAY * (postings.pay_sure >= seekers.min_pay)
            + TRAINABLE * (postings.trainable & new)
            + VETERANS * (postings.veterans & seekers.veteran)
            + SCHOOL_SHORT * _school_short(postings, seekers)
            + YEARS_SHORT * (postings.years - seekers.years >= 2)
        )
    return np.asarray(gained + CERTIFICATE * _held(postings, seekers), dtype=np.float64)


def _school_short(postings: PostingFacts, seekers: SeekerFacts) -> Mask:
    asked = postings.school >= Education.COLLEGE.level
    return np.asarray(asked & (postings.school > seekers.school))


def _held(postings: PostingFacts, seekers: SeekerFacts) -> Floats:
    shape = np.broadcast_shapes(postings.by_day.shape, seekers.no_night.shape)
    found = np.zeros(shape, dtype=bool)
    for name, named in postings.names.items():
        if name in seekers.holds:
            found |= named & seekers.holds[name]
    return found.astype(np.float64)
