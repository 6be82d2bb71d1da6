"""The gate: a ticket is scanned or its six digits are typed, and the person is in, once."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from matcher.domain.drafts.shape import clean
from matcher.domain.errors import NotFound
from matcher.domain.terms import FeedKind
from matcher.services.work import Work
from matcher.storage import attendance, fairs
from matcher.storage.attendance import CheckIn, Registration
from matcher.storage.fairs import Fair, FairSession
from matcher.storage.seekers import Seeker

OPENS_BEFORE = timedelta(hours=1)  # the door opens this long before a session …
SHUTS_AFTER = timedelta(hours=1)  # … and lets latecomers' scans through until then
_LONGEST_DELAY = timedelta(hours=24)  # a kiosk without a network sends its scans within a day
_CODE_LENGTH = 6


class Outcome(StrEnum):
    """What the gate says."""

    OK = "ok"
    ALREADY = "already"
    REFUSED = "refused"


@dataclass(frozen=True)
class CheckInAnswer:
    """What came of one scan; `code` says why it was refused."""

    outcome: Outcome
    code: str = ""
    at: datetime | None = None  # when the person came in first
    initial: str = ""  # the first letter of what to call them, and no more
    registration_id: int | None = None


def check_in(
    work: Work,
    fair_id: int,
    fair_session_id: int,
    *,
    given: str,
    nonce: str,
    gate: str = "",
    delay: timedelta = timedelta(0),
) -> CheckInAnswer:
    """Let the bearer of a ticket into a session.

    `given` is what was scanned or typed: a ticket's token, the text of its QR code, or six digits
    however they are written. The same `nonce` again gets the same answer and changes nothing;
    `delay` is how long the device held the scan while it had no network.
    Raises NotFound for a session of another fair.
    """
    session = fairs.session_in(work.db, fair_id, fair_session_id)
    if session is None:
        raise NotFound
    before = attendance.check_in_by_nonce(work.db, nonce)
    if before is not None:
        return _seen(work, before, Outcome.OK)
    at = work.now - min(max(delay, timedelta(0)), _LONGEST_DELAY)
    registration = _find(work, fair_id, given)
    if registration is None:
        return _refused(_why_unknown(work, given))
    if _erased(work, registration):
        return _refused("erased")
    came = attendance.check_in_of(work.db, registration.id, session.id)
    if came is not None:
        return _seen(work, came, Outcome.ALREADY)
    shut = _shut(session, at) or _full(work, registration)
    if shut:
        return _refused(shut)
    return _let_in(work, registration, session, nonce=nonce, gate=gate, at=at)


def count_today(work: Work, fair_session_id: int, gate: str) -> int:
    """How many came through this gate since midnight at the fair."""
    midnight = work.now.astimezone(work.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return attendance.check_ins_at(work.db, fair_session_id, gate, midnight)


def find(work: Work, fair_id: int, given: str) -> Registration:
    """The registration of a ticket or code in this fair, to print its slip again.

    Raises NotFound("unknown_ticket").
    """
    registration = _find(work, fair_id, given)
    if registration is None or _erased(work, registration):
        raise NotFound("unknown_ticket")
    return registration


def one(work: Work, fair_id: int, registration_id: int) -> Registration:
    """A registration of this fair by its number. Raises NotFound("unknown_ticket")."""
    registration = work.db.get(Registration, registration_id)
    if registration is None or registration.fair_id != fair_id or _erased(work, registration):
        raise NotFound("unknown_ticket")
    return registration


def bearer(work: Work, registration: Registration) -> Seeker:
    """Whose ticket it is."""
    return work.db.get_one(Seeker, registration.seeker_id)


def plain(given: str) -> str:
    """What was scanned or typed without full-width forms, blanks and the address around it."""
    text = unicodedata.normalize("NFKC", str(clean(given))).rstrip("/")
    text = text.rpartition("/")[2] if "/" in text else text
    digits = "".join(c for c in text if c not in " -·.,\t\u3000")
    return digits if digits.isascii() and digits.isdigit() else text


def _find(work: Work, fair_id: int, given: str) -> Registration | None:
    text = plain(given)
    if len(text) == _CODE_LENGTH and text.isdigit():
        return attendance.by_code(work.db, fair_id, text)
    return attendance.by_ticket(work.db, fair_id, text) if 0 < len(text) <= 64 else None


def _why_unknown(work: Work, given: str) -> str:
    elsewhere = attendance.by_ticket_anywhere(work.db, plain(given)[:64])
    return "unknown_ticket" if elsewhere is None else "wrong_fair"


def _erased(work: Work, registration: Registration) -> bool:
    return bearer(work, registration).erased_at is not None


def _shut(session: FairSession, at: datetime) -> str:
    if at < session.starts_at - OPENS_BEFORE:
        return "not_yet"
    return "over" if at > session.ends_at + SHUTS_AFTER else ""


def _full(work: Work, registration: Registration) -> str:
    """Refuse the first person above the licensed number; who is counted already may go on."""
    fair = work.db.scalars(
        select(Fair).where(Fair.id == registration.fair_id).with_for_update()
    ).one()
    if fair.licensed_max is None or attendance.has_come(work.db, registration.id):
        return ""
    return "full" if attendance.people_in(work.db, fair.id) >= fair.licensed_max else ""


def _let_in(
    work: Work,
    registration: Registration,
    session: FairSession,
    *,
    nonce: str,
    gate: str,
    at: datetime,
) -> CheckInAnswer:
    made = CheckIn(
        registration_id=registration.id,
        fair_session_id=session.id,
        nonce=nonce,
        gate=gate,
        at=at,
    )
    try:
        with work.db.begin_nested():
            work.db.add(made)
    except IntegrityError:  # another gate was faster by a hair
        came = attendance.check_in_of(work.db, registration.id, session.id)
        if came is None:
            return _refused("scan_again")
        return _seen(work, came, Outcome.ALREADY)
    work.announce(
        session.fair_id,
        FeedKind.CHECKED_IN,
        {
            "here": attendance.check_ins_in(work.db, session.id),
            "people": attendance.people_in(work.db, session.fair_id),
        },
        fair_session_id=session.id,
    )
    return _seen(work, made, Outcome.OK)


def _seen(work: Work, came: CheckIn, outcome: Outcome) -> CheckInAnswer:
    registration = work.db.get_one(Registration, came.registration_id)
    name = bearer(work, registration).name
    return CheckInAnswer(outcome, at=came.at, initial=name[:1], registration_id=registration.id)


def _refused(code: str) -> CheckInAnswer:
    return CheckInAnswer(Outcome.REFUSED, code=code)
