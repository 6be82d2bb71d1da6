"""Whose desk a request is at: the fair in the address, if the visitor runs it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint, current_app, flash, g, render_template, request
from flask_babel import format_datetime

from matcher.domain.errors import Invalid, Refused
from matcher.services import fairs
from web.access import visitor
from web.drafts import problem_sentences
from web.language import sentence
from web.work import work

bp = Blueprint("organizer", __name__)


def my_fair(fair_id: int) -> Any:
    """The fair in the address. Raises NotFound unless this visitor runs it."""
    g.fair = fairs.one(work(), visitor().organized_fairs, fair_id)
    return g.fair


def page(template: str, **values: Any) -> str:
    """A page of the desk of the fair in the address."""
    return render_template(f"organizer/{template}", fair=g.get("fair"), **values)


def again(template: str, error: Invalid, **values: Any) -> tuple[str, int]:
    """The form once more, with what was typed and what is wrong with it."""
    problems = problem_sentences(error)
    return page(template, values=request.form, problems=problems, **values), 422


def unless_refused(do: Callable[[], None], done: str) -> None:
    """Do it and say that it is done, or say why not; the visitor stays at the desk either way.

    Only for what refuses before it changes anything.
    """
    try:
        do()
    except Refused as refusal:
        flash(sentence(refusal), "stop")
    else:
        flash(done)


def local_input(value: datetime) -> str:
    """A time as `<input type=datetime-local>` wants it, by the clock at the fair."""
    return str(format_datetime(value, "yyyy-MM-dd'T'HH:mm"))


@bp.url_defaults
def _stay_at_this_fair(endpoint: str, values: dict[str, Any]) -> None:
    """Links within the desk need not say which fair is meant."""
    if "fair_id" in values or not request.view_args:
        return
    if current_app.url_map.is_endpoint_expecting(endpoint, "fair_id"):
        values["fair_id"] = request.view_args.get("fair_id")
