"""The organizer's desk: set up a fair, watch it, export its figures."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("organizer", __name__)


@bp.get("/organizer")
@allow_anyone
def fairs() -> ResponseReturnValue:
    """A page."""
    return "fairs"
