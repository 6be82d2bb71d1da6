"""Check-ins as JSON, for the kiosk's own script."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from matcher.domain.drafts.scans import ScanDraft
from matcher.domain.drafts.shape import believe
from matcher.domain.errors import Invalid, Problem
from matcher.domain.terms import Role
from web import gates, limits
from web.access import allow
from web.limits import limiter
from web.work import work

bp = Blueprint("api_attendance", __name__, url_prefix="/api/v1")


@bp.post("/check-ins")
@limiter.limit(limits.CODE)
@allow(Role.KIOSK)
def check_in() -> ResponseReturnValue:
    """Let the bearer of a ticket in; `result` is ok, already or refused.

    The same nonce again gets the same answer, however often a shaky network makes it come.
    """
    draft = believe(ScanDraft, _body())
    gate = gates.here()
    answer = gates.scan(work(), gate, draft.given, draft.nonce, held=draft.held)
    return jsonify(gates.say(work(), gate, answer))


def _body() -> dict[str, Any]:
    found = request.get_json(silent=True)
    if not isinstance(found, dict):
        raise Invalid([Problem("given", "missing")])
    return found
