"""The shelf where built indexes stand, so that one of each kind is built once per version."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

from matcher.services.readying import Readying

T = TypeVar("T")

_LATELY = 512  # answers to single people that stand here; the one asked for longest ago goes


class Shelf:
    """Keeps the newest index of each name; whoever comes while one is being built waits for it."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is where indexes may be kept for the next start, and for other processes."""
        self.folder = folder
        self.readying = Readying()
        self._guard = threading.Lock()
        self._locks: dict[Hashable, threading.Lock] = {}
        self._held: dict[Hashable, tuple[Hashable, Any]] = {}
        self._lately: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()

    def get(
        self,
        name: Hashable,
        version: Hashable,
        build: Callable[[], T],
        renew: Callable[[T], T] | None = None,
    ) -> T:
        """The index called `name` at `version`; made now if what stands here is another one.

        It is made by `renew` from an older one where that is given, else by `build`.
        """
        held = self._held.get(name)
        if held is not None and held[0] == version:
            return cast("T", held[1])
        with self._lock_of(name):
            held = self._held.get(name)
            if held is None or held[0] != version:
                made = build() if held is None or renew is None else renew(cast("T", held[1]))
                held = (version, made)
                self._held[name] = held
            return cast("T", held[1])

    def newest(self, name: Hashable) -> tuple[Hashable, Any] | None:
        """What stands here under this name, with its version; None if nothing does."""
        return self._held.get(name)

    def put(self, name: Hashable, version: Hashable, made: object) -> None:
        """Let this stand here from now on."""
        with self._lock_of(name):
            self._held[name] = (version, made)

    def lately(self, name: Hashable, version: Hashable, build: Callable[[], T]) -> T:
        """The same for what only few ask for again: kept while it is among the latest."""
        with self._guard:
            held = self._lately.get(name)
        if held is None or held[0] != version:
            held = (version, build())
        with self._guard:
            self._lately[name] = held
            self._lately.move_to_end(name)
            if len(self._lately) > _LATELY:
                self._lately.popitem(last=False)
        return cast("T", held[1])

    def held(self, name: Hashable, version: Hashable) -> Any:
        """What `lately` keeps under this name at this version; None if it does not."""
        with self._guard:
            held = self._lately.get(name)
        return held[1] if held is not None and held[0] == version else None

    def _lock_of(self, name: Hashable) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(name, threading.Lock())
