"""The attendance statistics: every figure with its definition, split, filtered, exported."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from flask import request, send_file
from flask.typing import ResponseReturnValue

from matcher.domain.terms import Role, SessionKind
from matcher.services import figures as service
from matcher.services import sessions
from matcher.services.figures import Figures, Part
from web import figure_words
from web.access import allow
from web.pages.organizer.place import bp, my_fair, page
from web.pages.organizer.today import chart
from web.work import work

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_DAYS = 31
_YEARS = range(2000, 2101)


@bp.get("/organizer/f/<id:fair_id>/attendance")
@allow(Role.ORGANIZER)
def attendance(fair_id: int) -> ResponseReturnValue:
    """Who came when, where, through which gate, on site and online."""
    fair = my_fair(fair_id)
    held = sessions.of_fair(work(), fair)
    part = _part(held)
    counted = service.of_fair(work(), fair, part)
    return page(
        "attendance.html",
        counted=counted,
        part=part,
        sessions=held,
        days=_days(fair),
        names=[(f.value, *figure_words.define(f), n) for f, n in counted.counts.items()],
        steps=[(figure_words.define(s.figure)[0], s) for s in counted.steps],
        chart=chart(counted),
        heading=figure_words.heading,
        SessionKind=SessionKind,
        **_crossed(counted),
    )


@bp.get("/organizer/f/<id:fair_id>/attendance.xlsx")
@allow(Role.ORGANIZER)
def attendance_file(fair_id: int) -> ResponseReturnValue:
    """The same figures as an Excel file."""
    fair = my_fair(fair_id)
    counted = service.of_fair(work(), fair, _part(sessions.of_fair(work(), fair)))
    content = service.workbook(counted, figure_words.heading, figure_words.define)
    name = f"{fair.slug}-{counted.as_of:%Y%m%d-%H%M}.xlsx"
    return send_file(BytesIO(content), mimetype=_XLSX, as_attachment=True, download_name=name)


def _part(held: list[Any]) -> Part:
    """The day and session in the address; what cannot be read or is not here is left out."""
    day = _day(request.args.get("day", ""))
    known = {str(session.id): session.id for session in held}
    return Part(day, known.get(request.args.get("session", "")))


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _days(fair: Any) -> list[date]:
    first, last = (_local_day(at) for at in (fair.starts_at, fair.ends_at))
    count = min((last - first).days + 1, _MOST_DAYS)
    return [first + timedelta(days=n) for n in range(count)]


def _local_day(at: datetime) -> date:
    return at.astimezone(work().zone).date()


def _crossed(counted: Figures) -> dict[str, Any]:
    """Hours against sessions and gates: the columns, and what stands where they cross."""
    columns = sorted({(c.session.id, c.gate): c.session for c in counted.arrivals}.items())
    cells = {(c.start, c.session.id, c.gate): c.count for c in counted.arrivals}
    return {"columns": [(s, gate) for (_, gate), s in columns], "cells": cells}
