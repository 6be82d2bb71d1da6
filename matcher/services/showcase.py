"""What the public sees of a fair: its face, its halls and streams, one posting."""

from dataclasses import dataclass

from matcher.domain.errors import NotFound
from matcher.domain.terms import BroadcastStatus, FairStatus, PostingStatus, SessionKind
from matcher.services.work import Work
from matcher.storage import broadcasts, employers, fairs, postings
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, Fair, FairSession
from matcher.storage.postings import Posting

__all__ = [
    "Fair",
    "FairSession",
    "SessionCard",
    "Shown",
    "by_id",
    "employers_at",
    "fair",
    "open_fairs",
    "posting",
    "session",
    "sessions",
]


@dataclass(frozen=True)
class SessionCard:
    """A hall with its number of booths in use, or a stream with what is on the air now."""

    session: FairSession
    employers: int = 0
    status: BroadcastStatus | None = None
    pinned: tuple[Posting, Employer] | None = None

    @property
    def is_live(self) -> bool:
        """Whether the stream is on the air."""
        return self.status is BroadcastStatus.LIVE


@dataclass(frozen=True)
class Shown:
    """One posting as its own page shows it, with the booths where one can ask."""

    posting: Posting
    employer: Employer
    booths: list[tuple[Booth, FairSession]]

    @property
    def booth(self) -> str:
        """The booth numbers as one text."""
        return "、".join(booth.number for booth, _ in self.booths)


def open_fairs(work: Work) -> list[Fair]:
    """The fairs one may take part in, the next one first."""
    return fairs.published(work.db)


def fair(work: Work, slug: str) -> Fair:
    """The fair with this short name. Raises NotFound while it is still being prepared."""
    found = fairs.by_slug(work.db, slug)
    if found is None or found.status is FairStatus.DRAFT:
        raise NotFound("fair_gone")
    return found


def by_id(work: Work, fair_id: int) -> Fair:
    """The fair with this id. Raises NotFound while it is still being prepared."""
    found = work.db.get(Fair, fair_id)
    if found is None or found.status is FairStatus.DRAFT:
        raise NotFound("fair_gone")
    return found


def session(work: Work, fair_id: int, session_id: int) -> FairSession:
    """One session of this fair. Raises NotFound."""
    found = fairs.session_in(work.db, fair_id, session_id)
    if found is None:
        raise NotFound
    return found


def employers_at(work: Work, fair_id: int) -> int:
    """How many employers take part."""
    return employers.count_in(work.db, fair_id)


def sessions(work: Work, fair_id: int) -> list[SessionCard]:
    """The fair's sessions: streams on the air first, then the halls, then the other streams."""
    standing = fairs.standing(work.db, fair_id)
    cards = []
    for session in fairs.sessions_of(work.db, fair_id):
        if session.kind is SessionKind.LIVESTREAM:
            cards.append(_stream(work, session))
        else:
            cards.append(SessionCard(session, employers=len(standing.get(session.id, ()))))
    return sorted(cards, key=lambda card: not card.is_live)


def posting(work: Work, fair_id: int, number: int) -> Shown:
    """The posting with this spoken number, while it is open.

    Raises NotFound for a number this fair never gave or has not published, and
    NotFound("posting_gone") once it is closed or expired.
    """
    found = postings.by_number(work.db, fair_id, number)
    if found is None or found[0].status is PostingStatus.DRAFT:
        raise NotFound
    one, employer = found
    expired = one.expires_on is not None and one.expires_on < work.today
    if one.status is PostingStatus.CLOSED or expired:
        raise NotFound("posting_gone")
    return Shown(one, employer, fairs.booths_given_to(work.db, employer.id))


def _stream(work: Work, session: FairSession) -> SessionCard:
    broadcast = broadcasts.of_session(work.db, session.id)
    if broadcast is None:
        return SessionCard(session, status=BroadcastStatus.PLANNED)
    pinned_id = broadcast.pinned_posting_id
    on_air = broadcast.status is BroadcastStatus.LIVE and pinned_id is not None
    pinned = postings.by_ids(work.db, [pinned_id]).get(pinned_id) if on_air and pinned_id else None
    return SessionCard(session, status=broadcast.status, pinned=pinned)
