"""The figures against a small fair counted by hand; desk, export and screen say the same."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from python_calamine import CalamineWorkbook

from matcher.domain.terms import BroadcastStatus, Channel, FeedKind, Source, Stage
from matcher.services import figures
from matcher.services.figures import Figure, Part
from matcher.services.work import Work, Workshop
from matcher.storage.applications import Application, StageChange
from matcher.storage.attendance import CheckIn, Registration, Viewing
from matcher.storage.broadcasts import Broadcast
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair
from matcher.storage.postings import Posting
from matcher.storage.seekers import Seeker
from tests.people import People


def _at(hour: int, minute: int = 0, day: int = 8) -> datetime:
    """A time by the clock in the hall, eight hours ahead of UTC."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


def _register(work: Work, people: People, at: datetime, source: Source) -> Registration:
    seeker = Seeker(fair_id=people.fair, source=source, created_at=at, updated_at=at)
    work.db.add(seeker)
    work.db.flush()
    ticket = Registration(
        fair_id=people.fair,
        seeker_id=seeker.id,
        ticket=f"t{seeker.id}",
        code=f"{200_000 + seeker.id}",
        source=source,
        created_at=at,
    )
    work.db.add(ticket)
    work.db.flush()
    return ticket


def _check_in(work: Work, ticket: Registration, session: int, gate: str, at: datetime) -> None:
    nonce = f"{ticket.id}-{session}"
    work.db.add(
        CheckIn(registration_id=ticket.id, fair_session_id=session, nonce=nonce, gate=gate, at=at)
    )


def _watch(
    work: Work,
    session: int,
    viewer: str,
    first: datetime,
    last: datetime,
    seeker: int | None = None,
) -> None:
    work.db.add(
        Viewing(
            fair_session_id=session,
            viewer=viewer,
            seeker_id=seeker,
            first_at=first,
            last_at=last,
            seconds=int((last - first).total_seconds()),
        )
    )


def _apply(
    work: Work,
    people: People,
    seeker: int,
    posting: int,
    at: datetime,
    *,
    channel: Channel = Channel.ON_SITE,
    stage: Stage = Stage.SUBMITTED,
    agreed: tuple[datetime | None, datetime | None] = (None, None),
    session: int | None = None,
) -> Application:
    made = Application(
        fair_id=people.fair,
        seeker_id=seeker,
        posting_id=posting,
        employer_id=work.db.get_one(Posting, posting).employer_id,
        fair_session_id=session,
        channel=channel,
        stage=stage,
        employer_agreed_at=agreed[0],
        seeker_agreed_at=agreed[1],
        created_at=at,
        updated_at=at,
    )
    work.db.add(made)
    work.db.flush()
    return made


@pytest.fixture
def counted(workshop: Workshop, people: People) -> People:
    """Five tickets, three people in the hall, one of them also watching, one only watching."""
    with workshop.writing() as work:
        work.db.get_one(Employer, people.chenguang).industry = "机械"
        a = _register(work, people, _at(8, 30), Source.PHONE)
        b = _register(work, people, _at(9, 10), Source.KIOSK)
        c = _register(work, people, _at(9, 20), Source.KIOSK)
        _check_in(work, a, people.hall, "北门", _at(9, 5))
        _check_in(work, b, people.hall, "南门", _at(9, 59))
        _check_in(work, c, people.hall, "北门", _at(11, 0))
        _watch(work, people.stream, "phone-a", _at(10), _at(10, 30), a.seeker_id)
        _watch(work, people.stream, "phone-l", _at(10, 10), _at(10, 20), people.linyue)
        _watch(work, people.stream, "nobody", _at(11, 40), _at(11, 45))
        _apply(work, people, a.seeker_id, people.electrician, _at(10, 15))
        both = (_at(11), _at(12, 5))
        _apply(
            work, people, b.seeker_id, people.electrician, _at(10), stage=Stage.AGREED, agreed=both
        )
        # Offered, and not answered: no agreed intent.
        waiting = _apply(
            work,
            people,
            people.linyue,
            people.night_guard,
            _at(10, 40),
            channel=Channel.LIVESTREAM,
            stage=Stage.INTERVIEW,
            agreed=(_at(11), None),
            session=people.stream,
        )
        work.db.add(
            StageChange(application_id=waiting.id, stage=Stage.INTERVIEW, by="x", at=_at(11))
        )
        # Taken back: never happened, whatever it had come to.
        gone = _apply(
            work, people, c.seeker_id, people.night_guard, _at(11, 30), stage=Stage.WITHDRAWN
        )
        work.db.add(StageChange(application_id=gone.id, stage=Stage.INTERVIEW, by="x", at=_at(12)))
        # Seen in an interview and declined: the interview counts.
        declined = _apply(
            work, people, c.seeker_id, people.electrician, _at(12), stage=Stage.DECLINED
        )
        work.db.add(
            StageChange(application_id=declined.id, stage=Stage.INTERVIEW, by="x", at=_at(12, 10))
        )
    return people


