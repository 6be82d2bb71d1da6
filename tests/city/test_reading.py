"""Reading from PostgreSQL: no transaction is held, and connections that died are made anew."""

from collections.abc import Iterator

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from matcher.storage import database as storage
from matcher.storage.database import Database

pytestmark = pytest.mark.city

_STATE = text("SELECT state FROM pg_stat_activity WHERE pid = :pid")
_END = text("SELECT pg_terminate_backend(pid, 5000) FROM unnest(CAST(:pids AS int[])) AS pid")
_PID = text("SELECT pg_backend_pid()")


@pytest.fixture
def database(servers: tuple[str, str]) -> Iterator[Database]:
    made = Database(make_url(servers[0]).render_as_string(hide_password=False))
    yield made
    made.close()


def test_a_page_leaves_nothing_open_between_its_statements(database: Database) -> None:
    with database.read() as reader, database.write() as writer:
        assert writer.scalar(_STATE, {"pid": reader.scalar(_PID)}) == "idle"
        inside = writer.scalar(_PID)
        assert reader.scalar(_STATE, {"pid": inside}) == "idle in transaction"


def test_a_connection_that_died_in_the_pool_is_not_handed_out(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "_TRUSTED_S", 0.0)
    with database.read() as db:
        died = db.scalar(_PID)
    with database.write() as db:
        assert all(db.scalars(_END, {"pids": [died]}))
    with database.read() as db:
        assert db.scalar(_PID) != died


def test_one_reader_meets_a_death_of_the_last_moments_and_nobody_after_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "_TRUSTED_S", 3600.0)
    with database.read() as first, database.read() as second:
        died = [first.scalar(_PID), second.scalar(_PID)]
    with database.write() as db:
        assert all(db.scalars(_END, {"pids": died}))
    with pytest.raises(DBAPIError) as met, database.read() as db:
        db.scalar(_PID)
    assert met.value.connection_invalidated
    with database.read() as db:
        assert db.scalar(_PID) not in died
