"""places with reasons, holds, notes

The new columns are drawn from the journal: after this migration the drawn tables are drawn again (`schema.upgrade`).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("calls", sa.Column("note", sa.String(200), nullable=False, server_default=""))
    op.add_column("tickets", sa.Column("rank", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("tickets", sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("tickets", sa.Column("place_reason", sa.String(12), nullable=False, server_default=""))
    op.add_column("tickets", sa.Column("priority_class", sa.String(40)))
    op.add_column("tickets", sa.Column("appointment_at", sa.BigInteger()))
    op.add_column("tickets", sa.Column("missed_at", sa.BigInteger()))
    op.add_column("tickets", sa.Column("hold_until", sa.BigInteger()))


def downgrade() -> None:
    for column in ("hold_until", "missed_at", "appointment_at", "priority_class", "place_reason", "turn", "rank"):
        op.drop_column("tickets", column)
    op.drop_column("calls", "note")
