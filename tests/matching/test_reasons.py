"""Reasons are faithful: without the evidence that they name, the score is lower."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.profiles import Match, PostingProfile, Reason, SeekerProfile
from matcher.domain.terms import Bearing, Block, Education, ReasonCode, Shift
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.reading import postings, seekers

TODAY = date(2026, 11, 22)
POSTING = postings.profile(
    "p",
    "维修电工",
    "负责液压设备和变频器检修，持低压电工证优先，长白班，双休，有师傅带，退伍军人优先",
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


KINDRED = replace(SEEKER, wanted=("水电工",))  # no word of the title, and the same occupation
TALKER = SeekerProfile("s", text="修过变频器和水泵")


def match_of(posting: PostingProfile, seeker: SeekerProfile = SEEKER) -> Match:
    index = PostingIndex.fit([posting, *OTHERS])
    ranking = rank_postings(index, seeker, k=0, today=TODAY)
    return next(match for match in ranking.matches if match.posting == "p")


EVIDENCE: list[tuple[ReasonCode, Callable[[PostingProfile], PostingProfile]]] = [
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
]


@pytest.mark.parametrize(("code", "without"), EVIDENCE)
def test_removing_the_evidence_lowers_the_score(
    code: ReasonCode, without: Callable[[PostingProfile], PostingProfile]
) -> None:
    whole = match_of(POSTING)
    assert code in {reason.code for reason in whole.reasons}
    less = match_of(without(POSTING))
    assert less.score < whole.score
    assert code not in {reason.code for reason in less.reasons}


def test_a_kindred_occupation_is_told_as_such_and_counts() -> None:
    whole = match_of(POSTING, KINDRED)
    codes = {reason.code for reason in whole.reasons}
    assert ReasonCode.KINDRED in codes
    assert ReasonCode.WANTED not in codes
    less = match_of(replace(POSTING, title="技工"), KINDRED)
    assert less.score < whole.score
    assert ReasonCode.KINDRED not in {reason.code for reason in less.reasons}


TRADES = [
    ("律师", "诉讼专员", "诉讼", "专员"),  # two words of one family
    ("缝纫工", "服装版师", "服装", "版师"),
    ("banker", "Senior Lenders Desk", "lenders", "Senior Desk"),  # as the posting spells it
]


@pytest.mark.parametrize(("wish", "title", "word", "rest"), TRADES)
def test_a_title_of_the_same_trade_says_by_which_word_and_it_counts(
    wish: str, title: str, word: str, rest: str
) -> None:
    seeker = SeekerProfile("s", wanted=(wish,))
    whole = match_of(replace(POSTING, title=title), seeker)
    assert Reason(ReasonCode.TRADE, (word,)) in whole.reasons
    less = match_of(replace(POSTING, title=rest), seeker)
    assert less.score < whole.score
    assert ReasonCode.TRADE not in {reason.code for reason in less.reasons}


def test_work_that_a_certificate_opens_is_told_where_nothing_is_wished() -> None:
    holder = SeekerProfile("s", certificates=("低压电工作业证",))
    plain = replace(POSTING, certificates=())
    whole = match_of(plain, holder)
    assert ReasonCode.TRADE in {reason.code for reason in whole.reasons}
    assert match_of(replace(plain, title="技工"), holder).score < whole.score


PIECES = [
    ("保洁", "保洁员", "保洁"),  # a longer word of the title
    ("做过保洁员", "保洁", "保洁"),  # and of the text
]


@pytest.mark.parametrize(("text", "title", "piece"), PIECES)
def test_a_piece_of_a_longer_word_is_told_where_nothing_else_is(
    text: str, title: str, piece: str
) -> None:
    seeker = SeekerProfile("s", text=text)
    posting = PostingProfile("p", title)
    index = PostingIndex.fit([posting, *OTHERS[:2]])
    whole = rank_postings(index, seeker, k=0, today=TODAY).matches[0]
    assert whole.posting == "p"
    assert Reason(ReasonCode.WORDS, (piece,)) in whole.reasons
    index = PostingIndex.fit([replace(posting, title=title.replace(piece, "技")), *OTHERS[:2]])
    assert rank_postings(index, seeker, k=0, today=TODAY).matches[0].score < whole.score


def test_words_of_the_persons_own_text_count() -> None:
    whole = match_of(POSTING, TALKER)
    assert Reason(ReasonCode.WORDS, ("变频器",)) in whole.reasons
    less = match_of(replace(POSTING, duties=POSTING.duties.replace("变频器", "")), TALKER)
    assert less.score < whole.score
    assert ReasonCode.WORDS not in {reason.code for reason in less.reasons}


def test_when_somebody_must_be_home_speaks_for_no_post_at_that_hour() -> None:
    late = postings.profile("late", "收银员", "晚上九点前到店接班，负责收银")
    others = [*OTHERS, POSTING, late]
    person = SeekerProfile("s", wanted=("理货员",), text="收银也会，晚上九点前要下班")
    silent = replace(person, text="收银也会")
    index = PostingIndex.fit(others)
    scores = [
        {
            match.posting: match.score
            for match in rank_postings(index, each, k=9, today=TODAY).matches
        }
        for each in (person, silent)
    ]
    assert scores[0]["late"] == pytest.approx(scores[1]["late"])


_OF_TITLES = (ReasonCode.KINDRED, ReasonCode.TRADE, ReasonCode.WORDS)


def test_all_that_speaks_for_a_match_is_tried() -> None:
    fits = {code for code in ReasonCode if code.bearing is Bearing.FITS}
    assert {code for code, _ in EVIDENCE} | set(_OF_TITLES) == fits


def test_pay_that_begins_below_the_wish_says_where_it_begins() -> None:
    found = {r.code: r.terms for r in match_of(replace(POSTING, pay_min=4000)).reasons}
    assert found[ReasonCode.PAY_MEETS] == ("4000",)


def test_the_persons_own_certificate_is_named_once() -> None:
    posting = postings.profile("p", "送货司机", "送货，持C1或B2驾照，有驾照即可")
    driver = SeekerProfile("s", wanted=("司机",), certificates=("驾驶证B2",))
    found = reasons_of(driver, posting)
    assert found[ReasonCode.CERTIFICATE_HELD] == ("驾驶证B2",)
    assert ReasonCode.CERTIFICATE_PREFERRED not in found


def reasons_of(seeker: SeekerProfile, posting: PostingProfile) -> dict[ReasonCode, tuple[str, ...]]:
    ranking = rank_postings(PostingIndex.fit([posting, *OTHERS]), seeker, k=0, today=TODAY)
    match = next(match for match in ranking.matches if match.posting == posting.id)
    return {reason.code: reason.terms for reason in match.reasons}


# For each code that asks or lacks: a person and a posting of whom it is true, and the same
# posting (or person) with one thing changed, of whom it is not.
_PLAIN = postings.profile("p", "仓管员", "收货发货，须持叉车证")
_POOR = replace(_PLAIN, certificates_required=(), pay_min=4000, pay_max=5000)
_TOLD = SeekerProfile("s", wanted=("仓管员",))
_OPEN = replace(_TOLD, relaxed=frozenset({Block.NIGHT, Block.PAY, Block.WEEKEND}))
DOUBTS: list[tuple[ReasonCode, SeekerProfile, PostingProfile, SeekerProfile, PostingProfile]] = [
    (
        ReasonCode.SHIFT_UNKNOWN,
        *(replace(_TOLD, no_night=True), _PLAIN),
        *(replace(_TOLD, no_night=True), replace(_PLAIN, shift=Shift.DAY)),
    ),
    (
        ReasonCode.REST_UNKNOWN,
        *(replace(_TOLD, weekend_off=True), _PLAIN),
        *(replace(_TOLD, weekend_off=True), replace(_PLAIN, rest="double")),
    ),
    (
        ReasonCode.PAY_UNKNOWN,
        *(replace(_TOLD, min_pay=5000), _PLAIN),
        *(replace(_TOLD, min_pay=5000), replace(_PLAIN, pay_min=5000, pay_max=6000)),
    ),
    (
        ReasonCode.PAY_SHORT,
        *(seekers.profile("s", ["仓管员"], "期望6000"), _POOR),
        *(seekers.profile("s", ["仓管员"], "期望5000"), _POOR),
    ),
    (
        ReasonCode.STRAIN,
        *(
            seekers.profile("s", ["仓管员"], "腰不好，不能搬重"),
            postings.profile("p", "仓管员", "搬运"),
        ),
        *(seekers.profile("s", ["仓管员"], "力气大"), postings.profile("p", "仓管员", "搬运")),
    ),
    (
        ReasonCode.STRAIN,
        *(seekers.profile("s", ["仓管员"], "腰不好"), postings.profile("p", "仓管员", "装卸")),
        *(seekers.profile("s", ["仓管员"], "腰不好"), postings.profile("p", "仓管员", "无需装卸")),
    ),
    (
        ReasonCode.SHIFT_AGAINST,
        *(replace(_OPEN, no_night=True), replace(_PLAIN, shift=Shift.THREE_SHIFT)),
        *(replace(_OPEN, no_night=True), replace(_PLAIN, shift=Shift.DAY)),
    ),
    (
        ReasonCode.SHIFT_AGAINST,
        *(replace(_OPEN, no_night=True), replace(_PLAIN, shift=Shift.NIGHT)),
        *(_OPEN, replace(_PLAIN, shift=Shift.NIGHT)),
    ),
    (
        ReasonCode.REST_SHORT,
        *(replace(_OPEN, weekend_off=True), replace(_PLAIN, rest="single")),
        *(replace(_OPEN, weekend_off=True), replace(_PLAIN, rest="double")),
    ),
    (
        ReasonCode.PAY_SHORT,
        *(replace(_OPEN, min_pay=5000), replace(_PLAIN, pay_min=3000, pay_max=4000)),
        *(replace(_OPEN, min_pay=4000), replace(_PLAIN, pay_min=3000, pay_max=4000)),
    ),
    (
        ReasonCode.CERTIFICATE_NEEDED,
        *(_TOLD, _PLAIN),
        *(replace(_TOLD, certificates=("叉车证(N1)",)), _PLAIN),
    ),
    (
        ReasonCode.CERTIFICATE_PREFERRED,
        *(_TOLD, postings.profile("p", "仓管员", "有叉车证优先")),
        *(_TOLD, _PLAIN),
    ),
    (
        ReasonCode.EXPERIENCE_SHORT,
        *(replace(_TOLD, years=1.0), replace(_PLAIN, certificates_required=(), years=3.0)),
        *(replace(_TOLD, years=3.0), replace(_PLAIN, certificates_required=(), years=3.0)),
    ),
    (
        ReasonCode.EDUCATION_SHORT,
        *(
            replace(_TOLD, education=Education.VOCATIONAL),
            replace(_PLAIN, certificates_required=(), education=Education.COLLEGE),
        ),
        *(
            replace(_TOLD, education=Education.COLLEGE),
            replace(_PLAIN, certificates_required=(), education=Education.COLLEGE),
        ),
    ),
]


@pytest.mark.parametrize(("code", "seeker", "posting", "other", "changed"), DOUBTS)
def test_a_doubt_is_told_only_where_it_is_one(
    code: ReasonCode,
    seeker: SeekerProfile,
    posting: PostingProfile,
    other: SeekerProfile,
    changed: PostingProfile,
) -> None:
    assert code in reasons_of(seeker, posting)
    assert code not in reasons_of(other, changed)


def test_every_doubt_is_tried() -> None:
    doubts = {code for code in ReasonCode if code.bearing is not Bearing.FITS}
    assert {doubt[0] for doubt in DOUBTS} == doubts


def test_an_opened_gate_says_what_it_let_through() -> None:
    person = replace(_OPEN, no_night=True, weekend_off=True, min_pay=5000)
    posting = replace(_PLAIN, shift=Shift.NIGHT, rest="single", pay_min=3000, pay_max=4000)
    found = reasons_of(person, posting)
    assert found[ReasonCode.SHIFT_AGAINST] == ()
    assert found[ReasonCode.REST_SHORT] == ("4",)
    assert found[ReasonCode.PAY_SHORT] == ("4000",)


def test_what_is_hard_for_the_body_is_told_in_the_words_of_the_posting() -> None:
    seeker = seekers.profile("s", ["收银员"], "腿受过伤不能久站，腰不好")
    posting = postings.profile("p", "收银员", "全程站立，偶尔要搬货")
    assert reasons_of(seeker, posting)[ReasonCode.STRAIN] == ("搬货", "站立")


def test_health_changes_nothing_for_an_employer() -> None:
    posting = postings.profile("p", "搬运工", "装卸货物，长时间站立，高处作业，体力好，无色盲")
    told = "会开叉车，腰不好，不能久站，恐高，色弱，体力不好"
    well = seekers.profile("s", ["搬运工"], "会开叉车")
    unwell = seekers.profile("s", ["搬运工"], told)
    assert unwell.cannot
    ranked = [
        rank_seekers(
            SeekerIndex.fit([one, SeekerProfile("t", ("会计",))]), posting, k=0, today=TODAY
        )
        for one in (well, unwell)
    ]
    assert ranked[0] == ranked[1]
    assert not any(r.code.is_private for match in ranked[1].matches for r in match.reasons)
