"""Blocks on a Dask cluster: the same tasks, an index that moves once or not at all."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from distributed import Client, Security, Worker, WorkerPlugin
from distributed.comm import core

from matcher.matching import bulk, kept
from matcher.matching.bulk import AHEAD, Hire, Order, Staff, Unreachable

ANSWER = 5  # seconds for the scheduler to answer
PATIENCE = 30  # seconds for a first worker to be there


class Copy(WorkerPlugin):
    """Gives each worker, and each that joins later, the index that it cannot see."""

    def __init__(self, order: Order, content: bytes) -> None:
        self.name = f"fairmatch-{order.version}"
        self.folder, self.version, self.content = order.folder, order.version, content

    def setup(self, worker: Worker) -> None:
        """Unpack the index into the worker's own folder."""
        if self.content and not kept.is_kept(self.folder, self.version):
            bulk.copies[self.version] = Path(worker.local_directory) / self.name
            kept.unpack(self.content, bulk.copies[self.version])
        self.content = b""

    def teardown(self, worker: Worker) -> None:
        """Take the copy away again: people's own words may be in it."""
        if self.version in bulk.copies:
            shutil.rmtree(bulk.copies.pop(self.version), ignore_errors=True)


def reach(address: str) -> None:
    """Let the scheduler at this address answer; raises Unreachable where none does.

    A client that finds none hangs in its own end and leaves a traceback.
    """
    try:
        asyncio.run(asyncio.wait_for(_greet(address), ANSWER))
    except TimeoutError as error:
        raise Unreachable(f"{address}, {ANSWER} s") from error
    except Exception as error:  # another program's answer, or certificates that are not there
        raise Unreachable(f"{address}: {error}") from error


async def _greet(address: str) -> None:
    greet, security = cast("Any", core.connect), cast("Any", Security)  # they have no types
    comm = await greet(address, **security().get_connection_args("client"))
    await comm.close()


def dask(address: str) -> Hire:
    """The workers of the scheduler at this address; to hire them may raise Unreachable.

    Not joblib's Dask backend: it puts a block on one worker before giving it out, and a block
    whose worker dies is lost. A submitted block stays with the scheduler until it is answered.
    """

    @contextmanager
    def hire(order: Order) -> Iterator[Staff]:
        reach(address)
        make: Any = Client  # it has no types
        client = make(address, timeout=ANSWER, set_as_default=False)
        with client, _broadcast(client, order):
            pool = client.get_executor(pure=False)
            yield Staff(pool, lambda: AHEAD * max(1, sum(client.nthreads().values())))

    return hire


@contextmanager
def _broadcast(client: Any, order: Order) -> Iterator[None]:
    """Send the index to every worker if one of them does not see it, else not at all."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise Unreachable(str(error)) from error
    seen = client.run(kept.is_kept, order.folder, order.version)
    copy = Copy(order, b"" if all(seen.values()) else kept.packed(order.folder))
    client.register_plugin(copy)
    try:
        yield
    finally:
        client.unregister_worker_plugin(copy.name)
