"""`fairmatch bench server`: what a server takes to be ready for a fair that is there."""

import json
import tempfile
from pathlib import Path
from typing import Any

import click

from matcher.cli import opening


@click.command("server", help="How long a server takes to be ready for a fair, and its memory.")
@click.option("--fair", required=True, metavar="F", help="A published fair, by its short name.")
@click.option("--json", "as_json", is_flag=True, help="Print one document.")
@opening.database_option
def command(fair: str, as_json: bool, database: str | None) -> None:
    """Start twice, each time in a process of its own; the database is only read."""
    from matcher.domain.errors import NotFound
    from web.bench import start

    found = opening.settings(database)
    try:
        with opening.plainly(found.database_url), tempfile.TemporaryDirectory() as folder:
            starts = start.measure(found.database_url, fair, Path(folder))
    except NotFound:
        raise click.ClickException(f"no published fair {fair}") from None
    click.echo(json.dumps(starts, indent=2)) if as_json else _show(starts)


def _show(starts: dict[str, dict[str, Any]]) -> None:
    click.echo(f"| | {' | '.join(starts)} |\n|---|{'--:|' * len(starts)}")
    for name in next(iter(starts.values())):
        click.echo(f"| {name} | {' | '.join(str(each[name]) for each in starts.values())} |")
