"""Does the steps of the set-up in order, skips those that are current, prints the time of each."""

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.setup import assets, python, stops, translations
from tools.setup.place import Place
from tools.setup.stamps import Stamps, key_of


@dataclass(frozen=True)
class Step:
    """One thing to have: what it is called, what it was made from, and how to make it."""

    name: str
    title: str
    key: str
    is_there: Callable[[], bool]
    do: Callable[[], None]


def main(arguments: Sequence[str]) -> int:
    """Make or refresh the environment of this checkout; the exit status (0 = ready)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", line_buffering=True)
    parser = argparse.ArgumentParser(prog="setup_env.py", description="环境准备 / set-up")
    parser.add_argument(
        "--dev", action="store_true", help="测试与检查工具 / test and check tools too"
    )
    options = parser.parse_args(arguments)
    place = Place(Path(__file__).resolve().parents[2])
    try:
        with alone(place.root):
            set_up(place, dev=options.dev)
    except stops.Stop as stop:
        print(stop, file=sys.stderr)
    except OSError as error:
        print(stops.from_os_error(error, place.root), file=sys.stderr)
    except KeyboardInterrupt:
        print("已中断，再运行一次会接着做。 / Interrupted; run it again to go on.", file=sys.stderr)
        return 130
    else:
        return 0
    return 1


def set_up(place: Place, *, dev: bool) -> None:
    """Do every step that is not current, and say so."""
    started = time.perf_counter()
    stamps = Stamps(place.venv / "setup-stamps.json")
    for step in steps(place, dev=dev):
        if stamps.are_current(step.name, step.key) and step.is_there():
            continue
        begun = time.perf_counter()
        print(f"  {step.title} … ", end="", flush=True)
        stamps.forget(step.name)
        try:
            step.do()
        except BaseException:
            print()
            raise
        stamps.keep(step.name, step.key)
        print(f"{time.perf_counter() - begun:.1f} s")
    print(f"环境已就绪 / Environment ready: {time.perf_counter() - started:.1f} s")


def steps(place: Place, *, dev: bool) -> Iterator[Step]:
    """The steps in order; each key grows from the one before, so a new environment redoes all."""
    root, program = place.root, place.program
    venv = key_of(sys.version, sys.base_prefix, str(root))
    yield Step(
        "venv",
        "虚拟环境 / virtual environment",
        venv,
        lambda: python.venv_works(place),
        lambda: python.make_venv(place),
    )
    build = key_of(venv, root / "requirements-build.lock")
    yield Step(
        "installer",
        "安装工具 uv / installer uv",
        build,
        program("uv").is_file,
        lambda: python.bring_installer(place),
    )
    lock = root / ("requirements-dev.lock" if dev else "requirements.lock")
    yield Step(
        lock.stem,
        "Python 软件包 / Python packages",
        key_of(build, lock),
        program("flask").is_file,
        lambda: python.install_packages(place, lock),
    )
    yield Step(
        "project",
        "Fairmatch 本身 / Fairmatch itself",
        key_of(build, root / "pyproject.toml"),
        program("fairmatch").is_file,
        lambda: python.install_project(place),
    )
    yield Step(
        "assets",
        "网页资源 / front-end files",
        key_of(venv, *assets.sources(place)),
        (place.vendor / "manifest.json").is_file,
        lambda: assets.bring_assets(place),
    )
    yield Step(
        "translations",
        "界面文字 / translations",
        key_of(venv, *translations.sources(place)),
        lambda: translations.are_compiled(place),
        lambda: translations.compile_all(place),
    )
    yield Step(
        "compiled",
        "预编译 / compiled files",
        key_of(build, lock, root / "pyproject.toml"),
        lambda: True,
        lambda: python.compile_ahead(place),
    )


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold other set-ups of the same checkout back until this one is through."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows; two set-ups at once are rare there
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
