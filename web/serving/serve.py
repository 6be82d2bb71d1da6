"""`fairmatch serve`: the site, on the database that the settings name."""

from dataclasses import replace

import click

from matcher.cli.opening import database_option, open_workshop, settings
from matcher.services import housekeeping
from web.serving import ports


@click.command("serve", help="Serve the site until Ctrl-C.")
@click.option("--host", default=None, help="Address to listen on; 0.0.0.0 for the whole hall.")
@click.option("--port", default=None, type=click.IntRange(1, 65535), help="Port to listen on.")
@database_option
def command(host: str | None, port: int | None, database: str | None) -> None:
    """Serve the site until Ctrl-C."""
    found = settings(database)
    found = replace(found, host=host or found.host, port=port or found.port)
    ports.need(found.host, found.port)
    from web.serving.run import run

    with open_workshop(database) as workshop:
        with workshop.writing() as work:
            housekeeping.tidy(work, retention_days=found.retention_days)
        run(found, workshop, ready=lambda: click.echo(f"http://{found.host}:{found.port}"))
    click.echo("已停止 / stopped")
