"""`fairmatch bench web`: what each request costs, and what open streams cost."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli import opening
from matcher.settings import Settings
from web.commands import serving

if TYPE_CHECKING:
    from web.bench.outside import Watched
    from web.bench.stage import Stage

_COLUMNS = {
    "request": "request",
    "cpu_ms": "CPU ms",
    "cpu_ms_p99": "p99",
    "rendering": "rendering",
    "queries": "queries",
    "ranking": "ranking",
    "beyond_rendering": "beyond rendering",
    "statements": "statements",
    "server_cpu_ms": "whole server",
}

_WIDTH = 120  # below which the table would lose its words, in a file for example


@click.command("web", help="What each request costs, by its parts; streams.")
@click.option("--requests", default=200, show_default=True, type=click.IntRange(2))
@click.option("--streams", default=300, show_default=True, type=click.IntRange(0))
@click.option("--url", help="A server that runs on the same database, instead of one of its own.")
@click.option("--pid", "pids", multiple=True, type=int, help="A process of that server.")
@click.option("--json", "as_json", is_flag=True, help="Print one document.")
@opening.database_option
def command(
    requests: int,
    streams: int,
    url: str | None,
    pids: tuple[int, ...],
    as_json: bool,
    database: str | None,
) -> None:
    """Build the demo fair in a place of its own, ask for each kind of page, open streams."""
    from matcher.services.opening import open_workshop
    from web.bench import inside, outside, stage

    serving.allow_many_streams()
    with tempfile.TemporaryDirectory() as folder:
        found = _settings(Path(folder), database)
        with opening.plainly(found.database_url, makes=True):
            workshop = open_workshop(
                found.database_url, redis_url=found.redis_url, folder=found.folder
            )
        try:
            built = stage.build(workshop, requests + 2, lambda *_: None)
            rows = inside.measure(built, found, requests)
            with _server(found, url, pids) as (address, server):
                server.settle()
                told = _outside(built, address, server, requests)
                open_ones = outside.streams(built, address, server, streams) if streams else {}
                memory = round(server.memory_mib(), 1)
        finally:
            workshop.close()
    _merge(rows, told)
    document = {"requests": rows, "streams": open_ones, "memory_mib": memory}
    click.echo(json.dumps(document, indent=2)) if as_json else _show(document)


def _settings(folder: Path, database: str | None) -> Settings:
    found = opening.settings(database)
    url = database or f"sqlite:///{folder}/bench.sqlite"
    return replace(found, folder=folder, database_url=url)


@contextmanager
def _server(
    found: Settings, url: str | None, pids: tuple[int, ...]
) -> Iterator[tuple[str, "Watched"]]:
    """The server that is named, or one worker started for the time being."""
    from web.bench.outside import Watched, free_port

    if url is not None:
        yield url, Watched(pids)
        return
    port = free_port()
    line = [sys.executable, "-m", "web.command", "serve", f"--port={port}"]
    with subprocess.Popen(
        [*line, f"--database={found.database_url}"], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield f"http://127.0.0.1:{port}", Watched((process.pid,))
        finally:
            process.terminate()


def _outside(
    built: "Stage", address: str, server: "Watched", requests: int
) -> list[dict[str, Any]]:
    from web.bench import outside

    kinds = [kind for kind in built.kinds() if not kind.is_post]
    return outside.requests(built, address, server, kinds, requests)


def _merge(rows: list[dict[str, Any]], told: list[dict[str, Any]]) -> None:
    by_name = {row["request"]: row for row in rows}
    for row in told:
        by_name[row["request"]].update(row)


def _show(document: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table()
    for title in _COLUMNS.values():
        table.add_column(title, justify="left" if title == "request" else "right")
    for row in document["requests"]:
        table.add_row(*(str(row.get(name, "")) for name in _COLUMNS))
    console = Console()
    console.width = max(console.width, _WIDTH)
    console.print(table)
    for name, value in (*document["streams"].items(), ("memory_mib", document["memory_mib"])):
        console.print(f"{name}: {value}")
