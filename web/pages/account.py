"""Signing in and out, sign-in links, and how the site is read: language and text size."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from matcher.domain.errors import Refused
from matcher.domain.terms import Role
from matcher.services import accounts
from matcher.settings import LANGUAGES
from web import limits
from web.access import allow_anyone, sign_in_as, sign_out, visitor
from web.doorway import writes
from web.language import COOKIE, sentence
from web.limits import limiter
from web.ways import own_path
from web.work import work

bp = Blueprint("account", __name__)

_YEAR = 365 * 24 * 3600
_DESKS = {
    Role.ORGANIZER: "organizer.fairs",
    Role.EMPLOYER: "employer.desk",
    Role.HOST: "host.sessions",
    Role.KIOSK: "kiosk.gate",
}


@bp.get("/sign-in")
@allow_anyone
def sign_in() -> ResponseReturnValue:
    """The form for staff; seekers need none."""
    return render_template("account/sign_in.html", next=own_path(request.args.get("next")))


@bp.post("/sign-in")
@limiter.limit(limits.SIGN_IN, key_func=limits.tried_login)
@allow_anyone
def signed_in() -> ResponseReturnValue:
    """Check name and password."""
    target = own_path(request.form.get("next"))
    try:
        account = accounts.sign_in(
            work(), request.form.get("login", "").strip(), request.form.get("password", "")
        )
    except Refused as refusal:
        page = render_template("account/sign_in.html", next=target, problem=sentence(refusal))
        return page, 422
    sign_in_as(account_id=account.id)
    return redirect(target or url_for("account.desk"))


@bp.get("/desk")
@allow_anyone
def desk() -> ResponseReturnValue:
    """Send everybody to where their work is."""
    if visitor().seeker_id is not None:
        return redirect(url_for("seeker.mine"))
    for role, endpoint in _DESKS.items():
        if role in visitor().roles:
            return redirect(url_for(endpoint))
    return redirect(url_for("account.sign_in"))


@bp.get("/enter/<token>")
@writes
@allow_anyone
def enter(token: str) -> ResponseReturnValue:
    """Open a sign-in link."""
    link = accounts.open_link(work(), token)
    sign_in_as(account_id=link.account_id, seeker_id=link.seeker_id)
    return redirect(url_for("account.desk"))


@bp.post("/sign-out")
@allow_anyone
def signed_out() -> ResponseReturnValue:
    """End this browser's session."""
    sign_out()
    return redirect("/")


@bp.post("/language/<language>")
@allow_anyone
def choose_language(language: str) -> ResponseReturnValue:
    """Read the site in this language from now on."""
    answer = _back()
    if language in LANGUAGES:
        _remember(answer, COOKIE, language)
    return answer


@bp.post("/text-size/<size>")
@allow_anyone
def choose_text_size(size: str) -> ResponseReturnValue:
    """Large text, or the usual size."""
    answer = _back()
    _remember(answer, "large_text", "1" if size == "large" else "0")
    return answer


def _remember(answer: Response, name: str, value: str) -> None:
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    answer.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="Lax", secure=secure)


def _back() -> Response:
    return redirect(own_path(request.form.get("back")) or "/")
