"""People at the gates and in front of the streams, counted."""

from typing import Any

from sqlalchemy import Row, Select, case, distinct, func, literal, select, union_all
from sqlalchemy.orm import Session

from matcher.domain.terms import SessionKind, Source
from matcher.storage.attendance import CheckIn, Registration, Viewing
from matcher.storage.fairs import FairSession
from matcher.storage.figures.scope import Scope, quarter


def _checked_in(scope: Scope, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(CheckIn)
        .join(FairSession, FairSession.id == CheckIn.fair_session_id)
        .where(FairSession.fair_id == scope.fair_id)
        .where(scope.covers(CheckIn.at), scope.held_in(CheckIn.fair_session_id))
    )


def _viewed(scope: Scope, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(Viewing)
        .join(FairSession, FairSession.id == Viewing.fair_session_id)
        .where(FairSession.fair_id == scope.fair_id)
        .where(scope.covers(Viewing.first_at), scope.held_in(Viewing.fair_session_id))
    )


def check_ins(db: Session, scope: Scope) -> list[Row[Any]]:
    """(quarter, session_id, gate, n): check-ins, split as finely as anybody asks."""
    begin = quarter(CheckIn.at).label("quarter")
    columns = (begin, CheckIn.fair_session_id.label("session_id"), CheckIn.gate)
    query = _checked_in(scope, *columns, func.count().label("n"))
    return list(db.execute(query.group_by(*columns)))


def entries(db: Session, scope: Scope) -> list[Row[Any]]:
    """(quarter, session_id, n): browsers that opened a livestream, by when they first did."""
    columns = (quarter(Viewing.first_at).label("quarter"), Viewing.fair_session_id)
    query = _viewed(scope, columns[0], columns[1].label("session_id"), func.count().label("n"))
    return list(db.execute(query.group_by(*columns)))


def visitors(db: Session, scope: Scope) -> Row[int, int, int]:
    """(on_site, online, everywhere): people, each counted once however often they came."""
    came = _checked_in(scope, Registration.seeker_id, FairSession.kind).join(
        Registration, Registration.id == CheckIn.registration_id
    )
    watched = _viewed(scope, Viewing.seeker_id, FairSession.kind).where(
        Viewing.seeker_id.is_not(None)
    )
    seen = union_all(came, watched).subquery()
    person, kind = seen.c.seeker_id, seen.c.kind
    return db.execute(
        select(
            func.count(distinct(case((kind == SessionKind.ON_SITE, person)))).label("on_site"),
            func.count(distinct(case((kind == SessionKind.LIVESTREAM, person)))).label("online"),
            func.count(distinct(person)).label("everywhere"),
        )
    ).one()


def watching(db: Session, scope: Scope) -> list[Row[Any]]:
    """(session_id, viewers, seconds) of each livestream that was watched."""
    session_id = Viewing.fair_session_id
    columns = (func.count().label("viewers"), func.sum(Viewing.seconds).label("seconds"))
    query = _viewed(scope, session_id.label("session_id"), *columns).group_by(session_id)
    return list(db.execute(query))


def viewers(db: Session, scope: Scope) -> int:
    """Browsers that watched any livestream, each counted once."""
    return db.scalar(_viewed(scope, func.count(distinct(Viewing.viewer)))) or 0


def peaks(db: Session, scope: Scope) -> list[Row[Any]]:
    """(session_id, peak, peak_of_all): the most viewers at one moment, first to last seen."""
    session_id = Viewing.fair_session_id
    came = _viewed(scope, session_id.label("session_id"), Viewing.first_at.label("at"))
    left = _viewed(scope, session_id.label("session_id"), Viewing.last_at.label("at"))
    moves = union_all(
        came.add_columns(literal(1).label("step")), left.add_columns(literal(-1).label("step"))
    ).subquery()
    order = (moves.c.at, moves.c.step.desc())
    present = select(
        moves.c.session_id,
        func.sum(moves.c.step).over(partition_by=moves.c.session_id, order_by=order).label("here"),
        func.sum(moves.c.step).over(order_by=order).label("everywhere"),
    ).subquery()
    query = select(
        present.c.session_id,
        func.max(present.c.here).label("peak"),
        func.max(present.c.everywhere).label("peak_of_all"),
    ).group_by(present.c.session_id)
    return list(db.execute(query))


def registered(db: Session, scope: Scope) -> dict[Source, int]:
    """Tickets by where they were taken out; of a day, all that existed at its end."""
    until = Scope(scope.fair_id, until=scope.until)
    rows = db.execute(
        select(Registration.source, func.count())
        .where(Registration.fair_id == scope.fair_id, until.covers(Registration.created_at))
        .group_by(Registration.source)
    )
    return {source: n for source, n in rows}
