"""Live streams: one reader of the feed for the whole process, and a small queue for every phone."""

import asyncio
import random
import threading
import time
from collections import deque

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from matcher.domain.errors import NotFound
from matcher.domain.values import whole_number
from matcher.services import feed
from matcher.services.feed import Entry
from matcher.services.work import Workshop
from web.listener import MOST, Listener, Message, resync

_LOOK_AGAIN = 0.5  # seconds; the bell only shortens this
_KEEP_ALIVE = 15.0  # seconds of silence; looked at three times as often
_KEPT = 2000  # entries held for those who come back
_KNOWN_FOR = 5.0  # seconds that a published fair is believed to be so


class LiveFeed:
    """Reads the feed once for everybody and serves `GET /f/<slug>/events`."""

    def __init__(self, workshop: Workshop, *, streams_max: int) -> None:
        self._workshop = workshop
        self._streams_max = streams_max
        self._listeners: set[Listener] = set()
        self._recent: deque[Message] = deque(maxlen=_KEPT)
        self._floor = 0  # everything above this number is in `_recent`
        self._cursor = 0
        self._known: dict[str, tuple[float, int]] = {}
        self._stopped = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._waking: asyncio.Task[None] | None = None

    @property
    def open_streams(self) -> int:
        """How many phones listen now."""
        return len(self._listeners)

    async def start(self) -> None:
        """Begin to read, from now on."""
        self._loop = asyncio.get_running_loop()
        self._cursor = self._floor = await asyncio.to_thread(self._newest)
        self._thread = threading.Thread(target=self._read, name="live-feed", daemon=True)
        self._thread.start()
        self._waking = asyncio.create_task(self._keep_alive())

    async def stop(self) -> None:
        """End every stream and the reader."""
        self.end_streams()
        self._stopped.set()
        self._workshop.bell.ring()
        if self._waking is not None:
            self._waking.cancel()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join, 5)

    def end_streams(self) -> None:
        """Ask every open stream to finish; phones come back after a random while."""
        self._streams_max = 0
        for listener in self._listeners:
            listener.end()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one stream."""
        request = Request(scope)
        if len(self._listeners) >= self._streams_max:
            await _refuse(send, 503, retry_after=random.randint(5, 30))
            return
        try:
            fair_id = await self._fair_id(request.path_params["slug"])
        except NotFound:
            await _refuse(send, 404)
            return
        await self._stream(self._listener(request, fair_id), receive, send)

    def _listener(self, request: Request, fair_id: int) -> Listener:
        asked = request.headers.get("last-event-id") or request.query_params.get("after")
        cursor = _number(asked)
        return Listener(
            fair_id=fair_id,
            fair_session_id=_number(request.query_params.get("session")),
            cursor=self._cursor if cursor is None else cursor,
            spoke_at=asyncio.get_running_loop().time(),
        )

    async def _stream(self, listener: Listener, receive: Receive, send: Send) -> None:
        self._listeners.add(listener)
        hang_up = asyncio.create_task(_until_gone(receive, listener))
        try:
            await send(_START)
            await _say(send, _greeting(listener.cursor) + await self._missed(listener))
            while not listener.is_over:
                await _say(send, await listener.news())
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._listeners.discard(listener)
            hang_up.cancel()

    async def _missed(self, listener: Listener) -> bytes:
        """What happened since the stream broke off: from memory, else from the table."""
        if listener.cursor >= self._floor:
            found = list(self._recent)
        else:
            entries = await asyncio.to_thread(self._after, listener.cursor, listener.fair_id)
            found = [Message.of(entry) for entry in entries]
        wanted = [m for m in found if m.id > listener.cursor and listener.wants(m)]
        if wanted:
            listener.cursor = wanted[-1].id
        if len(wanted) > MOST or len(found) > _KEPT:
            return resync(listener.cursor)
        return b"".join([message.body for message in wanted])

    async def _fair_id(self, slug: str) -> int:
        known = self._known.get(slug)
        if known is None or known[0] < time.monotonic():
            found = await asyncio.to_thread(self._published, slug)
            known = self._known[slug] = (time.monotonic() + _KNOWN_FOR, found)
        return known[1]

    def _published(self, slug: str) -> int:
        if not slug.isprintable():  # PostgreSQL stumbles over NUL
            raise NotFound
        with self._workshop.reading() as work:
            return feed.published_fair(work, slug)

    def _newest(self) -> int:
        with self._workshop.reading() as work:
            return feed.newest(work)

    def _after(self, cursor: int, fair_id: int | None) -> list[Entry]:
        with self._workshop.reading() as work:
            return feed.after(work, cursor, fair_id=fair_id, limit=_KEPT + 1)

    def _read(self) -> None:
        """The reader's thread: wait for the bell, read what is new, hand it to the loop."""
        while not self._stopped.is_set():
            try:
                found = self._after(self._cursor, None)
            except Exception:  # noqa: BLE001 - a database that is away comes back
                found = []
            if not found:
                self._workshop.bell.wait(_LOOK_AGAIN)
                continue
            self._cursor = found[-1].id
            if self._loop is not None and not self._loop.is_closed():
                self._loop.call_soon_threadsafe(self._hand_out, found)

    def _hand_out(self, entries: list[Entry]) -> None:
        for message in map(Message.of, entries):
            if len(self._recent) == _KEPT:
                self._floor = self._recent[0].id
            self._recent.append(message)
            for listener in self._listeners:
                listener.offer(message)

    async def _keep_alive(self) -> None:
        """Let streams that were silent for long speak: one clock for all is cheaper than theirs."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(_KEEP_ALIVE / 3)
            for listener in self._listeners:
                if loop.time() - listener.spoke_at >= _KEEP_ALIVE:
                    listener.wake()


_START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ],
}


async def _until_gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()


async def _say(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _refuse(send: Send, status: int, *, retry_after: int = 0) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    if retry_after:
        headers.append((b"retry-after", str(retry_after).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _greeting(cursor: int) -> bytes:
    """Where the stream begins, and when to come back if it breaks: not all phones at once."""
    return (
        f"retry: {random.randint(1000, 8000)}\nevent: hello\nid: {cursor}\ndata: {{}}\n\n".encode()
    )


def _number(text: str | None) -> int | None:
    return whole_number(text or "", digits=15)
