"""Applications and what came of them, counted."""

from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, distinct, func, or_, select
from sqlalchemy.orm import Session

from matcher.domain.terms import Stage
from matcher.storage.applications import Application, StageChange
from matcher.storage.figures.scope import Scope, quarter


def _agreed_at() -> Any:
    later = Application.employer_agreed_at >= Application.seeker_agreed_at
    return case((later, Application.employer_agreed_at), else_=Application.seeker_agreed_at)


def _made(scope: Scope) -> ColumnElement[bool]:
    return and_(Application.stage != Stage.WITHDRAWN, scope.covers(Application.created_at))


def _agreed(scope: Scope) -> ColumnElement[bool]:
    return and_(
        Application.stage.in_((Stage.AGREED, Stage.HIRED)),
        Application.employer_agreed_at.is_not(None),
        Application.seeker_agreed_at.is_not(None),
        scope.covers(_agreed_at()),
    )


def _interviewed(scope: Scope) -> ColumnElement[bool]:
    invited = select(StageChange.application_id).where(StageChange.stage == Stage.INTERVIEW)
    beyond = Application.stage.in_((Stage.INTERVIEW, Stage.AGREED, Stage.HIRED))
    return and_(_made(scope), or_(beyond, Application.id.in_(invited)))


_STEPS = {"made": _made, "interviewed": _interviewed, "agreed": _agreed}


def applications(db: Session, scope: Scope, *by: Any) -> list[Row[Any]]:
    """(by…, made, interviewed, agreed): applications that got this far.

    `by` are columns of Application, labelled; without any there is one row with the totals.
    """
    return _tallied(
        db,
        scope,
        by,
        [func.count(case((reached(scope), 1))).label(name) for name, reached in _STEPS.items()],
    )


def applicants(db: Session, scope: Scope, *by: Any) -> list[Row[Any]]:
    """(by…, made, interviewed, agreed): people whose applications got this far, each once."""
    person = Application.seeker_id
    return _tallied(
        db,
        scope,
        by,
        [
            func.count(distinct(case((reached(scope), person)))).label(name)
            for name, reached in _STEPS.items()
        ],
    )


def _tallied(db: Session, scope: Scope, by: Any, columns: list[Any]) -> list[Row[Any]]:
    query = select(*by, *columns).where(Application.fair_id == scope.fair_id)
    query = query.where(scope.held_in(Application.fair_session_id)).group_by(*by)
    return list(db.execute(query))


BY_CHANNEL = Application.channel.label("channel")
BY_SESSION = Application.fair_session_id.label("session_id")
BY_EMPLOYER = Application.employer_id.label("employer_id")


def _by_quarter(
    db: Session, scope: Scope, at: Any, condition: ColumnElement[bool]
) -> dict[int, int]:
    begin = quarter(at).label("quarter")
    query = (
        select(begin, func.count())
        .where(Application.fair_id == scope.fair_id, condition)
        .where(scope.held_in(Application.fair_session_id))
        .group_by(begin)
    )
    return {start: n for start, n in db.execute(query)}


def applications_by_quarter(db: Session, scope: Scope) -> dict[int, int]:
    """Applications by the quarter of an hour in which they were sent."""
    return _by_quarter(db, scope, Application.created_at, _made(scope))


def agreed_by_quarter(db: Session, scope: Scope) -> dict[int, int]:
    """Agreed intents by the quarter of an hour of the second side's word."""
    return _by_quarter(db, scope, _agreed_at(), _agreed(scope))
