"""Alembic's entrance: runs the migrations on the connection that Database hands in."""

from alembic import context

from matcher.storage import Base


def run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
