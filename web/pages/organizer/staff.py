"""People and roles of a fair: who may do what, and the links that sign them in."""

from flask import flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.fairs import StaffDraft
from matcher.domain.errors import Invalid
from matcher.domain.terms import Role, SessionKind
from matcher.domain.values import whole_number
from matcher.services import fairs, sessions
from matcher.services import staff as service
from web import qr
from web.access import allow, visitor
from web.drafts import from_form
from web.language import gettext as _
from web.pages.organizer.place import again, bp, my_fair, page, unless_refused
from web.work import work

_ROOT = "/organizer/f/<id:fair_id>/staff"
# Between making a link and showing it once, its token waits in this browser's own form cookie.
_LINK = "new_link"
_DAY = 24


@bp.get(_ROOT)
@allow(Role.ORGANIZER)
def staff_list(fair_id: int) -> ResponseReturnValue:
    """Everybody with a role here, and the forms for more."""
    my_fair(fair_id)
    return page("staff.html", values={}, problems={}, **_shown(fair_id))


@bp.get(f"{_ROOT}/<id:account_id>")
@allow(Role.ORGANIZER)
def staff_member(fair_id: int, account_id: int) -> ResponseReturnValue:
    """One account and its ways in; a link that was just made is shown this once."""
    roles = service.one(work(), my_fair(fair_id), account_id)
    made = session.pop(_LINK, None)
    link = None
    if made and made["account"] == account_id:
        address = url_for("account.enter", token=made["token"], _external=True)
        link = {"address": address, "qr": qr.svg(address), "hours": made["hours"]}
    return page("member.html", account=roles[0].account, roles=roles, link=link)


@bp.post(_ROOT)
@allow(Role.ORGANIZER)
def add_staff(fair_id: int) -> ResponseReturnValue:
    """Add somebody, and make their first sign-in link."""
    fair = my_fair(fair_id)
    try:
        account = service.add(work(), fair, from_form(StaffDraft))
    except Invalid as error:
        return again("staff.html", error, **_shown(fair_id))
    return _with_link(fair_id, account.id, _DAY)


@bp.post(f"{_ROOT}/<id:account_id>/link")
@allow(Role.ORGANIZER)
def make_link(fair_id: int, account_id: int) -> ResponseReturnValue:
    """Make a new sign-in link."""
    hours = whole_number(request.form.get("hours", ""), digits=4)
    return _with_link(fair_id, account_id, _DAY if hours is None else hours)


@bp.post(f"{_ROOT}/<id:account_id>/password")
@allow(Role.ORGANIZER)
def set_password(fair_id: int, account_id: int) -> ResponseReturnValue:
    """Set a password; whoever is signed in with the account is signed out."""
    fair = my_fair(fair_id)
    password = request.form.get("password", "")[:200]
    mine = visitor().organized_fairs
    unless_refused(
        lambda: service.set_password(work(), fair, mine, account_id, password),
        _("The new password is set."),
    )
    return _to_member(account_id)


@bp.post(f"{_ROOT}/<id:account_id>/disable")
@allow(Role.ORGANIZER)
def disable_staff(fair_id: int, account_id: int) -> ResponseReturnValue:
    """Shut an account at once."""
    fair = my_fair(fair_id)
    mine = visitor().organized_fairs
    by = visitor().account_id
    unless_refused(
        lambda: service.disable(work(), fair, mine, account_id, by=by),
        _("The account is shut. Whoever used it is signed out."),
    )
    return _to_member(account_id)


@bp.post(f"{_ROOT}/<id:account_id>/enable")
@allow(Role.ORGANIZER)
def enable_staff(fair_id: int, account_id: int) -> ResponseReturnValue:
    """Open an account again."""
    service.enable(work(), my_fair(fair_id), visitor().organized_fairs, account_id)
    flash(_("The account is open again. It needs a new link."))
    return _to_member(account_id)


def _with_link(fair_id: int, account_id: int, hours: int) -> ResponseReturnValue:
    fair = my_fair(fair_id)
    token = service.make_link(work(), fair, visitor().organized_fairs, account_id, hours)
    session[_LINK] = {"account": account_id, "token": token, "hours": hours}
    return _to_member(account_id)


def _to_member(account_id: int) -> ResponseReturnValue:
    return redirect(url_for("organizer.staff_member", account_id=account_id), 303)


def _shown(fair_id: int) -> dict[str, object]:
    fair = my_fair(fair_id)
    held = sessions.of_fair(work(), fair)
    roles = (Role.EMPLOYER, Role.HOST, Role.KIOSK, Role.ORGANIZER)
    return {
        "members": service.of_fair(work(), fair),
        "employers": fairs.employers_of(work(), fair),
        "halls": [s for s in held if s.kind is SessionKind.ON_SITE],
        "streams": [s for s in held if s.kind is SessionKind.LIVESTREAM],
        "roles": roles,
    }
