"""What fairs learn from."""

import sqlalchemy as sa
from alembic import op

from matcher.storage.schema import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", sa.Integer(), nullable=False),
        _parent("lessons", "fair_id", "fairs", nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("verdict", sa.String(length=80), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lessons"),
    )
    op.create_index("ix_lessons_fair_id", "lessons", ["fair_id"])
    op.create_table(
        "learning_switches",
        _parent("learning_switches", "fair_id", "fairs"),
        sa.Column("since", UtcDateTime(), nullable=False),
        _parent("learning_switches", "lesson_id", "lessons", nullable=True, ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("fair_id", name="pk_learning_switches"),
    )
    op.create_table(
        "choice_consents",
        _parent("choice_consents", "seeker_id", "seekers"),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("seeker_id", name="pk_choice_consents"),
    )
    op.create_table(
        "impressions",
        _parent("impressions", "seeker_id", "seekers"),
        _parent("impressions", "posting_id", "postings"),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("components", sa.JSON(), nullable=False),
        sa.Column("learned", sa.Boolean(), nullable=False),
        sa.Column("shown_at", UtcDateTime(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("seeker_id", "posting_id", name="pk_impressions"),
    )
    op.create_index("ix_impressions_posting_id", "impressions", ["posting_id"])


def downgrade() -> None:
    for table in ("impressions", "choice_consents", "learning_switches", "lessons"):
        op.drop_table(table)


def _parent(
    table: str, column: str, parent: str, *, nullable: bool = False, ondelete: str = "CASCADE"
) -> "sa.Column[int]":
    key = sa.ForeignKey(f"{parent}.id", name=f"fk_{table}_{column}_{parent}", ondelete=ondelete)
    return sa.Column(column, sa.Integer(), key, nullable=nullable)
