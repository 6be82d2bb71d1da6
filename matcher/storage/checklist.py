"""What a fair still lacks, counted; and whether anything happened in a session yet."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from matcher.domain.terms import BroadcastStatus, PostingStatus, Role, SessionKind
from matcher.storage.accounts import Grant
from matcher.storage.applications import Application
from matcher.storage.attendance import CheckIn, Registration, Viewing
from matcher.storage.broadcasts import Broadcast, Question
from matcher.storage.employers import Employer
from matcher.storage.fairs import Booth, FairSession
from matcher.storage.postings import Posting


def is_used(db: Session, session_id: int) -> bool:
    """Whether something happened in this session that must not vanish with it."""
    traces = (
        exists().where(CheckIn.fair_session_id == session_id),
        exists().where(Viewing.fair_session_id == session_id),
        exists().where(Application.fair_session_id == session_id),
        exists().where(Question.fair_session_id == session_id),
        exists().where(Booth.fair_session_id == session_id, Booth.employer_id.is_not(None)),
        exists().where(Broadcast.fair_session_id == session_id, Broadcast.started_at.is_not(None)),
    )
    return bool(db.scalar(select(or_(*traces))))


def counts(db: Session, fair_id: int, now: datetime) -> Row[Any]:
    """One row with every count that the checklist looks at."""
    in_fair = FairSession.fair_id == fair_id
    hall, stream = (FairSession.kind == kind for kind in SessionKind)
    employer = Employer.fair_id == fair_id
    published = Posting.status == PostingStatus.PUBLISHED
    on_air = and_(
        Broadcast.fair_session_id == FairSession.id, Broadcast.status != BroadcastStatus.PLANNED
    )
    silent = and_(FairSession.stream_url == "", FairSession.room_url == "")
    due = and_(FairSession.starts_at <= now, FairSession.ends_at > now)
    asked = and_(Question.answered_at.is_(None), Question.hidden_at.is_(None))
    mine = select(FairSession.id).where(in_fair)
    questions = and_(Question.fair_session_id.in_(mine), asked)
    counted = {
        "sessions": _count(FairSession, in_fair),
        "halls": _count(FairSession, in_fair, hall),
        "streams": _count(FairSession, in_fair, stream),
        "silent_streams": _count(FairSession, in_fair, stream, silent),
        "late_streams": _count(FairSession, in_fair, stream, due, ~exists().where(on_air)),
        "unmanned_halls": _count(FairSession, in_fair, hall, ~_manned(Role.KIOSK)),
        "unhosted_streams": _count(FairSession, in_fair, stream, ~_manned(Role.HOST)),
        "booths": _count(Booth, Booth.fair_session_id.in_(mine)),
        "employers": _count(Employer, employer),
        "boothless": _count(Employer, employer, ~exists().where(Booth.employer_id == Employer.id)),
        "idle_employers": _count(
            Employer, employer, ~exists().where(Posting.employer_id == Employer.id)
        ),
        "postings": _count(Posting, Posting.fair_id == fair_id, published),
        "questions": _count(Question, questions),
        "registered": _count(Registration, Registration.fair_id == fair_id),
    }
    return db.execute(select(*(query.label(name) for name, query in counted.items()))).one()


def _manned(role: Role) -> ColumnElement[bool]:
    return exists().where(Grant.fair_session_id == FairSession.id, Grant.role == role)


def _count(table: Any, *conditions: ColumnElement[bool]) -> Any:
    return select(func.count()).select_from(table).where(*conditions).scalar_subquery()


def drafts(db: Session, fair_id: int) -> list[Row[Any]]:
    """(employer_id, and what the law asks for) of postings not yet published."""
    columns = (Posting.employer_id, Posting.openings, Posting.duties, Posting.requirements)
    query = select(*columns, Posting.place, Posting.pay_unit).where(
        Posting.fair_id == fair_id, Posting.status == PostingStatus.DRAFT
    )
    return list(db.execute(query))


def waiting_questions(db: Session, fair_id: int) -> dict[int, int]:
    """Questions nobody has answered or hidden, by session id."""
    query = (
        select(Question.fair_session_id, func.count())
        .join(FairSession, FairSession.id == Question.fair_session_id)
        .where(FairSession.fair_id == fair_id)
        .where(Question.answered_at.is_(None), Question.hidden_at.is_(None))
        .group_by(Question.fair_session_id)
    )
    return {session_id: n for session_id, n in db.execute(query)}
