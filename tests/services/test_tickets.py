"""A ticket is given once, and found again by its token or its six digits until it is void."""

from matcher.domain.drafts.seekers import SeekerDraft
from matcher.domain.terms import FeedKind, Source
from matcher.services import seekers, tickets
from matcher.services.work import Workshop
from matcher.storage import attendance, feed
from matcher.storage.fairs import Fair
from tests.people import People


def test_registering_twice_gives_one_ticket_and_one_fact(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        fair = work.db.get_one(Fair, people.fair)
        seeker = seekers.create(work, fair, SeekerDraft(wanted=["电工"]), source=Source.PHONE)
        assert tickets.of_seeker(work, seeker) is None
        first = tickets.issue(work, seeker, source=Source.PHONE)
        again = tickets.issue(work, seeker, source=Source.KIOSK)
        assert first.id == again.id
        assert len(first.code) == 6
        assert first.code.isdigit()
        facts = [entry.kind for entry in feed.after(work.db, 0, fair_id=people.fair)]
        assert facts == [FeedKind.REGISTERED]


def test_a_ticket_names_every_session_and_whether_one_came(
    workshop: Workshop, people: People
) -> None:
    with workshop.writing() as work:
        seeker = seekers.one_in(work, people.fair, people.linyue)
        ticket = tickets.of_seeker(work, seeker)
        assert ticket is not None
        came = attendance.CheckIn(
            registration_id=ticket.registration.id,
            fair_session_id=people.hall,
            nonce="once",
            at=work.now,
        )
        work.db.add(came)
        work.db.flush()
        seen = tickets.of_seeker(work, seeker)
        assert seen is not None
        assert {s.id: c.at if c else None for s, c in seen.sessions} == {
            people.hall: work.now,
            people.stream: None,
        }


def test_a_void_ticket_is_not_found_again(workshop: Workshop, people: People) -> None:
    with workshop.writing() as work:
        tickets.void(work, seekers.one_in(work, people.fair, people.linyue))
        work.db.flush()
        assert attendance.by_code(work.db, people.fair, "100001") is None
        assert attendance.by_ticket(work.db, people.fair, "ticket-spring-100001") is None
