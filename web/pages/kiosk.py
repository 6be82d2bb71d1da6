"""The gate and the kiosk: scan or type a ticket, register a walk-in, print the slip."""

import secrets
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.scans import ScanDraft
from matcher.domain.drafts.seekers import SeekerDraft
from matcher.domain.drafts.shape import believe
from matcher.domain.errors import Invalid, NotFound, Problem
from matcher.domain.terms import Role, Source
from matcher.services import attendance, catalog, fairs, recommend, seekers, sessions, tickets
from web import gates, limits, qr, security
from web.access import allow
from web.drafts import form_values, from_form, problem_sentences
from web.language import gettext as _
from web.language import sentence
from web.limits import limiter
from web.work import work

bp = Blueprint("kiosk", __name__)

_CATEGORY = {"ok": "ok", "already": "warn", "refused": "stop"}
_ON_SLIP = 5
_SLIP = "slip"  # what was last asked to be printed, kept by this browser's form cookie


@bp.get("/kiosk")
@allow(Role.KIOSK)
def gate() -> ResponseReturnValue:
    """The gate: scan, or type six digits."""
    security.allow_own_workers()
    here = gates.here()
    return render_template(
        "kiosk/gate.html",
        **_place(here),
        nonce=secrets.token_urlsafe(18),
        count=attendance.count_today(work(), here.fair_session_id, here.name),
    )


@bp.post("/kiosk/check-in")
@limiter.limit(limits.CODE)
@allow(Role.KIOSK)
def check_in() -> ResponseReturnValue:
    """The same without JavaScript: the answer stands on top of the page."""
    here = gates.here()
    try:
        scan = believe(ScanDraft, {name: request.form.get(name, "") for name in ("given", "nonce")})
    except Invalid:
        flash(_("Scan the ticket, or type its six digits."), "stop")
        return redirect(url_for("kiosk.gate"))
    answer = gates.scan(work(), here, scan.given, scan.nonce)
    said = gates.say(work(), here, answer)
    flash(f"{said['headline']} {said['line']}", _CATEGORY[said["result"]])
    return redirect(url_for("kiosk.gate"))


@bp.get("/kiosk/walk-in")
@allow(Role.KIOSK)
def walk_in() -> ResponseReturnValue:
    """One page for somebody without a ticket: a wish, a certificate, what to call them."""
    return _walk_in_form({}, {})


@bp.post("/kiosk/walk-in")
@limiter.limit(limits.CODE)
@allow(Role.KIOSK)
def register() -> ResponseReturnValue:
    """Make the profile and the ticket, let the person in, and show the slip."""
    here = gates.here()
    fair = _fair(here)
    try:
        if not request.form.get("agreed"):
            raise Invalid([Problem("agreed", "agree_first")])
        seeker = seekers.create(work(), fair, from_form(SeekerDraft), source=Source.KIOSK)
        seekers.require_something(seeker)
    except Invalid as error:
        return _walk_in_form(form_values(SeekerDraft), problem_sentences(error)), 422
    registration = tickets.issue(work(), seeker, source=Source.KIOSK)
    work().db.flush()
    answer = gates.scan(work(), here, registration.code, secrets.token_urlsafe(18))
    said = gates.say(work(), here, answer)
    flash(f"{said['headline']} {said['line']}", _CATEGORY[said["result"]])
    session[_SLIP] = registration.id
    return redirect(url_for("kiosk.slip"))


@bp.post("/kiosk/reprint")
@limiter.limit(limits.CODE)
@allow(Role.KIOSK)
def reprint() -> ResponseReturnValue:
    """Find a ticket again, to print its slip."""
    here = gates.here()
    try:
        found = attendance.find(work(), here.fair_id, request.form.get("given", ""))
    except NotFound as error:
        flash(sentence(error), "stop")
        return redirect(url_for("kiosk.gate"))
    session[_SLIP] = found.id
    return redirect(url_for("kiosk.slip"))


@bp.get("/kiosk/slip")
@allow(Role.KIOSK)
def slip() -> ResponseReturnValue:
    """The slip that was asked for last at this kiosk: code, QR code and where to go first."""
    here = gates.here()
    registration = attendance.one(work(), here.fair_id, int(session.get(_SLIP, 0)))
    seeker = attendance.bearer(work(), registration)
    return render_template(
        "kiosk/slip.html",
        **_place(here),
        code=registration.code,
        qr=qr.svg(registration.ticket),
        cards=recommend.if_ready(work(), seeker, k=_ON_SLIP).cards,
        is_narrow=request.args.get("paper") == "58",
    )


def _walk_in_form(values: dict[str, Any], problems: dict[str, str]) -> str:
    here = gates.here()
    chips = catalog.of_fair(work(), here.fair_id)
    return render_template(
        "kiosk/walk_in.html",
        **_place(here),
        wishes=[(word, word) for word in chips.wishes],
        certificates=[(word, word) for word in chips.certificates],
        values=_chosen(values),
        problems=problems,
    )


def _chosen(values: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with the chips as sets of what is on."""
    chosen = dict(values)
    for name in ("wanted", "certificates"):
        chosen[name] = set(str(values.get(name, "")).split("\n"))
    return chosen


def _fair(here: gates.Gate) -> Any:
    return fairs.one(work(), [here.fair_id], here.fair_id)


def _place(here: gates.Gate) -> dict[str, Any]:
    fair = _fair(here)
    hall = sessions.one(work(), fair, here.fair_session_id)
    return {"fair": fair, "hall": hall, "gate_name": here.name}
