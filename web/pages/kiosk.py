"""The gate and the kiosk: scan or type a ticket, register a walk-in, print the slip."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("kiosk", __name__)


@bp.get("/kiosk")
@allow_anyone
def gate() -> ResponseReturnValue:
    """A page."""
    return "gate"
