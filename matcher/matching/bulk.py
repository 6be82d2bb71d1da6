"""Everyone ranked in blocks: given out a few at a time, and taken back as they finish."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from joblib.externals.loky import ProcessPoolExecutor

from matcher.domain.profiles import PostingProfile, Ranking, SeekerProfile
from matcher.matching import kept
from matcher.matching.kept import Index
from matcher.matching.ranker import rank_postings, rank_seekers
from matcher.matching.sides import PostingIndex
from matcher.matching.weights import DEFAULT, Weights

BLOCK = 2_000  # queries that are lost, and done again, when a worker dies
AHEAD = 2  # blocks given out for each worker: one it works at, one that waits there
_LOOK = 1.0  # seconds between two looks whether the one that hired is still there
TRIES = 4  # how often workers may die before the run gives up

B = TypeVar("B")
R = TypeVar("R")


class Unreachable(ConnectionError):
    """Those who were to do the work cannot be reached."""


@dataclass(frozen=True)
class Order:
    """What every worker is told: where the index stands, how deep to go, as of which day."""

    folder: Path
    version: str
    k: int
    today: date
    explained: bool = True  # with reasons, and with what the gates kept back


@dataclass(frozen=True)
class Asked:
    """Whose list is wanted, and the weights it is ranked by."""

    query: SeekerProfile | PostingProfile
    weights: Weights = DEFAULT


@dataclass(frozen=True)
class Staff:
    """Workers that take blocks, and how many blocks may be with them at once."""

    pool: Executor
    room: Callable[[], int]


Hire = Callable[[Order], AbstractContextManager[Staff]]

copies: dict[str, Path] = {}  # where this process got a copy of an index that it cannot see


def rankings(order: Order, asked: Iterable[Asked]) -> Iterator[Ranking]:
    """The list of each, by the index that stands in the folder of the order."""
    index = _index(copies.get(order.version, order.folder), order.version)
    for each in asked:
        yield _ranking(index, each, order)


def answers(
    hire: Hire, order: Order, task: Callable[[Order, B], R], blocks: Callable[[], Iterable[B]]
) -> Iterator[R]:
    """What `task` makes of every block, in the order of finishing.

    `blocks` gives those still to be done: it is asked again when processes died, and then must
    leave out what was already taken back.
    """
    for left in reversed(range(TRIES)):
        try:
            with hire(order) as staff:
                yield from _taken_back(staff, order, task, blocks())
            return
        except BrokenProcessPool:
            if not left:
                raise


@contextmanager
def here(order: Order) -> Iterator[Staff]:
    """This process alone."""
    yield Staff(_Here(), lambda: 1)


def processes(jobs: int) -> Hire:
    """So many processes of this machine, all with the same index mapped."""

    @contextmanager
    def hire(order: Order) -> Iterator[Staff]:
        # Not joblib's shared pool: that one is joblib's own and must be made by it.
        pool = ProcessPoolExecutor(jobs, initializer=_end_with, initargs=(os.getpid(),))
        try:
            yield Staff(pool, lambda: AHEAD * jobs)
        finally:  # whatever they are still at, nobody will want it
            pool.shutdown(kill_workers=True)

    return here if jobs == 1 else hire


def _end_with(parent: int) -> None:
    """Let this process end when the one that hired it is gone, even killed."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    if sys.platform != "win32":  # where the number of a parent that is gone stays
        threading.Thread(target=watch, name="end with parent", daemon=True).start()


class _Here(Executor):
    """Does what it is given at once."""

    def submit(self, task: Callable[..., R], /, *args: Any, **kwargs: Any) -> "Future[R]":
        done: Future[R] = Future()
        done.set_result(task(*args, **kwargs))
        return done


def _taken_back(
    staff: Staff, order: Order, task: Callable[[Order, B], R], blocks: Iterable[B]
) -> Iterator[R]:
    """A window over the blocks: no more are read than there is room for."""
    out: set[Future[R]] = set()
    try:
        for block in blocks:
            out.add(staff.pool.submit(task, order, block))
            while len(out) >= staff.room():
                done, out = wait(out, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        yield from (each.result() for each in as_completed(out))
    finally:
        for each in out:
            each.cancel()


def _ranking(index: Index, asked: Asked, order: Order) -> Ranking:
    how: dict[str, Any] = {"k": order.k, "today": order.today, "explained": order.explained}
    if isinstance(index, PostingIndex):
        assert isinstance(asked.query, SeekerProfile)
        return rank_postings(index, asked.query, weights=asked.weights, **how)
    assert isinstance(asked.query, PostingProfile)
    return rank_seekers(index, asked.query, **how)


@lru_cache(maxsize=1)
def _index(folder: Path, version: str) -> Index:
    return cast("Index", kept.opened(folder, version))


def cut(queries: Iterable[B], size: int) -> Iterator[Sequence[B]]:
    """Blocks of so many; the last may be smaller."""
    block: list[B] = []
    for query in queries:
        block.append(query)
        if len(block) == size:
            yield tuple(block)
            block = []
    if block:
        yield tuple(block)
