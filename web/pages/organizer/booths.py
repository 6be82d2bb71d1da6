"""The booths of a fair: set up by the row, given to employers, printed as a list."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from matcher.domain.errors import Invalid, NotFound
from matcher.domain.terms import Role
from matcher.domain.values import whole_number
from matcher.services import booths as service
from matcher.services import fairs, sessions
from web.access import allow
from web.language import gettext as _
from web.pages.organizer.place import again, bp, my_fair, page
from web.work import work

_ROOT = "/organizer/f/<id:fair_id>/booths"


@bp.get(_ROOT)
@allow(Role.ORGANIZER)
def booth_list(fair_id: int) -> ResponseReturnValue:
    """Every booth, hall by hall, with a list to choose its employer from."""
    my_fair(fair_id)
    return page("booths.html", values={}, problems={}, **_shown(fair_id))


@bp.post(_ROOT)
@allow(Role.ORGANIZER)
def create_booths(fair_id: int) -> ResponseReturnValue:
    """Put a row of booths into a hall."""
    fair = my_fair(fair_id)
    try:
        made = service.add_many(
            work(), fair, _chosen("session_id"), request.form.get("numbers", "")[:500]
        )
    except Invalid as error:
        return again("booths.html", error, **_shown(fair_id))
    flash(ngettext("%(num)d booth is new.", "%(num)d booths are new.", made))
    return redirect(url_for("organizer.booth_list"), 303)


@bp.post(f"{_ROOT}/assign")
@allow(Role.ORGANIZER)
def assign_booth(fair_id: int) -> ResponseReturnValue:
    """Give a booth to an employer, or free it."""
    fair = my_fair(fair_id)
    employer_id = _chosen("employer_id") if request.form.get("employer_id") else None
    booth = service.assign(work(), fair, _chosen("booth_id"), employer_id)
    said = _("Booth %(number)s is given.") if employer_id else _("Booth %(number)s is free.")
    flash(said % {"number": booth.number})
    return redirect(url_for("organizer.booth_list"), 303)


@bp.post(f"{_ROOT}/<id:booth_id>/remove")
@allow(Role.ORGANIZER)
def remove_booth(fair_id: int, booth_id: int) -> ResponseReturnValue:
    """Take a free booth out of its hall."""
    service.remove(work(), my_fair(fair_id), booth_id)
    return redirect(url_for("organizer.booth_list"), 303)


@bp.get(f"{_ROOT}/print")
@allow(Role.ORGANIZER)
def booth_sheet(fair_id: int) -> ResponseReturnValue:
    """The list for the wall by the door."""
    return page("booth_sheet.html", halls=_by_hall(service.of_fair(work(), my_fair(fair_id))))


def _chosen(field: str) -> int:
    """The number chosen from a list. Raises NotFound for what no list offers."""
    number = whole_number(request.form.get(field, ""))
    if number is None:
        raise NotFound
    return number


def _shown(fair_id: int) -> dict[str, object]:
    fair = my_fair(fair_id)
    rows = service.of_fair(work(), fair)
    placed = {employer.id for _booth, _hall, employer in rows if employer}
    firms = fairs.employers_of(work(), fair)
    return {
        "halls": sessions.halls(work(), fair),
        "by_hall": _by_hall(rows),
        "free": [(booth, hall) for booth, hall, employer in rows if not employer],
        "placed": [each for each in firms if each.id in placed],
        "waiting": [each for each in firms if each.id not in placed],
    }


def _by_hall(rows: list[Any]) -> dict[str, list[Any]]:
    halls: dict[str, list[Any]] = {}
    for booth, hall, employer in rows:
        halls.setdefault(hall.name, []).append((booth, employer))
    return halls
