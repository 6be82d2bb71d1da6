"""The big screen of the hall: counts only, read from ten metres, open to everybody."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal

from matcher.domain.terms import BroadcastStatus
from matcher.services import fairs, figures
from matcher.services.figures import SMALL, Board
from web import figure_words
from web.access import allow_anyone
from web.language import gettext as _
from web.language import label
from web.rendering import clock
from web.work import work

bp = Blueprint("screen", __name__)


@bp.get("/f/<slug>/screen")
@allow_anyone
def screen(slug: str) -> ResponseReturnValue:
    """The wall."""
    fair = fairs.public(work(), slug)
    board = figures.board(work(), fair)
    definitions = {f: figure_words.define(f) for f in board.counts}
    return render_template(
        "screen/screen.html",
        fair=fair,
        numbers=_numbers(board),
        definitions=definitions,
        small=SMALL,
        zone=work().zone.key,
    )


@bp.get("/f/<slug>/screen/numbers")
@allow_anyone
def numbers(slug: str) -> ResponseReturnValue:
    """What moves on the wall."""
    return jsonify(_numbers(figures.board(work(), fairs.public(work(), slug))))


def _numbers(board: Board) -> dict[str, Any]:
    return {
        "as_of": clock(board.as_of),
        "counts": {figure.value: _said(n) for figure, n in board.counts.items()},
        "hours": _hours(board),
        "trades": {
            "name": figure_words.heading("openings"),
            "names": [trade.name for trade in board.trades],
            "values": [trade.openings for trade in board.trades],
        },
        "news": _news(board),
        "streams": [_stream(stream) for stream in board.streams],
    }


def _said(count: int | None) -> str:
    return f"<{SMALL}" if count is None else str(format_decimal(count))


def _hours(board: Board) -> dict[str, Any]:
    names = ("check_ins", "applications")
    return {
        "running": bool(board.hours) and board.as_of < board.hours[-1].start + timedelta(hours=1),
        "hours": [f"{hour.start:%H:%M}" for hour in board.hours],
        "series": [
            {
                "name": figure_words.heading(name),
                "values": [getattr(hour, name) for hour in board.hours],
            }
            for name in names
        ],
    }


def _news(board: Board) -> list[str]:
    """Lines for the foot of the wall, each said in turn."""
    lines = [
        _("Just now: one more for %(title)s, %(n)s in all", n=format_decimal(n), title=title)
        for title, n in board.wanted
    ]
    live = [s for s in board.streams if s.status is BroadcastStatus.LIVE and s.title]
    lines += [
        _("On the air: %(title)s, job number %(number)s", title=s.title, number=s.number)
        for s in live
    ]
    return lines or [_("Find the jobs that fit you: scan the code at the entrance.")]


def _stream(stream: Any) -> dict[str, Any]:
    return {
        "name": stream.session.name,
        "status": label(stream.status),
        "is_live": stream.status is BroadcastStatus.LIVE,
        "job": f"{stream.number} {stream.title}" if stream.title else "",
    }
