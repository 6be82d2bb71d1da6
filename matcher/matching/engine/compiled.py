"""Turns plain loops over arrays into machine code that lets other threads run meanwhile."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])

_HERE = Path(__file__).parent
_COMPLETE = "complete"
_PIECES = 36  # that a ranking takes; one more or less only makes its progress uneven


def compiled(function: F) -> F:
    """Compile on first call and keep the result for later starts."""
    return cast("F", numba.njit(cache=True, nogil=True, fastmath=True)(function))


def strict(function: F) -> F:
    """The same, with sums kept in the order written: for scores that must be equal to the bit."""
    return cast("F", numba.njit(cache=True, nogil=True)(function))


def kept_in() -> Path:
    """Where it is kept for later starts."""
    return Path(_config.CACHE_DIR)


def is_complete() -> bool:
    """Whether an earlier start compiled all that a ranking takes of these sources."""
    return (kept_in() / _COMPLETE).exists()


def complete() -> None:
    """Remember that a ranking was made, so that all of it is compiled."""
    with suppress(OSError):  # then every start believes to be the first one
        (kept_in() / _COMPLETE).touch()


def how_far() -> tuple[int, int]:
    """How many pieces are compiled, of how many."""
    return min(sum(1 for _ in kept_in().rglob("*.nbc")), _PIECES), _PIECES


def _kept_at() -> str:
    """A folder of these sources' own: numba does not see when a function called has changed."""
    digest = hashlib.sha256(numba.__version__.encode())
    for source in sorted(_HERE.glob("*.py")):
        digest.update(source.read_bytes())
    for place in _places():
        folder = place / f"engine-{digest.hexdigest()[:16]}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return str(folder)
    return ""


def _places() -> Iterator[Path]:
    yield _HERE / "__pycache__"
    yield Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fairmatch"
    yield Path(tempfile.gettempdir())


_config: Any = numba.config
_config.CACHE_DIR = _config.CACHE_DIR or _kept_at()
