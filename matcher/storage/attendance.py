"""Registrations with their tickets, check-ins at the gates, and viewings of livestreams."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, UniqueConstraint, case, cast, extract, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from matcher.domain.terms import Source
from matcher.storage.fairs import FairSession
from matcher.storage.schema import Base, Id, Short, Token, child_of, enum_column
from matcher.storage.seekers import Seeker

_AT_ONCE = 500  # rows in one statement


class Registration(Base):
    """A seeker's ticket to a fair: an opaque token in the QR code, six digits for the tongue."""

    __tablename__ = "registrations"
    __table_args__ = (UniqueConstraint("fair_id", "code"),)
    id: Mapped[Id]
    fair_id: Mapped[int] = child_of("fairs.id")
    seeker_id: Mapped[int] = child_of("seekers.id", unique=True, index=False)
    ticket: Mapped[Token] = mapped_column(unique=True)
    code: Mapped[Short]
    source: Mapped[Source] = enum_column(Source)
    created_at: Mapped[datetime]

    seeker: Mapped[Seeker] = relationship(lazy="raise_on_sql")


class CheckIn(Base):
    """A person came to a session: one row however often the ticket is scanned or sent."""

    __tablename__ = "check_ins"
    __table_args__ = (UniqueConstraint("registration_id", "fair_session_id"),)
    id: Mapped[Id]
    registration_id: Mapped[int] = child_of("registrations.id")
    fair_session_id: Mapped[int] = child_of("fair_sessions.id")
    nonce: Mapped[Token] = mapped_column(unique=True)  # made by the device, one for each scan
    gate: Mapped[Short] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(index=True)

    registration: Mapped[Registration] = relationship(lazy="raise_on_sql")
    fair_session: Mapped[FairSession] = relationship(lazy="raise_on_sql")


class Viewing(Base):
    """One viewer of one livestream: when first and last seen, and for how long in all."""

    __tablename__ = "viewings"
    __table_args__ = (UniqueConstraint("fair_session_id", "viewer"),)
    id: Mapped[Id]
    fair_session_id: Mapped[int] = child_of("fair_sessions.id")
    viewer: Mapped[Token]  # hash of a random cookie: a browser, not a person's name
    seeker_id: Mapped[int | None] = child_of("seekers.id")
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    seconds: Mapped[int] = mapped_column(default=0)

    fair_session: Mapped[FairSession] = relationship(lazy="raise_on_sql")


def registration_of(db: Session, seeker_id: int) -> Registration | None:
    """The ticket of this seeker."""
    return db.scalar(select(Registration).where(Registration.seeker_id == seeker_id))


def by_ticket(db: Session, fair_id: int, ticket: str) -> Registration | None:
    """The registration whose QR code holds this token, in this fair."""
    return db.scalar(
        select(Registration).where(Registration.fair_id == fair_id, Registration.ticket == ticket)
    )


def by_code(db: Session, fair_id: int, code: str) -> Registration | None:
    """The registration with these six digits, in this fair."""
    return db.scalar(
        select(Registration).where(Registration.fair_id == fair_id, Registration.code == code)
    )


def check_in_of(db: Session, registration_id: int, fair_session_id: int) -> CheckIn | None:
    """Whether this person has already come to this session."""
    return db.scalar(
        select(CheckIn).where(
            CheckIn.registration_id == registration_id,
            CheckIn.fair_session_id == fair_session_id,
        )
    )


def check_ins_of(db: Session, registration_id: int) -> list[CheckIn]:
    """Every session this person came to, first one first."""
    found = db.scalars(
        select(CheckIn).where(CheckIn.registration_id == registration_id).order_by(CheckIn.at)
    )
    return list(found)


