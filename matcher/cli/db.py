"""`fairmatch db`: bring the database up to date, or say whether it is."""

from functools import partial

import click

from matcher.cli.opening import database_option, open_database, open_workshop, settings


@click.group("db", help="Look after the database.")
def command() -> None:
    """Look after the database."""


@command.command("upgrade", help="Bring the tables to this version's shape.")
@database_option
def upgrade(database: str | None) -> None:
    """Bring the tables to this version's shape."""
    with open_database(database, makes=True) as found:
        found.upgrade()
        click.echo(f"{found.describe()}: up to date")


@command.command("check", help="Say whether the tables have this version's shape.")
@database_option
def check(database: str | None) -> None:
    """Exit 1 where `db upgrade` is needed."""
    with open_database(database) as found:
        current = found.is_current()
    click.echo("up to date" if current else "needs: fairmatch db upgrade")
    raise SystemExit(0 if current else 1)


@command.command("tidy", help="Erase personal data whose time is over, and old sessions.")
@database_option
def tidy(database: str | None) -> None:
    """Erase what is older than FAIRMATCH_RETENTION_DAYS; serving does it at each start."""
    from matcher.services import housekeeping

    days = settings(database).retention_days
    with open_workshop(database) as workshop:
        erased = workshop.patiently(partial(housekeeping.tidy, retention_days=days))
        click.echo(f"erased: {erased}")


@command.command("revision", help="Write the next migration from the models (for developers).")
@click.argument("message")
@click.argument("number")
@database_option
def revision(message: str, number: str, database: str | None) -> None:
    """Write the next numbered migration."""
    from matcher.storage.database import write_migration

    with open_database(database) as found:
        write_migration(found, message, number)
