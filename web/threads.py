"""Flask on threads behind asyncio: an answer goes over in one piece, a long one in several."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import IO, Any, cast

from a2wsgi.wsgi import build_environ
from starlette.types import Scope, Send

_PIECE = 256 * 1024

Wsgi = Callable[..., Iterable[bytes]]


class Threads:
    """Calls a WSGI app for one request after another, each on one of so many threads.

    No thread waits for a phone: what it has not taken yet waits in the loop.
    """

    def __init__(self, app: Wsgi, *, count: int) -> None:
        self._app = app
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="page")

    async def __call__(self, scope: Scope, body: IO[bytes], send: Send) -> None:
        """Answer a request whose body is all here."""
        loop, context = asyncio.get_running_loop(), copy_context()
        environ = build_environ(cast("Any", scope), cast("Any", body))
        answer = _Answer(self._app, environ)
        piece = await loop.run_in_executor(self._pool, context.run, answer.begin)
        await send({"type": "http.response.start", **answer.head})
        while not answer.is_over:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            piece = await loop.run_in_executor(self._pool, context.run, answer.next)
        await send({"type": "http.response.body", "body": piece})


class _Answer:
    """What the app answers, read piece by piece."""

    def __init__(self, app: Wsgi, environ: Any) -> None:
        self._app = app
        self._environ = environ
        self._chunks: Iterator[bytes] = iter(())
        self._close: Callable[[], None] = lambda: None
        self.head: dict[str, Any] = {}
        self.is_over = False

    def begin(self) -> bytes:
        """Call the app; the first piece of its answer."""
        whole = self._app(self._environ, self._start)
        self._close = getattr(whole, "close", self._close)
        self._chunks = iter(whole)
        return self.next()

    def next(self) -> bytes:
        """The next piece; the last one is short, and there may be nothing in it."""
        found, size = [], 0
        try:
            for chunk in self._chunks:
                found.append(chunk)
                size += len(chunk)
                if size >= _PIECE:
                    return b"".join(found)
        except BaseException:
            self._close()
            raise
        self.is_over = True
        self._close()
        return b"".join(found)

    def _start(self, status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        self.head = {
            "status": int(status[:3]),
            "headers": [(n.lower().encode("latin1"), v.encode("latin1")) for n, v in headers],
        }
