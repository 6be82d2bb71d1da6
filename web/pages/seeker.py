"""The seeker's pages: profile in three steps, matches, ticket, applications, my data."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("seeker", __name__)


@bp.get("/me")
@allow_anyone
def mine() -> ResponseReturnValue:
    """A page."""
    return "mine"


@bp.get("/f/<slug>/matches")
@allow_anyone
def matches(slug: str) -> ResponseReturnValue:
    """A page."""
    return "matches"


@bp.get("/f/<slug>/ticket")
@allow_anyone
def ticket(slug: str) -> ResponseReturnValue:
    """A page."""
    return "ticket"


@bp.get("/f/<slug>/me")
@allow_anyone
def me(slug: str) -> ResponseReturnValue:
    """A page."""
    return "me"
