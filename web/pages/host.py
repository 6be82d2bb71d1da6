"""The host's desk: go live, pin the posting being spoken of, answer questions."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("host", __name__)


@bp.get("/host")
@allow_anyone
def sessions() -> ResponseReturnValue:
    """A page."""
    return "sessions"
