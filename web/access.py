"""Who may enter: each route declares it, and a route that does not declare it stays shut."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Response, g, request, session

from matcher.domain.errors import NotFound
from matcher.domain.terms import Role
from matcher.services import accounts
from matcher.services.accounts import NOBODY, Visitor

View = TypeVar("View", bound=Callable[..., Any])

ANYONE: frozenset[Role] = frozenset()
_COOKIE = "fairmatch"


def allow(*roles: Role) -> Callable[[View], View]:
    """Declare that visitors with one of these roles may enter; objects are checked in queries."""

    def declare(view: View) -> View:
        cast("Any", view).allowed = frozenset(roles)
        return view

    return declare


def allow_anyone(view: View) -> View:
    """Declare that a route is public."""
    cast("Any", view).allowed = ANYONE
    return view


def allowed_roles(view: Callable[..., Any]) -> frozenset[Role] | None:
    """What a view declared: roles, ANYONE (empty), or None for nothing at all."""
    return cast("frozenset[Role] | None", getattr(view, "allowed", None))


def visitor() -> Visitor:
    """Who is asking; NOBODY outside the doorway."""
    return cast("Visitor", g.get("visitor", NOBODY))


def seeker_id() -> int:
    """The signed-in seeker. Raises NotFound for anybody else."""
    found = visitor().seeker_id
    if found is None:
        raise NotFound
    return found


def cookie_name(*, secure: bool) -> str:
    """`__Host-` binds the cookie to this host over HTTPS; plain HTTP on a laptop cannot."""
    return f"__Host-{_COOKIE}" if secure else _COOKIE


def session_token() -> str | None:
    """The session token this browser sent."""
    return request.cookies.get(g.cookie_name)


def sign_in_as(*, account_id: int | None = None, seeker_id: int | None = None) -> None:
    """Sign this browser in; the doorway makes the session and sets the cookie on the answer."""
    g.signs_in = {"account_id": account_id, "seeker_id": seeker_id}


def sign_out() -> None:
    """Sign this browser out; forms of the pages before are worth nothing to the next person."""
    token = session_token()
    if token:
        accounts.end_session(g.work, token)
    g.signs_out = True
    session.clear()


def set_session_cookie(answer: Response, token: str, *, secure: bool) -> None:
    """Give the browser its session: out of reach of scripts, sent to this site only."""
    answer.set_cookie(
        cookie_name(secure=secure),
        token,
        httponly=True,
        secure=secure,
        samesite="Lax",
        max_age=int(accounts.SEEKER_SESSION.total_seconds()),
    )