def test_every_figure_is_what_a_hand_counts(workshop: Workshop, counted: People) -> None:
    with workshop.reading() as work:
        found = figures.of_fair(work, work.db.get_one(Fair, counted.fair))
    assert dict(found.counts) == {
        Figure.REGISTERED: 5,
        Figure.VISITORS: 4,
        Figure.VISITORS_ON_SITE: 3,
        Figure.CHECK_INS: 3,
        Figure.VISITORS_ONLINE: 2,
        Figure.VIEWERS: 3,
        Figure.PEAK_VIEWERS: 2,
        Figure.WATCH_MINUTES: 45,
        Figure.APPLICATIONS: 4,
        Figure.APPLICATIONS_ON_SITE: 3,
        Figure.APPLICATIONS_ONLINE: 1,
        Figure.APPLICANTS: 4,
        Figure.INTERVIEWED: 3,
        Figure.AGREED: 1,
        Figure.AGREED_PEOPLE: 1,
        Figure.EMPLOYERS: 2,
        Figure.POSTINGS: 2,
        Figure.OPENINGS: 4,
    }
    assert found.sources == {Source.PHONE: 3, Source.KIOSK: 2}


def test_hours_are_those_of_the_hall_without_holes(workshop: Workshop, counted: People) -> None:
    with workshop.reading() as work:
        found = figures.of_fair(work, work.db.get_one(Fair, counted.fair))
    rows = [(h.start.hour, h.check_ins, h.entries, h.applications, h.agreed) for h in found.hours]
    assert rows == [(9, 2, 0, 0, 0), (10, 0, 2, 3, 0), (11, 1, 1, 0, 0), (12, 0, 0, 1, 1)]
    assert [(s.name, gate, n) for s, gate, n in found.gates if gate] == [
        ("1号馆", "北门", 2),
        ("1号馆", "南门", 1),
    ]
    stream = next(s for s in found.sessions if s.session.id == counted.stream)
    assert (stream.viewers, stream.peak_viewers, stream.watch_minutes) == (3, 2, 45)
    assert (stream.check_ins, stream.applications, stream.agreed) == (0, 1, 0)


def test_steps_never_count_a_person_twice(workshop: Workshop, counted: People) -> None:
    with workshop.writing() as work:
        again = work.db.get_one(Seeker, counted.linyue)
        _apply(work, counted, again.id, counted.electrician, _at(12, 20))
    with workshop.reading() as work:
        found = figures.of_fair(work, work.db.get_one(Fair, counted.fair))
    steps = {step.figure: (step.everywhere, step.on_site, step.online) for step in found.steps}
    assert steps[Figure.VISITORS] == (4, 3, 2)
    assert steps[Figure.APPLICANTS] == (4, 4, 1)
    assert found.counts[Figure.APPLICATIONS] == 5


