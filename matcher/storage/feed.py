"""The feed: an append-only table of public facts, read by "everything after number N"."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Mapped, Session

from matcher.domain.terms import FeedKind
from matcher.storage.schema import Base, Id, child_of, enum_column


class FeedEntry(Base):
    """One public fact. The payload holds ids and counts, never a name or a phone."""

    __tablename__ = "feed_entries"
    id: Mapped[Id]
    fair_id: Mapped[int] = child_of("fairs.id")
    fair_session_id: Mapped[int | None] = child_of("fair_sessions.id")
    kind: Mapped[FeedKind] = enum_column(FeedKind)
    payload: Mapped[dict[str, Any]]
    at: Mapped[datetime]


def append(db: Session, entry: FeedEntry) -> None:
    """Add a fact in the transaction of the thing it tells of.

    PostgreSQL hands out ids before commit, so a reader could pass number 8 while 7 is still
    uncommitted and never see it: writers of one fair take turns. SQLite has one writer anyway.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(7401, :fair)"), {"fair": entry.fair_id})
    db.add(entry)


def after(
    db: Session, cursor: int, *, fair_id: int | None = None, limit: int = 500
) -> list[FeedEntry]:
    """Facts with a number above `cursor`, oldest first; of one fair, or of all."""
    query = select(FeedEntry).where(FeedEntry.id > cursor).order_by(FeedEntry.id).limit(limit)
    if fair_id is not None:
        query = query.where(FeedEntry.fair_id == fair_id)
    return list(db.scalars(query))


def newest(db: Session) -> int:
    """The highest number given so far, 0 for an empty feed."""
    return db.scalar(select(func.max(FeedEntry.id))) or 0
