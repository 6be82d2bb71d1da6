"""Ranking in both directions: order, gates, reasons, ties, and the same answer each time."""

from dataclasses import replace
from datetime import date

import pytest

from matcher.domain.profiles import PostingProfile, Ranking, SeekerProfile
from matcher.domain.terms import Block, Education, ReasonCode
from matcher.matching.parts import ALL, Parts
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.reading import postings, seekers

TODAY = date(2026, 11, 22)

POSTINGS = [
    postings.profile(
        "e1", "维修电工", "负责车间电路检修，持低压电工证，长白班", pay_text="6000-8000"
    ),
    postings.profile("e2", "值班电工", "配电房值班，持低压电工证，两班倒", pay_text="7000-9000"),
    postings.profile("e3", "高压电工", "变电站运行，须持高压电工证", pay_text="8000-9000"),
    postings.profile("e4", "水电工", "宿舍水电维修，持低压电工证", pay_text="4500-5000"),
    postings.profile("k1", "网店客服", "淘宝售前售后，打字快，周末双休", pay_text="5000-6000"),
    postings.profile(
        "c1", "会计", "做账报税，会用金蝶，本科以上学历，3年以上经验", pay_text="6千-8千"
    ),
    postings.profile("s1", "缝纫工", "平车包缝，计件，包吃住，有师傅带", pay_text="计件，月均7000"),
    postings.profile("d1", "送货司机", "持C1驾照，送货到店，退伍军人优先", pay_text="6000-7000"),
]


def ids(ranking: Ranking) -> list[str]:
    return [match.posting for match in ranking.matches]


def for_seeker(seeker: SeekerProfile, k: int = 3) -> Ranking:
    return rank_postings(PostingIndex.fit(POSTINGS), seeker, k=k, today=TODAY)


def test_a_certificate_and_no_nights_are_enough() -> None:
    seeker = seekers.profile("s", certificates=["低压电工作业证"], no_night=True)
    assert set(ids(for_seeker(seeker, k=2))) == {"e1", "e4"}
    nights = next(blocked for blocked in for_seeker(seeker, k=0).blocked if blocked.posting == "e2")
    assert nights.blocks == (Block.NIGHT,)


def test_wish_finds_its_trade() -> None:
    assert ids(for_seeker(seekers.profile("s", wanted=["车位工"]), k=1)) == ["s1"]
    assert ids(for_seeker(seekers.profile("s", wanted=["淘宝客服"]), k=1)) == ["k1"]


@pytest.mark.parametrize(
    ("seeker", "posting", "block"),
    [
        (SeekerProfile("s", wanted=("电工",), no_night=True), "e2", Block.NIGHT),
        (SeekerProfile("s", wanted=("电工",), min_pay=6000), "e4", Block.PAY),
        (
            SeekerProfile("s", wanted=("电工",), certificates=("低压电工作业证",)),
            "e3",
            Block.CERTIFICATE,
        ),
        (SeekerProfile("s", wanted=("会计",), education=Education.SENIOR), "c1", Block.EDUCATION),
        (SeekerProfile("s", wanted=("会计",), years=0), "c1", Block.EXPERIENCE),
    ],
)
def test_gates_keep_back_and_can_be_opened(
    seeker: SeekerProfile, posting: str, block: Block
) -> None:
    ranking = for_seeker(seeker, k=0)
    blocks = {blocked.posting: blocked.blocks for blocked in ranking.blocked}
    assert block in blocks[posting]
    opened = for_seeker(replace(seeker, relaxed=frozenset(Block)), k=0)
    assert posting in ids(opened)


def test_weekend_gate() -> None:
    single = postings.profile("w1", "文员", "单休")
    index = PostingIndex.fit([single, postings.profile("w2", "文员", "办公")])
    seeker = SeekerProfile("s", wanted=("文员",), weekend_off=True)
    ranking = rank_postings(index, seeker, k=0, today=TODAY)
    assert ids(ranking) == ["w2"]
    assert ReasonCode.REST_UNKNOWN in {reason.code for reason in ranking.matches[0].reasons}


