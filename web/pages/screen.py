"""The big screen of the hall."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("screen", __name__)


@bp.get("/f/<slug>/screen")
@allow_anyone
def screen(slug: str) -> ResponseReturnValue:
    """A page."""
    return "screen"
