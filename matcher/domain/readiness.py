"""What takes long to make ready, and how far it is: told to whoever waits for it."""

from collections.abc import Callable
from dataclasses import dataclass

from matcher.domain.errors import FairmatchError
from matcher.domain.terms import Making


@dataclass(frozen=True)
class Progress:
    """How far something is that takes long: the step it is at, and how much of that is done."""

    step: Making = Making.WAITING
    done: int = 0
    total: int = 0

    @property
    def percent(self) -> int:
        """How much of the whole is done; each step takes its usual share of the time."""
        begin, end = _SHARES[self.step]
        return int(begin + (end - begin) * self.done / self.total) if self.total else begin


# Of a fair of 100,000 postings, measured; the program itself is compiled once on a machine.
_SHARES = {
    Making.WAITING: (0, 0),
    Making.COMPILING: (0, 100),
    Making.READING: (0, 15),
    Making.COUNTING: (15, 60),
    Making.ARRANGING: (60, 95),
    Making.KEEPING: (95, 100),
}


Tell = Callable[[Progress], object]  # hears how far something is


def silent(_: Progress) -> None:
    """Tell nobody."""


class NotReady(FairmatchError):
    """What was asked for is still being made ready (HTTP 503); says how far it is."""

    def __init__(self, progress: Progress) -> None:
        super().__init__("not_ready")
        self.progress = progress
