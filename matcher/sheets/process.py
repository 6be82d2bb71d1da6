"""Starts the child that reads a file, listens to its lines, and outlives whatever happens to it."""

import json
import os
import selectors
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from matcher.domain.errors import Refused
from matcher.sheets import limits

Message = list[Any]
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from matcher.sheets.child import main; main()"
)
_KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR", "SYSTEMROOT")
_LINE = 4 * 1024 * 1024
_slots = threading.BoundedSemaphore(limits.CHILDREN)


def messages(task: str, file: Path | bytes) -> Iterator[Message]:
    """What the child says about the file, one message after the other.

    Raises Refused with the code of whatever stops it: the file's fault or the child's death.
    """
    with _source(file) as source, _slot(), _child(task, source) as child:
        for line in _lines(child):
            message: Message = json.loads(line)
            if message[0] == "end":
                return
            if message[0] == "refused":
                raise Refused(message[1], **message[2])
            yield message
    raise Refused("file_too_heavy")


@contextmanager
def _source(file: Path | bytes) -> Iterator[IO[bytes]]:
    """The file, open and at its start."""
    if isinstance(file, bytes):
        with tempfile.TemporaryFile() as kept:
            kept.write(file)
            kept.seek(0)
            yield kept
        return
    try:
        opened = file.open("rb")
    except OSError as error:
        raise Refused("file_not_found") from error
    with opened:
        yield opened


@contextmanager
def _slot() -> Iterator[None]:
    """A turn among the children of this process: many uploads at once must not eat the machine."""
    if not _slots.acquire(timeout=limits.PATIENCE):
        raise Refused("busy")
    try:
        yield
    finally:
        _slots.release()


@contextmanager
def _child(task: str, source: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    path = [entry or os.getcwd() for entry in sys.path]
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", _START, json.dumps(path), task],
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ},
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _lines(child: subprocess.Popen[bytes]) -> Iterator[bytes]:
    """The child's lines; ends when it falls silent for good, dies or will not stop talking."""
    assert child.stdout is not None
    patience, rest = limits.PATIENCE, b""
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while patience > 0:
            began = time.monotonic()
            ready = selector.select(patience)
            patience -= time.monotonic() - began
            chunk = os.read(child.stdout.fileno(), 1 << 16) if ready else b""
            if not chunk or len(rest) > _LINE:
                return
            *whole, rest = (rest + chunk).split(b"\n")
            yield from whole
