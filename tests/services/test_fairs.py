"""Setting up a fair: who may, what is refused, what its checklist says."""

from datetime import UTC, datetime

import pytest

from matcher.domain.drafts.employers import EmployerDraft
from matcher.domain.drafts.fairs import FairDraft, SessionDraft
from matcher.domain.drafts.shape import believe
from matcher.domain.errors import Invalid, NotFound, Refused
from matcher.domain.terms import FairStatus, SessionKind
from matcher.services import booths, checklist, fairs, sessions
from matcher.services.checklist import Task
from matcher.services.work import Work, Workshop
from matcher.storage.attendance import CheckIn, registration_of
from matcher.storage.fairs import Fair, booth_numbers
from tests.people import People

LOCAL = {"starts_at": "2026-05-01T09:00", "ends_at": "2026-05-01T16:30"}


def _draft(**values: object) -> FairDraft:
    return believe(FairDraft, {"name": "五一招聘会", "slug": "may", **LOCAL, **values})


def _fair(work: Work, people: People) -> Fair:
    return work.db.get_one(Fair, people.fair)


def test_times_are_typed_by_the_clock_at_the_fair(workshop: Workshop) -> None:
    with workshop.writing() as work:
        fair = fairs.create(work, _draft(licensed_max="2000"))
        assert fair.starts_at == datetime(2026, 5, 1, 1, tzinfo=UTC)
        assert fair.ends_at == datetime(2026, 5, 1, 8, 30, tzinfo=UTC)
        assert (fair.status, fair.licensed_max) == (FairStatus.DRAFT, 2000)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"starts_at": "0001-01-01T00:00"}, "starts_at"),
        ({"ends_at": "9999-12-31T23:59"}, "ends_at"),
        ({"slug": "spring"}, "slug"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    workshop: Workshop, people: People, values: dict[str, str], field: str
) -> None:
    with workshop.writing() as work, pytest.raises(Invalid) as refused:
        fairs.create(work, _draft(**values))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_one_time_with_a_zone_and_one_without_is_a_problem() -> None:
    with pytest.raises(Invalid):
        _draft(starts_at="1777600000")


def test_a_fair_is_found_only_by_those_who_run_it(workshop: Workshop, people: People) -> None:
    with workshop.reading() as work:
        assert fairs.one(work, [people.fair], people.fair).id == people.fair
        assert fairs.one(work, None, people.other_fair).id == people.other_fair
        with pytest.raises(NotFound):
            fairs.one(work, [people.fair], people.other_fair)
        assert [fair.id for fair in fairs.in_care(work, [people.fair])] == [people.fair]


def test_a_fair_without_a_session_is_not_published(workshop: Workshop) -> None:
    with workshop.writing() as work:
        fair = fairs.create(work, _draft())
        with pytest.raises(Refused, match="fair_not_ready"):
            fairs.move(work, fair, FairStatus.PUBLISHED)
        with pytest.raises(NotFound):
            fairs.public(work, "may")
        with pytest.raises(Refused):
            fairs.move(work, fair, FairStatus.CLOSED)
        told = {"kind": "on_site", "name": "1号馆", **LOCAL}
        sessions.add(work, fair, believe(SessionDraft, told))
        fairs.move(work, fair, FairStatus.PUBLISHED)
        assert fairs.public(work, "may") is fair


def test_a_session_stays_once_something_happened_there(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        ticket = registration_of(work.db, people.linyue)
        assert ticket is not None
        told = {"kind": "on_site", "name": "2号馆", **LOCAL}
        hall = sessions.add(work, fair, believe(SessionDraft, told))
        work.db.add(
            CheckIn(registration_id=ticket.id, fair_session_id=hall.id, nonce="n", at=work.now)
        )
        work.db.flush()
        with pytest.raises(Refused, match="session_in_use"):
            sessions.delete(work, hall)
        with pytest.raises(Refused, match="session_in_use"):
            sessions.change(work, hall, believe(SessionDraft, {**told, "kind": "livestream"}))
        sessions.change(work, hall, believe(SessionDraft, {**told, "name": "东馆"}))
        stream = sessions.one(work, fair, people.stream)
        sessions.delete(work, stream)
        work.db.flush()
        assert [s.kind for s in sessions.of_fair(work, fair)] == [SessionKind.ON_SITE] * 2
        with pytest.raises(NotFound):
            sessions.one(work, fair, people.other_stream)


def test_booths_come_by_the_row_and_only_once(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        assert booths.add_many(work, fair, people.hall, "A01–A40，服务台1") == 39
        assert booths.add_many(work, fair, people.hall, "A01-40") == 0
        numbers = [booth.number for booth, _, _ in booths.of_fair(work, fair)]
        assert len(numbers) == 41
        assert numbers[:2] == ["A01", "A02"]


@pytest.mark.parametrize(
    "text", ["", "A40–A01", "A01–B40", "一排", "A1–A9999", "\0", "A01–", "1" * 400]
)
def test_rows_that_cannot_be_read_make_no_booth(
    workshop: Workshop, people: People, text: str
) -> None:
    with workshop.writing() as work, pytest.raises(Invalid):
        booths.add_many(work, _fair(work, people), people.hall, text)


def test_a_booth_is_given_freed_and_taken_out(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        booths.add_many(work, fair, people.hall, "B01")
        booth = next(b for b, _, _ in booths.of_fair(work, fair) if b.number == "B01")
        booths.assign(work, fair, booth.id, people.chenguang)
        work.db.flush()
        assert booth_numbers(work.db, fair.id)[people.chenguang] == "A01、B01"
        with pytest.raises(Refused, match="booth_taken"):
            booths.remove(work, fair, booth.id)
        with pytest.raises(NotFound):
            booths.assign(work, fair, booth.id, people.other_employer)
        booths.assign(work, fair, booth.id, None)
        booths.remove(work, fair, booth.id)
        with pytest.raises(NotFound):
            booths.assign(work, work.db.get_one(Fair, people.other_fair), booth.id, None)


def test_the_checklist_names_what_is_missing(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        fair = _fair(work, people)
        fairs.add_employer(work, fair, believe(EmployerDraft, {"name": "新来的厂"}))
        open_tasks = {item.task: item.count for item in checklist.to_do(work, fair)}
        assert open_tasks[Task.BOOTHLESS] == 1
        assert open_tasks[Task.IDLE_EMPLOYERS] == 1
        assert open_tasks[Task.STREAM_ADDRESS] == 1
        assert open_tasks[Task.STREAM_LATE] == 1
        assert Task.EMPLOYERS not in open_tasks
        done = {item.task for item in checklist.before(work, fair) if item.is_done}
        assert {Task.SESSIONS, Task.POSTINGS, Task.HOSTS, Task.GATES} <= done
        fair.licensed_max = 100
        full = {item.task for item in checklist.to_do(work, fair, people=95)}
        assert Task.NEARLY_FULL in full
        with pytest.raises(Invalid):
            fairs.add_employer(work, fair, believe(EmployerDraft, {"name": "新来的厂"}))