def test_unknown_is_not_no() -> None:
    seeker = SeekerProfile("s", wanted=("客服",), no_night=True, min_pay=9000)
    index = PostingIndex.fit([PostingProfile("p", title="客服")])
    (match,) = rank_postings(index, seeker, k=0, today=TODAY).matches
    codes = {reason.code for reason in match.reasons}
    assert {ReasonCode.SHIFT_UNKNOWN, ReasonCode.PAY_UNKNOWN} <= codes


def test_pay_from_so_much_on_is_enough_or_unknown() -> None:
    index = PostingIndex.fit([PostingProfile("p", title="客服", pay_min=7000)])
    enough = SeekerProfile("s", wanted=("客服",), min_pay=7000)
    (match,) = rank_postings(index, enough, k=0, today=TODAY).matches
    assert ReasonCode.PAY_MEETS in {reason.code for reason in match.reasons}
    (match,) = rank_postings(index, replace(enough, min_pay=8000), k=0, today=TODAY).matches
    assert ReasonCode.PAY_UNKNOWN in {reason.code for reason in match.reasons}


def test_titles_without_a_common_word_meet_in_their_family() -> None:
    index = PostingIndex.fit(
        [PostingProfile(name, title=name) for name in ("税务经理", "审计师", "法律顾问", "厨师长")]
    )
    ranking = rank_postings(index, SeekerProfile("s", wanted=("律师",)), k=1, today=TODAY)
    assert ids(ranking) == ["法律顾问"]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("nursing", "Registered Nurses"),  # the same stem
        ("midwife", "Registered Nurses"),  # the same family
        ("cybersecurity", "Security Engineer"),  # some of the same letters
        ("java 程序员", "Java Developer"),  # both languages in one wish
    ],
)
def test_english_titles_meet_by_stems_letters_and_families(wish: str, found: str) -> None:
    titles = ("Registered Nurses", "Security Engineer", "Java Developer", "Truck Driver", "电工")
    index = PostingIndex.fit([PostingProfile(title, title=title) for title in titles])
    ranking = rank_postings(index, SeekerProfile("s", wanted=(wish,)), k=1, today=TODAY)
    assert ids(ranking) == [found]


def test_conditions_among_skills_count_less_than_skills() -> None:
    index = PostingIndex.fit(
        [
            PostingProfile("a", title="技术员", duties="每月房补"),
            PostingProfile("b", title="技术员", duties="会用制图"),
            PostingProfile("c", title="技术员", duties="看线"),
        ]
    )
    ranking = rank_postings(index, SeekerProfile("s", skills=("房补", "制图")), k=1, today=TODAY)
    assert ids(ranking) == ["b"]


def test_a_lone_list_of_skills_keeps_no_certificate_gate() -> None:
    ranking = for_seeker(SeekerProfile("s", skills=("配电房", "值班")), k=0)
    assert ids(ranking)[0] == "e2"


def test_named_skills_are_found_letter_by_letter() -> None:
    index = PostingIndex.fit(
        [
            PostingProfile("a", title="技术员", duties="会用 c++ 和 plc"),
            PostingProfile("b", title="技术员", duties="会用 cad"),
        ]
    )
    ranking = rank_postings(index, SeekerProfile("s", skills=("PLC经验",)), k=1, today=TODAY)
    assert ids(ranking) == ["a"]


@pytest.mark.parametrize("name", Parts.names())
def test_each_part_can_be_taken_out(name: str) -> None:
    index = PostingIndex.fit(POSTINGS, ALL.without(name))
    seeker = seekers.profile("s", wanted=["电工"], skills=["配电房"], text="做过维修电工")
    assert rank_postings(index, seeker, k=1, today=TODAY).matches


def test_training_opens_the_gate_of_the_law() -> None:
    taught = postings.profile("t", "电工学徒", "有师傅带，可协助考取低压电工证")
    index = PostingIndex.fit([taught])
    ranking = rank_postings(index, SeekerProfile("s", wanted=("电工",)), k=0, today=TODAY)
    assert ids(ranking) == ["t"]


