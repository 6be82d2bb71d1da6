"""The bell that wakes whoever waits for news; the news itself stands in the feed table."""

import threading
from collections.abc import Callable
from typing import Any, Protocol

_CHANNEL = "fairmatch:bell"


class Bell(Protocol):
    """Rung after a commit; waiting never blocks longer than asked."""

    def ring(self) -> None: ...

    def wait(self, seconds: float) -> None: ...

    def close(self) -> None: ...


class LocalBell:
    """A bell within one process."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._rung = 0

    def ring(self) -> None:
        """Wake everyone who waits now."""
        with self._condition:
            self._rung += 1
            self._condition.notify_all()

    def wait(self, seconds: float) -> None:
        """Return when the bell rings, or after `seconds`."""
        with self._condition:
            seen = self._rung
            self._condition.wait_for(lambda: self._rung != seen, timeout=seconds)

    def close(self) -> None:
        """Let every waiter go."""
        self.ring()


class RedisBell:
    """A bell that several processes hear, over one Redis channel.

    When Redis is away nobody is woken early, and readers look at the feed on their own clock.
    """

    def __init__(self, url: str) -> None:
        import redis

        self._away: type[Exception] = redis.RedisError
        self._redis = redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2)
        self._local = LocalBell()
        self._stopped = threading.Event()
        self._listener = threading.Thread(target=self._listen, name="bell", daemon=True)
        self._listener.start()

    def ring(self) -> None:
        """Wake everyone in every process; a silent Redis is no reason to fail a commit."""
        self._local.ring()
        self._quietly(lambda: self._redis.publish(_CHANNEL, b"1"))

    def wait(self, seconds: float) -> None:
        """Return when any process rings, or after `seconds`."""
        self._local.wait(seconds)

    def close(self) -> None:
        """Stop listening."""
        self._stopped.set()
        self._local.close()
        self._listener.join(timeout=5)
        self._redis.close()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            if not self._quietly(self._hear):
                self._stopped.wait(1)

    def _hear(self) -> None:
        pubsub: Any = self._redis.pubsub
        with pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(_CHANNEL)
            while not self._stopped.is_set():
                if channel.get_message(timeout=1):
                    self._local.ring()

    def _quietly(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except self._away:
            return False
        return True


def make_bell(redis_url: str | None) -> Bell:
    """The bell for these settings: Redis where it is named, else within the process."""
    return RedisBell(redis_url) if redis_url else LocalBell()
