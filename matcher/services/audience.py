"""Who said "I am watching" lately: kept in this process for some seconds, then written at once."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

GATHERED_FOR = timedelta(seconds=5)


@dataclass(frozen=True)
class Beats:
    """The first and the last beat of one browser at one livestream since the last writing."""

    session_id: int
    viewer: str  # hash of a random cookie
    seeker_id: int | None
    first_at: datetime
    last_at: datetime


class Audience:
    """The beats of this process that are not written yet."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._beats: dict[tuple[int, str], Beats] = {}
        self._taken_at: datetime | None = None

    def note(self, beats: Beats) -> None:
        """Keep a beat until the next writing."""
        with self._guard:
            self._add(beats)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time to write."""
        return self._taken_at is None or abs(now - self._taken_at) >= GATHERED_FOR

    def take(self, now: datetime) -> list[Beats]:
        """Everything that waits; it waits no longer."""
        with self._guard:
            waiting, self._beats = self._beats, {}
            self._taken_at = now
        return list(waiting.values())

    def give_back(self, beats: Iterable[Beats]) -> None:
        """What could not be written waits for the next time."""
        with self._guard:
            for one in beats:
                self._add(one)

    def _add(self, beats: Beats) -> None:
        key = (beats.session_id, beats.viewer)
        known = self._beats.get(key)
        if known is not None:
            beats = replace(
                known,
                seeker_id=known.seeker_id or beats.seeker_id,
                first_at=min(known.first_at, beats.first_at),
                last_at=max(known.last_at, beats.last_at),
            )
        self._beats[key] = beats
