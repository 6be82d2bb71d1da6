"""Refusals and mishaps as pages, or as problem+json for a program: what is wrong, what to do."""

import re
from contextlib import suppress
from typing import Any

from flask import Flask, Response, g, jsonify, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, Unauthorized

from matcher.domain.errors import Invalid, NotFound, Refused
from web.fairground import fair_at
from web.language import gettext as _
from web.language import problem_sentence, sentence
from web.ways import page_before
from web.work import workshop

_FAIR = re.compile(r"/f/([a-z0-9-]+)(?:/|$)")


def init(app: Flask) -> None:
    """Register what is said when something goes wrong."""
    app.register_error_handler(NotFound, lambda e: _answer(404, sentence(e), e.code))
    app.register_error_handler(Refused, lambda e: _answer(409, sentence(e), e.code))
    app.register_error_handler(Invalid, _invalid)
    app.register_error_handler(CSRFError, lambda e: _answer(400, _stale(), "stale_form"))
    app.register_error_handler(Unauthorized, _sign_in_first)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(OperationalError, _busy)
    app.register_error_handler(IntegrityError, lambda e: _answer(409, _refused(), "refused"))
    app.register_error_handler(PoolTimeout, _busy)
    app.register_error_handler(RecursionError, lambda e: _answer(400, _unreadable(), "bad_request"))


def wants_json() -> bool:
    """Whether a program is asking."""
    return request.path.startswith("/api/") or request.accept_mimetypes.best == "application/json"


def _answer(status: int, text: str, code: str) -> tuple[Any, int]:
    if wants_json():
        return jsonify(code=code, title=text, status=status), status
    return _page(text=text, status=status, code=code, back=page_before()), status


def _page(*, status: int, **shown: Any) -> str:
    """The mishap with the tabs of the fair it happened in, where there is one."""
    asked = _FAIR.match(request.path)
    if asked is None or status >= 500:  # then nothing more is asked of the database
        return render_template("errors/error.html", status=status, **shown)
    fair = None
    with workshop().reading() as g.work:  # the unit of work of the request itself is over by now
        with suppress(NotFound):
            fair = fair_at(asked.group(1))
        return render_template("errors/error.html", fair=fair, status=status, **shown)


def _invalid(error: Invalid) -> tuple[Any, int]:
    if not wants_json():
        lines = [problem_sentence(p) for p in error.problems]
        return _answer(422, " ".join(lines), "invalid")
    problems = [
        {"field": p.field, "code": p.code, "message": problem_sentence(p)} for p in error.problems
    ]
    return jsonify(code="invalid", status=422, problems=problems), 422


def _http(error: HTTPException) -> tuple[Any, int] | HTTPException:
    status = error.code or 500
    if status < 400:
        return error
    return _answer(status, _http_text(status), f"http_{status}")


def _http_text(status: int) -> str:
    texts = {
        400: _unreadable(),
        403: _("This page is not for you. Sign in with another account, or ask the organizer."),
        404: _("We cannot find this. It may have been taken down."),
        405: _unreadable(),
        413: _("The file is too large. Send a smaller one."),
        429: _("That was a little fast. Wait a minute and try again."),
        500: _("Something went wrong on our side. Nothing you saved is lost; please try again."),
        503: _("Very busy just now. Wait a few seconds and try again."),
    }
    return texts.get(status, texts[400])


def _sign_in_first(error: Unauthorized) -> Any:
    if wants_json() or request.method != "GET":
        return _answer(401, _("Please sign in first."), "sign_in_first")
    if request.blueprint == "seeker":  # seekers have no password: three steps are their way in
        return redirect(url_for("seeker.start", slug=(request.view_args or {})["slug"]))
    return redirect(url_for("account.sign_in", next=request.path))


def _busy(error: Exception) -> Response | tuple[Any, int, dict[str, str]]:
    body, status = _answer(503, _http_text(503), "busy")
    return body, status, {"Retry-After": "3"}


def _refused() -> str:
    return _("That is not possible right now. Go back and try again.")


def _stale() -> str:
    return _("This page was open for too long. Go back, reload it and send it again.")


def _unreadable() -> str:
    return _("We could not read that. Go back, reload the page and try again.")
