"""Where things stand in a checkout, and how programs are run there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.setup import stops

HARDLY_ANY_ROOM = 100 * 1024**2  # bytes; some programs do not say that a full disk stopped them


@dataclass(frozen=True)
class Place:
    """One checkout and the environment inside it."""

    root: Path

    @property
    def venv(self) -> Path:
        """Folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def vendor(self) -> Path:
        """Folder of the front-end files that come from npm packages."""
        return self.root / "web" / "static" / "vendor"

    def program(self, name: str) -> Path:
        """Path of a program inside the environment."""
        windows = os.name == "nt"
        return self.venv / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)

    def run(
        self,
        what: str,
        command: Sequence[str | Path],
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> str:
        """Run a program quietly and return its output; raises Stop with the reason it failed."""
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd or self.root,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode == 0:
            return done.stdout
        known = stops.from_output(what, done.stdout, self.root)
        if known is None and shutil.disk_usage(self.root).free < HARDLY_ANY_ROOM:
            known = stops.disk_full(self.root)
        raise known or stops.failed(what, _kept(done.stdout))


def _kept(output: str) -> Path:
    with tempfile.NamedTemporaryFile(
        "w", prefix="fairmatch-setup-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(output)
    return Path(log.name)
