"""The run sheet: postings by their spoken numbers, in the order the host wants."""

import pytest

from matcher.domain.errors import NotFound, Refused
from matcher.services import broadcasts, run_sheets
from matcher.services.work import Work, Workshop
from tests.people import People


def _numbers(work: Work, people: People) -> list[int]:
    session = broadcasts.session(work, people.stream)
    return [line.posting.number for line in broadcasts.on_air(work, session).sheet]


def test_postings_are_added_once_moved_and_taken_off(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        for number in (101, 102, 101):
            run_sheets.add_line(work, session, number)
        assert _numbers(work, people) == [101, 102]
        run_sheets.move_line(work, session, people.night_guard, up=True)
        work.db.flush()
        assert _numbers(work, people) == [102, 101]
        run_sheets.move_line(work, session, people.night_guard, up=True)
        assert _numbers(work, people) == [102, 101]
        run_sheets.remove_line(work, session, people.night_guard)
        run_sheets.remove_line(work, session, people.night_guard)
        work.db.flush()
        assert _numbers(work, people) == [101]


def test_what_is_spoken_of_now_stays(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        run_sheets.add_line(work, session, 101)
        broadcasts.start(work, session)
        with pytest.raises(Refused, match="pinned_now"):
            run_sheets.remove_line(work, session, people.electrician)


def test_a_number_nobody_has_is_not_there(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        session = broadcasts.session(work, people.stream)
        with pytest.raises(NotFound):
            run_sheets.add_line(work, session, 999)
        with pytest.raises(NotFound):
            run_sheets.move_line(work, session, people.other_posting, up=False)
