"""Watching counts by the time between beats, while the stream is on the air."""

from datetime import timedelta

from matcher.services import broadcasts, viewings
from matcher.services.audience import GATHERED_FOR
from matcher.services.work import Workshop
from matcher.storage import attendance
from matcher.storage.database import Database
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


def _hear(workshop: Workshop, people: People, mark: str = "phone-1", **who: int) -> None:
    with workshop.reading() as work:
        viewings.beat(work, broadcasts.session(work, people.stream), mark=mark, **who)


def test_what_two_workers_hear_of_one_browser_counts_once(
    workshop: Workshop, people: People, clock: Clock, database_url: str
) -> None:
    other = Workshop(database=Database(database_url), clock=clock)
    _go_live(workshop, people)
    for worker in (workshop, other, workshop, other):
        _hear(worker, people)
        viewings.write_down(worker, if_due=False)
        clock.now += timedelta(seconds=30)
    _hear(workshop, people)
    clock.now += timedelta(seconds=2)
    _hear(other, people)
    for worker in (other, workshop):  # what was heard first is written last
        viewings.write_down(worker, if_due=False)
    assert _watched(workshop, people) == (1, 1, 122)
    other.close()


def test_what_is_written_twice_counts_once(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    _go_live(workshop, people)
    _hear(workshop, people)
    clock.now += timedelta(seconds=20)
    _hear(workshop, people)
    heard = workshop.audience.take(clock.now)
    for _ in range(2):
        workshop.audience.give_back(heard)
        viewings.write_down(workshop, if_due=False)
    assert _watched(workshop, people) == (1, 1, 20)


def test_beats_wait_until_writing_is_due_and_nothing_is_lost_meanwhile(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    _go_live(workshop, people)
    for mark in ("phone-1", "phone-2"):
        _hear(workshop, people, mark)
        viewings.write_down(workshop)
    assert _watched(workshop, people)[1] == 1
    clock.now += GATHERED_FOR
    viewings.write_down(workshop)
    assert _watched(workshop, people)[1] == 2


def test_who_was_erased_meanwhile_is_a_viewer_without_a_person(
    workshop: Workshop, people: People
) -> None:
    _go_live(workshop, people)
    _hear(workshop, people, seeker_id=999_999)
    _hear(workshop, people, "phone-2", seeker_id=people.linyue)
    viewings.write_down(workshop, if_due=False)
    assert _watched(workshop, people)[1] == 2
    with workshop.reading() as work:
        assert len(attendance.viewings_by(work.db, people.linyue)) == 1
