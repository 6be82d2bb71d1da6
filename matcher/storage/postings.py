"""Postings: what an employer offers, in the words of the firm and as facts that can be checked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from hashlib import blake2b
from typing import NamedTuple

from sqlalchemy import Select, Text, UniqueConstraint, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from matcher.domain.terms import Education, PayUnit, PostingStatus, Shift
from matcher.domain.values import whole_number
from matcher.storage.employers import Employer
from matcher.storage.schema import Base, Id, Line, Short, child_of, enum_column

AT_A_TIME = 500  # postings read where there may be many
_NUMBERS = 101  # the lock under which a fair's posting numbers are given out


class Posting(Base):
    """One job offered at the fair. `number` is the short number a host can say aloud."""

    __tablename__ = "postings"
    __table_args__ = (
        UniqueConstraint("fair_id", "number"),
        UniqueConstraint("fair_id", "source_key"),
    )
    id: Mapped[Id]
    fair_id: Mapped[int] = child_of("fairs.id")
    employer_id: Mapped[int] = child_of("employers.id")
    number: Mapped[int]
    status: Mapped[PostingStatus] = enum_column(PostingStatus, default=PostingStatus.DRAFT)
    title: Mapped[Line]
    openings: Mapped[int] = mapped_column(default=1)
    duties: Mapped[str] = mapped_column(Text, default="")
    requirements: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[Line] = mapped_column(default="")
    pay_text: Mapped[Line] = mapped_column(default="")
    pay_unit: Mapped[PayUnit | None] = enum_column(PayUnit)
    pay_min: Mapped[int | None]  # yuan a month
    pay_max: Mapped[int | None]
    shift: Mapped[Shift | None] = enum_column(Shift)
    rest: Mapped[Short | None]  # double | single | alternate | monthly:N
    education: Mapped[Education | None] = enum_column(Education)
    years: Mapped[float | None]
    skills: Mapped[list[str]] = mapped_column(default=list)
    certificates: Mapped[list[str]] = mapped_column(default=list)  # asked for
    certificates_required: Mapped[list[str]] = mapped_column(default=list)  # without, no
    benefits: Mapped[list[str]] = mapped_column(default=list)
    trainable: Mapped[bool | None]
    veterans: Mapped[bool] = mapped_column(default=False)
    expires_on: Mapped[date | None]
    published_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    source_key: Mapped[Line | None]  # where an imported posting came from, one row each
    source_hash: Mapped[Short | None]  # what that row said and what came of it

    employer: Mapped[Employer] = relationship(lazy="raise_on_sql")


@dataclass(frozen=True, slots=True)
class Notice:
    """What lists show of a posting: no row of a session, so it may be kept and shared."""

    id: int
    number: int
    employer_id: int
    title: str
    openings: int
    place: str
    pay_text: str
    pay_min: int | None
    pay_max: int | None
    shift: Shift | None
    rest: str | None
    benefits: list[str]
    trainable: bool | None


class Outline(NamedTuple):
    """What sums of a whole fair ask of a posting."""

    id: int
    employer_id: int
    title: str
    openings: int
    place: str
    pay_min: int | None
    pay_max: int | None
    shift: Shift | None
    rest: str | None
    skills: list[str]
    certificates: list[str]
    certificates_required: list[str]
    benefits: list[str]
    trainable: bool | None


@dataclass(frozen=True, slots=True)
class Firm:
    """What lists show of an employer."""

    id: int
    name: str


def _shown(fair_id: int, today: date) -> Select[Posting]:
    return select(Posting).where(
        Posting.fair_id == fair_id,
        Posting.status == PostingStatus.PUBLISHED,
        or_(Posting.expires_on.is_(None), Posting.expires_on >= today),
    )


def open_in(db: Session, fair_id: int, today: date) -> list[Posting]:
    """Postings the public may see today: published and not expired, by id."""
    return list(db.scalars(_shown(fair_id, today).order_by(Posting.id)))


def each_open_in(db: Session, fair_id: int, today: date) -> Iterator[Posting]:
    """The same, read a few at a time: who keeps none of them needs no room for all."""
    query = _shown(fair_id, today).order_by(Posting.id).limit(AT_A_TIME)
    last = 0
    while some := db.scalars(query.where(Posting.id > last)).all():
        last = some[-1].id
        yield from some


def stamps(db: Session, fair_id: int, today: date) -> dict[int, int]:
    """The same by id, each with a number that tells this state of it from every other one.

    It is made of the time of its last change, and of its title and its source's digest beside it
    should that be another database's.
    """
    columns = (Posting.id, Posting.updated_at, Posting.title, Posting.source_hash)
    rows = db.execute(_shown(fair_id, today).with_only_columns(*columns))
    return {row.id: _stamp(row.updated_at.timestamp(), row.title, row.source_hash) for row in rows}


def _stamp(*state: object) -> int:
    return int.from_bytes(blake2b(repr(state).encode(), digest_size=6).digest())


def outlines(db: Session, fair_id: int, today: date) -> list[Outline]:
    """The same in outline, by id."""
    columns = [getattr(Posting, name) for name in Outline._fields]
    rows = db.execute(_shown(fair_id, today).with_only_columns(*columns).order_by(Posting.id))
    return [Outline._make(row) for row in rows]


def notices(
    db: Session, fair_id: int, today: date, among: Collection[int] | None = None
) -> list[tuple[Notice, Firm]]:
    """The same as lists show them, with their employers; `among` narrows the choice."""
    names = [field.name for field in fields(Notice)]
    query = _shown(fair_id, today).join(Employer, Employer.id == Posting.employer_id)
    query = query if among is None else query.where(Posting.id.in_(among))
    columns = [*(getattr(Posting, name) for name in names), Employer.name]
    rows = db.execute(query.with_only_columns(*columns).order_by(Posting.id))
    return [(Notice(*row[:-1]), Firm(row.employer_id, row[-1])) for row in rows]


def shown(
    db: Session, fair_id: int, posting_id: int, today: date
) -> tuple[Posting, Employer] | None:
    """One posting the public may see today, with its employer."""
    row = db.execute(
        _shown(fair_id, today)
        .add_columns(Employer)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(Posting.id == posting_id)
    ).first()
    return None if row is None else (row.Posting, row.Employer)


def search(
    db: Session, fair_id: int, words: list[str], today: date, *, limit: int, offset: int = 0
) -> list[tuple[Posting, Employer]]:
    """Open postings in which every word stands in title, employer, place or number."""
    query = (
        _shown(fair_id, today)
        .add_columns(Employer)
        .join(Employer, Employer.id == Posting.employer_id)
    )
    for word in words:
        hits = [
            column.icontains(word, autoescape=True)
            for column in (Posting.title, Employer.name, Posting.place)
        ]
        if (number := whole_number(word, digits=6)) is not None:
            hits.append(Posting.number == number)
        query = query.where(or_(*hits))
    rows = db.execute(query.order_by(Posting.id).limit(limit).offset(offset))
    return [(row.Posting, row.Employer) for row in rows]


def by_ids(db: Session, ids: Collection[int]) -> dict[int, tuple[Posting, Employer]]:
    """These postings with their employers, by id, in one query."""
    rows = db.execute(
        select(Posting, Employer)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(Posting.id.in_(ids))
    )
    return {row.Posting.id: (row.Posting, row.Employer) for row in rows}


def of_employer(db: Session, employer_id: int) -> list[Posting]:
    """All postings of one employer, newest number last."""
    found = db.scalars(
        select(Posting).where(Posting.employer_id == employer_id).order_by(Posting.number)
    )
    return list(found)


def one_of(db: Session, employer_id: int, posting_id: int) -> Posting | None:
    """One posting, if it is this employer's."""
    return db.scalar(
        select(Posting).where(Posting.id == posting_id, Posting.employer_id == employer_id)
    )


