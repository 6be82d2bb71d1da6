"""Long making ready, each thing once behind the scenes: who would wait long hears how far it is."""

import logging
import threading
import time
from collections.abc import Callable, Hashable
from functools import partial

from matcher.domain.readiness import NotReady, Progress, Tell

_log = logging.getLogger(__name__)
_A_LINE = 10  # per cent from one line of the log to the next
_SHORT = 2.0  # seconds below which the log has nothing to tell


def in_a_thread(run: Callable[[], None]) -> None:
    """Run this behind the scenes; a process that ends does not wait for what it can do again."""
    threading.Thread(target=run, name="making ready", daemon=True).start()


class Readying:
    """What is being made ready in this process.

    `patience` is how many seconds a page may wait for it; None where whoever asks had better
    make it, as at the command line. `behind` runs what is to be done behind the scenes.
    """

    def __init__(self) -> None:
        self.patience: float | None = None
        self.behind: Callable[[Callable[[], None]], object] = in_a_thread
        self._guard = threading.Lock()
        self._running: dict[Hashable, _Making] = {}

    def begin(self, name: Hashable, make: Callable[[Tell], object]) -> None:
        """Have `make` run behind the scenes unless it already does."""
        with self._guard:
            if name in self._running:
                return
            making = self._running[name] = _Making(name)
        self.behind(partial(self._run, name, making, make))

    def wait(self, name: Hashable, patience: float | None) -> None:
        """Wait for what is being made, if it is; what it raised is raised here too.

        Raises NotReady when more than `patience` seconds are over since it began. So only the
        first of many people wait, and later ones are told at once.
        """
        with self._guard:
            making = self._running.get(name)
        if making is not None:
            making.wait(patience)

    def _run(self, name: Hashable, making: "_Making", make: Callable[[Tell], object]) -> None:
        try:
            make(making.tell)
        except Exception as error:  # whoever waits is told; the next one who asks tries again
            making.error = error
            _log.exception("%s", making.name)
        finally:
            with self._guard:
                del self._running[name]
            making.over.set()


class _Making:
    """One thing that is being made."""

    def __init__(self, name: Hashable) -> None:
        self.name = " ".join(map(str, name)) if isinstance(name, tuple) else str(name)
        self.error: Exception | None = None
        self.over = threading.Event()
        self._began = time.monotonic()
        self._progress = Progress()
        self._logged = -_A_LINE

    def tell(self, progress: Progress) -> None:
        """Say how far it is, and write it into the log from time to time."""
        self._progress = progress
        is_long = time.monotonic() - self._began > _SHORT
        if is_long and progress.percent >= self._logged + _A_LINE:
            self._logged = progress.percent
            told = (self.name, progress.step.value, progress.done, progress.total, progress.percent)
            _log.info("%s: %s %d/%d (%d %%)", *told)

    def wait(self, patience: float | None) -> None:
        """Wait until it is made. Raises NotReady when that takes too long."""
        left = None if patience is None else self._began + patience - time.monotonic()
        if not self.over.wait(left if left is None else max(left, 0.0)):
            raise NotReady(self._progress)
        if self.error is not None:
            raise self.error