def test_closed_and_expired_are_not_shown() -> None:
    closed = replace(POSTINGS[4], is_open=False)
    expired = replace(POSTINGS[4], id="k2", expires_on=date(2026, 11, 21))
    last_day = replace(POSTINGS[4], id="k3", expires_on=TODAY)
    index = PostingIndex.fit([closed, expired, last_day])
    ranking = rank_postings(index, SeekerProfile("s", wanted=("客服",)), k=0, today=TODAY)
    assert ids(ranking) == ["k3"]
    assert {blocked.blocks for blocked in ranking.blocked} == {(Block.CLOSED,)}


def test_among_restricts_to_a_session() -> None:
    index = PostingIndex.fit(POSTINGS)
    seeker = SeekerProfile("s", wanted=("客服",))
    ranking = rank_postings(index, seeker, k=0, today=TODAY, among={"c1", "s1"})
    assert set(ids(ranking)) <= {"c1", "s1"}


def test_ties_break_by_id_and_answers_repeat() -> None:
    twins = [replace(POSTINGS[4], id=name) for name in ("b", "a", "c")]
    index = PostingIndex.fit(twins)
    seeker = SeekerProfile("s", wanted=("客服",))
    first = rank_postings(index, seeker, k=0, today=TODAY)
    assert ids(first) == ["a", "b", "c"]
    assert rank_postings(PostingIndex.fit(twins), seeker, k=0, today=TODAY) == first


def test_empty_sides_give_empty_rankings() -> None:
    nothing = rank_postings(PostingIndex.fit([]), SeekerProfile("s"), k=5, today=TODAY)
    assert nothing.matches == ()
    nobody = rank_seekers(SeekerIndex.fit([]), POSTINGS[0], k=5, today=TODAY)
    assert nobody.matches == ()


def test_an_employer_sees_who_fits() -> None:
    people = [
        seekers.profile("电", certificates=["低压电工作业证"], min_pay=5000),
        seekers.profile("夜", certificates=["低压电工作业证"], no_night=True),
        seekers.profile("账", wanted=["会计"], text="做账五年"),
    ]
    index = SeekerIndex.fit(people)
    by_day = rank_seekers(index, POSTINGS[0], k=2, today=TODAY)
    assert {match.seeker for match in by_day.matches} == {"电", "夜"}
    shifts = rank_seekers(index, POSTINGS[1], k=1, today=TODAY)
    assert [match.seeker for match in shifts.matches] == ["电"]


def test_terms_are_words_of_people() -> None:
    seeker = seekers.profile(
        "s", wanted=["电工"], skills=["电路检修"], certificates=["低压电工证"], no_night=True
    )
    match = for_seeker(seeker, k=1).matches[0]
    terms = {reason.code: reason.terms for reason in match.reasons}
    assert terms[ReasonCode.WANTED] == ("电工",)
    assert terms[ReasonCode.SKILLS] == ("电路检修",)
    assert terms[ReasonCode.CERTIFICATE_HELD] == ("低压电工作业证",)
    assert ReasonCode.SHIFT_FITS in terms
    shown = [term for reason in match.reasons for term in reason.terms]
    assert not any(term.startswith("~") for term in shown)


@pytest.mark.parametrize("k", [0, 2])
def test_a_list_without_explanation_is_the_same_list(k: int) -> None:
    asked = seekers.profile("s", wanted=["电工"], text="有低压电工证，不上夜班")
    index = PostingIndex.fit(POSTINGS)
    told = rank_postings(index, asked, k=k, today=TODAY)
    bare = rank_postings(index, asked, k=k, today=TODAY, explained=False)
    assert [(m.posting, m.rank, m.score) for m in bare.matches] == [
        (m.posting, m.rank, m.score) for m in told.matches
    ]
    assert told.blocked
    assert any(match.reasons for match in told.matches)
    assert not bare.blocked
    assert not any(match.reasons for match in bare.matches)
