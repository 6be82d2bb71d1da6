"""What may be written down a little later: gathered in memory, written together, or given up."""

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

WAIT = 5.0  # seconds until what was gathered is written
MOST = 5_000  # entries; what comes while so many wait is given up

_log = logging.getLogger(__name__)


class Journal(Generic[T]):
    """Keeps reading fast: a page that only reads never waits for the database to write."""

    def __init__(self, write: Callable[[list[T]], None]) -> None:
        self._write = write
        self._guard = threading.Lock()
        self._entries: list[T] = []
        self._timer: threading.Timer | None = None
        self._is_closed = False

    def add(self, entry: T) -> None:
        """Write this down with the next batch."""
        with self._guard:
            if self._is_closed or len(self._entries) >= MOST:
                return
            self._entries.append(entry)
            if self._timer is None:
                self._timer = threading.Timer(WAIT, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Write now what was gathered; if that fails it is lost, and nothing else is."""
        with self._guard:
            entries, self._entries = self._entries, []
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
        if entries:
            try:
                self._write(entries)
            except Exception:
                _log.exception("%d entries of the journal were lost", len(entries))

    def close(self) -> None:
        """Write what was gathered, and take no more."""
        self._is_closed = True
        self.flush()
