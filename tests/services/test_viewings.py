"""Watching counts by the time between beats, while the stream is on the air."""

from datetime import timedelta

from matcher.services import broadcasts, viewings
from matcher.services.work import Workshop
from tests.conftest import Clock
from tests.people import People


def _beat(workshop: Workshop, people: People, mark: str = "phone-1") -> None:
    with workshop.writing() as work:
        viewings.beat(work, broadcasts.session(work, people.stream), mark=mark)
    viewings.write_down(workshop, if_due=False)


def _watched(workshop: Workshop, people: People) -> tuple[int, int, int]:
    """Viewers now, viewers in all, seconds in all."""
    with workshop.reading() as work:
        session = broadcasts.session(work, people.stream)
        return (viewings.watching_now(work, session), *viewings.watched(work, session))


def _go_live(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        broadcasts.start(work, broadcasts.session(work, people.stream))


def test_beats_add_up_and_an_absence_does_not(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    _go_live(workshop, people)
    for _ in range(4):
        _beat(workshop, people)
        clock.now += timedelta(seconds=30)
    assert _watched(workshop, people) == (1, 1, 90)
    clock.now += timedelta(minutes=10)
    assert _watched(workshop, people) == (0, 1, 90)
    _beat(workshop, people)
    clock.now += timedelta(seconds=30)
    _beat(workshop, people)
    assert _watched(workshop, people) == (1, 1, 120)


def test_two_browsers_are_two_viewers_and_two_tabs_are_one(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    _go_live(workshop, people)
    for mark in ("phone-1", "phone-2", "phone-1"):
        _beat(workshop, people, mark)
    clock.now += timedelta(seconds=30)
    for _ in range(2):
        _beat(workshop, people, "phone-1")
    assert _watched(workshop, people) == (2, 2, 30)


def test_waiting_before_the_beginning_is_not_watching(workshop: Workshop, people: People) -> None:
    _beat(workshop, people)
    assert _watched(workshop, people) == (0, 0, 0)
