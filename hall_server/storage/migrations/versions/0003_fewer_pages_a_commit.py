"""fewer pages a commit

Outcomes are kept in the order in which they came; which command has which is known in memory. A ticket's number is in
its key already, and nothing looked tickets up by field and day.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("tickets_by_field_and_day", "tickets")
    with op.batch_alter_table("tickets") as tickets:
        tickets.drop_constraint("tickets_number_once", type_="unique")
    _move_outcomes(
        sa.Column("seq", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("command_id", sa.String(64), nullable=False),
    )


def downgrade() -> None:
    _move_outcomes(
        sa.Column("command_id", sa.String(64), primary_key=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
    )
    with op.batch_alter_table("tickets") as tickets:
        tickets.create_unique_constraint("tickets_number_once", ["hall_id", "business_date", "series", "serial"])
    op.create_index("tickets_by_field_and_day", "tickets", ["hall_id", "business_date", "field_id"])


def _move_outcomes(key: sa.Column[Any], other: sa.Column[Any]) -> None:
    op.rename_table("outcomes", "outcomes_before")
    outcomes = op.create_table(
        "outcomes",
        sa.Column("hall_id", sa.String(40), primary_key=True),
        key,
        other,
        sa.Column("mark", sa.String(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(16), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    names = [column.name for column in outcomes.columns]
    before = sa.table("outcomes_before", *(sa.column(name) for name in names))
    op.execute(outcomes.insert().from_select(names, sa.select(*before.columns)))
    op.drop_table("outcomes_before")
