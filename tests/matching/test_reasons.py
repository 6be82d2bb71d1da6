"""Reasons are faithful: without the evidence that they name, the score is lower."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.profiles import Match, PostingProfile, SeekerProfile
from matcher.domain.terms import ReasonCode
from matcher.matching.ranker import PostingIndex, rank_postings
from matcher.reading import postings

TODAY = date(2026, 11, 22)
POSTING = postings.profile(
    "p",
    "维修电工",
    "负责液压设备检修，持低压电工证优先，长白班，双休，有师傅带，退伍军人优先",
    pay_text="6000-8000",
    place="义乌市稠城街道稠州路8号",
)
OTHERS = [
    postings.profile("o1", "电工", "负责线路巡查和液压设备检修，配电房抄表"),
    postings.profile("o2", "仓管员", "收货发货盘点"),
    postings.profile("o3", "保洁", "打扫卫生"),
]
SEEKER = SeekerProfile(
    "s",
    wanted=("电工",),
    skills=("液压",),
    certificates=("低压电工作业证",),
    min_pay=5000,
    no_night=True,
    weekend_off=True,
    trainable_wanted=True,
    veteran=True,
    districts=("稠城",),
)


def match_of(posting: PostingProfile) -> Match:
    index = PostingIndex.fit([posting, *OTHERS])
    ranking = rank_postings(index, SEEKER, k=0, today=TODAY)
    return next(match for match in ranking.matches if match.posting == "p")


@pytest.mark.parametrize(
    ("code", "without"),
    [
        (ReasonCode.WANTED, lambda p: replace(p, title="技工")),
        (ReasonCode.SKILLS, lambda p: replace(p, duties=p.duties.replace("液压", ""))),
        (ReasonCode.CERTIFICATE_HELD, lambda p: replace(p, certificates=())),
        (ReasonCode.SHIFT_FITS, lambda p: replace(p, shift=None)),
        (ReasonCode.REST_FITS, lambda p: replace(p, rest=None)),
        (ReasonCode.PAY_MEETS, lambda p: replace(p, pay_min=None, pay_max=None)),
        (ReasonCode.TRAINABLE, lambda p: replace(p, trainable=None)),
        (ReasonCode.VETERANS, lambda p: replace(p, veterans=False)),
        (ReasonCode.DISTRICT_FITS, lambda p: replace(p, districts=())),
        (ReasonCode.DISTRICT_FITS, lambda p: replace(p, districts=("廿三里街道",))),
    ],
)
def test_removing_the_evidence_lowers_the_score(
    code: ReasonCode, without: Callable[[PostingProfile], PostingProfile]
) -> None:
    whole = match_of(POSTING)
    assert code in {reason.code for reason in whole.reasons}
    less = match_of(without(POSTING))
    assert less.score < whole.score
    assert code not in {reason.code for reason in less.reasons}
