"""Consents, applications with their stages, and the notes an employer keeps."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Text, UniqueConstraint, bindparam, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from matcher.domain.terms import Channel, Stage
from matcher.storage.employers import Employer
from matcher.storage.postings import Posting
from matcher.storage.schema import Base, Id, Line, Short, Token, child_of, enum_column, refers_to
from matcher.storage.seekers import Seeker

BY_SEEKER = ""  # the person themselves moved their application; accounts have names


class Consent(Base):
    """One person lets one employer have their data, and may take it back (PIPL arts. 15, 23)."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("seeker_id", "employer_id"),)
    id: Mapped[Id]
    seeker_id: Mapped[int] = child_of("seekers.id")
    employer_id: Mapped[int] = child_of("employers.id")
    receipt: Mapped[Token] = mapped_column(unique=True)
    shares_phone: Mapped[bool] = mapped_column(default=False)
    shares_resume: Mapped[bool] = mapped_column(default=False)
    given_at: Mapped[datetime]
    recalled_at: Mapped[datetime | None]

    employer: Mapped[Employer] = relationship(lazy="raise_on_sql")


class Application(Base):
    """A seeker applies to a posting; one row per pair."""

    __tablename__ = "applications"
    __table_args__ = (UniqueConstraint("seeker_id", "posting_id"),)
    id: Mapped[Id]
    fair_id: Mapped[int] = child_of("fairs.id")
    seeker_id: Mapped[int] = child_of("seekers.id")
    posting_id: Mapped[int] = child_of("postings.id")
    employer_id: Mapped[int] = child_of("employers.id")
    fair_session_id: Mapped[int | None] = refers_to("fair_sessions.id")
    channel: Mapped[Channel] = enum_column(Channel)
    stage: Mapped[Stage] = enum_column(Stage, default=Stage.SUBMITTED)
    employer_agreed_at: Mapped[datetime | None]  # the offer of an intent …
    seeker_agreed_at: Mapped[datetime | None]  # … and the other side's yes
    offered_terms: Mapped[dict[str, Any] | None]  # pay, shift and place as they stood at the offer
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    posting: Mapped[Posting] = relationship(lazy="raise_on_sql")
    seeker: Mapped[Seeker] = relationship(lazy="raise_on_sql")

    @property
    def waits_for_seeker(self) -> bool:
        """Whether an intent was offered and the person has not answered yet."""
        open_stages = (Stage.SUBMITTED, Stage.VIEWED, Stage.INTERVIEW)
        return self.employer_agreed_at is not None and self.stage in open_stages


class StageChange(Base):
    """Who moved an application to which stage, and when; rows are only ever added."""

    __tablename__ = "stage_changes"
    id: Mapped[Id]
    application_id: Mapped[int] = child_of("applications.id")
    stage: Mapped[Stage] = enum_column(Stage)
    by: Mapped[Short]  # BY_SEEKER or the name of the account
    at: Mapped[datetime]


class Note(Base):
    """What an employer writes down about an application; nobody else reads it."""

    __tablename__ = "notes"
    id: Mapped[Id]
    application_id: Mapped[int] = child_of("applications.id")
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[Line]
    at: Mapped[datetime]


def of_seeker(db: Session, seeker_id: int) -> list[tuple[Application, Posting, Employer]]:
    """A person's applications with posting and employer, latest first."""
    rows = db.execute(
        select(Application, Posting, Employer)
        .join(Posting, Posting.id == Application.posting_id)
        .join(Employer, Employer.id == Application.employer_id)
        .where(Application.seeker_id == seeker_id)
        .order_by(Application.created_at.desc(), Application.id.desc())
    )
    return [(row.Application, row.Posting, row.Employer) for row in rows]


_STAGES = select(Application.posting_id, Application.stage).where(
    Application.seeker_id == bindparam("seeker")
)


def stages_of(db: Session, seeker_id: int) -> dict[int, Stage]:
    """Where a person's applications stand, by posting id."""
    rows = db.execute(_STAGES, {"seeker": seeker_id})
    return {posting_id: stage for posting_id, stage in rows}


def of_employer(db: Session, employer_id: int) -> list[tuple[Application, Posting, Seeker]]:
    """The applications an employer holds, with posting and seeker, latest first."""
    rows = db.execute(
        select(Application, Posting, Seeker)
        .join(Posting, Posting.id == Application.posting_id)
        .join(Seeker, Seeker.id == Application.seeker_id)
        .where(Application.employer_id == employer_id)
        .order_by(Application.created_at.desc(), Application.id.desc())
    )
    return [(row.Application, row.Posting, row.Seeker) for row in rows]


