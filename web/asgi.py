"""The site as one ASGI app: live streams in asyncio, every other request in Flask on threads."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from matcher.services import viewings
from matcher.services.audience import GATHERED_FOR
from matcher.services.work import Workshop
from web.bodies import WholeBodies
from web.doorway import Site
from web.live_feed import LiveFeed
from web.threads import Threads

_log = logging.getLogger(__name__)
_THREADS = 16
_GOODBYE = 3  # seconds that requests in hand get when the server stops


def create_asgi(app: Site, workshop: Workshop) -> Starlette:
    """The ASGI app for this site; its `state.live_feed` holds the open streams."""
    live_feed = LiveFeed(workshop, streams_max=app.extensions["settings"].streams_max)

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        await live_feed.start()
        writing = asyncio.create_task(_write_viewings(workshop))
        yield
        writing.cancel()
        await live_feed.stop()
        await asyncio.to_thread(_write_down, workshop, if_due=False)

    flask = Threads(app, count=_THREADS)
    events = Route("/f/{slug}/events", live_feed, methods=["GET"])
    asgi = Starlette(routes=[events], lifespan=lifespan)
    largest = (app.extensions["settings"].upload_max_mb + 1) * 1024 * 1024
    asgi.router.default = WholeBodies(flask, largest=largest)
    asgi.router.redirect_slashes = False
    asgi.state.live_feed = live_feed
    return asgi


async def _write_viewings(workshop: Workshop) -> None:
    """Write who watches as often as it is due, so that no phone waits for it."""
    while True:
        await asyncio.sleep(GATHERED_FOR.total_seconds())
        await asyncio.to_thread(_write_down, workshop)


def _write_down(workshop: Workshop, *, if_due: bool = True) -> None:
    try:
        viewings.write_down(workshop, if_due=if_due)
    except Exception:  # a database that is away comes back; the beats wait
        _log.exception("viewings")


class Server(uvicorn.Server):
    """A server that ends its open streams when it is told to stop, so that they hold up nothing."""

    def __init__(self, asgi: Starlette, *, host: str, port: int) -> None:
        super().__init__(
            uvicorn.Config(
                asgi,
                host=host,
                port=port,
                log_level="warning",
                access_log=False,  # addresses hold sign-in tokens
                timeout_graceful_shutdown=_GOODBYE,
                backlog=4096,
                lifespan="on",
                server_header=False,
                proxy_headers=False,  # FAIRMATCH_TRUSTED_PROXIES alone says whom to believe
            )
        )
        self._live_feed: LiveFeed = asgi.state.live_feed

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop; an impatient second Ctrl-C means no more than the first, so nothing is torn."""
        self.should_exit = True

    async def shutdown(self, sockets: Any = None) -> None:
        """End the streams first, then wait for the rest."""
        self._live_feed.end_streams()
        await super().shutdown(sockets)