def record_viewings(db: Session, rows: list[dict[str, Any]], *, still_there: timedelta) -> None:
    """Write what browsers watched of one livestream; a row that is older than the table adds 0.

    A row tells of the time from `first_at` to `last_at`. It goes on where the table stops unless
    more than `still_there` lies between.
    """
    insert = _inserts(db)
    for begin in range(0, len(rows), _AT_ONCE):
        statement = insert(Viewing).values(rows[begin : begin + _AT_ONCE])
        told = statement.excluded
        is_later = told.last_at > Viewing.last_at
        went_on = _seconds(told.first_at) - _seconds(Viewing.last_at) <= still_there.total_seconds()
        more = case(
            (is_later & went_on, _seconds(told.last_at) - _seconds(Viewing.last_at)),
            (is_later, told.seconds),
            else_=0,
        )
        values = {
            "seconds": Viewing.seconds + cast(func.round(more), Integer),
            "last_at": case((is_later, told.last_at), else_=Viewing.last_at),
            "seeker_id": func.coalesce(Viewing.seeker_id, told.seeker_id),
        }
        key = [Viewing.fair_session_id, Viewing.viewer]
        db.execute(statement.on_conflict_do_update(index_elements=key, set_=values))


def _inserts(db: Session) -> Callable[..., Any]:
    """This database's own INSERT; the other's dialect takes long to load and is left alone."""
    if db.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert
    from sqlalchemy.dialects import sqlite

    return sqlite.insert


def still_there(db: Session, seeker_ids: Collection[int]) -> set[int]:
    """Which of these people are not erased; they stay until the commit."""
    query = select(Seeker.id).where(Seeker.id.in_(seeker_ids))
    return set(db.scalars(query.with_for_update(read=True, key_share=True)))


def _seconds(moment: Any) -> Any:
    return extract("epoch", moment)


def by_ticket_anywhere(db: Session, ticket: str) -> Registration | None:
    """The registration whose QR code holds this token, whichever fair it is for."""
    return db.scalar(select(Registration).where(Registration.ticket == ticket))


def check_in_by_nonce(db: Session, nonce: str) -> CheckIn | None:
    """The check-in that this one scan made."""
    return db.scalar(select(CheckIn).where(CheckIn.nonce == nonce))


def has_come(db: Session, registration_id: int) -> bool:
    """Whether this person has come to any session yet."""
    query = select(CheckIn.id).where(CheckIn.registration_id == registration_id).limit(1)
    return db.scalar(query) is not None


def people_in(db: Session, fair_id: int) -> int:
    """How many different people have come to the fair."""
    query = (
        select(func.count(CheckIn.registration_id.distinct()))
        .join(Registration, Registration.id == CheckIn.registration_id)
        .where(Registration.fair_id == fair_id)
    )
    return db.scalar(query) or 0


def check_ins_in(db: Session, fair_session_id: int) -> int:
    """How many have come to this session."""
    query = select(func.count()).where(CheckIn.fair_session_id == fair_session_id)
    return db.scalar(query) or 0


def check_ins_at(db: Session, fair_session_id: int, gate: str, since: datetime) -> int:
    """How many came through this gate since a moment."""
    query = select(func.count()).where(
        CheckIn.fair_session_id == fair_session_id, CheckIn.gate == gate, CheckIn.at >= since
    )
    return db.scalar(query) or 0


def viewers_now(db: Session, fair_session_id: int, since: datetime) -> int:
    """How many browsers were seen at this livestream since a moment."""
    query = select(func.count()).where(
        Viewing.fair_session_id == fair_session_id, Viewing.last_at >= since
    )
    return db.scalar(query) or 0


def viewed(db: Session, fair_session_id: int) -> tuple[int, int]:
    """How many browsers watched this livestream in all, and for how many seconds together."""
    row = db.execute(
        select(func.count(), func.coalesce(func.sum(Viewing.seconds), 0)).where(
            Viewing.fair_session_id == fair_session_id
        )
    ).one()
    return row[0], int(row[1])


def viewings_by(db: Session, seeker_id: int) -> list[Viewing]:
    """What this person watched, first one first."""
    found = db.scalars(
        select(Viewing).where(Viewing.seeker_id == seeker_id).order_by(Viewing.first_at)
    )
    return list(found)
