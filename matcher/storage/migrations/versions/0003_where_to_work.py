"""Where a seeker would like to work."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("districts", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("seekers", column)


def downgrade() -> None:
    op.drop_column("seekers", "districts")
