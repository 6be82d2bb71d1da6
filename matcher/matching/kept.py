"""Indexes on disk: written whole or not at all, opened by memory map, so that processes share."""

import copyreg
import io
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Lock, local
from typing import Any, TypeAlias

import joblib

from matcher.domain.profiles import PostingProfile, SeekerProfile
from matcher.matching import program
from matcher.matching.sides import PostingIndex, SeekerIndex

Index: TypeAlias = PostingIndex | SeekerIndex

_VERSION, _INDEX = "version", "index.joblib"
_PIECE = 1 << 20  # bytes that are summed up at a time

# Whoever opens an index makes locks and working memory of their own.
copyreg.pickle(type(Lock()), lambda _: (Lock, ()))
copyreg.pickle(local, lambda _: (local, ()))


class NotKept(LookupError):
    """The folder holds no index of this version: build it anew."""


def version_of(profiles: list[PostingProfile] | list[SeekerProfile]) -> str:
    """What tells an index of these profiles, made by this program, from every other one."""
    digest = sha256(program.state().encode())
    for profile in profiles:
        digest.update(repr(profile).encode())
    return digest.hexdigest()[:32]


def keep(index: object, folder: Path, version: str) -> None:
    """Write what was made to a folder of its own; one of another version gives way to it.

    Only one process at a time may: what others left half-written there is thrown away.
    """
    _clear(folder)
    with _in_place(folder) as made:
        joblib.dump(index, made / _INDEX)
        (made / _VERSION).write_text(f"{version} {_sum(made / _INDEX)}", "utf-8")
        for name in (_INDEX, _VERSION):
            _put_on_disk(made / name)


def ensure(folder: Path, version: str, make: Callable[[], object]) -> None:
    """Let the folder hold this version: made now, unless what stands there can be opened."""
    try:
        opened(folder, version)
    except NotKept:
        keep(make(), folder, version)


def is_kept(folder: Path, version: str) -> bool:
    """Whether this folder holds this version."""
    return _told(folder)[:1] == [version]


def opened(folder: Path, version: str) -> Any:
    """What was kept at this version, its arrays mapped and not read. Raises NotKept."""
    if not is_kept(folder, version):
        raise NotKept(f"{folder} holds no index of version {version}")
    try:
        if _told(folder)[1:] != [str(_sum(folder / _INDEX))]:
            raise NotKept(f"{folder} holds other bytes than were written")
        return joblib.load(folder / _INDEX, mmap_mode="c")
    except Exception as error:  # whatever is wrong with the file, it can be made again
        raise NotKept(f"{folder}: {error}") from error


def drop(folder: Path) -> None:
    """Delete an index, and what a crash left of one that was being written."""
    _clear(folder)
    shutil.rmtree(folder, ignore_errors=True)


def packed(folder: Path) -> bytes:
    """The whole folder as one piece, to be sent where it cannot be seen."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", compresslevel=1) as archive:
        archive.add(folder, arcname=".")
    return out.getvalue()


def unpack(content: bytes, folder: Path) -> None:
    """Make the folder again from what `packed` gave."""
    with _in_place(folder) as made, tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(made, filter="data")


def _told(folder: Path) -> list[str]:
    """The version that is kept and the sum of its bytes; nothing where there is none."""
    try:
        return (folder / _VERSION).read_text("utf-8").split()
    except (OSError, ValueError):
        return []


def _sum(path: Path) -> int:
    """Tells bytes that a disk spoilt: arrays are mapped, and would be believed as they stand."""
    total = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total = zlib.crc32(piece, total)
    return total


def _clear(folder: Path) -> None:
    """Delete what was being written when its process was killed."""
    for each in folder.parent.glob(f".{folder.name}-*"):
        shutil.rmtree(each, ignore_errors=True)


def _put_on_disk(path: Path) -> None:
    """Let the content be there before the name is, should the power fail."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _in_place(folder: Path) -> Iterator[Path]:
    """A folder to fill, which then takes the place of the other one; nothing of it stays if not.

    Who has the old one mapped keeps it until they let go.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    try:
        yield made
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
