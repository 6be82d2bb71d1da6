"""The finished blocks of a long run beside its output: a stopped run goes on where it stopped."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import IO

import click

from matcher.services.turns import only_one


@contextmanager
def holding(lock: Path, busy: str) -> Iterator[None]:
    """Keep other runs of this machine away; the complaint `busy` where one is at work already."""
    with only_one(lock) as ours:
        if not ours:
            raise click.ClickException(busy)
        yield


def alone(out: Path) -> AbstractContextManager[None]:
    """Keep other runs away from this output."""
    return holding(
        out.with_name(f".{out.name}.lock"),
        f"另一个 match-all 正在写 {out}，请等它结束，或换一个 --out。"
        f" / Another match-all is writing {out}: wait until it ends, or name another --out.",
    )


class Parts:
    """A folder of one file for each finished block, made from one version of everything.

    Only one process at a time may have it: see `alone`.
    """

    def __init__(self, out: Path, version: str, today: date) -> None:
        """Open the folder; what another version left there is thrown away."""
        self.out = out
        self.folder = out.with_name(f"{out.name}.parts")
        began = self._began(version)
        if began is None:
            self._begin(version, today)
        # Lists are all as of the day on which the run began, whenever it goes on.
        self.day = began or today

    def has(self, name: str) -> bool:
        """Whether this block is finished."""
        return self._part(name).exists()

    def put(self, name: str, text: str) -> None:
        """Keep a finished block, the whole of it or nothing."""
        self._write(self._part(name).name, text)

    def join(self, blocks: Mapping[str, int]) -> None:
        """Make the output of these blocks in their order, and take the folder away.

        Each must have so many lines; one that has not is thrown away, and told.
        """
        made = self.folder / "joined"
        with made.open("wb") as file:
            for name, lines in blocks.items():
                if self._copied(name, file) != lines:
                    self._part(name).unlink(missing_ok=True)
                    raise click.ClickException(
                        f"{self._part(name)} 不完整，请再运行一次，它会重新计算。"
                        f" / {self._part(name)} is not whole: run it again, it is made anew."
                    )
        os.replace(made, self.out)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _copied(self, name: str, out: IO[bytes]) -> int:
        """Append a block; returns how many lines it has."""
        if not self.has(name):
            return -1
        lines = 0
        with self._part(name).open("rb") as part:
            for line in part:
                out.write(line)
                lines += line.endswith(b"\n")
        return lines

    def _part(self, name: str) -> Path:
        return self.folder / f"{name}.part"

    def _began(self, version: str) -> date | None:
        """When the run of this version began that was stopped here; None if none was."""
        try:
            told = json.loads((self.folder / "run.json").read_text("utf-8"))
            return date.fromisoformat(told["day"]) if told["version"] == version else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _begin(self, version: str, today: date) -> None:
        if self.folder.exists():
            click.echo(
                f"{self.folder} 是另一次运行留下的，或已损坏：从头开始。"
                f" / {self.folder} was left by another run, or is broken: beginning anew.",
                err=True,
            )
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._write("run.json", json.dumps({"version": version, "day": today.isoformat()}))

    def _write(self, name: str, text: str) -> None:
        made = self.folder / f"{name}.{os.getpid()}.new"
        made.write_text(text, "utf-8")
        os.replace(made, self.folder / name)