def test_a_day_and_a_session_can_be_looked_at_alone(workshop: Workshop, counted: People) -> None:
    with workshop.reading() as work:
        fair = work.db.get_one(Fair, counted.fair)
        yesterday = figures.of_fair(work, fair, Part(day=date(2026, 3, 7)))
        today = figures.of_fair(work, fair, Part(day=date(2026, 3, 8)))
        stream = figures.of_fair(work, fair, Part(session_id=counted.stream))
        elsewhere = figures.of_fair(work, work.db.get_one(Fair, counted.other_fair))
    assert yesterday.counts[Figure.VISITORS] == yesterday.counts[Figure.APPLICATIONS] == 0
    assert today.counts[Figure.VISITORS] == 4
    assert stream.counts[Figure.CHECK_INS] == 0
    assert (stream.counts[Figure.VIEWERS], stream.counts[Figure.APPLICATIONS]) == (3, 1)
    assert elsewhere.counts[Figure.CHECK_INS] == elsewhere.counts[Figure.APPLICATIONS] == 0


def test_figures_add_up_across_their_tables(workshop: Workshop, counted: People) -> None:
    with workshop.reading() as work:
        found = figures.of_fair(work, work.db.get_one(Fair, counted.fair))
    counts = found.counts
    assert counts[Figure.CHECK_INS] == sum(hour.check_ins for hour in found.hours)
    assert counts[Figure.CHECK_INS] == sum(s.check_ins for s in found.sessions)
    assert counts[Figure.APPLICATIONS] == sum(hour.applications for hour in found.hours)
    assert counts[Figure.APPLICATIONS] == sum(each.applications for each in found.employers)
    assert counts[Figure.AGREED] == sum(hour.agreed for hour in found.hours)
    assert counts[Figure.AGREED] == sum(each.agreed for each in found.employers)
    assert counts[Figure.OPENINGS] == sum(each.openings for each in found.employers)
    assert counts[Figure.REGISTERED] == sum(found.sources.values())


def test_the_export_opens_and_says_the_same(workshop: Workshop, counted: People) -> None:
    with workshop.reading() as work:
        found = figures.of_fair(work, work.db.get_one(Fair, counted.fair))
    file = figures.workbook(found, lambda word: word, lambda figure: (figure.value, "what it is"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(file))
    rows = book.get_sheet_by_name("figures").to_python()
    assert {row[0]: row[1] for row in rows[1:]} == {f.value: n for f, n in found.counts.items()}
    assert {(row[2], row[3]) for row in rows[1:]} == {("what it is", "2026-03-08 12:30")}
    hours = book.get_sheet_by_name("by_hour").to_python()[1:]
    assert [row[1] for row in hours] == [hour.check_ins for hour in found.hours]
    employers = book.get_sheet_by_name("by_employer").to_python()[1:]
    assert [row[0] for row in employers] == [each.name for each in found.employers]


def test_the_wall_hides_small_counts_and_agrees_otherwise(
    workshop: Workshop, counted: People
) -> None:
    with workshop.writing() as work:
        for n in range(6):
            ticket = _register(work, counted, _at(9), Source.PHONE)
            _check_in(work, ticket, counted.hall, "北门", _at(9, n))
            _apply(work, counted, ticket.seeker_id, counted.electrician, _at(12, 20 + n))
        work.announce(counted.fair, FeedKind.APPLIED)
        live = Broadcast(fair_session_id=counted.stream, status=BroadcastStatus.LIVE)
        live.pinned_posting_id = counted.electrician
        work.db.add(live)
    with workshop.reading() as work:
        fair = work.db.get_one(Fair, counted.fair)
        wall, desk = figures.board(work, fair), figures.of_fair(work, fair)
    assert wall.counts[Figure.VISITORS] == desk.counts[Figure.VISITORS] == 10
    assert wall.counts[Figure.APPLICATIONS] == desk.counts[Figure.APPLICATIONS] == 10
    assert wall.counts[Figure.OPENINGS] == desk.counts[Figure.OPENINGS]
    assert wall.counts[Figure.AGREED] is None
    assert wall.counts[Figure.VIEWERS] is None
    assert [hour.check_ins for hour in wall.hours] == [8, 0, None, 0]
    assert wall.wanted == [("维修电工", 9)]
    assert [(s.status, s.number, s.title) for s in wall.streams] == [
        (BroadcastStatus.LIVE, 101, "维修电工")
    ]
