"""The written samples hang together, and their certificates are those that matching knows."""

from matcher import gazetteers
from matcher.demo.draw import weights
from matcher.demo.sample import MARK, Sample
from matcher.reading import rest, shift


def test_trades_and_firms_name_occupations_that_exist(material: Sample) -> None:
    assert len(material.firms) == 108
    assert len({firm.name for firm in material.firms}) == 108
    assert not [firm for firm in material.firms if MARK in firm.name]  # set once, by the generator
    named = {word for t in material.trades.values() for word in (*t.work.words, *t.office.words)}
    named |= {name for firm in material.firms for name, _ in firm.always}
    assert named == set(material.occupations)
    assert {firm.trade for firm in material.firms} == set(material.trades)


def test_certificates_are_those_of_the_gazetteer(material: Sample) -> None:
    known = gazetteers.certificate_by_name()
    for occupation in material.occupations.values():
        assert {*occupation.must, *occupation.must_some, *occupation.like} <= set(known)


def test_work_that_the_law_ties_to_a_certificate_asks_for_it(material: Sample) -> None:
    tied = {
        "叉车司机": "叉车证(N1)",
        "维修电工": "低压电工作业证",
        "电焊工": "焊工证(熔化焊接与热切割)",
        "护士": "护士执业证",
        "保安": "保安员证",
        "厨师": "健康证",
        "货车司机": "驾驶证B2",
        "消控员": "消防设施操作员证(中级)",
        "幼儿园教师": "幼儿园教师资格证",
    }
    for name, certificate in tied.items():
        assert certificate in material.occupations[name].must


def test_each_occupation_is_told_in_several_ways(material: Sample) -> None:
    for occupation in material.occupations.values():
        assert len(occupation.titles) >= 2
        assert len(occupation.duties) >= 2
        # Hours are facts of the posting: a sentence of the trade must not state others.
        assert not [s for s in occupation.duties if shift.read(s) or rest.read(s)]


def test_phrases_of_hours_say_what_they_stand_for(material: Sample) -> None:
    for name, wordings in material.phrases["shift"].items():
        assert {shift.read(wording) for wording in wordings} == {name}
    for name in ("double", "single", "alternate"):
        assert {rest.read(wording) for wording in material.phrases["rest"][name]} == {name}


def test_weights_are_read_from_a_line() -> None:
    assert weights("day 5, - 3").words == ("day", "-")
    assert weights("day 5, - 3").weights == (5.0, 3.0)
