"""A posting that is added, changed or closed is ranked at once, by the words as they weighed."""

from dataclasses import replace
from datetime import date

from matcher.domain.profiles import PostingProfile, Ranking, SeekerProfile
from matcher.domain.terms import Shift, Strain
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.sides import PostingIndex, SeekerIndex
from matcher.reading import postings, seekers

TODAY = date(2026, 11, 22)

POSTINGS = [
    postings.profile("e1", "维修电工", "负责车间电路检修，长白班", pay_text="6000-8000"),
    postings.profile("e2", "值班电工", "配电房值班，两班倒", pay_text="7000-9000"),
    postings.profile("k1", "网店客服", "淘宝售前售后，打字快，周末双休", pay_text="5000-6000"),
    postings.profile("s1", "缝纫工", "平车包缝，计件，包吃住", pay_text="计件，月均7000"),
]
ELECTRICIAN = seekers.profile("s", wanted=["电工"], skills=["电路检修"], no_night=True)


def ranked(index: PostingIndex, seeker: SeekerProfile = ELECTRICIAN, k: int = 3) -> Ranking:
    return rank_postings(index, seeker, k=k, today=TODAY)


def ids(ranking: Ranking) -> list[str]:
    return [match.posting for match in ranking.matches]


def test_a_new_posting_is_ranked_with_reasons() -> None:
    new = postings.profile("e9", "电工", "工厂电路检修，长白班，双休", pay_text="8000-9000")
    index = PostingIndex.fit(POSTINGS).renewed([new], [])
    best = ranked(index)
    assert set(ids(best)[:2]) == {"e9", "e1"}
    assert best.matches[ids(best).index("e9")].reasons


def test_words_that_nobody_said_before_are_found() -> None:
    new = postings.profile("w1", "无人机飞手", "操控植保无人机喷洒作业，须持证", pay_text="9000")
    index = PostingIndex.fit(POSTINGS).renewed([new], [])
    pilot = seekers.profile("p", wanted=["无人机飞手"], skills=["植保无人机"])
    assert ids(ranked(index, pilot))[0] == "w1"


def test_a_change_takes_the_place_of_what_stood_there() -> None:
    changed = postings.profile("e1", "仓库管理员", "收货发货，盘点库存", pay_text="5000-6000")
    index = PostingIndex.fit(POSTINGS).renewed([changed], [])
    everything = ranked(index, k=0)
    seen = [*ids(everything), *(kept.posting for kept in everything.blocked)]
    assert sorted(seen) == ["e1", "e2", "k1", "s1"]
    keeper = seekers.profile("p", wanted=["仓库管理员"])
    assert ids(ranked(index, keeper))[0] == "e1"
    assert index.live() == [*POSTINGS[1:], changed]


def test_a_closed_posting_is_gone_from_matches_and_from_what_is_kept_back() -> None:
    index = PostingIndex.fit(POSTINGS).renewed([], ["e1", "e2", "never-there"])
    everything = ranked(index, k=0)
    assert sorted([*ids(everything), *(kept.posting for kept in everything.blocked)]) == [
        "k1",
        "s1",
    ]


def test_gates_hold_for_what_comes_later() -> None:
    nights = postings.profile("e9", "电工", "电路检修，夜班", pay_text="9000")
    index = PostingIndex.fit(POSTINGS).renewed([nights], [])
    best = ranked(index)
    assert "e9" not in ids(best)
    assert "e9" in [kept.posting for kept in best.blocked]


def test_an_older_state_ranks_as_before() -> None:
    older = PostingIndex.fit(POSTINGS)
    before = ranked(older, k=0)
    newer = older
    for at in range(5):
        again = replace(POSTINGS[0], id=f"n{at}")
        newer = newer.renewed([again], [POSTINGS[at % 4].id])
    assert ranked(older, k=0) == before
    assert len(ranked(newer, k=0).matches) == len(newer.live()) == 5


def test_equal_scores_fall_by_id_wherever_they_came() -> None:
    def same(name: str) -> PostingProfile:
        return postings.profile(name, "保洁", "打扫卫生", pay_text="4000")

    index = PostingIndex.fit([*POSTINGS, same("c2"), same("c5")]).renewed(
        [same("c1"), same("c3"), same("c9")], []
    )
    cleaner = seekers.profile("p", wanted=["保洁"])
    assert ids(ranked(index, cleaner, k=5)) == ["c1", "c2", "c3", "c5", "c9"]


PEOPLE = [
    seekers.profile("a", wanted=["电工"], text="五年车间电路检修", certificates=["低压电工作业证"]),
    seekers.profile("b", wanted=["客服"], text="做过网店售后"),
    seekers.profile("c", wanted=["缝纫工"], text="平车包缝都会，不上夜班"),
]


def people_for(index: SeekerIndex, posting: PostingProfile) -> list[str]:
    ranking = rank_seekers(index, posting, k=0, today=TODAY)
    return [match.seeker for match in ranking.matches]


def test_a_new_person_is_ranked_with_reasons() -> None:
    new = replace(PEOPLE[0], id="d", text="车间电路检修十年，会排故障")
    ranking = rank_seekers(
        SeekerIndex.fit(PEOPLE).renewed([new], []), POSTINGS[0], k=2, today=TODAY
    )
    assert {match.seeker for match in ranking.matches} == {"a", "d"}
    assert all(match.reasons for match in ranking.matches)


def test_who_left_is_found_no_more_and_who_changed_is_found_once() -> None:
    changed = replace(PEOPLE[0], id="b")
    index = SeekerIndex.fit(PEOPLE).renewed([changed], ["c", "never-there"])
    assert sorted(people_for(index, POSTINGS[0])) == ["a", "b"]
    assert index.live() == [PEOPLE[0], changed]


def test_a_persons_new_gate_holds() -> None:
    nights = replace(POSTINGS[0], shift=Shift.THREE_SHIFT)
    index = SeekerIndex.fit(PEOPLE)
    assert "a" in people_for(index, nights)
    assert "a" not in people_for(index.renewed([replace(PEOPLE[0], no_night=True)], []), nights)


def test_what_a_new_person_says_of_the_body_stays_out() -> None:
    new = replace(PEOPLE[0], id="d", cannot=frozenset({Strain.LIFTING}))
    assert not SeekerIndex.fit(PEOPLE).renewed([new], []).live()[-1].cannot
