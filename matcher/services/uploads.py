"""Files on their way in: kept under a name nobody can guess, for their owner, for a day."""

import re
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from matcher.domain.errors import NotFound, Problem
from matcher.services.imports import Batch
from matcher.services.work import Work
from matcher.sheets import exports

KEPT = timedelta(days=1)
_NAME = re.compile(r"[A-Za-z0-9_-]{32}")


def keep(work: Work, folder: Path, owner: str, content: bytes) -> str:
    """Keep a file of `owner`; returns its name. Files older than a day go at the same time."""
    room = folder / "uploads"
    room.mkdir(parents=True, exist_ok=True)
    for old in room.iterdir():
        if old.stat().st_mtime < (work.now - KEPT).timestamp():
            old.unlink(missing_ok=True)
    name = secrets.token_urlsafe(24)
    (room / f"{owner}.{name}").write_bytes(content)
    return name


def find(folder: Path, owner: str, name: str) -> Path:
    """The file of this owner and name. Raises NotFound("upload_gone")."""
    path = folder / "uploads" / f"{owner}.{name}"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise NotFound("upload_gone")
    return path


def to_mend(batch: Batch, say: Callable[[Problem], str], heading: str) -> bytes:
    """The rows of a batch that cannot go in, as xlsx, each with its reasons in the last cell."""
    reasons = [
        (entry.row, " ".join(say(problem) for problem in entry.problems))
        for entry in batch.entries
        if entry.problems
    ]
    return exports.to_mend(batch.sheet, reasons, heading=heading)
