"""CPU time of single answers: warmed up, the collector off, ended when the time is over."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

WARM = 0.1  # of the budget: for answers that are not counted

Answer = Callable[[Any], Any]


@dataclass(frozen=True)
class Timing:
    """The answers that were managed in time, and the CPU seconds of each."""

    answers: list[Any]
    seconds: NDArray[np.float64]

    def figures(self) -> dict[str, Any]:
        """Milliseconds of CPU: half of the answers, and 99 of 100, took no more."""
        spent = self.seconds * 1e3
        return {
            "cpu_ms": round(float(np.median(spent)), 4),
            "cpu_ms_p99": round(float(np.percentile(spent, 99)), 4),
            "cpu_ms_mean": round(float(spent.mean()), 4),
            "answered": len(spent),
        }


def timed(
    answer: Answer,
    queries: Iterable[Any],
    budget: float,
    clock: Callable[[], float] = time.process_time,
    warm: int | None = None,
) -> Timing:
    """Answer the queries in turn until none is left or `budget` seconds are over.

    Before, `warm` of them are answered uncounted; None: as many as WARM of the budget allows.
    """
    prepared = list(queries)
    answers, seconds = [], []
    with _undisturbed():
        began = time.monotonic()
        for query in prepared[:warm]:
            answer(query)
            if time.monotonic() > began + budget * WARM:
                break
        end = time.monotonic() + budget
        for query in prepared:
            start = clock()
            found = answer(query)
            seconds.append(clock() - start)
            answers.append(found)
            if time.monotonic() > end:
                break
    return Timing(answers, np.array(seconds))


def spent(work: Callable[[], Any], clock: Callable[[], float] = time.process_time) -> float:
    """CPU seconds of one piece of work."""
    with _undisturbed():
        began = clock()
        work()
        return clock() - began


@contextmanager
def _undisturbed() -> Iterator[None]:
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
