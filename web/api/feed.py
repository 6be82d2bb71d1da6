"""The feed as JSON, for those who cannot hold a stream open."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from matcher.domain.values import whole_number
from matcher.services import feed
from web.access import allow_anyone
from web.work import work

bp = Blueprint("api_feed", __name__, url_prefix="/api/v1")

_PAGE = 500


@bp.get("/fairs/<slug>/feed")
@allow_anyone
def entries(slug: str) -> ResponseReturnValue:
    """What happened after entry number `after`, and the number to ask for next time.

    Without `after` nothing is told but where to begin.
    """
    fair_id = feed.published_fair(work(), slug)
    cursor = whole_number(request.args.get("after", ""), digits=15)
    if cursor is None:
        return jsonify(entries=[], next=feed.newest(work()))
    found = feed.after(work(), cursor, fair_id=fair_id, limit=_PAGE)
    session = whole_number(request.args.get("session", ""), digits=15)
    shown = [e.public() for e in found if session in (None, e.fair_session_id)]
    return jsonify(entries=shown, next=found[-1].id if found else cursor)
