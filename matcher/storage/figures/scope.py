"""Which part of a fair is counted, and the quarter of an hour in which something happened."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, cast, extract, true

_QUARTER = 900  # seconds; every zone's hours begin on a quarter of an hour


@dataclass(frozen=True)
class Scope:
    """Which part of a fair is counted: a stretch of time, one session, or everything."""

    fair_id: int
    since: datetime | None = None
    until: datetime | None = None
    session_id: int | None = None

    def covers(self, at: Any) -> ColumnElement[bool]:
        """The condition that a time lies within the stretch."""
        bounds = [at >= self.since] if self.since is not None else []
        bounds += [at < self.until] if self.until is not None else []
        return and_(true(), *bounds)

    def held_in(self, session_id: Any) -> ColumnElement[bool]:
        """The condition that a thing belongs to the session, where one is chosen."""
        return true() if self.session_id is None else session_id == self.session_id


def quarter_start(quarter: int) -> datetime:
    """When a quarter of an hour, as the queries number it, begins."""
    return datetime.fromtimestamp(quarter * _QUARTER, UTC)


def quarter(at: Any) -> ColumnElement[int]:
    """The quarter of an hour a time lies in, numbered from 1970; both databases divide whole."""
    return cast(extract("epoch", at), Integer) // _QUARTER


def day_scope(fair_id: int, begin: datetime | None, session_id: int | None) -> Scope:
    """The scope of the day that begins then, or of every day."""
    end = None if begin is None else begin + timedelta(days=1)
    return Scope(fair_id, begin, end, session_id)
