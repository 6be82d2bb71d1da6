"""Files in and out: the firm's own Excel with a preview, the blank form, its applications."""

from types import SimpleNamespace
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.errors import NotFound, Refused
from matcher.domain.terms import Role
from matcher.services import employers, exchange, exports, leads, uploads
from matcher.services.employers import Desk
from matcher.services.exchange import Batch, Line
from web import limits, sheets
from web.access import allow, visitor
from web.language import gettext as _
from web.language import label, sentence
from web.limits import limiter
from web.pages.employer.place import bp, open_desk, page
from web.work import work, workshop

_ROOT = "/employer/<id:employer_id>/import"


@bp.get(_ROOT)
@allow(Role.EMPLOYER)
def import_file(employer_id: int) -> ResponseReturnValue:
    """Choose a file."""
    open_desk(employer_id)
    return page("import.html", problem="")


@bp.post(_ROOT)
@limiter.limit(limits.UPLOAD)
@allow(Role.EMPLOYER)
def upload(employer_id: int) -> ResponseReturnValue:
    """Put the file aside and show what would become of it."""
    desk = open_desk(employer_id)
    employers.refuse_if_closed(work(), desk.employer)
    content = sheets.sent_file()
    if not content:
        return page("import.html", problem=_("Please choose a file first.")), 422
    name = uploads.keep(work(), workshop().folder, _owner(employer_id), content)
    return redirect(url_for("employer.preview", name=name), 303)


@bp.get(f"{_ROOT}/<name>")
@allow(Role.EMPLOYER)
def preview(employer_id: int, name: str) -> ResponseReturnValue:
    """Row by row: what was understood, what is missing, what cannot go in and why."""
    desk = open_desk(employer_id)
    try:
        batch = _batch(desk, name)
    except Refused as refusal:
        return page("import.html", problem=sentence(refusal)), 422
    report = exchange.preview(work(), desk.fair, batch)
    values = sheets.preview_values(report, name)
    return page("preview.html", **values, facts=_facts)


@bp.post(f"{_ROOT}/<name>")
@allow(Role.EMPLOYER)
def take_over(employer_id: int, name: str) -> ResponseReturnValue:
    """Take the good rows over."""
    desk = open_desk(employer_id)
    employers.refuse_if_closed(work(), desk.employer)
    report = exchange.take_over(
        work(), desk.fair, lambda: _batch(desk, name), replace=sheets.wants_to_replace()
    )
    flash(sheets.taken_over(report))
    return redirect(url_for("employer.posting_list"), 303)


@bp.get(f"{_ROOT}/<name>/rows-to-mend.xlsx")
@allow(Role.EMPLOYER)
def rows_to_mend(employer_id: int, name: str) -> ResponseReturnValue:
    """The rows that cannot go in, with the reason in the last cell."""
    batch = _batch(open_desk(employer_id), name)
    return sheets.download(uploads.to_mend(batch, sheets.say, _("Reason")), "rows-to-mend.xlsx")


@bp.get("/employer/<id:employer_id>/blank.xlsx")
@allow(Role.EMPLOYER)
def blank(employer_id: int) -> ResponseReturnValue:
    """The empty form with drop-downs."""
    open_desk(employer_id)
    return sheets.download(exports.blank(), "fairmatch-postings.xlsx")


@bp.get("/employer/<id:employer_id>/applications.xlsx")
@allow(Role.EMPLOYER)
def applications_file(employer_id: int) -> ResponseReturnValue:
    """The firm's applications, with what each person lets it see now."""
    open_desk(employer_id)
    content = leads.file(work(), employer_id, _headings(), label)
    return sheets.download(content, "fairmatch-applications.xlsx")


def _batch(desk: Desk, name: str) -> Batch:
    path = uploads.find(workshop().folder, _owner(desk.employer.id), name)
    return exchange.read(path, desk.employer, near=exchange.day_of(work(), desk.fair))


def _owner(employer_id: int) -> str:
    """An upload is for the account that sent it, at this employer's desk."""
    account_id = visitor().account_id
    if account_id is None:
        raise NotFound
    return f"{account_id}-{employer_id}"


def _facts(line: Line) -> SimpleNamespace | None:
    """What was understood of a row, in the shape that templates expect of a posting."""
    return SimpleNamespace(pay_text="", **line.understood) if line.understood else None


def _headings() -> dict[str, Any]:
    return {
        "number": _("Posting number"),
        "title": _("Job title"),
        "sent": _("Sent at"),
        "stage": _("Stage"),
        "name": _("Name"),
        "phone": _("Phone"),
        "wanted": _("Work wanted"),
        "certificates": _("Certificates"),
        "skills": _("Skills"),
        "years": _("Years of experience"),
        "education": _("Schooling"),
    }
