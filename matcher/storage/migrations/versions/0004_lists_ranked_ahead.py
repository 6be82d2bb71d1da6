"""Lists that were ranked ahead."""

import sqlalchemy as sa
from alembic import op

from matcher.storage.schema import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table, owner in (("seeker_lists", "seekers"), ("posting_lists", "postings")):
        key = sa.ForeignKey(f"{owner}.id", name=f"fk_{table}_id_{owner}", ondelete="CASCADE")
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), key, nullable=False),
            sa.Column("as_of", sa.String(length=64), nullable=False),
            sa.Column("until", sa.Date(), nullable=True),
            sa.Column("depth", sa.Integer(), nullable=False),
            sa.Column("body", sa.LargeBinary(), nullable=False),
            sa.Column("made_at", UtcDateTime(), nullable=False),
            sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        )


def downgrade() -> None:
    op.drop_table("posting_lists")
    op.drop_table("seeker_lists")
