"""`fairmatch serve`: run the site on the database of the settings."""

from functools import partial
from pathlib import Path

import click

from matcher.cli.opening import database_option, open_workshop, settings
from matcher.settings import Settings
from web.commands import serving


@click.command("serve", help="Run the site.")
@click.option("--host", help="Address to listen on; FAIRMATCH_HOST otherwise.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port; FAIRMATCH_PORT otherwise.")
@click.option("--socket", type=click.Path(path_type=Path), help="Unix socket instead of a port.")
@database_option
def command(host: str | None, port: int | None, socket: Path | None, database: str | None) -> None:
    """Run the site until Ctrl-C."""
    from matcher.services import housekeeping  # options are listed without the database library

    found = settings(database)
    if socket is not None:
        _serve_at(socket, found, database)
        return
    held = serving.hold_port(host or found.host, found.port if port is None else port)
    with held, open_workshop(database, makes=True) as workshop:
        workshop.patiently(partial(housekeeping.tidy, retention_days=found.retention_days))
        server = serving.make_server(found, workshop, held)
        address, number = held.getsockname()[:2]
        click.echo(f"Fairmatch: http://{address}:{number}/  (Ctrl-C)")
        serving.run(server, held)
    click.echo("已停止。/ Stopped.")


def _serve_at(socket: Path, found: Settings, database: str | None) -> None:
    """One worker of several behind a proxy: whoever starts them says so and tidies."""
    with open_workshop(database, makes=True) as workshop:
        server = serving.make_server(found, workshop)
        with serving.hold_socket(socket) as held:  # not before: the proxy would wait for us
            serving.run(server, held)
