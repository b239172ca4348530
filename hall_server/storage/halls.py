"""Which halls a database holds."""

from __future__ import annotations

from sqlalchemy import Engine, select

from hall_server.storage.tables import documents


def halls_in(engine: Engine) -> list[str]:
    """Their ids, in order."""
    with engine.connect() as connection:
        return list(connection.execute(select(documents.c.hall_id).distinct().order_by(documents.c.hall_id)).scalars())
