"""The one way in: who is asking, may they, is it a retry; then the view, then the commit."""

import hashlib
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, g, request, session
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized

from matcher.services import accounts, answers
from matcher.services.answers import StoredAnswer
from web.access import (
    ANYONE,
    allowed_roles,
    cookie_name,
    session_token,
    set_session_cookie,
    visitor,
)
from web.requests import ReadableRequest
from web.work import work, workshop

_SAFE = ("GET", "HEAD", "OPTIONS")
_KEPT_HEADERS = ("Location", "Content-Type")
_KEY_FIELD = "_key"


class Site(Flask):
    """Flask whose every view runs inside the doorway."""

    request_class = ReadableRequest

    def dispatch_request(self) -> Any:
        """Open a unit of work around the view; commit only an answer that is not an error."""
        if request.routing_exception is not None:
            return super().dispatch_request()
        view = self.view_functions[request.endpoint or ""]
        if allowed_roles(view) is None:
            raise Forbidden
        g.cookie_name = cookie_name(secure=self.config["SESSION_COOKIE_SECURE"])
        if _reads(view):
            with workshop().reading() as g.work:
                _admit(view)
                return self.make_response(super().dispatch_request())
        return self._write(super().dispatch_request, view)

    def log_exception(self, exc_info: Any) -> None:
        """Log a mishap by its route: an address may hold a sign-in token."""
        self.logger.error("%s %s", request.method, request.url_rule, exc_info=exc_info)

    def _write(self, run: Callable[[], Any], view: Callable[..., Any]) -> Response:
        # Read what was sent before the database is held: a slow phone must not keep others waiting.
        key, body_hash = ("", "") if request.method in _SAFE else _key_and_body()
        with workshop().database.write() as db:
            g.work = workshop().unit(db)
            _admit(view)
            kept = answers.find(work(), key, body_hash) if key else None
            answer = _again(kept) if kept else self._first(run, key, body_hash)
            if answer.status_code >= 400:
                db.rollback()
                return answer
            _move_session(answer)
            workshop().finish(work())
            return answer

    def _first(self, run: Callable[[], Any], key: str, body_hash: str) -> Response:
        """Run the view and keep its answer; another retry's where that was through before.

        The latter can happen only to a view that lets its transaction go while it reads a file.
        """
        try:
            answer = self.make_response(run())
            if key and answer.status_code < 400 and not _was_let_in():
                _keep(answer, key, body_hash)
                work().db.flush()
        except IntegrityError:
            work().db.rollback()
            kept = answers.find(work(), key, body_hash) if key else None
            if kept is None:
                raise
            return _again(kept)
        return answer


def _reads(view: Callable[..., Any]) -> bool:
    if request.method in _SAFE:
        return not getattr(view, "writes", False)
    return getattr(view, "gathers", False)


def _admit(view: Callable[..., Any]) -> None:
    g.visitor = accounts.who(work(), session_token())
    allowed = allowed_roles(view)
    if allowed == ANYONE or (allowed and allowed & visitor().roles):
        return
    raise Forbidden if visitor().is_known else Unauthorized


def _key_and_body() -> tuple[str, str]:
    """The idempotency key, bound to this browser and route, and a hash of what was sent."""
    key = request.headers.get("Idempotency-Key") or request.form.get(_KEY_FIELD, "")
    if not 8 <= len(key) <= 100:
        raise BadRequest("key_missing")
    scope = f"{session.get('csrf_token', '')}|{request.method}|{request.path}|{key}"
    return scope, _body_hash()


def _body_hash() -> str:
    digest = hashlib.sha256()
    for name, value in sorted(request.form.items(multi=True)):
        if name not in (_KEY_FIELD, "csrf_token"):
            digest.update(f"{name}={value}\0".encode("utf-8", "replace"))
    for name, file in sorted(request.files.items(multi=True)):
        digest.update(f"{name}:{file.filename}\0".encode("utf-8", "replace"))
        digest.update(hashlib.file_digest(file.stream, "sha256").digest())  # type: ignore[arg-type]
        file.stream.seek(0)
    if request.is_json:
        digest.update(request.get_data(cache=True))
    return digest.hexdigest()


def _was_let_in() -> bool:
    """Whether a member of staff signed in: a retry must show a password that is still good."""
    return g.get("signs_in", {}).get("account_id") is not None


def _keep(answer: Response, key: str, body_hash: str) -> None:
    headers: dict[str, Any] = {
        name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers
    }
    if "signs_in" in g:
        headers["signs_in"] = g.signs_in
    answers.keep(
        work(),
        key,
        body_hash,
        status=answer.status_code,
        headers=headers,
        body=answer.get_data(),
    )


def _again(kept: StoredAnswer) -> Response:
    headers = dict(kept.headers)
    signs_in = headers.pop("signs_in", None)
    if signs_in:
        g.signs_in = signs_in
    return Response(kept.body, kept.status, headers)


def _move_session(answer: Response) -> None:
    """Start or end this browser's session in the transaction of the answer."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    if g.get("signs_out"):
        answer.delete_cookie(g.cookie_name, secure=secure, httponly=True, samesite="Lax")
    if "signs_in" in g:
        token = accounts.start_session(work(), **g.signs_in)
        set_session_cookie(answer, token, secure=secure)


def gathers(view: Any) -> Any:
    """Mark a POST view that puts what it hears aside, to be written later: it may run twice."""
    view.gathers = True
    return view


def writes(view: Any) -> Any:
    """Mark a GET view that must write, such as opening a sign-in link."""
    view.writes = True
    return view
