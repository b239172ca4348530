"""the first tables"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("hall_id", sa.String(length=40), nullable=False),
        sa.Column("call_id", sa.String(length=30), nullable=False),
        sa.Column("ticket_id", sa.String(length=24), nullable=False),
        sa.Column("field_id", sa.String(length=40), nullable=False),
        sa.Column("counter_id", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("overtook", sa.Integer(), nullable=False),
        sa.Column("shown_at", sa.BigInteger(), nullable=True),
        sa.Column("spoken", sa.String(length=10), nullable=False),
        sa.Column("spoken_at", sa.BigInteger(), nullable=True),
        sa.Column("not_spoken_reason", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "call_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "days",
        sa.Column("hall_id", sa.String(length=40), nullable=False),
        sa.Column("business_date", sa.String(length=10), nullable=False),
        sa.Column("first_seq", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("issued", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "business_date"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "documents",
        sa.Column("hall_id", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "journal",
        sa.Column("hall_id", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("command_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("events", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outcomes",
        sa.Column("hall_id", sa.String(length=40), nullable=False),
        sa.Column("command_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(length=16), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "command_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tickets",
        sa.Column("hall_id", sa.String(length=40), nullable=False),
        sa.Column("ticket_id", sa.String(length=24), nullable=False),
        sa.Column("business_date", sa.String(length=10), nullable=False),
        sa.Column("series", sa.String(length=2), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.String(length=40), nullable=False),
        sa.Column("procedure_id", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("issue_order", sa.Integer(), nullable=False),
        sa.Column("leg", sa.Integer(), nullable=False),
        sa.Column("for_counter", sa.Integer(), nullable=True),
        sa.Column("counter_id", sa.Integer(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("called_at", sa.BigInteger(), nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("printed", sa.String(length=8), nullable=False),
        sa.Column("print_problem", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("hall_id", "ticket_id"),
        sa.UniqueConstraint("hall_id", "business_date", "series", "serial", name="tickets_number_once"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.create_index("tickets_by_field_and_day", ["hall_id", "business_date", "field_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("tickets", schema=None) as batch_op:
        batch_op.drop_index("tickets_by_field_and_day")

    op.drop_table("tickets")
    op.drop_table("outcomes")
    op.drop_table("journal")
    op.drop_table("documents")
    op.drop_table("days")
    op.drop_table("calls")
