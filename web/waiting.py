"""What is said while matches are being made ready: how far it is, and what to do meanwhile."""

import secrets
from typing import Any

from flask import Flask, g, jsonify, render_template, request

from matcher.domain.readiness import NotReady
from web.errors import wants_json
from web.fairground import fair_at
from web.language import label, sentence
from web.work import workshop

_PAUSE, _SPREAD = 3, 4  # seconds until one asks again, not all in the same moment


def init(app: Flask) -> None:
    """Register the page, and the answer for a program."""
    app.register_error_handler(NotReady, _not_ready)


def _not_ready(error: NotReady) -> tuple[Any, int, dict[str, str]]:
    pause = _PAUSE + secrets.randbelow(_SPREAD)
    progress = error.progress
    if wants_json():
        body: Any = jsonify(
            code=error.code,
            title=sentence(error),
            status=503,
            step=progress.step,
            done=progress.done,
            total=progress.total,
            percent=progress.percent,
        )
    else:
        body = _page(error, pause)
    return body, 503, {"Retry-After": str(pause)}


def _page(error: NotReady, pause: int) -> str:
    slug = (request.view_args or {}).get("slug")
    with workshop().reading() as g.work:  # the unit of work of the request itself is over by now
        return render_template(
            "errors/not_ready.html",
            fair=fair_at(slug) if slug else None,
            progress=error.progress,
            step=label(error.progress.step),
            text=sentence(error),
            pause=pause,
        )
