"""Postings of the whole fair from one file: chosen, shown row by row, then taken over."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import Role
from matcher.services import exchange, exports, uploads
from matcher.services.exchange import Batch
from matcher.services.showcase import Fair
from web import limits, sheets
from web.access import allow, visitor
from web.language import gettext as _
from web.language import sentence
from web.limits import limiter
from web.pages.organizer.place import bp, my_fair, page
from web.work import work, workshop

_ROOT = "/organizer/f/<id:fair_id>/import"


@bp.get(_ROOT)
@allow(Role.ORGANIZER)
def import_file(fair_id: int) -> ResponseReturnValue:
    """Choose a file."""
    my_fair(fair_id)
    return page("import.html", problem="")


@bp.post(_ROOT)
@limiter.limit(limits.UPLOAD)
@allow(Role.ORGANIZER)
def upload(fair_id: int) -> ResponseReturnValue:
    """Put the file aside and show what would become of it."""
    my_fair(fair_id)
    content = sheets.sent_file()
    if not content:
        return page("import.html", problem=_("Please choose a file first.")), 422
    name = uploads.keep(work(), workshop().folder, _owner(fair_id), content)
    return redirect(url_for("organizer.preview", name=name), 303)


@bp.get(f"{_ROOT}/<name>")
@allow(Role.ORGANIZER)
def preview(fair_id: int, name: str) -> ResponseReturnValue:
    """Row by row: what was understood, what is missing, what cannot go in and why."""
    fair = my_fair(fair_id)
    try:
        batch = _batch(fair, name)
    except Refused as refusal:
        return page("import.html", problem=sentence(refusal)), 422
    report = exchange.preview(work(), fair, batch)
    values = sheets.preview_values(report, name)
    return page("preview.html", **values)


@bp.post(f"{_ROOT}/<name>")
@allow(Role.ORGANIZER)
def take_over(fair_id: int, name: str) -> ResponseReturnValue:
    """Take the good rows over."""
    fair = my_fair(fair_id)
    report = exchange.take_over(
        work(), fair, lambda: _batch(fair, name), replace=sheets.wants_to_replace()
    )
    flash(sheets.taken_over(report))
    return redirect(url_for("organizer.employer_list"), 303)


@bp.get(f"{_ROOT}/<name>/rows-to-mend.xlsx")
@allow(Role.ORGANIZER)
def rows_to_mend(fair_id: int, name: str) -> ResponseReturnValue:
    """The rows that cannot go in, with the reason in the last cell."""
    content = uploads.to_mend(_batch(my_fair(fair_id), name), sheets.say, _("Reason"))
    return sheets.download(content, "rows-to-mend.xlsx")


@bp.get("/organizer/f/<id:fair_id>/blank.xlsx")
@allow(Role.ORGANIZER)
def blank(fair_id: int) -> ResponseReturnValue:
    """The empty form with drop-downs."""
    my_fair(fair_id)
    return sheets.download(exports.blank(), "fairmatch-postings.xlsx")


@bp.get("/organizer/f/<id:fair_id>/postings.xlsx")
@allow(Role.ORGANIZER)
def postings_file(fair_id: int) -> ResponseReturnValue:
    """Every posting of the fair."""
    fair = my_fair(fair_id)
    content = exports.postings_file(work(), fair, "xlsx", chinese=True)
    return sheets.download(content, f"{fair.slug}-postings.xlsx")


def _batch(fair: Fair, name: str) -> Batch:
    """The rows of an upload; kept between the preview and the taking over, read only once."""
    path = uploads.find(workshop().folder, _owner(fair.id), name)
    shelf, near = ("upload", _owner(fair.id)), exchange.day_of(work(), fair)
    return work().shelf.get(shelf, (name, near), lambda: exchange.read(path, near=near))


def _owner(fair_id: int) -> str:
    """An upload is for the account that sent it, at this fair."""
    if visitor().account_id is None:
        raise NotFound
    return f"{visitor().account_id}-fair{fair_id}"
