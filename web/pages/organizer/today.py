"""The day of the fair at a glance: numbers that move, and what needs somebody."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from flask import jsonify, render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal

from matcher.domain.terms import Role
from matcher.services import checklist, figures
from matcher.services.figures import Figure, Figures, Hour, Part
from web import figure_words
from web.access import allow
from web.language import gettext as _
from web.pages.organizer.place import bp, my_fair, page
from web.pages.organizer.tasks import task_line
from web.rendering import clock
from web.work import work

_BUSIEST = 12
_ONE_DAY = timedelta(days=1)


@bp.get("/organizer/f/<id:fair_id>/today")
@allow(Role.ORGANIZER)
def today(fair_id: int) -> ResponseReturnValue:
    """The desk of the day."""
    return page("today.html", **_seen(my_fair(fair_id)))


@bp.get("/organizer/f/<id:fair_id>/today/numbers")
@allow(Role.ORGANIZER)
def today_numbers(fair_id: int) -> ResponseReturnValue:
    """The parts of the desk that move, for the page to take in."""
    fair = my_fair(fair_id)
    seen = _seen(fair)
    body = render_template("organizer/_today.html", fair=fair, **seen)
    return jsonify(html=body, chart=seen["chart"], as_of=clock(seen["counted"].as_of))


def _seen(fair: Any) -> dict[str, Any]:
    now = work().now.astimezone(work().zone).date()
    whole = figures.of_fair(work(), fair)
    is_long = fair.ends_at - fair.starts_at > _ONE_DAY
    counted = figures.of_fair(work(), fair, Part(day=now)) if is_long else whole
    tasks = checklist.to_do(work(), fair, counted.counts[Figure.VISITORS_ON_SITE])
    busiest = sorted(counted.employers, key=lambda e: (-e.applications, e.name))
    return {
        "counted": counted,
        "kpis": _kpis(counted),
        "steps": _steps(counted),
        "chart": chart(counted),
        "busiest": busiest[:_BUSIEST],
        "items": [task_line(item) for item in tasks],
        "heading": figure_words.heading,
    }


def _kpis(counted: Figures) -> list[tuple[str, ...]]:
    """(code, name, number, small print, definition) of each number on top."""
    said = {figure: format_decimal(n) for figure, n in counted.counts.items()}
    f = Figure
    small = {
        f.REGISTERED: _("took out a ticket"),
        f.VISITORS_ON_SITE: _("%(n)s check-ins", n=said[f.CHECK_INS]),
        f.VIEWERS: _("%(n)s minutes watched", n=said[f.WATCH_MINUTES]),
        f.APPLICATIONS: _(
            "%(hall)s on site · %(stream)s livestream",
            hall=said[f.APPLICATIONS_ON_SITE],
            stream=said[f.APPLICATIONS_ONLINE],
        ),
        f.AGREED: _("both sides said yes"),
        f.OPENINGS: _("in %(n)s postings", n=said[f.POSTINGS]),
    }
    return [
        (figure.value, name, said[figure], small[figure], meaning)
        for figure in small
        for name, meaning in [figure_words.define(figure)]
    ]


def _steps(counted: Figures) -> list[tuple[str, Any, int]]:
    """(name, step, whole per cent of the first) of each step from ticket to intent."""
    most = max((step.everywhere for step in counted.steps), default=0) or 1
    return [
        (figure_words.define(step.figure)[0], step, round(100 * step.everywhere / most))
        for step in counted.steps
    ]


def is_running(last: Sequence[Hour], now: datetime) -> bool:
    """Whether the last hour is not over yet, so that its bars will still grow."""
    return bool(last) and last[0].start <= now < last[0].start + timedelta(hours=1)


def chart(counted: Figures) -> dict[str, Any]:
    """What the hourly chart draws: the same numbers as the table beside it."""
    names = ("check_ins", "applications", "agreed")
    form = "%H:%M" if len(counted.hours) <= _ONE_DAY.total_seconds() // 3600 else "%m-%d %H:%M"
    return {
        "running": is_running(counted.hours[-1:], counted.as_of),
        "hours": [hour.start.strftime(form) for hour in counted.hours],
        "series": [
            {
                "name": figure_words.heading(name),
                "values": [getattr(hour, name) for hour in counted.hours],
            }
            for name in names
        ],
    }
