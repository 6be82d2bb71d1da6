"""Fairs, their sessions (in a hall or on the air) and the booths in the halls."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import cast

from sqlalchemy import Text, UniqueConstraint, bindparam, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from matcher.domain.terms import FairStatus, SessionKind
from matcher.domain.values import whole_number
from matcher.storage.employers import Employer
from matcher.storage.schema import Base, Id, Line, Short, child_of, enum_column


class Fair(Base):
    """One job fair: the tenant that everything else belongs to."""

    __tablename__ = "fairs"
    id: Mapped[Id]
    slug: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Line]
    organizer_name: Mapped[Line] = mapped_column(default="")
    licence_number: Mapped[Short] = mapped_column(default="")
    city: Mapped[Short] = mapped_column(default="")
    place: Mapped[Line] = mapped_column(default="")
    notice: Mapped[str] = mapped_column(Text, default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    status: Mapped[FairStatus] = enum_column(FairStatus, default=FairStatus.DRAFT)
    licensed_max: Mapped[int | None]
    is_fictional: Mapped[bool] = mapped_column(default=False)
    catalog_version: Mapped[int] = mapped_column(default=0)  # moves when a posting changes
    created_at: Mapped[datetime]


class FairSession(Base):
    """A part of the fair with a place and a time: a hall, or a livestream."""

    __tablename__ = "fair_sessions"
    __table_args__ = (UniqueConstraint("fair_id", "name"),)
    id: Mapped[Id]
    fair_id: Mapped[int] = child_of("fairs.id")
    kind: Mapped[SessionKind] = enum_column(SessionKind)
    name: Mapped[Line]
    place: Mapped[Line] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    stream_url: Mapped[Line] = mapped_column(default="")  # HLS, played in our page
    room_url: Mapped[Line] = mapped_column(default="")  # a room elsewhere: shown as a card

    fair: Mapped[Fair] = relationship(lazy="raise_on_sql")


class Booth(Base):
    """A numbered table in a hall, given to one employer; one employer may have several."""

    __tablename__ = "booths"
    __table_args__ = (UniqueConstraint("fair_session_id", "number"),)
    id: Mapped[Id]
    fair_session_id: Mapped[int] = child_of("fair_sessions.id")
    employer_id: Mapped[int | None] = child_of("employers.id")
    number: Mapped[Short]

    fair_session: Mapped[FairSession] = relationship(lazy="raise_on_sql")
    employer: Mapped[Employer | None] = relationship(lazy="raise_on_sql")


_BY_SLUG = select(Fair).where(Fair.slug == bindparam("slug"))  # asked with every request


def by_slug(db: Session, slug: str) -> Fair | None:
    """The fair with this short name; mostly the one of whoever asks, which is here already."""
    here = (one for one in db.identity_map.values() if isinstance(one, Fair) and one.slug == slug)
    return next(here, None) or db.scalar(_BY_SLUG, {"slug": slug})


def published(db: Session) -> list[Fair]:
    """Fairs the public may see, the next one first."""
    found = db.scalars(
        select(Fair).where(Fair.status == FairStatus.PUBLISHED).order_by(Fair.starts_at, Fair.id)
    )
    return list(found)


def in_care_of(db: Session, fair_ids: list[int] | None) -> list[Fair]:
    """Fairs an organizer may run, newest first; None means every fair of this box."""
    query = select(Fair).order_by(Fair.starts_at.desc(), Fair.id.desc())
    if fair_ids is not None:
        query = query.where(Fair.id.in_(fair_ids))
    return list(db.scalars(query))


def sessions_of(db: Session, fair_id: int) -> list[FairSession]:
    """The fair's sessions in the order of the day, halls before streams."""
    found = db.scalars(
        select(FairSession)
        .where(FairSession.fair_id == fair_id)
        .order_by(FairSession.kind.desc(), FairSession.starts_at, FairSession.id)
    )
    return list(found)


def session_in(db: Session, fair_id: int, session_id: int) -> FairSession | None:
    """One session, if it is of this fair."""
    return db.scalar(
        select(FairSession).where(FairSession.id == session_id, FairSession.fair_id == fair_id)
    )


