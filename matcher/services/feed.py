"""The feed as others read it: what happened after entry number N, and from where to listen on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matcher.domain.errors import NotFound
from matcher.domain.terms import FairStatus, FeedKind
from matcher.services.work import Work
from matcher.storage import fairs, feed
from matcher.storage.feed import FeedEntry


@dataclass(frozen=True)
class Entry:
    """One public fact: ids and counts, never a name or a phone."""

    id: int
    fair_id: int
    fair_session_id: int | None
    kind: FeedKind
    payload: dict[str, Any]
    at: datetime

    def public(self) -> dict[str, Any]:
        """What goes over the wire."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "session": self.fair_session_id,
            "at": self.at.isoformat(),
            **self.payload,
        }


def after(work: Work, cursor: int, *, fair_id: int | None = None, limit: int = 500) -> list[Entry]:
    """Facts with a number above `cursor`, oldest first; of one fair, or of all."""
    return [_entry(row) for row in feed.after(work.db, cursor, fair_id=fair_id, limit=limit)]


def newest(work: Work) -> int:
    """The number of the latest fact: whoever shows things as they are now listens on from here."""
    return feed.newest(work.db)


def published_fair(work: Work, slug: str) -> int:
    """The id of a fair the public may follow. Raises NotFound for any other."""
    fair = fairs.by_slug(work.db, slug)
    if fair is None or fair.status is not FairStatus.PUBLISHED:
        raise NotFound
    return fair.id


def _entry(row: FeedEntry) -> Entry:
    return Entry(row.id, row.fair_id, row.fair_session_id, row.kind, row.payload, row.at)