def one_of_employer(
    db: Session, employer_id: int, application_id: int
) -> tuple[Application, Posting, Seeker] | None:
    """One application, if it was made to this employer."""
    row = db.execute(
        select(Application, Posting, Seeker)
        .join(Posting, Posting.id == Application.posting_id)
        .join(Seeker, Seeker.id == Application.seeker_id)
        .where(Application.id == application_id, Application.employer_id == employer_id)
    ).first()
    return None if row is None else (row.Application, row.Posting, row.Seeker)


def one_of_seeker(db: Session, seeker_id: int, application_id: int) -> Application | None:
    """One application, if this person made it."""
    return db.scalar(
        select(Application).where(
            Application.id == application_id, Application.seeker_id == seeker_id
        )
    )


def by_pair(db: Session, seeker_id: int, posting_id: int) -> Application | None:
    """The application of this person to this posting."""
    return db.scalar(
        select(Application).where(
            Application.seeker_id == seeker_id, Application.posting_id == posting_id
        )
    )


def consent_to(db: Session, seeker_id: int, employer_id: int) -> Consent | None:
    """What this person told this employer, standing or recalled."""
    return db.scalar(
        select(Consent).where(Consent.seeker_id == seeker_id, Consent.employer_id == employer_id)
    )


def consents_of(db: Session, seeker_id: int) -> list[tuple[Consent, Employer]]:
    """Everyone who holds, or held, this person's data."""
    rows = db.execute(
        select(Consent, Employer)
        .join(Employer, Employer.id == Consent.employer_id)
        .where(Consent.seeker_id == seeker_id)
        .order_by(Consent.given_at.desc(), Consent.id.desc())
    )
    return [(row.Consent, row.Employer) for row in rows]


def history(db: Session, application_id: int) -> list[StageChange]:
    """How an application got where it is, oldest first."""
    found = db.scalars(
        select(StageChange)
        .where(StageChange.application_id == application_id)
        .order_by(StageChange.id)
    )
    return list(found)


def notes_on(db: Session, application_id: int) -> list[Note]:
    """The employer's notes, oldest first."""
    found = db.scalars(select(Note).where(Note.application_id == application_id).order_by(Note.id))
    return list(found)


def inbox(
    db: Session,
    employer_id: int,
    *,
    stage: Stage | None = None,
    posting_id: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[tuple[Application, Posting, Seeker, Consent | None]]:
    """What was sent to an employer, with what each person lets it see now; latest first."""
    query = (
        select(Application, Posting, Seeker, Consent)
        .join(Posting, Posting.id == Application.posting_id)
        .join(Seeker, Seeker.id == Application.seeker_id)
        .outerjoin(
            Consent,
            (Consent.seeker_id == Application.seeker_id)
            & (Consent.employer_id == Application.employer_id),
        )
        .where(Application.employer_id == employer_id)
    )
    if stage is not None:
        query = query.where(Application.stage == stage)
    if posting_id is not None:
        query = query.where(Application.posting_id == posting_id)
    latest = query.order_by(Application.created_at.desc(), Application.id.desc())
    rows = db.execute(latest.limit(limit).offset(offset))
    return [(row.Application, row.Posting, row.Seeker, row.Consent) for row in rows]


def counts_of_employer(db: Session, employer_id: int) -> dict[tuple[int, Stage], int]:
    """How many applications stand at which stage of which posting of an employer."""
    rows = db.execute(
        select(Application.posting_id, Application.stage, func.count())
        .where(Application.employer_id == employer_id)
        .group_by(Application.posting_id, Application.stage)
    )
    return {(posting_id, stage): count for posting_id, stage, count in rows}


def by_seekers(db: Session, employer_id: int, seeker_ids: Collection[int]) -> dict[int, int]:
    """The latest application of each of these people to an employer, by seeker id."""
    rows = db.execute(
        select(Application.seeker_id, func.max(Application.id))
        .where(Application.employer_id == employer_id, Application.seeker_id.in_(seeker_ids))
        .group_by(Application.seeker_id)
    )
    return {seeker_id: application_id for seeker_id, application_id in rows}


def recalled_from(db: Session, employer_id: int) -> set[int]:
    """The seekers who took their data back from this employer and did not share it anew."""
    found = db.scalars(
        select(Consent.seeker_id).where(
            Consent.employer_id == employer_id, Consent.recalled_at.is_not(None)
        )
    )
    return set(found)


def delete_notes_about(db: Session, seeker_id: int) -> None:
    """Drop every employer's notes about this person."""
    theirs = select(Application.id).where(Application.seeker_id == seeker_id)
    db.execute(delete(Note).where(Note.application_id.in_(theirs)))
