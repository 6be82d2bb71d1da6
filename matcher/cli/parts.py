"""The finished blocks of a long run beside its output: a stopped run goes on where it stopped."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path


class Parts:
    """A folder of one file for each finished block, made from one version of everything."""

    def __init__(self, out: Path, version: str, today: date) -> None:
        """Open the folder; what another version left there is thrown away."""
        self.out = out
        self.folder = out.with_name(f"{out.name}.parts")
        if self._told().get("version") != version:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            self._write("run.json", json.dumps({"version": version, "day": today.isoformat()}))
        # Lists are all as of the day on which the run began, whenever it goes on.
        self.day = date.fromisoformat(self._told()["day"])

    def has(self, name: str) -> bool:
        """Whether this block is finished."""
        return (self.folder / f"{name}.part").exists()

    def put(self, name: str, text: str) -> None:
        """Keep a finished block, the whole of it or nothing."""
        self._write(f"{name}.part", text)

    def join(self) -> None:
        """Make the output of all blocks in their order, and take the folder away."""
        made = self.folder / "joined"
        with made.open("wb") as file:
            for part in self._finished():
                with part.open("rb") as text:
                    shutil.copyfileobj(text, file)
        os.replace(made, self.out)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _finished(self) -> Iterator[Path]:
        yield from sorted(self.folder.glob("*.part"))

    def _told(self) -> dict[str, str]:
        try:
            found = json.loads((self.folder / "run.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, name: str, text: str) -> None:
        made = self.folder / f"{name}.new"
        made.write_text(text, "utf-8")
        os.replace(made, self.folder / name)
