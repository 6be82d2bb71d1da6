"""Waits for the whole body of a request before a thread is given to it: slow senders wait alone."""

import asyncio
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PATIENCE = 60.0  # seconds for a whole body
_IN_MEMORY = 256 * 1024
_CHUNK = 64 * 1024


class WholeBodies:
    """An ASGI app around another; bodies above `largest` bytes are not waited for."""

    def __init__(self, app: ASGIApp, *, largest: int, patience: float = _PATIENCE) -> None:
        self._app = app
        self._largest = largest
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Collect the body, then hand the request on; 408 for one that never comes to its end."""
        if scope["type"] != "http" or not self._waits_for(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as body:
            try:
                async with asyncio.timeout(self._patience):
                    status = await self._collect(receive, body)
            except TimeoutError:
                status = 408
            if status:
                await _refuse(send, status)
                return
            body.seek(0)
            await self._app(scope, _told_again(body, receive), send)

    def _waits_for(self, headers: Headers) -> bool:
        """Whether there is a body to wait for; one that says it is too large, Flask refuses."""
        if "transfer-encoding" in headers:
            return True
        length = headers.get("content-length", "0")
        return length.isdigit() and 0 < int(length) <= self._largest

    async def _collect(self, receive: Receive, body: IO[bytes]) -> int:
        """Read to the end; the status to refuse with, 0 for none."""
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return 400
            chunk = message.get("body", b"")
            size += len(chunk)
            if size > self._largest:
                return 413
            body.write(chunk)
            if not message.get("more_body", False):
                return 0


def _told_again(body: IO[bytes], receive: Receive) -> Receive:
    """A `receive` that gives the collected body piece by piece, then what else is heard."""
    is_done = False

    async def again() -> Message:
        nonlocal is_done
        if is_done:
            return await receive()
        chunk = body.read(_CHUNK)
        is_done = len(chunk) < _CHUNK
        return {"type": "http.request", "body": chunk, "more_body": not is_done}

    return again


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
