"""The host's desk: go live, pin the posting being spoken of, answer questions."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from matcher.domain.errors import FairmatchError, Invalid, NotFound, Refused
from matcher.domain.terms import Role
from matcher.domain.values import whole_number
from matcher.services import broadcasts, feed, questions, run_sheets, viewings
from matcher.services.broadcasts import FairSession, OnAir
from web import limits
from web.access import allow, visitor
from web.drafts import problem_sentences
from web.language import gettext as _
from web.language import sentence
from web.limits import limiter
from web.work import work

bp = Blueprint("host", __name__)


@bp.get("/host")
@allow(Role.HOST)
def sessions() -> ResponseReturnValue:
    """The streams this host may run; a single one is opened at once."""
    found = [broadcasts.on_air(work(), session) for session in _own_sessions()]
    if len(found) == 1:
        return redirect(url_for("host.desk", session_id=found[0].session.id))
    return render_template("host/sessions.html", found=found)


@bp.get("/host/<id:session_id>")
@allow(Role.HOST)
def desk(session_id: int) -> ResponseReturnValue:
    """What is being spoken of, what comes next, and what people ask."""
    session = _own(session_id)
    air = broadcasts.on_air(work(), session)
    return render_template(
        "host/desk.html",
        **_place(session),
        air=air,
        now=work().now,
        groups=_groups(air),
        counts=_counts(session),
        after=feed.newest(work()),
    )


@bp.get("/host/<id:session_id>/news")
@allow(Role.HOST)
def news(session_id: int) -> ResponseReturnValue:
    """The piece with questions and counts, fetched again when something is asked."""
    session = _own(session_id)
    air = broadcasts.on_air(work(), session)
    return render_template(
        "host/_news.html", **_place(session), air=air, groups=_groups(air), counts=_counts(session)
    )


@bp.post("/host/<id:session_id>/start")
@allow(Role.HOST)
def start(session_id: int) -> ResponseReturnValue:
    """Go on the air."""
    broadcasts.start(work(), _own(session_id))
    return _back(session_id)


@bp.post("/host/<id:session_id>/end")
@allow(Role.HOST)
def end(session_id: int) -> ResponseReturnValue:
    """Go off the air."""
    broadcasts.end(work(), _own(session_id))
    return _back(session_id)


@bp.post("/host/<id:session_id>/next")
@allow(Role.HOST)
def following(session_id: int) -> ResponseReturnValue:
    """Go on to the next posting of the sheet."""
    try:
        broadcasts.pin_next(work(), _own(session_id))
    except Refused as refusal:
        return _sorry(refusal, session_id)
    return _back(session_id)


@bp.post("/host/<id:session_id>/pin/<id:posting_id>")
@allow(Role.HOST)
def pin(session_id: int, posting_id: int) -> ResponseReturnValue:
    """Speak of this one now."""
    try:
        broadcasts.pin(work(), _own(session_id), posting_id)
    except Refused as refusal:
        return _sorry(refusal, session_id)
    return _back(session_id)


@bp.post("/host/<id:session_id>/sheet")
@allow(Role.HOST)
def add_line(session_id: int) -> ResponseReturnValue:
    """Put a posting on the run sheet by its spoken number."""
    session = _own(session_id)
    typed = request.form.get("number", "").strip()
    try:
        number = whole_number(typed, digits=6)
        if number is None:
            raise NotFound("posting_gone")
        run_sheets.add_line(work(), session, number)
    except NotFound as error:
        if error.code != "posting_gone":
            raise
        flash(_("There is no open job with number %(number)s.", number=typed[:12]), "warn")
    return _back(session_id)


@bp.post("/host/<id:session_id>/sheet/<id:posting_id>/<any(up, down, remove):change>")
@allow(Role.HOST)
def change_line(session_id: int, posting_id: int, change: str) -> ResponseReturnValue:
    """Move a posting on the run sheet, or take it off."""
    session = _own(session_id)
    if change != "remove":
        run_sheets.move_line(work(), session, posting_id, up=change == "up")
        return _back(session_id)
    try:
        run_sheets.remove_line(work(), session, posting_id)
    except Refused as refusal:
        return _sorry(refusal, session_id)
    return _back(session_id)


@bp.post("/host/<id:session_id>/questions/<id:question_id>/answer")
@limiter.limit(limits.CODE)
@allow(Role.HOST)
def answer(session_id: int, question_id: int) -> ResponseReturnValue:
    """Write the answer under a question."""
    try:
        questions.answer(work(), _own(session_id), question_id, request.form.get("text", ""))
    except Invalid as error:
        flash(" ".join(problem_sentences(error).values()), "warn")
    return _back(session_id)


@bp.post("/host/<id:session_id>/questions/<id:question_id>/hide")
@allow(Role.HOST)
def hide(session_id: int, question_id: int) -> ResponseReturnValue:
    """Take a question off every page."""
    questions.hide(work(), _own(session_id), question_id)
    return _back(session_id)


def _own_sessions() -> list[FairSession]:
    held = visitor().places_as(Role.HOST)
    named = {place.fair_session_id for place in held if place.fair_session_id is not None}
    whole = {place.fair_id for place in held if place.fair_session_id is None}
    return broadcasts.hosted(work(), session_ids=named, fair_ids=whole)


def _own(session_id: int) -> FairSession:
    """One of this host's sessions. Raises NotFound for anybody else's."""
    for session in _own_sessions():
        if session.id == session_id:
            return session
    raise NotFound


def _groups(air: OnAir) -> list[Any]:
    """Questions by posting; those about what is being spoken of come first."""
    groups = questions.by_posting(questions.latest(work(), air.session))
    pinned = air.pinned.posting.id if air.pinned else None
    return sorted(groups, key=lambda group: group[0] is None or group[0].id != pinned)


def _counts(session: FairSession) -> dict[str, int]:
    viewers, seconds = viewings.watched(work(), session)
    return {
        **broadcasts.counts(work(), session),
        "now": viewings.watching_now(work(), session),
        "viewers": viewers,
        "minutes": seconds // 60,
    }


def _place(session: FairSession) -> dict[str, Any]:
    return {"fair": broadcasts.fair_of(work(), session), "session": session}


def _sorry(error: FairmatchError, session_id: int) -> Response:
    flash(sentence(error), "warn")
    return _back(session_id)


def _back(session_id: int) -> Response:
    return redirect(url_for("host.desk", session_id=session_id))
