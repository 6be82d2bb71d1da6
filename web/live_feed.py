"""Live streams: one reader of the feed for the whole process, and a small queue for every phone."""

import asyncio
import json
import random
import threading
import time
from collections import deque
from dataclasses import dataclass, field

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from matcher.domain.errors import NotFound
from matcher.services import feed
from matcher.services.feed import Entry
from matcher.services.work import Workshop

_LOOK_AGAIN = 0.5  # seconds; the bell only shortens this
_KEEP_ALIVE = 15.0
_KEPT = 2000  # entries held for those who come back
_QUEUE = 100  # entries a slow phone may be behind before it is told to look again
_KNOWN_FOR = 5.0  # seconds that a published fair is believed to be so


@dataclass(eq=False)
class Listener:
    """One open stream: whose facts it wants, and what it has not sent yet."""

    fair_id: int
    fair_session_id: int | None
    cursor: int
    queue: deque[Entry] = field(default_factory=deque)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    is_lagging: bool = False
    is_over: bool = False

    def wants(self, entry: Entry) -> bool:
        """Whether this fact is for this stream."""
        if entry.fair_id != self.fair_id:
            return False
        return self.fair_session_id in (None, entry.fair_session_id)

    def offer(self, entry: Entry) -> None:
        """Queue a fact; who is too far behind gets one "look again" instead of everything."""
        if not self.wants(entry):
            return
        if len(self.queue) >= _QUEUE:
            self.queue.clear()
            self.is_lagging = True
        self.queue.append(entry)
        self.news.set()

    def take(self) -> bytes:
        """Everything that waits, as it goes over the wire."""
        self.news.clear()
        waiting, self.queue = self.queue, deque()
        fresh = [entry for entry in waiting if entry.id > self.cursor]
        if fresh:
            self.cursor = fresh[-1].id
        if self.is_lagging:
            self.is_lagging = False
            return _resync(self.cursor)
        return b"".join(_message(entry) for entry in fresh)

    def end(self) -> None:
        """Let the stream say goodbye."""
        self.is_over = True
        self.news.set()


class LiveFeed:
    """Reads the feed once for everybody and serves `GET /f/<slug>/events`."""

    def __init__(self, workshop: Workshop, *, streams_max: int) -> None:
        self._workshop = workshop
        self._streams_max = streams_max
        self._listeners: set[Listener] = set()
        self._recent: deque[Entry] = deque(maxlen=_KEPT)
        self._floor = 0  # everything above this number is in `_recent`
        self._cursor = 0
        self._known: dict[str, tuple[float, int]] = {}
        self._stopped = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

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

    async def stop(self) -> None:
        """End every stream and the reader."""
        self.end_streams()
        self._stopped.set()
        self._workshop.bell.ring()
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
            fair_session_id=_number(_session(request.query_params)),
            cursor=self._cursor if cursor is None else cursor,
        )

    async def _stream(self, listener: Listener, receive: Receive, send: Send) -> None:
        self._listeners.add(listener)
        hang_up = asyncio.create_task(_until_gone(receive, listener))
        try:
            await send(_START)
            await _say(send, _greeting(listener.cursor) + await self._missed(listener))
            while not listener.is_over:
                await _wait(listener)
                await _say(send, listener.take() or b": \n\n")
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._listeners.discard(listener)
            hang_up.cancel()

    async def _missed(self, listener: Listener) -> bytes:
        """What happened since the stream broke off: from memory, else from the table."""
        if listener.cursor >= self._floor:
            found = list(self._recent)
        else:
            found = await asyncio.to_thread(self._after, listener.cursor, listener.fair_id)
        wanted = [e for e in found if e.id > listener.cursor and listener.wants(e)]
        if wanted:
            listener.cursor = wanted[-1].id
        if len(wanted) > _QUEUE or len(found) > _KEPT:
            return _resync(listener.cursor)
        return b"".join(_message(entry) for entry in wanted)

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
        for entry in entries:
            if len(self._recent) == _KEPT:
                self._floor = self._recent[0].id
            self._recent.append(entry)
            for listener in self._listeners:
                listener.offer(entry)


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


async def _wait(listener: Listener) -> None:
    try:
        await asyncio.wait_for(listener.news.wait(), _KEEP_ALIVE)
    except TimeoutError:
        return


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


def _message(entry: Entry) -> bytes:
    data = json.dumps(entry.public(), ensure_ascii=False, separators=(",", ":"))
    return f"id: {entry.id}\nevent: {entry.kind.value}\ndata: {data}\n\n".encode()


def _resync(cursor: int) -> bytes:
    return f"id: {cursor}\nevent: resync\ndata: {{}}\n\n".encode()


def _session(params: QueryParams) -> str | None:
    return params.get("session")


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else None
