"""Seekers of the demo: three thousand fictional people whose words and ticks agree."""

from matcher.demo.sample import MARK
from matcher.demo.seekers import COUNT, Person
from matcher.reading import certificates
from matcher.reading.oneself import nights, rest, served, taught


def test_all_are_fictional(crowd: list[Person]) -> None:
    assert len(crowd) == COUNT
    assert all(person.row["name"].endswith(MARK) for person in crowd)
    phones = [person.row["phone"] for person in crowd if person.row["phone"]]
    assert len(phones) < COUNT / 2
    # +86 10 is an area code, and no number there starts with 0.
    assert all(phone.startswith("+86100") and len(phone) == 13 for phone in phones)


def test_most_say_little(crowd: list[Person]) -> None:
    short = [person for person in crowd if len(person.row["text"]) <= 30]
    assert len(short) > COUNT * 0.55
    assert any(len(person.row["text"]) > 80 for person in crowd)
    assert all(person.row["wanted"] for person in crowd)


def test_words_do_not_contradict_ticks(crowd: list[Person]) -> None:
    for person in crowd:
        row, text = person.row, person.row["text"]
        assert row["no_night"] or not nights.excludes(text), text
        assert row["weekend_off"] or not rest.wants_weekend(text), text
        assert row["veteran"] or not served.has_served(text), text
        assert row["trainable_wanted"] or not taught.is_wanted(text), text
        assert {name for name, _ in certificates.read(text)} <= set(row["certificates"]), text


def test_the_electrician_of_the_tour_comes_first(crowd: list[Person]) -> None:
    row = crowd[0].row
    assert row["wanted"] == ["维修电工"]
    assert row["certificates"] == ["低压电工作业证"]
    assert row["no_night"]


def test_most_let_employers_find_them(crowd: list[Person]) -> None:
    assert sum(person.row["visible"] for person in crowd) > COUNT * 0.75
