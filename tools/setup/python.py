"""The Python side: a virtual environment, the locked packages in it, and Fairmatch itself."""

import ast
import functools
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tools.setup import stops
from tools.setup.place import Place

# How pip's own settings are called in uv, which does not read them.
UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "cert": "SSL_CERT_FILE",
    "proxy": "ALL_PROXY",
    "trusted-host": "UV_INSECURE_HOST",
}

# What the commands load that an organizer types.
STARTED = (
    "web.command",
    "web.site",
    "web.commands.demo",
    "web.commands.serve",
    "matcher.cli.account",
    "matcher.cli.db",
    "matcher.cli.export",
    "matcher.cli.importing",
    "matcher.cli.match",
    "matcher.cli.match_all",
    "matcher.cli.rank",
    "matcher.cli.read",
    "matcher.services.opening",
    "xlsxwriter",  # loaded only where a workbook is written
)


def make_venv(place: Place) -> None:
    """Make the virtual environment anew; raises Stop where this Python cannot."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise stops.no_venv()
    place.run("python -m venv", [sys.executable, "-m", "venv", "--clear", place.venv])


def venv_works(place: Place) -> bool:
    """Whether the environment's interpreter is there and starts."""
    try:
        done = subprocess.run([str(place.program("python")), "-c", ""], check=False)
    except OSError:
        return False
    return done.returncode == 0


def bring_installer(place: Place) -> None:
    """Let pip fetch uv and the build backend, checked against their hashes."""
    lock = place.root / "requirements-build.lock"
    pip: list[str | Path] = [place.program("python"), "-m", "pip", "--disable-pip-version-check"]
    place.run("uv", [*pip, "install", "--quiet", "--require-hashes", "-r", lock])


def install_packages(place: Place, lock: Path) -> None:
    """Install every package of one lock, checked against its hashes."""
    install(place, "Python packages", ["--require-hashes", "-r", lock])


def install_project(place: Place) -> None:
    """Make `fairmatch` and its packages importable straight from this checkout."""
    install(place, "fairmatch", ["--no-deps", "--no-build-isolation", "--editable", place.root])


def compile_ahead(place: Place) -> None:
    """Keep what a start compiles, also on machines that forbid it later, as many containers do."""
    imported = f"import {', '.join(STARTED)}"
    place.run(
        "compiled files",
        [place.program("python"), "-c", imported],
        env={"PYTHONDONTWRITEBYTECODE": ""},
    )


def install(place: Place, what: str, arguments: list[str | Path]) -> None:
    """Run uv's installer on the environment, through the package index that pip is set to."""
    uv: list[str | Path] = [place.program("uv"), "pip", "install"]
    place.run(
        what, [*uv, "--python", place.program("python"), *arguments], env=index_settings(place)
    )


@functools.cache
def index_settings(place: Place) -> dict[str, str]:
    """pip's index, certificate and proxy (a mirror, say) as uv's variables, if uv has none."""
    listed = place.run("pip config", [place.program("python"), "-m", "pip", "config", "list"])
    found: dict[str, str] = {}
    for line in listed.splitlines():
        name, equals, value = line.partition("=")
        variable = UV_NAMES.get(name.rpartition(".")[2])
        if equals and variable and variable not in os.environ:
            found[variable] = str(ast.literal_eval(value))
    return found
