"""A whole server from outside: its CPU time for each kind of request, its memory, its streams."""

import asyncio
import os
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

from matcher.domain.terms import FeedKind
from web.access import cookie_name
from web.bench.stage import ASKED, Kind, Stage

_ENTRIES = 10
_APART = 0.1  # seconds between two entries, and …
_A_SECOND = 2000  # … no more messages a second than a machine that is shared with the phones can
_AT_ONCE = 100  # connections that are opened side by side
_PATIENCE = 120.0
_START = 60  # seconds that a server may take to come to rest, and …
_IDLE = 50.0  # … milliseconds of CPU in one second that are rest


@dataclass(frozen=True)
class Watched:
    """Processes of a server, seen through /proc."""

    pids: tuple[int, ...]

    def cpu_ms(self) -> float:
        """CPU time they took so far."""
        return sum(_cpu_ms(pid) for pid in self.pids)

    def settle(self) -> None:
        """Wait until the start is over: what has to be compiled is made in the background."""
        for _ in range(_START):
            before = self.cpu_ms()
            time.sleep(1)
            if self.cpu_ms() - before < _IDLE:
                return

    def memory_mib(self) -> float:
        """Their memory; what they share is counted once."""
        return sum(_pss_kib(pid) for pid in self.pids) / 1024


def requests(
    stage: Stage, url: str, server: Watched, kinds: Iterable[Kind], count: int
) -> list[dict[str, Any]]:
    """Milliseconds of the server's CPU for one request of each kind, over one connection."""
    place = urlsplit(url)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=_PATIENCE)
    rows = []
    for kind in kinds:
        turns = kind.turns()
        for path, token in islice(turns, 2):
            _ask(connection, path, token)
        before = server.cpu_ms()
        for path, token in islice(turns, count):
            _ask(connection, path, token)
        spent = (server.cpu_ms() - before) / count
        rows.append({"request": kind.name, "server_cpu_ms": round(spent, 3)})
    connection.close()
    return rows


def streams(stage: Stage, url: str, server: Watched, count: int) -> dict[str, Any]:
    """Open `count` event streams, tell all of them something, see when it arrives."""
    return asyncio.run(_Crowd(stage, url, server).run(count))


class _Crowd:
    """Many phones in one process."""

    def __init__(self, stage: Stage, url: str, server: Watched) -> None:
        self._stage = stage
        self._place = urlsplit(url)
        self._server = server
        self._told: dict[int, float] = {}  # when each entry was committed
        self._arrived: list[tuple[int, float]] = []

    async def run(self, count: int) -> dict[str, Any]:
        cpu, memory = self._server.cpu_ms(), self._server.memory_mib()
        began = time.monotonic()
        gate = asyncio.Semaphore(_AT_ONCE)
        phones = await asyncio.gather(*(self._open(gate) for _ in range(count)))
        connected = time.monotonic() - began
        connecting = self._server.cpu_ms() - cpu
        grown = self._server.memory_mib() - memory
        hearing = [asyncio.create_task(self._hear(reader)) for reader, _ in phones]
        cpu = self._server.cpu_ms()
        for number in range(_ENTRIES):
            await asyncio.to_thread(self._tell, number)
            await asyncio.sleep(max(_APART, count / _A_SECOND))
        await asyncio.wait(hearing, timeout=_PATIENCE)
        telling = self._server.cpu_ms() - cpu
        for _, writer in phones:
            writer.close()
        delays = sorted((at - self._told[number]) * 1e3 for number, at in self._arrived)
        return {
            "streams": count,
            "connected_s": round(connected, 2),
            "connect_cpu_ms": round(connecting / count, 3),
            "kib_per_stream": round(grown * 1024 / count, 1),
            "message_cpu_us": round(telling * 1e3 / (count * _ENTRIES), 1),
            "arrived": len(delays),
            "expected": count * _ENTRIES,
            "arrival_ms": round(median(delays), 1),
            "arrival_ms_p99": round(quantiles(delays, n=100)[98], 1),
        }

    async def _open(
        self, gate: asyncio.Semaphore
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host = self._place.hostname or ""
        async with gate:
            reader, writer = await asyncio.open_connection(host, self._place.port, limit=4096)
            path = f"/f/{self._stage.fair.slug}/events"
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            await reader.readuntil(b"event: hello\n")
        return reader, writer

    async def _hear(self, reader: asyncio.StreamReader) -> None:
        for _ in range(_ENTRIES):
            await reader.readuntil(b'"bench":')
            number = await reader.readuntil(b"}")
            self._arrived.append((int(number[:-1]), time.monotonic()))

    def _tell(self, number: int) -> None:
        with self._stage.workshop.writing() as work:
            payload = {"bench": number}
            work.announce(self._stage.fair.fair_id, FeedKind.CATALOG_CHANGED, payload)
            self._told[number] = time.monotonic()


def _ask(connection: HTTPConnection, path: str, token: str) -> None:
    """Ask once more after as many seconds as a server that is not ready says, as a phone does."""
    cookie = {"Cookie": f"{cookie_name(secure=False)}={token}"} if token else {}
    latest = time.monotonic() + _PATIENCE
    while True:
        connection.request("GET", path, headers=ASKED | cookie)
        answer = connection.getresponse()
        answer.read()
        again = answer.getheader("Retry-After") if answer.status == 503 else None
        if again is None or time.monotonic() > latest:
            break
        connection.close()  # a server lets go of one that is idle for so long
        time.sleep(float(again))
    if answer.status >= 400:
        raise RuntimeError(f"{path}: {answer.status}")


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _cpu_ms(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1e3 / os.sysconf("SC_CLK_TCK")


def _pss_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
