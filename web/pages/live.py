"""The live room as viewers see it."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("live", __name__)


@bp.get("/f/<slug>/live")
@allow_anyone
def sessions(slug: str) -> ResponseReturnValue:
    """A page."""
    return "sessions"
