"""people of the day

Whose ticket it is where a field asks, and the key of the day; both are deleted when the day closes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("hall_id", sa.String(40), primary_key=True),
        sa.Column("ticket_id", sa.String(24), primary_key=True),
        sa.Column("mark", sa.String(32), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "person_keys",
        sa.Column("hall_id", sa.String(40), primary_key=True),
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("person_keys")
    op.drop_table("people")
