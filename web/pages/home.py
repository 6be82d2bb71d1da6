"""The fair as everybody sees it: open fairs, one fair, search of its postings."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.access import allow_anyone

bp = Blueprint("home", __name__)


@bp.get("/")
@allow_anyone
def fairs() -> ResponseReturnValue:
    """A page."""
    return "fairs"


@bp.get("/f/<slug>")
@allow_anyone
def fair(slug: str) -> ResponseReturnValue:
    """A page."""
    return "fair"
