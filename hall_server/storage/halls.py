"""Which halls a database holds."""

from __future__ import annotations

from sqlalchemy import Connection, select

from hall_server.storage.tables import documents


def halls_in(connection: Connection) -> list[str]:
    """Their ids, in order."""
    return list(connection.execute(select(documents.c.hall_id).distinct().order_by(documents.c.hall_id)).scalars())
