"""The migrations, run from nothing, give exactly the tables that the models describe."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from matcher.storage import Base
from matcher.storage.database import Database


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
