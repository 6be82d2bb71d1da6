"""The migrations, run from nothing, give exactly the tables that the models describe."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from matcher.storage import Base, migrations
from matcher.storage.database import Database, newest


def test_migrations_and_models_agree(database_url: str) -> None:
    database = Database(database_url)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    database.close()
    assert differences == []


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    database = Database(database_url)
    database.upgrade()
    assert database.is_current()
    database.close()


def test_the_newest_migration_is_the_one_that_alembic_ends_with() -> None:
    script = ScriptDirectory(str(migrations.__path__[0]))
    assert script.get_heads() == [newest()]


def test_tables_of_another_version_or_none_are_not_current(
    database_url: str, tmp_path: Path
) -> None:
    for words in ("UPDATE alembic_version SET version_num = '0001'", "DELETE FROM alembic_version"):
        database = Database(database_url)
        with database.engine.begin() as connection:
            connection.execute(text(words))
        assert not database.is_current(), words
        database.close()
    empty = Database(f"sqlite:///{tmp_path}/empty.sqlite")
    assert not empty.is_current()
    empty.close()
