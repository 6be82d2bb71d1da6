"""The database: engines for SQLite and PostgreSQL, sessions for reading and writing, migrations."""

import math
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Engine,
    column,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, DisconnectionError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

if TYPE_CHECKING:  # only the few commands that change tables load it
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_MS = 5_000
_TRUSTED_S = 2.0  # a reader's connection that came back so lately is taken at its word
_CONNECT_S = 10  # for a server to take a connection, where the address does not say
_SHAPE = table("alembic_version", column("version_num"))
_UPGRADING = 102  # the lock under which the tables get a new shape

# With synchronous=FULL a commit that was acknowledged survives a power cut; NORMAL loses it.
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_BUSY_MS}",
    "PRAGMA cache_size=-32000",
    "PRAGMA secure_delete=ON",  # what a person had erased is overwritten, not only unlinked
)
# Only the writer folds the WAL back: SQLite before 3.51.3 may corrupt it when two do so at once.
_READER_PRAGMAS = (*_SQLITE_PRAGMAS, "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0")
# Idle: a file of 16,000 rows is read for half a minute between two statements of its import.
_POSTGRES_OPTIONS = (
    "-c statement_timeout=15000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=300000"
)


class Database:
    """One database, opened: `read()` and `write()` give sessions, `upgrade()` brings it up to date.

    On SQLite all writing goes through a single connection that opens with BEGIN IMMEDIATE: a
    transaction that reads first and writes later would otherwise fail at once when another writes.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        if self.url.get_backend_name() == "sqlite":
            self._make_folder()
            self._writer = self._sqlite_engine("BEGIN IMMEDIATE", _SQLITE_PRAGMAS, size=1)
            self._reader = self._sqlite_engine("BEGIN", _READER_PRAGMAS, size=16)
        else:
            self._writer = self._server_engine(size=8, pool_pre_ping=True)
            self._reader = self._server_reader(size=16)

    @property
    def engine(self) -> Engine:
        """The engine that writes."""
        return self._writer

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that must not write; what it changes is thrown away."""
        with Session(self._reader, expire_on_commit=False) as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session in one transaction, committed by the caller; what is not is thrown away."""
        with Session(self._writer, expire_on_commit=False) as db:
            yield db

    def upgrade(self) -> None:
        """Bring the tables to this version's shape; safe to call at every start."""
        from alembic import command

        with self._writer.connect() as connection:
            if connection.dialect.name == "postgresql":  # two machines may start in one moment
                connection.execute(select(func.pg_advisory_xact_lock(_UPGRADING)))
            config = _alembic_config(connection)
            command.upgrade(config, "head")
            connection.commit()

    def is_current(self) -> bool:
        """Whether the tables have this version's shape."""
        with self._writer.connect() as connection:
            if not inspect(connection).has_table(_SHAPE.name):
                return False
            return set(connection.scalars(select(_SHAPE.c.version_num))) == {newest()}

    def server_address(self) -> str | None:
        """Where a PostgreSQL server is reached, as its own library writes it; None for a file."""
        if self.url.get_backend_name() != "postgresql":
            return None
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    def describe(self) -> str:
        """The kind and version of the database, for `/health` and the log."""
        if self.url.get_backend_name() == "sqlite":
            return f"SQLite {sqlite3.sqlite_version}"
        return self._writer.dialect.name

    def close(self) -> None:
        """Give back every connection; on SQLite the last one folds the WAL into the file."""
        self._reader.dispose()
        self._writer.dispose()

    def _make_folder(self) -> None:
        if self.url.database and self.url.database != ":memory:":
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)

    def _sqlite_engine(self, begin: str, pragmas: tuple[str, ...], *, size: int) -> Engine:
        engine = create_engine(
            self.url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=_BUSY_MS / 1000,
            connect_args={"check_same_thread": False, "isolation_level": None},
            hide_parameters=True,
        )

        @event.listens_for(engine, "connect")
        def _configure(connection: Any, _record: Any) -> None:
            for pragma in pragmas:
                connection.execute(pragma)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine

    def _server_engine(self, options: str = "", *, size: int, **how: Any) -> Engine:
        return create_engine(
            self.url,
            pool_size=size // 2,
            max_overflow=size - size // 2,
            hide_parameters=True,  # an error in the log must not tell a person's phone
            connect_args={
                **({} if "connect_timeout" in self.url.query else {"connect_timeout": _CONNECT_S}),
                "options": _POSTGRES_OPTIONS + options,
                "application_name": f"fairmatch {os.getpid()}",
            },
            **how,
        )

    def _server_reader(self, *, size: int) -> Engine:
        """Each statement by itself, with no BEGIN and ROLLBACK, nor a ping before every page.

        Under READ COMMITTED each statement sees what is committed when it begins, in a
        transaction or not; these are three of the six journeys of a page with three statements.
        """
        engine = self._server_engine(
            " -c default_transaction_read_only=on",
            size=size,
            isolation_level="AUTOCOMMIT",
            skip_autocommit_rollback=True,
        )

        @event.listens_for(engine, "checkin")
        def _came_back(_connection: Any, record: ConnectionPoolEntry) -> None:
            record.info["came_back"] = time.monotonic()

        @event.listens_for(engine, "checkout")
        def _still_there(connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
            if time.monotonic() - record.info.get("came_back", math.inf) < _TRUSTED_S:
                return
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as gone:
                raise DisconnectionError from gone  # the pool connects anew

        return engine


def came_second(error: DBAPIError) -> bool:
    """Whether another writer was quicker, or is still at it: trying again may do."""
    state = getattr(error.orig, "sqlstate", "")  # of PostgreSQL: no lock in time, or a deadlock
    held = state in ("55P03", "40P01") or "database is locked" in str(error.orig)
    return held or isinstance(error, IntegrityError)


def is_missing(url: str) -> bool:
    """Whether this names an SQLite database that is not there yet."""
    made = make_url(url)
    if made.get_backend_name() != "sqlite":
        return False
    name = made.database or ":memory:"
    return not name.startswith("file:") and not Path(name).exists()


def newest() -> str:
    """The number of the last migration; files are named by it, one follows the other."""
    return max(path.name for path in (_MIGRATIONS / "versions").glob("0*.py")).partition("_")[0]


def _alembic_config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def write_migration(database: Database, message: str, number: str) -> None:
    """Write the next numbered migration from the difference between models and tables."""
    from alembic import command

    with database.engine.connect() as connection:
        command.revision(
            _alembic_config(connection), message=message, rev_id=number, autogenerate=True
        )
