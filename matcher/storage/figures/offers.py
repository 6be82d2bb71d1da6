"""What the employers of a fair offer, counted, and which titles are wanted just now."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, func, or_, select
from sqlalchemy.orm import Session

from matcher.domain.terms import PostingStatus, Stage
from matcher.storage.applications import Application
from matcher.storage.employers import Employer
from matcher.storage.postings import Posting


def offers(db: Session, fair_id: int, today: date) -> list[Row[Any]]:
    """(id, name, industry, postings, openings) of every employer; postings open today only."""
    is_open = and_(
        Posting.employer_id == Employer.id,
        Posting.status == PostingStatus.PUBLISHED,
        or_(Posting.expires_on.is_(None), Posting.expires_on >= today),
    )
    query = (
        select(
            Employer.id,
            Employer.name,
            Employer.industry,
            func.count(Posting.id).label("postings"),
            func.coalesce(func.sum(Posting.openings), 0).label("openings"),
        )
        .outerjoin(Posting, is_open)
        .where(Employer.fair_id == fair_id)
        .group_by(Employer.id, Employer.name, Employer.industry)
        .order_by(Employer.name, Employer.id)
    )
    return list(db.execute(query))


def lately_wanted(db: Session, fair_id: int, since: datetime, at_least: int) -> list[Row[Any]]:
    """(title, n): titles somebody applied to lately, with all their applications, newest first.

    Titles with fewer than `at_least` applications are left out: a small count points at a person.
    """
    latest = func.max(Application.created_at)
    query = (
        select(Posting.title, func.count().label("n"))
        .select_from(Application)
        .join(Posting, Posting.id == Application.posting_id)
        .where(Application.fair_id == fair_id, Application.stage != Stage.WITHDRAWN)
        .group_by(Posting.title)
        .having(latest >= since, func.count() >= at_least)
        .order_by(latest.desc(), Posting.title)
        .limit(8)
    )
    return list(db.execute(query))
