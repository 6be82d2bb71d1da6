"""Bodies are handed on whole or not at all; nobody who sends slowly holds a thread."""

import asyncio
from typing import IO

import pytest
from starlette.responses import Response
from starlette.types import Message, Scope, Send

from web.bodies import WholeBodies


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _send(
    chunks: list[bytes], headers: dict[str, str], *, ends: bool = True, patience: float = 5
) -> tuple[int, bytes, list[bytes]]:
    """What is answered to a body that comes in these chunks, and what the app behind has seen."""
    seen: list[bytes] = []

    async def take(scope: Scope, body: IO[bytes], send: Send) -> None:
        seen.append(body.read())
        await Response("taken")(scope, _nothing, send)

    app = WholeBodies(take, largest=100_000, patience=patience)
    sent: list[Message] = []

    async def talk() -> None:
        waiting = list(chunks)

        async def receive() -> Message:
            if not waiting and not ends:
                await asyncio.sleep(60)
            if not waiting:
                return {"type": "http.disconnect"}
            chunk = waiting.pop(0)
            more = bool(waiting) or not ends
            return {"type": "http.request", "body": chunk, "more_body": more}

        async def send(message: Message) -> None:
            sent.append(message)

        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        scope = {"type": "http", "method": "POST", "path": "/", "headers": raw}
        await app({**scope, "query_string": b"", "root_path": ""}, receive, send)

    asyncio.run(talk())
    return sent[0]["status"], b"".join(m.get("body", b"") for m in sent[1:]), seen


def _of_length(number: int) -> dict[str, str]:
    return {"content-length": str(number)}


@pytest.mark.parametrize("size", [1, 65_536, 65_537, 100_000])
def test_a_body_arrives_as_it_was_sent(size: int) -> None:
    body = bytes(range(256)) * (size // 256 + 1)
    chunks = [body[:size][at : at + 1000] for at in range(0, size, 1000)]
    assert _send(chunks, _of_length(size)) == (200, b"taken", [body[:size]])


def test_a_body_that_never_ends_is_given_up() -> None:
    status, _, seen = _send([b"x"], _of_length(50), ends=False, patience=0.05)
    assert (status, seen) == (408, [])


def test_a_body_without_a_length_is_cut_off_where_it_is_too_large() -> None:
    chunks = [b"x" * 50_000] * 5
    status, _, seen = _send(chunks, {"transfer-encoding": "chunked"})
    assert (status, seen) == (413, [])


def test_who_hangs_up_is_forgotten() -> None:
    status, _, seen = _send([], _of_length(50))
    assert (status, seen) == (400, [])


@pytest.mark.parametrize("headers", [{}, {"content-length": "0"}])
def test_a_request_without_a_body_does_not_wait(headers: dict[str, str]) -> None:
    assert _send([b""], headers) == (200, b"taken", [b""])