def booths_of(db: Session, fair_id: int) -> list[tuple[Booth, FairSession, Employer | None]]:
    """Every booth of the fair with its hall and whose it is, by hall and number."""
    rows = db.execute(
        select(Booth, FairSession, Employer)
        .join(FairSession, FairSession.id == Booth.fair_session_id)
        .outerjoin(Employer, Employer.id == Booth.employer_id)
        .where(FairSession.fair_id == fair_id)
        .order_by(FairSession.id, func.length(Booth.number), Booth.number)
    )
    return [(row.Booth, row.FairSession, row.Employer) for row in rows]


def booth_in(db: Session, fair_id: int, booth_id: int) -> Booth | None:
    """One booth, if it stands in a hall of this fair."""
    return db.scalar(
        select(Booth)
        .join(FairSession, FairSession.id == Booth.fair_session_id)
        .where(Booth.id == booth_id, FairSession.fair_id == fair_id)
    )


def booth_numbers(db: Session, fair_id: int) -> dict[int, str]:
    """The booth numbers of each employer (by employer id) as one text: "A12" or "A12、A13"."""
    numbers: dict[int, list[str]] = {}
    for _, employer_id, number in _given_booths(db, fair_id):
        numbers.setdefault(employer_id, []).append(number)
    return {employer_id: "、".join(found) for employer_id, found in numbers.items()}


def standing(db: Session, fair_id: int) -> dict[int, frozenset[int]]:
    """The employers who have a booth in each hall, by session id."""
    found: dict[int, set[int]] = {}
    for session_id, employer_id, _ in _given_booths(db, fair_id):
        found.setdefault(session_id, set()).add(employer_id)
    return {session_id: frozenset(ids) for session_id, ids in found.items()}


def booths_given_to(db: Session, employer_id: int) -> list[tuple[Booth, FairSession]]:
    """The booths of one employer with their halls, by hall and number."""
    rows = db.execute(
        select(Booth, FairSession)
        .join(FairSession, FairSession.id == Booth.fair_session_id)
        .where(Booth.employer_id == employer_id)
        .order_by(FairSession.id, func.length(Booth.number), Booth.number)
    )
    return [(row.Booth, row.FairSession) for row in rows]


def _given_booths(db: Session, fair_id: int) -> Iterable[tuple[int, int, str]]:
    """Session, employer and number of every booth that is somebody's: plain rows, cheap to read."""
    rows = db.execute(
        select(Booth.fair_session_id, Booth.employer_id, Booth.number)
        .join(FairSession, FairSession.id == Booth.fair_session_id)
        .where(FairSession.fair_id == fair_id, Booth.employer_id.is_not(None))
        .order_by(FairSession.id, func.length(Booth.number), Booth.number)
    )
    return cast("Iterable[tuple[int, int, str]]", rows)


def bump_catalog(db: Session, fair_id: int) -> None:
    """Say that the fair's postings changed: whoever holds an index of them builds a new one."""
    db.execute(
        update(Fair)
        .where(Fair.id == fair_id)
        .values(catalog_version=Fair.catalog_version + 1)
        .execution_options(synchronize_session="evaluate")
    )


def catalog_version(db: Session, fair_id: int) -> int:
    """The version of the fair's postings, as this unit of work sees the fair."""
    fair = db.get(Fair, fair_id)
    return 0 if fair is None else fair.catalog_version


def by_slug_or_id(db: Session, key: str) -> Fair | None:
    """The fair a person names on the command line: its number or its short name."""
    return db.scalar(select(Fair).where(or_(Fair.slug == key, Fair.id == whole_number(key))))


def of_employers(db: Session, employer_ids: Collection[int]) -> list[tuple[Employer, Fair]]:
    """These employers, each with its fair."""
    rows = db.execute(
        select(Employer, Fair)
        .join(Fair, Fair.id == Employer.fair_id)
        .where(Employer.id.in_(employer_ids))
    )
    return [(row.Employer, row.Fair) for row in rows]
