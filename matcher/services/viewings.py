"""Who watches a livestream, and for how long: browsers are counted, not names."""

import hashlib
from datetime import timedelta

from sqlalchemy.exc import IntegrityError

from matcher.domain.terms import BroadcastStatus
from matcher.services.work import Work
from matcher.storage import attendance, broadcasts
from matcher.storage.attendance import Viewing
from matcher.storage.fairs import FairSession

BEAT = timedelta(seconds=30)  # how often a page that plays says so
_STILL_THERE = 2.5 * BEAT  # a longer silence is a viewer who left and came back


def beat(work: Work, session: FairSession, *, mark: str, seeker_id: int | None = None) -> None:
    """A browser says that it is watching; `mark` is its random cookie, of which a hash is kept.

    The time since its last beat counts as watched, unless it was away. Before the stream is on
    the air and after it ended nothing is counted.
    """
    broadcast = broadcasts.of_session(work.db, session.id)
    if broadcast is None or broadcast.status is not BroadcastStatus.LIVE:
        return
    viewer = hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest()
    viewing = attendance.viewing_of(work.db, session.id, viewer) or _begin(work, session, viewer)
    gap = work.now - viewing.last_at
    if timedelta(0) < gap <= _STILL_THERE:
        viewing.seconds += round(gap.total_seconds())
    viewing.last_at = max(viewing.last_at, work.now)
    viewing.seeker_id = viewing.seeker_id or seeker_id


def watching_now(work: Work, session: FairSession) -> int:
    """How many browsers are watching."""
    return attendance.viewers_now(work.db, session.id, work.now - _STILL_THERE)


def watched(work: Work, session: FairSession) -> tuple[int, int]:
    """How many browsers watched in all, and the seconds they watched together."""
    return attendance.viewed(work.db, session.id)


def _begin(work: Work, session: FairSession, viewer: str) -> Viewing:
    made = Viewing(
        fair_session_id=session.id,
        viewer=viewer,
        first_at=work.now,
        last_at=work.now,
        seconds=0,
    )
    try:
        with work.db.begin_nested():
            work.db.add(made)
    except IntegrityError:  # two tabs of one browser began in the same moment
        found = attendance.viewing_of(work.db, session.id, viewer)
        if found is None:
            raise
        return found
    return made
