"""A livestream on the air: start, pin what is being spoken of, go on, end."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import BroadcastStatus, FeedKind, PostingStatus, SessionKind
from matcher.services.work import Work
from matcher.storage import broadcasts, fairs
from matcher.storage.broadcasts import Broadcast
from matcher.storage.employers import Employer
from matcher.storage.fairs import Fair, FairSession
from matcher.storage.postings import Posting

__all__ = ["FairSession", "Line", "OnAir"]


@dataclass(frozen=True)
class Line:
    """One posting of the run sheet as pages show it."""

    posting: Posting
    employer: Employer
    booth: str
    presented_at: datetime | None
    is_open: bool  # still shown to the public; a closed one stays on the sheet, struck out


@dataclass(frozen=True)
class OnAir:
    """A livestream as it stands: status, what is spoken of now, what comes next, the sheet."""

    session: FairSession
    status: BroadcastStatus
    started_at: datetime | None
    pinned_at: datetime | None
    pinned: Line | None
    upcoming: Line | None
    sheet: list[Line]

    @property
    def is_live(self) -> bool:
        """Whether it is on the air now."""
        return self.status is BroadcastStatus.LIVE


def session(work: Work, session_id: int) -> FairSession:
    """A livestream session. Raises NotFound for a hall and for nothing."""
    found = work.db.get(FairSession, session_id)
    if found is None or found.kind is not SessionKind.LIVESTREAM:
        raise NotFound
    return found


def hosted(
    work: Work, *, session_ids: Collection[int], fair_ids: Collection[int | None]
) -> list[FairSession]:
    """The livestream sessions somebody may run: those named, and all of whole fairs."""
    found = work.db.scalars(
        select(FairSession)
        .where(
            FairSession.kind == SessionKind.LIVESTREAM,
            or_(FairSession.id.in_(session_ids), FairSession.fair_id.in_(fair_ids)),
        )
        .order_by(FairSession.starts_at, FairSession.id)
    )
    return list(found)


def fair_of(work: Work, session_: FairSession) -> Fair:
    """The fair a session belongs to."""
    return work.db.get_one(Fair, session_.fair_id)


def sessions_of(work: Work, fair_id: int) -> list[OnAir]:
    """The livestreams of a fair as they stand, in the order of the day."""
    found = fairs.sessions_of(work.db, fair_id)
    return [on_air(work, s) for s in found if s.kind is SessionKind.LIVESTREAM]


def on_air(work: Work, session_: FairSession) -> OnAir:
    """How this livestream stands."""
    broadcast = broadcasts.of_session(work.db, session_.id) or Broadcast(
        fair_session_id=session_.id, status=BroadcastStatus.PLANNED
    )
    sheet = _sheet(work, session_)
    pinned = next((li for li in sheet if li.posting.id == broadcast.pinned_posting_id), None)
    return OnAir(
        session_,
        broadcast.status,
        broadcast.started_at,
        broadcast.pinned_at,
        pinned,
        _upcoming(sheet, pinned),
        sheet,
    )


def start(work: Work, session_: FairSession) -> None:
    """Go on the air, with the first posting of the run sheet unless one is pinned already.

    A second time changes nothing; a stream that had ended goes on.
    """
    broadcast = _broadcast(work, session_)
    if broadcast.status is BroadcastStatus.LIVE:
        return
    broadcast.status = BroadcastStatus.LIVE
    broadcast.started_at = broadcast.started_at or work.now
    broadcast.ended_at = None
    sheet = _sheet(work, session_)
    first = next((line.posting for line in sheet if line.is_open), None)
    if broadcast.pinned_posting_id is None and first is not None:
        _pin(work, broadcast, first)
    work.announce(session_.fair_id, FeedKind.WENT_LIVE, fair_session_id=session_.id)


def pin(work: Work, session_: FairSession, posting_id: int) -> None:
    """Speak of this posting of the run sheet from now on.

    Raises Refused("not_live"), and NotFound for a posting that is not on the sheet or not open.
    """
    broadcast = _live(work, session_)
    line = next((li for li in _sheet(work, session_) if li.posting.id == posting_id), None)
    if line is None or not line.is_open:
        raise NotFound("posting_gone")
    _pin(work, broadcast, line.posting)


def pin_next(work: Work, session_: FairSession) -> None:
    """Go on to the next open posting of the sheet.

    Raises Refused("not_live"), Refused("run_sheet_done").
    """
    broadcast = _live(work, session_)
    upcoming = on_air(work, session_).upcoming
    if upcoming is None:
        raise Refused("run_sheet_done")
    _pin(work, broadcast, upcoming.posting)


def end(work: Work, session_: FairSession) -> None:
    """Go off the air; what was pinned is let go."""
    broadcast = _broadcast(work, session_)
    if broadcast.status is not BroadcastStatus.LIVE:
        return
    broadcast.status, broadcast.ended_at = BroadcastStatus.ENDED, work.now
    broadcast.pinned_posting_id = broadcast.pinned_at = None
    work.announce(session_.fair_id, FeedKind.ENDED, fair_session_id=session_.id)


def counts(work: Work, session_: FairSession) -> dict[str, int]:
    """Questions asked and applications made in this session."""
    return {
        "questions": broadcasts.asked_in(work.db, session_.id),
        "applications": broadcasts.applied_in(work.db, session_.id),
    }


def _broadcast(work: Work, session_: FairSession) -> Broadcast:
    found = broadcasts.of_session(work.db, session_.id)
    if found is None:
        found = Broadcast(fair_session_id=session_.id, status=BroadcastStatus.PLANNED)
        work.db.add(found)
        work.db.flush()
    return found


def _live(work: Work, session_: FairSession) -> Broadcast:
    broadcast = _broadcast(work, session_)
    if broadcast.status is not BroadcastStatus.LIVE:
        raise Refused("not_live")
    return broadcast


def _pin(work: Work, broadcast: Broadcast, posting: Posting) -> None:
    broadcast.pinned_posting_id, broadcast.pinned_at = posting.id, work.now
    entry = broadcasts.entry_of(work.db, broadcast.fair_session_id, posting.id)
    if entry is not None:
        entry.presented_at = work.now
    work.announce(
        posting.fair_id,
        FeedKind.PINNED,
        {"posting": posting.id, "number": posting.number},
        fair_session_id=broadcast.fair_session_id,
    )


def _sheet(work: Work, session_: FairSession) -> list[Line]:
    rows = broadcasts.run_sheet(work.db, session_.id)
    booths = fairs.booth_numbers(work.db, session_.fair_id)
    return [
        Line(
            posting,
            employer,
            booths.get(employer.id, ""),
            entry.presented_at,
            is_open(work, posting),
        )
        for entry, posting, employer in rows
    ]


def is_open(work: Work, posting: Posting) -> bool:
    """Whether the public may see this posting today."""
    is_valid = posting.expires_on is None or posting.expires_on >= work.today
    return posting.status is PostingStatus.PUBLISHED and is_valid


def _upcoming(sheet: list[Line], pinned: Line | None) -> Line | None:
    """The first open posting below the pinned one; at the very beginning the first of all."""
    start_at = sheet.index(pinned) + 1 if pinned is not None else 0
    return next((line for line in sheet[start_at:] if line.is_open), None)
