"""The organizer's fairs: the list, a new one, its card, its checklist, and when it is public."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Forbidden

from matcher.domain.drafts.fairs import FairDraft
from matcher.domain.errors import Invalid
from matcher.domain.terms import FairStatus, Role
from matcher.services import checklist
from matcher.services import fairs as service
from web.access import allow, visitor
from web.drafts import from_form
from web.language import gettext as _
from web.pages.organizer.place import again, bp, local_input, my_fair, page, unless_refused
from web.pages.organizer.tasks import DONE_FIRST, task_line
from web.work import work

_TIMES = ("starts_at", "ends_at")


@bp.get("/organizer")
@allow(Role.ORGANIZER)
def fairs() -> ResponseReturnValue:
    """Every fair in this organizer's care; somebody with one fair goes straight to it."""
    found = service.in_care(work(), visitor().organized_fairs)
    if len(found) == 1 and "all" not in request.args:
        return redirect(url_for("organizer.today", fair_id=found[0].id))
    return render_template("organizer/fairs.html", fairs=found, may_create=_may_create(), fair=None)


@bp.get("/organizer/fairs/new")
@allow(Role.ORGANIZER)
def new_fair() -> ResponseReturnValue:
    """The form for a new fair."""
    _refuse_unless_owner()
    return page("fair_form.html", values={}, problems={}, is_new=True)


@bp.post("/organizer/fairs/new")
@allow(Role.ORGANIZER)
def create_fair() -> ResponseReturnValue:
    """Make a fair."""
    _refuse_unless_owner()
    try:
        fair = service.create(work(), from_form(FairDraft))
    except Invalid as error:
        return again("fair_form.html", error, is_new=True)
    flash(_("The fair is made. Next: its halls and livestreams."))
    return redirect(url_for("organizer.setup", fair_id=fair.id), 303)


@bp.get("/organizer/f/<id:fair_id>")
@allow(Role.ORGANIZER)
def setup(fair_id: int) -> ResponseReturnValue:
    """What the fair still needs, and when the public may see it."""
    fair = my_fair(fair_id)
    items = sorted(checklist.before(work(), fair), key=lambda item: DONE_FIRST[item.is_done])
    return page("setup.html", items=[task_line(item) for item in items], steps=_steps(fair))


@bp.get("/organizer/f/<id:fair_id>/edit")
@allow(Role.ORGANIZER)
def edit_fair(fair_id: int) -> ResponseReturnValue:
    """The form of a fair."""
    fair = my_fair(fair_id)
    values = {name: getattr(fair, name) for name in FairDraft.model_fields}
    values |= {name: local_input(values[name]) for name in _TIMES}
    return page("fair_form.html", values=values, problems={}, is_new=False)


@bp.post("/organizer/f/<id:fair_id>/edit")
@allow(Role.ORGANIZER)
def change_fair(fair_id: int) -> ResponseReturnValue:
    """Change what the fair says."""
    fair = my_fair(fair_id)
    try:
        service.change(work(), fair, from_form(FairDraft))
    except Invalid as error:
        return again("fair_form.html", error, is_new=False)
    flash(_("Saved."))
    return redirect(url_for("organizer.setup"), 303)


@bp.post("/organizer/f/<id:fair_id>/status/<status>")
@allow(Role.ORGANIZER)
def move_fair(fair_id: int, status: str) -> ResponseReturnValue:
    """Publish, take back, close or reopen."""
    fair = my_fair(fair_id)
    known = {each.value: each for each in FairStatus}
    if status in known:
        target = known[status]
        unless_refused(lambda: service.move(work(), fair, target), _said()[target])
    return redirect(url_for("organizer.setup"), 303)


def _said() -> dict[FairStatus, str]:
    return {
        FairStatus.PUBLISHED: _("Everybody can see the fair now."),
        FairStatus.DRAFT: _("Only you can see the fair now."),
        FairStatus.CLOSED: _("The fair is closed. Everything in it can still be read."),
    }


def _steps(fair: Any) -> list[tuple[FairStatus, str]]:
    """The statuses the fair may go to, each with the words on its button."""
    words = {
        FairStatus.PUBLISHED: _("Publish the fair"),
        FairStatus.DRAFT: _("Take it back from the public"),
        FairStatus.CLOSED: _("Close the fair"),
    }
    if fair.status is FairStatus.CLOSED:
        words[FairStatus.PUBLISHED] = _("Open it again")
    return [(status, words[status]) for status in service.next_statuses(fair)]


def _may_create() -> bool:
    """New fairs are made by whoever runs the whole box."""
    return visitor().organized_fairs is None


def _refuse_unless_owner() -> None:
    if not _may_create():
        raise Forbidden
