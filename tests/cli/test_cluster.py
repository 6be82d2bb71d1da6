"""`fairmatch match-all --cluster`: two workers, one of which dies, and the same bytes."""

import importlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from matcher.cli.parts import Parts
from matcher.matching import kept
from matcher.matching.bulk import Order
from tests.cli.test_match_all import run, write_records

distributed = pytest.importorskip("distributed", reason="fairmatch[cluster] is not installed")
dask = importlib.import_module("matcher.matching.cluster")
pytestmark = pytest.mark.timeout(300)  # four processes load the whole library

PEOPLE, BLOCK = 120, 4


@dataclass
class Cluster:
    """A scheduler and its workers, each a process of its own."""

    address: str
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]]

    def kill_one(self) -> None:
        """As a power cut would."""
        self.workers[0].send_signal(signal.SIGKILL)
        self.workers[0].wait()


def start(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    """One process of the engine, with its working files in this folder."""
    with (folder / "log").open("a") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=folder,
            env={**os.environ, "DASK_TEMPORARY_DIRECTORY": str(folder)},
            stdout=log,
            stderr=log,
            text=True,
        )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files, and what one process makes of them."""
    made = tmp_path_factory.mktemp("cluster")
    write_records(made, PEOPLE)
    local = run(made, "--jobs=1", f"--block={BLOCK}", out="local")
    assert local.exit_code == 0, local.output
    return made


@pytest.fixture(scope="module")
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler and two workers on free ports."""
    where = folder / "scheduler.json"
    told = ["--scheduler-file", str(where)]
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = start("distributed.cli.dask_scheduler", *here, "--port=0", *told, folder=folder)
    alone = [*here, "--no-nanny", "--nthreads=1", *told]
    workers = [start("distributed.cli.dask_worker", *alone, folder=folder) for _ in range(2)]
    try:
        with distributed.Client(scheduler_file=str(where), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield Cluster(address, scheduler, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def hidden(
    monkeypatch: pytest.MonkeyPatch, broadcast: Callable[..., Any], client: Any, order: Order
) -> Any:
    """Take the index from where workers look for it: another machine would not see it either."""
    content = kept.packed(order.folder)
    order.folder.rename(order.folder.with_name("hidden"))
    monkeypatch.setattr(kept, "packed", lambda _: content)
    return broadcast(client, order)


def test_workers_that_do_not_see_the_index_get_it(
    folder: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask, "_broadcast", partial(hidden, monkeypatch, dask._broadcast))
    far = run(folder, f"--cluster={cluster.address}", f"--block={BLOCK}", out="far")
    assert far.exit_code == 0, (far.output, far.exception)
    assert (folder / "far").read_bytes() == (folder / "local").read_bytes()


@pytest.fixture
def deaf() -> Iterator[int]:
    """A port where somebody takes the call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_cluster_that_does_not_answer_is_told_soon(
    folder: Path, deaf: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask, "ANSWER", 1)
    for address in (f"tcp://127.0.0.1:{deaf}", "tcp://127.0.0.1:1", f"tls://127.0.0.1:{deaf}"):
        told = run(folder, f"--cluster={address}", out="none")
        assert told.exit_code == 1
        assert isinstance(told.exception, SystemExit)
        assert f"The cluster does not answer ({address}" in told.output
        assert len(told.output.splitlines()) == 1
    assert not (folder / "none.parts").exists()


def kill_after(monkeypatch: pytest.MonkeyPatch, cluster: Cluster, blocks: int) -> None:
    """Let a worker die when so many blocks are back: both are at work then."""
    keep, done = Parts.put, []

    def put(parts: Parts, name: str, text: str) -> None:
        keep(parts, name, text)
        done.append(name)
        if len(done) == blocks:
            cluster.kill_one()

    monkeypatch.setattr(Parts, "put", put)


def test_a_worker_that_dies_costs_its_block_only(
    folder: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_after(monkeypatch, cluster, 3)
    far = run(folder, f"--cluster={cluster.address}", f"--block={BLOCK}", out="far")
    assert far.exit_code == 0, (far.output, far.exception)
    assert cluster.workers[0].returncode == -signal.SIGKILL
    assert (folder / "far").read_bytes() == (folder / "local").read_bytes()
