"""Whether the site is well: for monitors and for the person at the laptop."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from matcher import __version__
from web.access import allow_anyone
from web.work import work, workshop

bp = Blueprint("health", __name__)


@bp.get("/health")
@allow_anyone
def health() -> ResponseReturnValue:
    """Answer 200 with versions while the database answers."""
    work().db.execute(text("SELECT 1"))
    return jsonify(status="ok", version=__version__, database=workshop().database.describe())
