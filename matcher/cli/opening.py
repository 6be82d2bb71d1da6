"""Opens the workshop for one command: the settings' database, or the one named by --database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from matcher.settings import Settings

if TYPE_CHECKING:
    from matcher.services.work import Work, Workshop
    from matcher.storage.database import Database
    from matcher.storage.fairs import Fair

database_option = click.option(
    "--database", metavar="URL", help="Database to use instead of FAIRMATCH_DATABASE_URL."
)


def settings(database: str | None = None) -> Settings:
    """The settings, with --database where it was given; one sentence where they cannot be used."""
    try:
        found = Settings.from_env()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:  # where the secret is kept
        raise click.ClickException(
            f"FAIRMATCH_FOLDER 的文件夹读写不了（{error}）。"
            f" / The folder FAIRMATCH_FOLDER cannot be read or written ({error})."
        ) from None
    return replace(found, database_url=database) if database else found


@contextmanager
def open_workshop(database: str | None, *, makes: bool = False) -> Iterator["Workshop"]:
    """A workshop for the length of one command; loads the database library.

    Only a command that `makes` a database where there is none may be the first one.
    """
    from sqlalchemy.exc import DBAPIError

    from matcher.services.opening import open_workshop as open_services

    found = settings(database)
    with plainly(found.database_url, makes=makes):
        workshop = open_services(
            found.database_url,
            redis_url=found.redis_url,
            time_zone=found.time_zone,
            folder=found.folder,
        )
    try:
        yield workshop
    except DBAPIError as error:  # a full disk, a server that went away
        raise _stopped(str(error.orig)) from error
    finally:
        workshop.close()


@contextmanager
def open_for_a_trial(database: str | None) -> Iterator["Workshop"]:
    """A workshop where nothing is kept: an empty one, gone in the end, if there is no database."""
    from matcher.storage.database import is_missing

    url = settings(database).database_url
    _address(url)  # what is no address cannot be looked for
    with TemporaryDirectory() as folder:
        if is_missing(url):
            url = f"sqlite:///{folder}/empty.sqlite"
        with open_workshop(url, makes=True) as workshop:
            yield workshop


@contextmanager
def open_database(database: str | None, *, makes: bool = False) -> Iterator["Database"]:
    """The database alone, whatever shape its tables have."""
    from matcher.storage.database import Database

    url = settings(database).database_url
    with plainly(url, makes=makes):
        opened = Database(url)
        try:
            yield opened
        finally:
            opened.close()


def chosen_fair(work: "Work", key: str) -> "Fair":
    """The fair with this short name or number; one sentence where there is none."""
    from matcher.storage.fairs import by_slug_or_id

    found = by_slug_or_id(work.db, key)
    if found is None:
        raise absent("招聘会", "fair", key)
    return found


def absent(chinese: str, english: str, key: object) -> click.ClickException:
    """What to say where nothing has this name or number."""
    return click.ClickException(
        f"没有{chinese} {key}，请核对名称或编号。"
        f" / There is no {english} {key}; look the name or number up."
    )


@contextmanager
def plainly(url: str, *, makes: bool = False) -> Iterator[None]:
    """While a database is opened: what is wrong with it, in one sentence."""
    from sqlalchemy.exc import DBAPIError

    where = _address(url)
    try:
        if not makes:
            _must_be_there(url, where)
        yield
    except DBAPIError as error:
        raise _closed(where, str(error.orig)) from error
    except (ImportError, OSError) as error:  # no driver for it; a folder that cannot be made
        raise _closed(where, str(error)) from error


def _address(url: str) -> str:
    """The address as it may be shown, without its password."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        made = make_url(url)
        made.get_dialect()
    except (ArgumentError, ValueError):
        raise click.ClickException(
            "数据库地址要写成 sqlite:///fair.sqlite 或 postgresql+psycopg://用户:密码@主机/库名。"
            " / The address of a database is sqlite:///fair.sqlite"
            " or postgresql+psycopg://user:password@host/name."
        ) from None
    except ImportError as error:
        raise _closed(made.render_as_string(), str(error)) from error
    return made.render_as_string()


def _must_be_there(url: str, where: str) -> None:
    from matcher.storage.database import is_missing

    if is_missing(url):
        raise click.ClickException(
            f"{where} 还没有数据库，可以用 fairmatch demo 或 fairmatch db upgrade 建立。"
            f" / There is no database at {where}; `fairmatch demo` or `fairmatch db upgrade`"
            " makes one."
        )


def _stopped(why: str) -> click.ClickException:
    told = " ".join(why.split())
    return click.ClickException(
        f"数据库中途停下了，没有写完的不会留下（{told}）。"
        f" / The database stopped on the way; nothing half-written is kept ({told})."
    )


def _closed(where: str, why: str) -> click.ClickException:
    told = " ".join(why.split())
    return click.ClickException(
        f"打不开数据库 {where}（{told}）。/ The database {where} cannot be opened ({told})."
    )
