"""Tickets: registering a seeker gives an opaque token for the QR code and six digits to say."""

import secrets
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError

from matcher.domain.terms import FeedKind, Source
from matcher.services.work import Work
from matcher.storage import attendance, fairs
from matcher.storage.attendance import CheckIn, Registration
from matcher.storage.fairs import FairSession
from matcher.storage.seekers import Seeker

_TRIES = 50


@dataclass(frozen=True)
class Ticket:
    """A person's ticket with what became of it: for each session when they came, or None."""

    registration: Registration
    sessions: list[tuple[FairSession, CheckIn | None]]


def issue(work: Work, seeker: Seeker, *, source: Source) -> Registration:
    """The person's ticket; made now if there is none, so that asking twice changes nothing."""
    found = attendance.registration_of(work.db, seeker.id)
    if found is not None:
        return found
    made = _with_a_free_code(work, seeker, source)
    work.announce(seeker.fair_id, FeedKind.REGISTERED, {"source": source.value})
    return made


def of_seeker(work: Work, seeker: Seeker) -> Ticket | None:
    """The ticket of this person with their check-ins, None before they registered."""
    registration = attendance.registration_of(work.db, seeker.id)
    if registration is None:
        return None
    came = {c.fair_session_id: c for c in attendance.check_ins_of(work.db, registration.id)}
    sessions = fairs.sessions_of(work.db, seeker.fair_id)
    return Ticket(registration, [(session, came.get(session.id)) for session in sessions])


def void(work: Work, seeker: Seeker) -> None:
    """Make a ticket worthless: no scan and no six digits find it again; the row still counts."""
    registration = attendance.registration_of(work.db, seeker.id)
    if registration is not None:
        registration.ticket = secrets.token_urlsafe(24)
        registration.code = f"void-{registration.id}"


def _with_a_free_code(work: Work, seeker: Seeker, source: Source) -> Registration:
    for _ in range(_TRIES):
        code = f"{100_000 + secrets.randbelow(900_000)}"
        if attendance.by_code(work.db, seeker.fair_id, code) is not None:
            continue
        made = Registration(
            fair_id=seeker.fair_id,
            seeker_id=seeker.id,
            ticket=secrets.token_urlsafe(24),
            code=code,
            source=source,
            created_at=work.now,
        )
        try:
            with work.db.begin_nested():
                work.db.add(made)
        except IntegrityError:  # somebody took the six digits in this very moment
            continue
        return made
    raise RuntimeError("no free ticket code")
