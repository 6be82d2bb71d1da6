"""The employer's desk: company card, postings, people who fit, applications."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("employer", __name__)


@bp.get("/employer")
@allow_anyone
def desk() -> ResponseReturnValue:
    """A page."""
    return "desk"
