"""A move by the person themselves bears no name, since an account may be called anything."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE stage_changes SET \"by\" = '' WHERE \"by\" = 'seeker'")


def downgrade() -> None:
    op.execute("UPDATE stage_changes SET \"by\" = 'seeker' WHERE \"by\" = ''")
