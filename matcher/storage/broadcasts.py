"""Livestreams: the run sheet, what is on air, what was pinned when, and what viewers asked."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from matcher.domain.terms import BroadcastStatus, Stage
from matcher.storage.applications import Application
from matcher.storage.employers import Employer
from matcher.storage.fairs import FairSession
from matcher.storage.postings import Posting
from matcher.storage.schema import Base, Id, child_of, enum_column, refers_to


class Broadcast(Base):
    """Going live within one livestream session."""

    __tablename__ = "broadcasts"
    fair_session_id: Mapped[int] = mapped_column(
        ForeignKey("fair_sessions.id", ondelete="CASCADE"), primary_key=True
    )
    status: Mapped[BroadcastStatus] = enum_column(BroadcastStatus, default=BroadcastStatus.PLANNED)
    pinned_posting_id: Mapped[int | None] = refers_to("postings.id")
    pinned_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    fair_session: Mapped[FairSession] = relationship(lazy="raise_on_sql")


class RunSheetEntry(Base):
    """One posting on a stream's run sheet, in the order of speaking."""

    __tablename__ = "run_sheet_entries"
    __table_args__ = (UniqueConstraint("fair_session_id", "posting_id"),)
    id: Mapped[Id]
    fair_session_id: Mapped[int] = child_of("fair_sessions.id")
    posting_id: Mapped[int] = child_of("postings.id")
    position: Mapped[int]
    presented_at: Mapped[datetime | None]  # when it was last pinned


class Question(Base):
    """What a viewer asked the host, and what was answered."""

    __tablename__ = "questions"
    id: Mapped[Id]
    fair_session_id: Mapped[int] = child_of("fair_sessions.id")
    posting_id: Mapped[int | None] = refers_to("postings.id")
    seeker_id: Mapped[int | None] = child_of("seekers.id")
    text: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]


def of_session(db: Session, fair_session_id: int) -> Broadcast | None:
    """The broadcast of this session, once there is one."""
    return db.get(Broadcast, fair_session_id)


def run_sheet(db: Session, fair_session_id: int) -> list[tuple[RunSheetEntry, Posting, Employer]]:
    """The stream's postings in the order of speaking."""
    rows = db.execute(
        select(RunSheetEntry, Posting, Employer)
        .join(Posting, Posting.id == RunSheetEntry.posting_id)
        .join(Employer, Employer.id == Posting.employer_id)
        .where(RunSheetEntry.fair_session_id == fair_session_id)
        .order_by(RunSheetEntry.position, RunSheetEntry.id)
    )
    return [(row.RunSheetEntry, row.Posting, row.Employer) for row in rows]


def questions(db: Session, fair_session_id: int, *, limit: int = 100) -> list[Question]:
    """What was asked and not hidden, latest first."""
    found = db.scalars(
        select(Question)
        .where(Question.fair_session_id == fair_session_id, Question.hidden_at.is_(None))
        .order_by(Question.id.desc())
        .limit(limit)
    )
    return list(found)


def question_in(db: Session, fair_session_id: int, question_id: int) -> Question | None:
    """One question, if it was asked in this session."""
    return db.scalar(
        select(Question).where(
            Question.id == question_id, Question.fair_session_id == fair_session_id
        )
    )


def questions_by(db: Session, seeker_id: int) -> list[Question]:
    """What this person asked, first one first."""
    found = db.scalars(
        select(Question).where(Question.seeker_id == seeker_id).order_by(Question.id)
    )
    return list(found)


def entry_of(db: Session, fair_session_id: int, posting_id: int) -> RunSheetEntry | None:
    """The line of this posting on the stream's run sheet."""
    return db.scalar(
        select(RunSheetEntry).where(
            RunSheetEntry.fair_session_id == fair_session_id,
            RunSheetEntry.posting_id == posting_id,
        )
    )


def next_position(db: Session, fair_session_id: int) -> int:
    """The place behind the last line of the run sheet."""
    query = select(func.max(RunSheetEntry.position)).where(
        RunSheetEntry.fair_session_id == fair_session_id
    )
    return (db.scalar(query) or 0) + 1


def asked_in(db: Session, fair_session_id: int) -> int:
    """How many questions were asked in this session."""
    query = select(func.count()).where(Question.fair_session_id == fair_session_id)
    return db.scalar(query) or 0


def applied_in(db: Session, fair_session_id: int) -> int:
    """How many applications came out of this session and were not taken back."""
    query = select(func.count()).where(
        Application.fair_session_id == fair_session_id, Application.stage != Stage.WITHDRAWN
    )
    return db.scalar(query) or 0
