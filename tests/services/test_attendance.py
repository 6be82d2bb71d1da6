"""The gate lets a person in once, whatever is scanned, typed or sent twice, and by how many."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from matcher.domain.errors import NotFound
from matcher.domain.terms import FeedKind, Source
from matcher.services import attendance, feed, tickets
from matcher.services.attendance import CheckInAnswer, Outcome
from matcher.services.work import Workshop
from matcher.storage.attendance import CheckIn, Registration
from matcher.storage.fairs import Fair
from matcher.storage.seekers import Seeker
from tests.conftest import Clock
from tests.people import People


def _scan(
    workshop: Workshop, people: People, given: str, nonce: str = "", **more: object
) -> CheckInAnswer:
    with workshop.writing() as work:
        return attendance.check_in(
            work,
            people.fair,
            people.hall,
            given=given,
            nonce=nonce or uuid4().hex,
            gate="自助机1",
            **more,  # type: ignore[arg-type]
        )


def _rows(workshop: Workshop) -> int:
    with workshop.reading() as work:
        return work.db.scalar(select(func.count()).select_from(CheckIn)) or 0


@pytest.mark.parametrize(
    "given",
    [
        "100001",
        " 100 001 ",
        "１００００１",
        "100-001",
        "ticket-spring-100001",
        "https://fair.example/t/ticket-spring-100001",
    ],
)
def test_however_it_is_written_the_person_is_in(
    workshop: Workshop, people: People, given: str
) -> None:
    answer = _scan(workshop, people, given)
    assert (answer.outcome, answer.initial) == (Outcome.OK, "林")


def test_a_second_scan_is_told_when_the_person_came(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    first = _scan(workshop, people, "100001")
    clock.now += timedelta(minutes=20)
    second = _scan(workshop, people, "100001")
    assert (second.outcome, second.at) == (Outcome.ALREADY, first.at)
    assert _rows(workshop) == 1


def test_the_same_scan_sent_twice_gets_the_same_answer(workshop: Workshop, people: People) -> None:
    first = _scan(workshop, people, "100001", nonce="the-answer-got-lost")
    again = _scan(workshop, people, "100001", nonce="the-answer-got-lost")
    assert (first, _rows(workshop)) == (again, 1)


def test_a_scan_that_waited_for_the_network_counts_when_it_was_made(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    answer = _scan(workshop, people, "100001", delay=timedelta(minutes=10))
    assert answer.at == clock.now - timedelta(minutes=10)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("999999", "unknown_ticket"),
        ("nonsense", "unknown_ticket"),
        ("", "unknown_ticket"),
        ("\x00\ud800", "unknown_ticket"),
        ("x" * 500, "unknown_ticket"),
        ("ticket-autumn-100001", "wrong_fair"),
    ],
)
def test_what_is_no_ticket_of_this_fair_is_refused(
    workshop: Workshop, people: People, given: str, code: str
) -> None:
    answer = _scan(workshop, people, given)
    assert (answer.outcome, answer.code) == (Outcome.REFUSED, code)
    assert _rows(workshop) == 0


def test_before_and_after_the_session_nobody_gets_in(
    workshop: Workshop, people: People, clock: Clock
) -> None:
    noon = clock.now
    clock.now = noon - timedelta(hours=5)
    assert _scan(workshop, people, "100001").code == "not_yet"
    clock.now = noon + timedelta(hours=5)
    assert _scan(workshop, people, "100001").code == "over"


def test_an_erased_person_is_not_let_in(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        work.db.get_one(Seeker, people.linyue).erased_at = work.now
    assert _scan(workshop, people, "100001").code == "erased"


def test_the_licensed_number_stops_the_gate_but_not_those_who_are_counted(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).licensed_max = 1
    assert _scan(workshop, people, "100001").outcome is Outcome.OK
    assert _scan(workshop, people, "100002").code == "full"
    assert _scan(workshop, people, "100001").outcome is Outcome.ALREADY


def test_a_session_of_another_fair_is_not_there(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work, pytest.raises(NotFound):
        attendance.check_in(work, people.fair, people.other_stream, given="100001", nonce="n" * 16)


def test_it_is_told_with_counts_and_without_names(workshop: Workshop, people: People) -> None:
    _scan(workshop, people, "100001")
    _scan(workshop, people, "100001")
    with workshop.reading() as work:
        told = feed.after(work, 0, fair_id=people.fair)
        assert [entry.kind for entry in told] == [FeedKind.CHECKED_IN]
        assert told[0].payload == {"here": 1, "people": 1}
        assert attendance.count_today(work, people.hall, "自助机1") == 1
        assert attendance.count_today(work, people.hall, "北门") == 0


def _all_at_once(calls: list[Callable[[], object]]) -> list[object]:
    """Run the calls on as many threads, started together."""
    gate = Barrier(len(calls))

    def run(call: Callable[[], object]) -> object:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_eight_gates_at_once_make_one_row(workshop: Workshop, people: People) -> None:
    answers = _all_at_once([lambda: _scan(workshop, people, "100001") for _ in range(8)])
    outcomes = [answer.outcome for answer in answers if isinstance(answer, CheckInAnswer)]
    assert sorted(outcomes) == [Outcome.ALREADY] * 7 + [Outcome.OK]
    assert _rows(workshop) == 1


def test_eight_people_and_one_place_let_one_in(workshop: Workshop, people: People) -> None:
    codes = []
    with workshop.writing() as work:
        work.db.get_one(Fair, people.fair).licensed_max = 1
        for _ in range(8):
            seeker = Seeker(fair_id=people.fair, created_at=work.now, updated_at=work.now)
            work.db.add(seeker)
            work.db.flush()
            codes.append(tickets.issue(work, seeker, source=Source.PHONE).code)
    answers = _all_at_once([lambda code=code: _scan(workshop, people, code) for code in codes])  # type: ignore[misc]
    let_in = [a for a in answers if isinstance(a, CheckInAnswer) and a.outcome is Outcome.OK]
    assert (len(let_in), _rows(workshop)) == (1, 1)


def test_the_race_is_real_where_nothing_stops_it(workshop: Workshop, people: People) -> None:
    """Negative control: look first, write later, in two transactions, and eight get in."""
    looked = Barrier(8)

    def careless() -> bool:
        with workshop.reading() as work:
            registration = work.db.scalars(
                select(Registration).where(Registration.code == "100001").limit(1)
            ).one()
            is_in = work.db.scalar(
                select(CheckIn).where(CheckIn.registration_id == registration.id)
            )
        looked.wait()
        return is_in is None

    assert _all_at_once([careless] * 8) == [True] * 8
