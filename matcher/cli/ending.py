"""SIGTERM as an end that tidies up: what was begun is put away before the process is gone."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def orderly() -> Iterator[None]:
    """Let SIGTERM raise SystemExit(143) here, so that every `finally` runs."""
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _leave(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # `timeout` sends it twice: the first one is tidying up
    raise SystemExit(128 + number)
