"""One process makes what stands on disk; the others wait their turn and read how far it is."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO

from matcher.domain.readiness import Progress, Tell
from matcher.domain.terms import Making

if sys.platform != "win32":
    import fcntl

_LOOK = 0.25  # seconds between two looks at what the others do, and between two reports to them


@contextmanager
def turn(folder: Path, tell: Tell) -> Iterator[Tell]:
    """Wait until nobody else makes what stands in `folder`; gives what to report progress to.

    The lock ends with its process, however that ends.
    """
    told = folder.parent / f".{folder.name}.progress"
    with _lock_beside(folder) as lock:
        while lock is not None and not _is_ours(lock):
            tell(_read(told))
            time.sleep(_LOOK)
        try:
            yield _Report(told, tell)
        finally:
            with suppress(OSError):
                told.unlink(missing_ok=True)


def _lock_beside(folder: Path) -> AbstractContextManager[IO[str] | None]:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return (folder.parent / f".{folder.name}.lock").open("a")
    except OSError:  # a disk that is full, or only to be read: each makes its own, as alone
        return nullcontext()


@contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Whether nobody else holds this lock; it is then held, and its file is gone in the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path) as ours:
        try:
            yield ours
        finally:
            if ours:
                with suppress(OSError):
                    path.unlink()


@contextmanager
def _locked(path: Path) -> Iterator[bool]:
    """Try the lock; anew where its last holder took the file away before it was ours."""
    while True:
        with path.open("a") as lock:
            ours = _is_ours(lock)
            if not ours or _stands(lock, path):
                yield ours
                return


def _stands(lock: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock.fileno()), path.stat())
    except OSError:
        return False


class _Report:
    """Tells this process, and others through a file."""

    def __init__(self, path: Path, tell: Tell) -> None:
        self._path, self._tell = path, tell
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        self._tell(progress)
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _LOOK
        made = self._path.with_suffix(".new")
        with suppress(OSError):  # a full disk: the others wait without knowing
            made.write_text(json.dumps([progress.step, progress.done, progress.total]), "utf-8")
            os.replace(made, self._path)


def _read(path: Path) -> Progress:
    try:
        step, done, total = json.loads(path.read_text("utf-8"))
        return Progress(Making(step), int(done), int(total))
    except (OSError, ValueError, TypeError):
        return Progress()


def _is_ours(lock: IO[str]) -> bool:
    if sys.platform == "win32":  # where one process serves
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: each makes its own, as alone
        return True
    return True
