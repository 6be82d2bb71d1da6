"""An engine on disk: arrays that processes map into memory and share, never half written."""

import json
import os
import shutil
from pathlib import Path

import numpy as np

from matcher.matching.engine.engine import Engine
from matcher.matching.engine.segment import Ints, Segment

LAYOUT = 1  # changes whenever the arrays mean something else


class Unusable(Exception):
    """The folder holds no whole engine of this layout; the reason is for a log."""


def save(engine: Engine, folder: Path, *, version: str = "") -> None:
    """Write the engine's lists in place of what stood in `folder`; all or nothing.

    What was added or removed since the lists were made is not written: build anew first.
    """
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    sizes = {name: _write(fresh / f"{name}.npy", array) for name, array in _arrays(engine)}
    manifest = {"layout": LAYOUT, "version": version, "groups": engine.groups, "sizes": sizes}
    _write_text(fresh / "manifest.json", json.dumps(manifest))
    _sync(fresh)
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    _sync(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def load(folder: Path, *, version: str = "") -> Engine:
    """Map the engine in `folder` into memory; its pages are shared with other processes.

    Raises Unusable where there is none, a broken one, or one of another `version`.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if (manifest["layout"], manifest["version"]) != (LAYOUT, version):
            raise Unusable("another layout or version")
        arrays = {
            name: _map(folder / f"{name}.npy", size) for name, size in manifest["sizes"].items()
        }
        segments = [
            Segment(*(arrays[f"{at}-{field}"] for field in Segment._fields))
            for at in range(len(manifest["groups"]))
        ]
        return Engine(segments, manifest["groups"], arrays["numbers"], arrays["owners"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unusable(str(error)) from error


def _arrays(engine: Engine) -> list[tuple[str, Ints]]:
    found = [("numbers", engine.numbers), ("owners", engine.owners)]
    for at, segment in enumerate(engine.segments):
        found += [(f"{at}-{field}", array) for field, array in segment._asdict().items()]
    return found


def _write(path: Path, array: Ints) -> int:
    with path.open("wb") as file:
        np.save(file, array)
        file.flush()
        os.fsync(file.fileno())
    return path.stat().st_size


def _write_text(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _map(path: Path, size: int) -> Ints:
    if path.stat().st_size != size:
        raise Unusable(f"{path.name} is cut short")
    # Copy on write: pages are shared as long as nobody writes, and nobody does.
    array: Ints = np.load(path, mmap_mode="c", allow_pickle=False) if size > 128 else np.load(path)
    return array.view(np.ndarray)
