"""The nearest certificate: what it opens is what it keeps back alone, and it is the common one."""

from datetime import date

from matcher import gazetteers
from matcher.domain.profiles import Opening, SeekerProfile
from matcher.matching import openings
from matcher.matching.ranker import rank_postings
from matcher.matching.sides import PostingIndex
from matcher.reading import postings

TODAY = date(2026, 11, 22)
OFFERS = [
    postings.profile("e1", "维修电工", "线路检修，须持低压电工证"),
    postings.profile("e2", "值班电工", "配电柜巡查，须持电工证"),
    postings.profile("e3", "电工", "线路检修，须持低压电工证，两班倒"),
    postings.profile("e4", "高压电工", "变电站检修，须持高压电工证"),
    postings.profile("e5", "电工学徒", "线路检修，师傅带，公司出钱考证"),
    postings.profile("d1", "配送司机", "送货，须持C1驾驶证"),
    postings.profile("d2", "配送司机", "送货，须持C1驾驶证"),
    postings.profile("d3", "货车司机", "送货，须持B2驾驶证"),
    postings.profile("n1", "护士", "须持护士执业证"),
]


def opened(seeker: SeekerProfile) -> tuple[Opening, ...]:
    found = rank_postings(PostingIndex.fit(OFFERS), seeker, k=0, today=TODAY)
    return openings.of(found.blocked)


def posts(found: tuple[Opening, ...], certificate: str) -> set[str]:
    return next((set(each.postings) for each in found if each.certificate == certificate), set())


def test_what_another_wish_keeps_back_too_is_not_opened() -> None:
    found = opened(SeekerProfile("s", wanted=("电工",), text="干过电工", no_night=True))
    assert posts(found, "低压电工作业证") == {"e1", "e2"}
    assert posts(found, "高压电工作业证") == {"e2", "e4"}


def test_the_certificate_really_opens_them() -> None:
    without = SeekerProfile("s", wanted=("电工",), text="干过电工")
    low = next(each for each in opened(without) if each.certificate == "低压电工作业证")
    having = SeekerProfile("s", ("电工",), "干过电工", certificates=("低压电工作业证",))
    shown = rank_postings(PostingIndex.fit(OFFERS), having, k=0, today=TODAY).matches
    before = rank_postings(PostingIndex.fit(OFFERS), without, k=0, today=TODAY).matches
    assert {m.posting for m in shown} - {m.posting for m in before} == set(low.postings)


def test_the_nearest_is_what_most_ask_for_not_what_covers_most() -> None:
    found = opened(SeekerProfile("s", wanted=("司机",), text="会开车"))
    drivers = [each.certificate for each in found if each.certificate.startswith("驾驶证")]
    assert drivers[0] == "驾驶证C1"
    assert posts(found, "驾驶证C1") == {"d1", "d2"}
    assert posts(found, "驾驶证B2") == {"d1", "d2", "d3"}


def test_what_needs_a_degree_is_not_proposed() -> None:
    found = opened(SeekerProfile("s", wanted=("护士",), text="护理专业"))
    assert not any("n1" in each.postings for each in found)


def test_whose_certificates_are_unknown_is_kept_from_nothing() -> None:
    assert opened(SeekerProfile("s", wanted=("电工",))) == ()


def test_every_course_is_a_certificate_we_know() -> None:
    assert set(gazetteers.courses()) <= set(gazetteers.certificate_by_name())
