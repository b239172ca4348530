"""Run by Alembic: on the connection that `schema.upgrade` hands over, or on the database of `-x url=...` by hand."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from hall_server.storage.databases import open_engine
from hall_server.storage.tables import metadata


def _migrate(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    _migrate(given)
else:
    with open_engine(context.get_x_argument(as_dictionary=True)["url"]).begin() as opened:
        _migrate(opened)
