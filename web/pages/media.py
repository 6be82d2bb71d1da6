"""Streams that this box serves itself: the demo's loop, as a live playlist and its segments."""

import re
from pathlib import Path

from flask import Blueprint, Response, current_app, send_from_directory
from flask.typing import ResponseReturnValue

from matcher.domain.errors import NotFound
from web.access import allow_anyone
from web.hls import Loop
from web.limits import limiter
from web.work import work

bp = Blueprint("media", __name__, url_prefix="/media")

_SEGMENT = re.compile(r"part-[0-9]{3}\.ts")
_LONG = 30 * 24 * 3600


@bp.get("/demo/live.m3u8")
@limiter.exempt
@allow_anyone
def live() -> ResponseReturnValue:
    """The playlist as it is at this moment; a player asks again every few seconds."""
    try:
        loop = Loop.read(_folder() / "index.m3u8")
    except FileNotFoundError:
        raise NotFound from None
    text = loop.at(work().now.timestamp())
    return Response(text, content_type="application/vnd.apple.mpegurl")


@bp.get("/demo/<name>")
@limiter.exempt
@allow_anyone
def file(name: str) -> ResponseReturnValue:
    """One segment; it never changes."""
    if not _SEGMENT.fullmatch(name) or not (_folder() / name).is_file():
        raise NotFound
    return send_from_directory(_folder(), name, mimetype="video/mp2t", max_age=_LONG)


def _folder() -> Path:
    return Path(current_app.config["FOLDER"]) / "stream" / "demo"
