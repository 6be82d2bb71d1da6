"""CPU time of single requests within this process, and which part of it was what."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from statistics import median, quantiles
from typing import Any, cast
from unittest import mock

from flask import before_render_template, template_rendered
from sqlalchemy import Engine, event
from werkzeug.test import Client

from matcher.services import recommend
from matcher.settings import Settings
from web import create_app
from web.access import cookie_name
from web.bench.stage import ASKED, Kind, Stage, form
from web.doorway import Site
from web.limits import limiter

_PARTS = ("rendering", "queries", "ranking")


@dataclass
class Meter:
    """Stands around the site and tells the CPU milliseconds of each request and its parts."""

    site: Callable[..., Iterable[bytes]]
    parts: dict[str, float] = field(default_factory=dict)
    whole: float = 0.0
    statements: int = 0

    def __call__(self, environ: Any, start: Any) -> Iterable[bytes]:
        """Serve one request."""
        self.parts = dict.fromkeys(_PARTS, 0.0)
        self.statements = 0
        began = time.thread_time()
        answer = self.site(environ, start)
        self.whole = (time.thread_time() - began) * 1e3
        return answer

    @contextmanager
    def on(self, part: str) -> Iterator[None]:
        """Count what is done here as this part."""
        began = time.thread_time()
        try:
            yield
        finally:
            self.parts[part] = self.parts.get(part, 0.0) + (time.thread_time() - began) * 1e3

    @contextmanager
    def watching(self, app: Site) -> Iterator[None]:
        """Hear when pages are rendered, statements run, postings ranked."""
        page, statement = ExitStack(), ExitStack()
        ranks = cast("Any", recommend).rank_postings

        def render(*_: Any, **__: Any) -> None:
            page.enter_context(self.on("rendering"))

        def rendered(*_: Any, **__: Any) -> None:
            page.close()

        def query(*_: Any) -> None:
            self.statements += 1
            statement.enter_context(self.on("queries"))

        def queried(*_: Any) -> None:
            statement.close()

        def rank(*args: Any, **named: Any) -> Any:
            with self.on("ranking"):
                return ranks(*args, **named)

        heard = (("before_cursor_execute", query), ("after_cursor_execute", queried))
        for name, hear in heard:
            event.listen(Engine, name, hear)
        with (
            before_render_template.connected_to(render, app),
            template_rendered.connected_to(rendered, app),
            mock.patch.object(recommend, "rank_postings", rank),
            mock.patch.object(limiter, "enabled", False),  # one browser asks for all
        ):
            yield
        for name, hear in heard:
            event.remove(Engine, name, hear)


def measure(stage: Stage, settings: Settings, requests: int) -> list[dict[str, Any]]:
    """Ask for each kind of request in turn; one row of figures each."""
    app = create_app(settings, stage.workshop)
    meter = Meter(app.wsgi_app)
    cast("Any", app).wsgi_app = meter
    with meter.watching(app):
        return [_row(kind, app, meter, requests) for kind in stage.kinds()]


def _row(kind: Kind, app: Site, meter: Meter, requests: int) -> dict[str, Any]:
    if kind.ready:
        kind.ready()
    ask = _post if kind.is_post else _get
    turns = kind.turns()
    phones: dict[str, Client] = defaultdict(app.test_client)  # each keeps its cookies
    for token in kind.tokens:
        phones[token].set_cookie(cookie_name(secure=False), token)
        phones[token].get("/sign-in")
    for path, token in islice(turns, 2):  # what is made once and kept
        ask(phones[token], path)
    spent: list[float] = []
    parts: dict[str, list[float]] = {part: [] for part in _PARTS}
    statements = []
    for path, token in islice(turns, requests):
        ask(phones[token], path)
        spent.append(meter.whole)
        statements.append(meter.statements)
        for part in _PARTS:
            parts[part].append(meter.parts[part])
    halves = {part: round(median(times), 3) for part, times in parts.items()}
    rest = [whole - meant for whole, meant in zip(spent, parts["rendering"], strict=True)]
    return {
        "request": kind.name,
        "cpu_ms": round(median(spent), 3),
        "cpu_ms_p99": round(quantiles(spent, n=100)[98], 3),
        **halves,
        "beyond_rendering": round(median(rest), 3),
        "statements": median(statements),
    }


def _get(phone: Client, path: str) -> None:
    _good(phone.get(path, headers=ASKED))


def _post(phone: Client, path: str) -> None:
    page = phone.get(path, follow_redirects=True, headers=ASKED).text
    _good(phone.post(path, data=form(page), headers=ASKED))


def _good(answer: Any) -> None:
    if answer.status_code >= 400:
        raise RuntimeError(f"{answer.request.path}: {answer.status_code}")
