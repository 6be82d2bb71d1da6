"""What one machine of a city runs: how many workers, where they listen, who stands in front."""

import os
import resource
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from matcher.settings import Settings

_FILES = 65_536


def _allow_many_files() -> int:
    """Open files that this process and its children may have: each phone takes one or two."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return wanted
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted


@dataclass(frozen=True)
class Plan:
    """Everything that `fairmatch city` was told, and what follows from it."""

    settings: Settings
    workers: int
    host: str
    port: int
    state: Path  # sockets, nginx's own files and logs
    certificate: Path | None = None
    certificate_key: Path | None = None
    behind: tuple[str, ...] = ()  # load balancers whose word on who asks is believed
    files: int = field(default_factory=_allow_many_files)

    @property
    def sockets(self) -> list[Path]:
        """Where each worker listens; nobody but this user and nginx can reach it."""
        return [self.state / f"worker-{number}.sock" for number in range(1, self.workers + 1)]

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach the site over HTTPS, here or at the load balancer."""
        return self.certificate is not None or self.settings.secure

    @property
    def address(self) -> str:
        """The address of the site as a browser on this machine types it."""
        shown = "127.0.0.1" if self.host in ("0.0.0.0", "::", "*") else self.host
        place = f"[{shown}]:{self.port}" if ":" in shown else f"{shown}:{self.port}"
        return f"{'https' if self.certificate else 'http'}://{place}"

    @property
    def listen(self) -> str:
        """The address as nginx wants it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def command_of(self, socket: Path) -> list[str]:
        """What starts the worker at this socket."""
        return [sys.executable, "-m", "web.command", "serve", "--socket", str(socket)]

    def environment(self) -> Mapping[str, str]:
        """What the workers read: ours, with nginx as the one proxy in front of them."""
        return {
            **os.environ,
            "FAIRMATCH_DATABASE_URL": self.settings.database_url,
            "FAIRMATCH_FOLDER": str(self.settings.folder),
            "FAIRMATCH_SECURE": "1" if self.is_secure else "",
            "FAIRMATCH_TRUSTED_PROXIES": "1",
        }

    def make_room(self) -> None:
        """The folder of the sockets, shut for everybody else, and nginx's folders in it."""
        self.state.mkdir(parents=True, exist_ok=True)
        self.state.chmod(0o700)
        for name in ("logs", "temp"):
            (self.state / name).mkdir(exist_ok=True)
