"""`fairmatch serve`: run the site on the database of the settings."""

import click

from matcher.cli.opening import database_option, open_workshop, settings
from matcher.services import housekeeping
from web.commands import serving


@click.command("serve", help="Run the site.")
@click.option("--host", help="Address to listen on; FAIRMATCH_HOST otherwise.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port; FAIRMATCH_PORT otherwise.")
@database_option
def command(host: str | None, port: int | None, database: str | None) -> None:
    """Run the site until Ctrl-C."""
    found = settings(database)
    held = serving.hold_port(host or found.host, found.port if port is None else port)
    with held, open_workshop(database) as workshop:
        with workshop.writing() as work:
            housekeeping.tidy(work, retention_days=found.retention_days)
        server = serving.make_server(found, workshop, held)
        address, number = held.getsockname()[:2]
        click.echo(f"Fairmatch: http://{address}:{number}/  (Ctrl-C)")
        serving.run(server, held)
    click.echo("已停止。/ Stopped.")
