"""Waits for the whole body of a request before a thread is given to it: slow senders wait alone."""

import asyncio
from collections.abc import Awaitable, Callable
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

_PATIENCE = 60.0  # seconds for a whole body
_IN_MEMORY = 256 * 1024

App = Callable[[Scope, IO[bytes], Send], Awaitable[None]]


class WholeBodies:
    """The ASGI app in front of one that takes whole bodies; above `largest` none is waited for.

    Such a request goes on without its body, and says by its length what to do with it.
    """

    def __init__(self, app: App, *, largest: int, patience: float = _PATIENCE) -> None:
        self._app = app
        self._largest = largest
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Collect the body, then hand the request on; 408 for one that never comes to its end."""
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
            return
        if not self._waits_for(Headers(scope=scope)):
            await self._app(scope, BytesIO(), send)
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
            await self._app(scope, body, send)

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


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
