"""Sessions of a fair: a hall or a livestream, with its time and place."""

from matcher.domain.drafts.fairs import SessionDraft
from matcher.domain.errors import Invalid, NotFound, Problem, Refused
from matcher.domain.terms import FeedKind, SessionKind
from matcher.services import fairs as fair_service
from matcher.services.work import Work
from matcher.storage import checklist, fairs
from matcher.storage.fairs import Fair, FairSession


def of_fair(work: Work, fair: Fair) -> list[FairSession]:
    """Every session, halls before streams."""
    return fairs.sessions_of(work.db, fair.id)


def halls(work: Work, fair: Fair) -> list[FairSession]:
    """The sessions that are held in a hall."""
    return [s for s in of_fair(work, fair) if s.kind is SessionKind.ON_SITE]


def one(work: Work, fair: Fair, session_id: int) -> FairSession:
    """One session. Raises NotFound for another fair's."""
    found = fairs.session_in(work.db, fair.id, session_id)
    if found is None:
        raise NotFound
    return found


def add(work: Work, fair: Fair, draft: SessionDraft) -> FairSession:
    """A new session. Raises Invalid where the fair has a session of that name."""
    session = FairSession(fair_id=fair.id)
    _say(work, session, draft)
    work.db.add(session)
    work.db.flush()
    fairs.bump_catalog(work.db, fair.id)
    work.announce(fair.id, FeedKind.CATALOG_CHANGED, fair_session_id=session.id)
    return session


def change(work: Work, session: FairSession, draft: SessionDraft) -> None:
    """Let the session say this.

    Raises Invalid where another session has the name, Refused("session_in_use") where its kind
    would change although something happened there.
    """
    if draft.kind is not session.kind and checklist.is_used(work.db, session.id):
        raise Refused("session_in_use")
    _say(work, session, draft)
    fairs.bump_catalog(work.db, session.fair_id)
    work.announce(session.fair_id, FeedKind.CATALOG_CHANGED, fair_session_id=session.id)


def delete(work: Work, session: FairSession) -> None:
    """Take a session out. Raises Refused("session_in_use") where something happened there."""
    if checklist.is_used(work.db, session.id):
        raise Refused("session_in_use")
    work.db.delete(session)
    fairs.bump_catalog(work.db, session.fair_id)
    work.announce(session.fair_id, FeedKind.CATALOG_CHANGED)


def _say(work: Work, session: FairSession, draft: SessionDraft) -> None:
    for other in fairs.sessions_of(work.db, session.fair_id):
        if other.name == draft.name and other.id != session.id:
            raise Invalid([Problem("name", "session_name_taken")])
    starts_at, ends_at = fair_service.span(work, draft)
    for field, value in draft.model_dump(exclude={"starts_at", "ends_at"}).items():
        setattr(session, field, value)
    session.starts_at, session.ends_at = starts_at, ends_at
