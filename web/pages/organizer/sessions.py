"""The sessions of a fair: halls and livestreams with their times and addresses."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.fairs import SessionDraft
from matcher.domain.errors import Invalid
from matcher.domain.terms import Role, SessionKind
from matcher.services import checklist, figures
from matcher.services import sessions as service
from web.access import allow
from web.drafts import from_form
from web.language import gettext as _
from web.pages.organizer.place import again, bp, local_input, my_fair, page, unless_refused
from web.work import work

_ROOT = "/organizer/f/<id:fair_id>/sessions"
_FORM = "session_form.html"


@bp.get(_ROOT)
@allow(Role.ORGANIZER)
def session_list(fair_id: int) -> ResponseReturnValue:
    """Every session with what happened there."""
    fair = my_fair(fair_id)
    counted = {each.session.id: each for each in figures.of_fair(work(), fair).sessions}
    waiting = checklist.waiting_questions(work(), fair)
    held = service.of_fair(work(), fair)
    return page("sessions.html", sessions=held, counted=counted, waiting=waiting)


@bp.get(f"{_ROOT}/new/<kind>")
@allow(Role.ORGANIZER)
def new_session(fair_id: int, kind: str) -> ResponseReturnValue:
    """The form for a new session; its times begin as the fair's."""
    fair = my_fair(fair_id)
    values = {
        "kind": kind if kind in list(SessionKind) else SessionKind.ON_SITE.value,
        "starts_at": local_input(fair.starts_at),
        "ends_at": local_input(fair.ends_at),
    }
    return page(_FORM, values=values, problems={}, session=None)


@bp.post(_ROOT)
@allow(Role.ORGANIZER)
def create_session(fair_id: int) -> ResponseReturnValue:
    """Add a session."""
    fair = my_fair(fair_id)
    try:
        service.add(work(), fair, from_form(SessionDraft))
    except Invalid as error:
        return again(_FORM, error, session=None)
    flash(_("Saved."))
    return redirect(url_for("organizer.session_list"), 303)


@bp.get(f"{_ROOT}/<id:session_id>")
@allow(Role.ORGANIZER)
def edit_session(fair_id: int, session_id: int) -> ResponseReturnValue:
    """The form of a session."""
    session = service.one(work(), my_fair(fair_id), session_id)
    values = {name: getattr(session, name) for name in SessionDraft.model_fields}
    values |= {name: local_input(values[name]) for name in ("starts_at", "ends_at")}
    values["kind"] = session.kind.value
    return page(_FORM, values=values, problems={}, session=session)


@bp.post(f"{_ROOT}/<id:session_id>")
@allow(Role.ORGANIZER)
def change_session(fair_id: int, session_id: int) -> ResponseReturnValue:
    """Change a session."""
    session = service.one(work(), my_fair(fair_id), session_id)
    try:
        service.change(work(), session, from_form(SessionDraft))
    except Invalid as error:
        return again(_FORM, error, session=session)
    flash(_("Saved."))
    return redirect(url_for("organizer.session_list"), 303)


@bp.post(f"{_ROOT}/<id:session_id>/delete")
@allow(Role.ORGANIZER)
def delete_session(fair_id: int, session_id: int) -> ResponseReturnValue:
    """Take out a session in which nothing happened."""
    session = service.one(work(), my_fair(fair_id), session_id)
    unless_refused(lambda: service.delete(work(), session), _("The session is gone."))
    return redirect(url_for("organizer.session_list"), 303)
