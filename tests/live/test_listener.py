"""One phone at a stream: nothing twice, one word for who is far behind, a sign of life."""

import asyncio
from datetime import UTC, datetime

import pytest

from matcher.domain.terms import FeedKind
from matcher.services.feed import Entry
from tests.live.conftest import Running
from tests.live.test_live_feed import Serve
from tests.people import People
from web import live_feed
from web.listener import MOST, Listener, Message

NOON = datetime(2026, 3, 8, 4, 30, tzinfo=UTC)


def _message(number: int, *, fair: int = 1) -> Message:
    return Message.of(Entry(number, fair, None, FeedKind.CHECKED_IN, {"count": number}, NOON))


def _heard(listener: Listener, *offered: Message) -> str:
    """What goes over the wire when these facts come while the stream sleeps."""

    async def listen() -> bytes:
        news = asyncio.create_task(listener.news())
        await asyncio.sleep(0)
        for message in offered:
            listener.offer(message)
        listener.wake()
        return await news

    return asyncio.run(listen()).decode()


def test_what_came_together_goes_together_and_nothing_twice() -> None:
    listener = Listener(fair_id=1, fair_session_id=None, cursor=1)
    said = _heard(listener, _message(1), _message(2), _message(3), _message(4, fair=2))
    assert [line for line in said.splitlines() if line.startswith("id")] == ["id: 2", "id: 3"]
    assert listener.cursor == 3
    assert _heard(listener, _message(3)) == ": \n\n"


def test_who_is_far_behind_is_told_once_to_look_again() -> None:
    listener = Listener(fair_id=1, fair_session_id=None, cursor=0)
    said = _heard(listener, *map(_message, range(1, MOST + 20)))
    assert said == f"id: {MOST + 19}\nevent: resync\ndata: {{}}\n\n"
    assert "event: checked_in" in _heard(listener, _message(MOST + 20))


def test_a_silent_stream_gives_a_sign_of_life(
    serve: Serve, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_feed, "_KEEP_ALIVE", 0.3)
    running: Running = serve()
    stream = running.stream(f"/f/{people.slug}/events")
    stream.next()
    assert stream.answer.readline() == b": \n"
    stream.close()
