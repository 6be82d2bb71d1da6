"""Soft wishes and near misses: they raise or lower a posting, but never keep it back."""

import numpy as np

from matcher.domain.terms import Education
from matcher.matching.facts import PostingConditions, PostingFacts, SeekerConditions, SeekerFacts
from matcher.matching.gates import WEEKEND_DAYS
from matcher.matching.said import Floats, Mask

DAY = 0.04  # day shift, for somebody who wants no nights
REST = 0.04  # free weekends, for somebody who wants them
PAY = 0.03  # pay that is enough
TRAINABLE = 0.05  # training, for somebody who asks for it or is new
VETERANS = 0.05
CERTIFICATE = 0.06  # a certificate asked for that the person holds
DISTRICT = 0.04  # work where the person would like to work; elsewhere is no worse than unknown
SCHOOL_SHORT = -0.7  # 大专 asked of 中专: perhaps, but after those that ask for less
YEARS_SHORT = -0.5  # two years less than asked
PAY_SHORT = -0.5  # pay below a wish: behind what pays enough, but above other work


def bonus(postings: PostingFacts, seekers: SeekerFacts) -> Floats:
    """What each pair gains; one side holds a single row."""
    asked, told = postings.conditions, seekers.conditions
    gained = _by_conditions(asked.table, told.table)[asked.pairs_with(told)]
    with np.errstate(invalid="ignore"):
        enough = postings.pay.table.sure >= seekers.pay.table.least
    if enough.any():
        gained = gained + PAY * enough[postings.pay.pairs_with(seekers.pay)]
    if seekers.pay.table.relaxed.any():
        gained = gained + PAY_SHORT * _pay_short(postings, seekers)
    near = postings.districts.table.shared(seekers.districts.table)
    if near.any():
        gained = gained + DISTRICT * near[postings.districts.pairs_with(seekers.districts)]
    return gained


def _by_conditions(asked: PostingConditions, told: SeekerConditions) -> Floats:
    """The same for each entry of what is said, of conditions alone."""
    new = told.trainable_wanted | (told.years == 0)
    with np.errstate(invalid="ignore"):
        gained = (
            DAY * (asked.by_day & told.no_night)
            + REST * ((asked.rest_days >= WEEKEND_DAYS) & told.weekend_off)
            + TRAINABLE * (asked.trainable & new)
            + VETERANS * (asked.veterans & told.veteran)
            + SCHOOL_SHORT * _school_short(asked, told)
            + YEARS_SHORT * (asked.years - told.years >= 2)
        )
    return np.asarray(gained + CERTIFICATE * asked.names.shared(told.holds), dtype=np.float64)


def _pay_short(postings: PostingFacts, seekers: SeekerFacts) -> Mask:
    """Which pairs pay less than is wished for, where the gate leaves them in."""
    with np.errstate(invalid="ignore"):
        short = postings.pay.table.most < seekers.pay.table.least
    return np.asarray((short & seekers.pay.table.relaxed)[postings.pay.pairs_with(seekers.pay)])


def _school_short(asked: PostingConditions, told: SeekerConditions) -> Mask:
    more = asked.school >= Education.COLLEGE.level
    return np.asarray(more & (asked.school > told.school))
