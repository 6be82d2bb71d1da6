"""Whose desk a request is at: the employer in the address, if the visitor works there."""

from typing import Any

from flask import Blueprint, current_app, g, render_template, request

from matcher.domain.terms import Role, Stage
from matcher.services import employers, stages
from matcher.services.employers import Desk
from web.access import visitor
from web.work import work

bp = Blueprint("employer", __name__)


def my_employers() -> list[int]:
    """The employers this visitor works for."""
    places = visitor().places_as(Role.EMPLOYER)
    return [place.employer_id for place in places if place.employer_id is not None]


def open_desk(employer_id: int) -> Desk:
    """The desk in the address. Raises NotFound unless this visitor works there."""
    g.desk = employers.desk(work(), my_employers(), employer_id)
    return g.desk  # type: ignore[no-any-return]


def who() -> str:
    """The name under which this visitor's moves and notes are kept."""
    return visitor().name[:80]


def page(template: str, **values: Any) -> str:
    """A page of the desk, with what its side list needs."""
    desk: Desk = g.desk
    counts = stages.counts(work(), desk.employer.id)
    unread = sum(n for (_, stage), n in counts.items() if stage is Stage.SUBMITTED)
    return render_template(
        f"employer/{template}",
        desk=desk,
        fair=desk.fair,
        employer=desk.employer,
        unread=unread,
        counts=counts,
        several=len(my_employers()) > 1,
        **values,
    )


@bp.url_defaults
def _stay_at_this_desk(endpoint: str, values: dict[str, Any]) -> None:
    """Links within the desk need not say whose desk it is."""
    if "employer_id" in values or not request.view_args:
        return
    if current_app.url_map.is_endpoint_expecting(endpoint, "employer_id"):
        values["employer_id"] = request.view_args.get("employer_id")
