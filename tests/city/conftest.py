"""A city started by its own command: nginx, two workers, PostgreSQL, and the bell over either."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from sqlalchemy import make_url

from matcher.services import warming
from matcher.services.opening import open_workshop
from matcher.services.work import Workshop
from tests.conftest import on_server
from tests.live.conftest import PATIENCE, Stream
from tests.people import People
from web.city import proxy

WORKERS = 2
START = 240  # seconds; a machine that runs many tests at once loads the site slowly


class WorkerConnection(HTTPConnection):
    """A connection to one worker, past nginx."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=6 * PATIENCE)  # compiles at first use
        self.path = path

    def connect(self) -> None:
        """Connect to the worker's socket."""
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


@dataclass(frozen=True)
class Worker:
    """The way to one worker, as nginx takes it."""

    path: Path

    def connect(self) -> HTTPConnection:
        """A connection to it."""
        return WorkerConnection(self.path)


@dataclass
class City:
    """A city that runs; what speaks to a server can speak to it."""

    process: "subprocess.Popen[str]"
    port: int
    state: Path
    workshop: Workshop
    redis_url: str | None
    workers: list[Worker] = field(default_factory=list)

    def connect(self) -> HTTPConnection:
        """A connection through nginx."""
        return HTTPConnection("127.0.0.1", self.port, timeout=3 * PATIENCE)

    def stream(self, path: str, last_event_id: int | None = None) -> Stream:
        """Open an event stream through nginx."""
        return Stream(self.connect(), path, last_event_id)

    def pids(self) -> dict[str, int]:
        """The processes of the workers by their socket."""
        found = {}
        for child in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.Error):  # ended, and not buried yet
                line = child.cmdline()
                if "--socket" in line:
                    found[line[-1]] = child.pid
        return found


def wait_for(what: Callable[[], bool], seconds: float = START) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture(scope="session")
def servers() -> tuple[str, str]:
    """The addresses of PostgreSQL and Redis; skipped where one of them or nginx is not there."""
    database = os.environ.get("FAIRMATCH_TEST_DATABASE_URL")
    redis_url = os.environ.get("FAIRMATCH_TEST_REDIS_URL")
    if not database or not redis_url:
        pytest.skip("FAIRMATCH_TEST_DATABASE_URL or FAIRMATCH_TEST_REDIS_URL names no server")
    if proxy.program() is None:
        pytest.skip("nginx is not installed")
    return database, redis_url


@pytest.fixture(scope="session")
def cities(
    servers: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], City]]:
    """A city with its bell over "redis" or "postgresql", started once each."""
    running: dict[str, City] = {}

    def city(bell: str) -> City:
        if bell not in running:
            folder = tmp_path_factory.mktemp("city")
            running[bell] = _start(folder, servers[0], servers[1] if bell == "redis" else None)
        return running[bell]

    yield city
    for one in running.values():
        _end(one)


@pytest.fixture(params=["redis", "postgresql"])
def city(request: pytest.FixtureRequest, cities: Callable[[str], City]) -> City:
    """The city, with either bell."""
    return cities(request.param)


@pytest.fixture
def workshop(city: City) -> Workshop:
    """A workshop on the city's database, which rings the city's bell."""
    return city.workshop


@pytest.fixture
def people(workshop: Workshop) -> People:
    """Two fairs of this test's own."""
    return People.move_in(workshop, tag=uuid4().hex[:8])


@pytest.fixture
def serve(city: City) -> Callable[..., City]:
    """What other tests call to start a server: here it runs already."""
    return lambda: city


def _start(folder: Path, server: str, redis_url: str | None) -> City:
    name = f"fairmatch_city_{uuid4().hex[:12]}"
    on_server(server, f"CREATE DATABASE {name}")
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    if redis_url:
        _forget_the_last_run(redis_url)
    warming.rank_once()  # on a new machine the first pages would say that they are being made ready
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "FAIRMATCH_FOLDER": str(folder),
        "FAIRMATCH_DATABASE_URL": url,
        "FAIRMATCH_REDIS_URL": redis_url or "",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "web.command", "city", f"--port={port}", f"--workers={WORKERS}"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    assert said == f"Fairmatch: http://127.0.0.1:{port}/  ({WORKERS} workers)\n"
    state = folder / "city"
    doors = [Worker(state / f"worker-{number + 1}.sock") for number in range(WORKERS)]
    return City(process, port, state, open_workshop(url, redis_url=redis_url), redis_url, doors)


def _forget_the_last_run(redis_url: str) -> None:
    import redis

    client = redis.Redis.from_url(redis_url)
    client.flushdb()
    client.close()


def _end(city: City) -> None:
    if city.process.poll() is None:
        city.process.terminate()
        city.process.communicate(timeout=60)
    city.workshop.close()
    url = city.workshop.database.url
    on_server(url.render_as_string(hide_password=False), f"DROP DATABASE {url.database} (FORCE)")
