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
DISTRICT = 0.04  # work where the person would like to work; elsewhere is no worse than unknown
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
    gained = gained + CERTIFICATE * _share(postings.names, seekers.holds, gained)
    gained = gained + DISTRICT * _share(postings.districts, seekers.districts, gained)
    return np.asarray(gained, dtype=np.float64)


def _school_short(postings: PostingFacts, seekers: SeekerFacts) -> Mask:
    asked = postings.school >= Education.COLLEGE.level
    return np.asarray(asked & (postings.school > seekers.school))


def _share(ours: dict[str, Mask], theirs: dict[str, Mask], pairs: Floats) -> Mask:
    """Which of these pairs have one of the names on both sides."""
    found = np.zeros(pairs.shape, dtype=bool)
    for name in ours.keys() & theirs.keys():
        found |= ours[name] & theirs[name]
    return found
