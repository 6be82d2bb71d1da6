"""An answer crosses from its thread whole, a long one piece by piece, and is closed either way."""

import asyncio
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from starlette.types import Message

from web.threads import Threads

SCOPE = {
    "type": "http",
    "http_version": "1.1",
    "method": "POST",
    "path": "/招聘",
    "query_string": b"page=2",
    "headers": [(b"content-length", b"3")],
}


class Chunks:
    """What a WSGI app gives back: chunks, and how often it was closed."""

    def __init__(self, *chunks: bytes | Exception) -> None:
        self._chunks = chunks
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            if isinstance(chunk, Exception):
                raise chunk
            yield chunk

    def close(self) -> None:
        self.closed += 1


def _ask(answer: Chunks, see: Callable[[Any], None] = lambda environ: None) -> list[Message]:
    sent: list[Message] = []

    def app(environ: Any, start: Any) -> Chunks:
        see(environ)
        start("201 CREATED", [("X-Name", "é"), ("Content-Type", "text/plain")])
        return answer

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Threads(app, count=1)(SCOPE, BytesIO(b"abc"), send))
    return sent


def test_the_app_reads_the_request_and_its_answer_goes_over_at_once() -> None:
    seen: dict[str, Any] = {}
    answer = Chunks(b"one ", b"two")
    start, body = _ask(
        answer, lambda environ: seen.update(environ, read=environ["wsgi.input"].read())
    )
    assert (seen["REQUEST_METHOD"], seen["QUERY_STRING"], seen["read"]) == (
        "POST",
        "page=2",
        b"abc",
    )
    assert seen["PATH_INFO"].encode("latin1").decode() == "/招聘"
    assert start["status"] == 201
    assert start["headers"] == [(b"x-name", b"\xe9"), (b"content-type", b"text/plain")]
    assert (body["body"], body.get("more_body", False)) == (b"one two", False)
    assert answer.closed == 1


def test_a_long_answer_goes_over_in_pieces() -> None:
    answer = Chunks(*(bytes([number]) * 100_000 for number in range(10)))
    _, *pieces = _ask(answer)
    assert b"".join(piece["body"] for piece in pieces) == b"".join(answer)
    assert max(len(piece["body"]) for piece in pieces) < 400_000
    assert [piece.get("more_body", False) for piece in pieces] == [True] * (len(pieces) - 1) + [
        False
    ]
    assert answer.closed == 1


@pytest.mark.parametrize("before", [(), (b"x" * 300_000,)])
def test_an_answer_that_breaks_off_is_closed_and_told(before: tuple[bytes, ...]) -> None:
    answer = Chunks(*before, ValueError("broken"))
    with pytest.raises(ValueError, match="broken"):
        _ask(answer)
    assert answer.closed == 1
