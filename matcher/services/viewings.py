"""Who watches a livestream, and for how long: browsers are counted, not names."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from matcher.domain.terms import BroadcastStatus
from matcher.services.audience import GATHERED_FOR, Beats
from matcher.services.work import Work, Workshop
from matcher.storage import attendance, broadcasts
from matcher.storage.fairs import FairSession

BEAT = timedelta(seconds=30)  # how often a page that plays says so
_STILL_THERE = 2.5 * BEAT  # a longer silence is a viewer who left and came back


def beat(work: Work, session: FairSession, *, mark: str, seeker_id: int | None = None) -> None:
    """A browser says that it is watching; `mark` is its random cookie, of which a hash is kept.

    Before the stream is on the air and after it ended nothing is counted. The beat is written
    by the next `write_down`.
    """
    broadcast = broadcasts.of_session(work.db, session.id)
    if broadcast is None or broadcast.status is not BroadcastStatus.LIVE:
        return
    viewer = hashlib.sha256(mark.encode("utf-8", "replace")).hexdigest()
    work.audience.note(Beats(session.id, viewer, seeker_id, work.now, work.now))


def write_down(workshop: Workshop, *, if_due: bool = True) -> None:
    """Write what was gathered: one statement for each livestream.

    The time since a browser's last written beat counts as watched, unless it was away; whatever
    is written twice counts once. What a crash loses of somebody who goes on watching is counted
    with the next beat.
    """
    audience, now = workshop.audience, workshop.clock()
    if if_due and not audience.is_due(now):
        return
    beats = audience.take(now)
    if not beats:
        return
    try:
        with workshop.writing() as work:
            _write(work, beats)
    except BaseException:
        audience.give_back(beats)
        raise


def watching_now(work: Work, session: FairSession) -> int:
    """How many browsers are watching."""
    return attendance.viewers_now(work.db, session.id, work.now - _STILL_THERE)


def watching_lately(workshop: Workshop, session: FairSession) -> int:
    """The same, counted once in some seconds for everybody who asks."""

    def count() -> int:
        with workshop.reading() as work:  # sees what was written a moment ago
            return watching_now(work, session)

    slot = workshop.clock().timestamp() // GATHERED_FOR.total_seconds()
    return workshop.shelf.get(("watching", session.id), slot, count)


def watched(work: Work, session: FairSession) -> tuple[int, int]:
    """How many browsers watched in all, and the seconds they watched together."""
    return attendance.viewed(work.db, session.id)


def _write(work: Work, beats: Iterable[Beats]) -> None:
    # In one order everywhere: two processes that write the same viewers must not lock each other.
    ordered = sorted(beats, key=lambda one: (one.session_id, one.viewer))
    known = attendance.still_there(work.db, {one.seeker_id for one in ordered if one.seeker_id})
    for session_id, group in groupby(ordered, key=lambda one: one.session_id):
        if work.db.get(FairSession, session_id) is None:
            continue
        rows = [
            {
                "fair_session_id": session_id,
                "viewer": one.viewer,
                "seeker_id": one.seeker_id if one.seeker_id in known else None,
                "first_at": one.first_at,
                "last_at": one.last_at,
                "seconds": round((one.last_at - one.first_at).total_seconds()),
            }
            for one in group
        ]
        attendance.record_viewings(work.db, rows, still_there=_STILL_THERE)
