"""Sex, age, marriage, origin, faith, party, health and looks change no score and are no reason."""

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.profiles import Match, PostingProfile, SeekerProfile
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.reading import postings, seekers

TODAY = date(2026, 11, 22)
OTHERS = (
    *(("会计", "做账报税，年龄不限"), ("司机", "开车送货"), ("厨师", "炒菜，男，40岁")),
    *(("保安", "站岗巡逻，身高170以上，限男性"), ("缝纫工", "踩平车"), ("客服", "接电话")),
)
WORK, DONE = "打扫写字楼，擦玻璃", "打扫过写字楼"
# What a firm writes, and what somebody writes whom it fits.
GROUNDS = (
    ("女性优先", "本人女"),
    ("35岁以下", "今年三十岁"),
    ("年龄25-45岁", "年龄：28岁"),
    ("已婚已育", "已婚，有两个孩子"),
    ("未怀孕", "没有怀孕"),
    ("汉族", "民族：汉族"),
    ("河南人优先", "我是河南人"),
    ("本地户口", "本地户口"),
    ("无宗教信仰", "不信教"),
    ("基督徒优先", "基督徒"),
    ("党员优先", "政治面貌：党员"),
    ("残疾人也可以", "残疾人，有残疾证"),
    ("无传染病如乙肝", "没有乙肝，没有传染病"),
    ("身体健康", "身体健康"),
    ("身高160以上，五官端正", "身高165，五官端正"),
    ("female preferred, married", "female, married"),
    ("Christian, age 20-30", "Christian, age 28"),
)
CV = "姓名：张三丰 性别：女 年龄：28岁 民族：汉族 籍贯：河南 婚姻状况：已婚 政治面貌：党员\n"


def fair_of(texts: list[str]) -> PostingIndex:
    offers = [postings.profile(f"p{at:02}", "保洁员", text) for at, text in enumerate(texts)]
    others = [postings.profile(f"o{at}", *other) for at, other in enumerate(OTHERS)]
    return PostingIndex.fit(offers + others)


def index_of(texts: list[str]) -> SeekerIndex:
    people = [seekers.profile(f"s{at:02}", ("保洁",), text) for at, text in enumerate(texts)]
    others = [seekers.profile(f"o{at}", (wish,), text) for at, (wish, text) in enumerate(OTHERS)]
    return SeekerIndex.fit(people + others)


def in_turn(
    index: PostingIndex | SeekerIndex, query: SeekerProfile | PostingProfile
) -> list[Match]:
    """How the texts of an index stand for somebody, in the order in which they were given."""
    if isinstance(index, PostingIndex):
        assert isinstance(query, SeekerProfile)
        found = rank_postings(index, query, k=0, today=TODAY).matches
        return sorted((m for m in found if m.posting[0] == "p"), key=lambda m: m.posting)
    assert isinstance(query, PostingProfile)
    found = rank_seekers(index, query, k=0, today=TODAY).matches
    return sorted((m for m in found if m.seeker[0] == "s"), key=lambda m: m.seeker)


def assert_alike(matches: list[Match]) -> None:
    first, *others = matches
    assert others
    for other in others:
        assert other.score == pytest.approx(first.score, abs=1e-12)
        assert other.reasons == first.reasons


def test_what_a_seeker_writes_of_themselves_changes_nothing() -> None:
    texts = [DONE, *(told for _, own in GROUNDS for told in (f"{own}，{DONE}", f"{DONE}。{own}"))]
    index = index_of(texts)
    for asked, _ in GROUNDS:
        assert_alike(in_turn(index, postings.profile("p", "保洁员", f"{WORK}，{asked}")))


def test_what_a_posting_asks_of_people_changes_nothing() -> None:
    asked = (told for asks, _ in GROUNDS for told in (f"{WORK}，{asks}", f"要求：{asks}。{WORK}"))
    index = fair_of([WORK, *asked])
    alike = in_turn(index, seekers.profile("s", ("保洁",), DONE))
    for _, own in GROUNDS:
        alike += in_turn(index, seekers.profile("s", ("保洁",), f"{own}，{DONE}"))
        assert_alike(in_turn(index, seekers.profile("s", (), own)))
    assert_alike(alike)


def test_the_heading_of_a_resume_changes_nothing() -> None:
    told = "工作经历：2019年在某公司做保洁，打扫写字楼"
    asked = f"{WORK}。任职要求：女性优先，年龄22-30岁，已婚，河南人优先，汉族，党员"
    assert_alike(in_turn(index_of([told, CV + told]), postings.profile("p", "保洁员", asked)))
    assert_alike(in_turn(fair_of([WORK, asked]), seekers.profile("s", ("保洁",), CV + told)))


def test_tags_titles_and_papers_change_nothing() -> None:
    seeker = seekers.profile("s", ("保洁",), DONE, ["健康证"], ["擦玻璃"])
    tagged = replace(
        seeker,
        id="t",
        wanted=("女保洁",),
        skills=("女性", "擦玻璃", "35岁以下"),
        certificates=("健康证", "残疾证"),
    )
    posting = postings.profile("p", "保洁员", WORK, "", ["擦玻璃"], certificates=["健康证"])
    marked = replace(
        posting,
        id="q",
        title="女保洁员（35岁以下）",
        skills=("女性", "擦玻璃", "形象好"),
        certificates=("健康证", "残疾证"),
    )
    index = PostingIndex.fit([posting, marked, *(postings.profile(*o, "") for o in OTHERS)])
    found = [rank_postings(index, each, k=2, today=TODAY).matches for each in (seeker, tagged)]
    assert_alike([match for each in found for match in each])
    people = SeekerIndex.fit([seeker, tagged])
    assert_alike(list(rank_seekers(people, marked, k=0, today=TODAY).matches))


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("卖女装", "卖过女装"),
        ("母婴护理", "做过母婴护理"),
        ("党建工作", "做过党建工作"),
        ("民族舞教学", "会民族舞"),
        ("照顾80岁老人", "照顾过80岁老人"),
        ("持健康证", "有健康证"),
        ("操作洗地机", "会操作洗地机"),
    ],
)
def test_work_that_is_called_so_counts(asked: str, own: str) -> None:
    """The control: clauses of work raise whom they fit, however near their words come."""
    posting = postings.profile("p", "保洁员", f"{WORK}，{asked}")
    without, with_it = in_turn(index_of([DONE, f"{own}，{DONE}"]), posting)
    assert with_it.score > without.score
    seeker = seekers.profile("s", ("保洁",), f"{own}，{DONE}")
    without, with_it = in_turn(fair_of([WORK, f"{WORK}，{asked}"]), seeker)
    assert with_it.score > without.score
