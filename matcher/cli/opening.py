"""Opens the workshop for one command: the settings' database, or the one named by --database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from matcher.settings import Settings

if TYPE_CHECKING:
    from matcher.services.work import Workshop

database_option = click.option(
    "--database", metavar="URL", help="Database to use instead of FAIRMATCH_DATABASE_URL."
)


def settings(database: str | None = None) -> Settings:
    """The settings, with --database where it was given; one sentence where they cannot be used."""
    try:
        found = Settings.from_env()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    return replace(found, database_url=database) if database else found


@contextmanager
def open_workshop(database: str | None) -> Iterator["Workshop"]:
    """A workshop for the length of one command; loads the database library."""
    from matcher.services.opening import open_workshop as open_services

    found = settings(database)
    workshop = open_services(
        found.database_url,
        redis_url=found.redis_url,
        time_zone=found.time_zone,
        folder=found.folder,
    )
    try:
        yield workshop
    finally:
        workshop.close()
