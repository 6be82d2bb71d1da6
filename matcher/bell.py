"""The bell that wakes whoever waits for news; the news itself stands in the feed table."""

import contextlib
import threading
from collections.abc import Callable
from typing import Any, Protocol

_CHANNEL = "fairmatch:bell"
_HEARD_WITHIN = 1.0  # seconds that a listener hangs on the line before it looks up


class Bell(Protocol):
    """Rung after a commit; waiting never blocks longer than asked."""

    def ring(self) -> None: ...

    def wait(self, seconds: float) -> None: ...

    def close(self) -> None: ...


class Line(Protocol):
    """What carries the bell from process to process."""

    away: type[Exception]  # raised while the other end does not answer

    def call(self) -> None: ...

    def listen(self, ring: Callable[[], None], is_over: Callable[[], bool]) -> None: ...

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


class SharedBell:
    """A bell that several processes hear, over one line; whoever never waits does not listen.

    When the line is away nobody is woken early, and readers look at the feed on their own clock.
    """

    def __init__(self, line: Line) -> None:
        self._line = line
        self._local = LocalBell()
        self._stopped = threading.Event()
        self._guard = threading.Lock()
        self._listener: threading.Thread | None = None

    def ring(self) -> None:
        """Wake everyone in every process; a silent line is no reason to fail a commit."""
        self._local.ring()
        with contextlib.suppress(self._line.away):
            self._line.call()

    def wait(self, seconds: float) -> None:
        """Return when any process rings, or after `seconds`."""
        self._begin_to_listen()
        self._local.wait(seconds)

    def close(self) -> None:
        """Stop listening."""
        self._stopped.set()
        self._local.close()
        if self._listener is not None:
            self._listener.join(timeout=5)
        self._line.close()

    def _begin_to_listen(self) -> None:
        with self._guard:
            if self._listener is None:
                self._listener = threading.Thread(target=self._listen, name="bell", daemon=True)
                self._listener.start()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            with contextlib.suppress(self._line.away):
                self._line.listen(self._local.ring, self._stopped.is_set)
            self._stopped.wait(1)


class RedisLine:
    """One Redis channel."""

    def __init__(self, url: str) -> None:
        import redis

        self.away: type[Exception] = redis.RedisError
        self._redis = redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2)

    def call(self) -> None:
        """Tell every listener."""
        self._redis.publish(_CHANNEL, b"1")

    def listen(self, ring: Callable[[], None], is_over: Callable[[], bool]) -> None:
        """Ring for every call until it is over."""
        pubsub: Any = self._redis.pubsub
        with pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(_CHANNEL)
            while not is_over():
                if channel.get_message(timeout=_HEARD_WITHIN):
                    ring()

    def close(self) -> None:
        """Hang up."""
        self._redis.close()


class PostgresLine:
    """LISTEN and NOTIFY of the database itself, on two connections of their own."""

    def __init__(self, url: str) -> None:
        import psycopg

        self.away: type[Exception] = psycopg.OperationalError
        self._url = url
        self._connect = psycopg.Connection.connect
        self._guard = threading.Lock()
        self._caller: psycopg.Connection[Any] | None = None

    def call(self) -> None:
        """Tell every listener; a connection that broke is made anew at the next call."""
        with self._guard:
            if self._caller is None or self._caller.closed:
                self._caller = self._open()
            self._caller.execute(f'NOTIFY "{_CHANNEL}"')

    def listen(self, ring: Callable[[], None], is_over: Callable[[], bool]) -> None:
        """Ring for every call until it is over."""
        with self._open() as connection:
            connection.execute(f'LISTEN "{_CHANNEL}"')
            while not is_over():
                for _ in connection.notifies(timeout=_HEARD_WITHIN, stop_after=1):
                    ring()

    def close(self) -> None:
        """Hang up."""
        with self._guard:
            if self._caller is not None:
                self._caller.close()

    def _open(self) -> Any:
        return self._connect(self._url, autocommit=True, connect_timeout=2)


def make_bell(redis_url: str | None, postgres_url: str | None = None) -> Bell:
    """The bell for these settings: over Redis, else over PostgreSQL, else within the process."""
    if redis_url:
        return SharedBell(RedisLine(redis_url))
    return SharedBell(PostgresLine(postgres_url)) if postgres_url else LocalBell()