def all_in(db: Session, fair_id: int) -> list[tuple[Posting, Employer]]:
    """Every posting of the fair whatever its status, with its employer, by number."""
    rows = db.execute(
        select(Posting, Employer)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(Posting.fair_id == fair_id)
        .order_by(Posting.number)
    )
    return [(row.Posting, row.Employer) for row in rows]


def by_number(db: Session, fair_id: int, number: int) -> tuple[Posting, Employer] | None:
    """The posting with this spoken number, whatever its status, with its employer."""
    row = db.execute(
        select(Posting, Employer)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(Posting.fair_id == fair_id, Posting.number == number)
    ).first()
    return None if row is None else (row.Posting, row.Employer)


def next_number(db: Session, fair_id: int) -> int:
    """The next free spoken number: three digits while they last, none starting with zero."""
    if db.get_bind().dialect.name == "postgresql":  # two firms at once must not get the same one
        db.execute(select(func.pg_advisory_xact_lock(_NUMBERS, fair_id)))
    highest = db.scalar(select(func.max(Posting.number)).where(Posting.fair_id == fair_id))
    return 101 if highest is None else highest + 1


def by_source(db: Session, fair_id: int) -> dict[str, Posting]:
    """The imported postings of a fair by the row they came from."""
    found = db.scalars(
        select(Posting).where(Posting.fair_id == fair_id, Posting.source_key.is_not(None))
    )
    return {posting.source_key or "": posting for posting in found}
