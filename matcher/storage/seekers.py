"""Seekers: what a person said about themselves; name and phone are optional, never matched on."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Text, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from matcher.domain.terms import Education, Source
from matcher.storage.fairs import Fair
from matcher.storage.schema import Base, Id, Line, Short, child_of, enum_column


class Seeker(Base):
    """One person at one fair. Erasing empties the row and keeps it: figures still add up."""

    __tablename__ = "seekers"
    id: Mapped[Id]
    fair_id: Mapped[int] = child_of("fairs.id")
    name: Mapped[Short] = mapped_column(default="")  # what to call them; a nickname will do
    phone: Mapped[Short | None]  # E.164
    wanted: Mapped[list[str]] = mapped_column(default=list)
    text: Mapped[str] = mapped_column(Text, default="")
    resume_text: Mapped[str] = mapped_column(Text, default="")
    certificates: Mapped[list[str]] = mapped_column(default=list)
    skills: Mapped[list[str]] = mapped_column(default=list)
    years: Mapped[float | None]
    education: Mapped[Education | None] = enum_column(Education)
    min_pay: Mapped[int | None]  # yuan a month
    no_night: Mapped[bool] = mapped_column(default=False)
    weekend_off: Mapped[bool] = mapped_column(default=False)
    trainable_wanted: Mapped[bool] = mapped_column(default=False)
    veteran: Mapped[bool] = mapped_column(default=False)
    districts: Mapped[list[str]] = mapped_column(default=list)  # where they would like to work
    relaxed: Mapped[list[str]] = mapped_column(default=list)  # gates opened by hand: Block values
    personalised: Mapped[bool] = mapped_column(default=True)  # PIPL art. 24: may be switched off
    visible: Mapped[bool] = mapped_column(default=False)  # employers may see the card, no phone
    source: Mapped[Source] = enum_column(Source, default=Source.PHONE)
    language: Mapped[Short] = mapped_column(default="zh_CN")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class ResumeFile(Base):
    """The file a seeker uploaded, kept apart so that lists never load it."""

    __tablename__ = "resume_files"
    seeker_id: Mapped[int] = child_of("seekers.id", primary_key=True, index=False)
    filename: Mapped[Line]
    media_type: Mapped[Short]
    content: Mapped[bytes]
    uploaded_at: Mapped[datetime]


def one(db: Session, seeker_id: int) -> Seeker | None:
    """A seeker whose data still stands; asked for again in one unit of work, the same one."""
    found = db.get(Seeker, seeker_id)
    return None if found is None or found.erased_at is not None else found


def snapshot(seeker: Seeker) -> tuple[Any, ...]:
    """Everything the row says, to be compared with what it says later."""
    return tuple(getattr(seeker, column.key) for column in Seeker.__table__.columns)


def visible_in(db: Session, fair_id: int) -> list[Seeker]:
    """Seekers of the fair who allowed employers to find them, by id."""
    found = db.scalars(
        select(Seeker)
        .where(Seeker.fair_id == fair_id, Seeker.visible, Seeker.erased_at.is_(None))
        .order_by(Seeker.id)
    )
    return list(found)


def visible_by_ids(db: Session, ids: Collection[int]) -> dict[int, Seeker]:
    """Those of these seekers who may be found, by id, in one query."""
    found = db.scalars(
        select(Seeker).where(Seeker.id.in_(ids), Seeker.visible, Seeker.erased_at.is_(None))
    )
    return {seeker.id: seeker for seeker in found}


def in_fair(db: Session, fair_id: int) -> list[Seeker]:
    """Every seeker of the fair whose data still stands, by id."""
    found = db.scalars(
        select(Seeker)
        .where(Seeker.fair_id == fair_id, Seeker.erased_at.is_(None))
        .order_by(Seeker.id)
    )
    return list(found)


def visible_version(db: Session, fair_id: int) -> tuple[int, datetime | None]:
    """How many may be found and when one of them last changed: tells whether an index is stale."""
    row = db.execute(
        select(func.count(), func.max(Seeker.updated_at)).where(
            Seeker.fair_id == fair_id, Seeker.visible, Seeker.erased_at.is_(None)
        )
    ).one()
    return row[0], row[1]


def visible_stamps(db: Session, fair_id: int) -> dict[int, datetime]:
    """When each of those who may be found last changed, by id."""
    rows = db.execute(
        select(Seeker.id, Seeker.updated_at).where(
            Seeker.fair_id == fair_id, Seeker.visible, Seeker.erased_at.is_(None)
        )
    )
    return {name: at for name, at in rows}


def has_resume(db: Session, seeker_id: int) -> bool:
    """Whether a resume file is kept for this person; the file itself is not loaded."""
    found = db.scalar(select(ResumeFile.seeker_id).where(ResumeFile.seeker_id == seeker_id))
    return found is not None


def overdue(db: Session, before: datetime) -> list[int]:
    """Seekers whose data still stands though their fair ended before this time."""
    found = db.scalars(
        select(Seeker.id)
        .join(Fair, Fair.id == Seeker.fair_id)
        .where(Fair.ends_at < before, Seeker.erased_at.is_(None))
        .order_by(Seeker.id)
    )
    return list(found)
