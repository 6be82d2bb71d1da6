"""One phone at a live stream: what it wants to hear, what waits for it, when it speaks."""

import asyncio
import json
from dataclasses import dataclass, field

from matcher.services.feed import Entry

MOST = 100  # facts that a slow phone may be behind before it is told to look again
_STILL_HERE = b": \n\n"


@dataclass(frozen=True, slots=True)
class Message:
    """A fact as it goes over the wire, put together once for every phone that hears it."""

    id: int
    fair_id: int
    fair_session_id: int | None
    body: bytes

    @staticmethod
    def of(entry: Entry) -> "Message":
        """This entry of the feed."""
        data = json.dumps(entry.public(), ensure_ascii=False, separators=(",", ":"))
        body = f"id: {entry.id}\nevent: {entry.kind.value}\ndata: {data}\n\n".encode()
        return Message(entry.id, entry.fair_id, entry.fair_session_id, body)


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream: whose facts it wants, and what it has not sent yet."""

    fair_id: int
    fair_session_id: int | None
    cursor: int
    queue: list[Message] = field(default_factory=list)
    spoke_at: float = 0.0  # on the clock of the loop
    is_lagging: bool = False
    is_over: bool = False
    _sleep: asyncio.Future[None] | None = None

    def wants(self, message: Message) -> bool:
        """Whether this fact is for this stream."""
        if message.fair_id != self.fair_id:
            return False
        return self.fair_session_id in (None, message.fair_session_id)

    def offer(self, message: Message) -> None:
        """Queue a fact; who is too far behind gets one "look again" instead of everything."""
        if not self.wants(message):
            return
        if len(self.queue) >= MOST:
            self.queue.clear()
            self.is_lagging = True
        self.queue.append(message)
        self.wake()

    async def news(self) -> bytes:
        """Everything that waits, as it goes over the wire; until then, sleep."""
        loop = asyncio.get_running_loop()
        if not self.queue and not self.is_over:
            self._sleep = loop.create_future()
            await self._sleep
        self.spoke_at = loop.time()
        return self._take() or _STILL_HERE

    def wake(self) -> None:
        """Let the stream speak now."""
        if self._sleep is not None and not self._sleep.done():
            self._sleep.set_result(None)

    def end(self) -> None:
        """Let the stream say goodbye."""
        self.is_over = True
        self.wake()

    def _take(self) -> bytes:
        waiting, self.queue = self.queue, []
        fresh = [message for message in waiting if message.id > self.cursor]
        if fresh:
            self.cursor = fresh[-1].id
        if self.is_lagging:
            self.is_lagging = False
            return resync(self.cursor)
        return b"".join([message.body for message in fresh])


def resync(cursor: int) -> bytes:
    """Tell a phone to look again, from this fact on."""
    return f"id: {cursor}\nevent: resync\ndata: {{}}\n\n".encode()
