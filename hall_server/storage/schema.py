"""Bringing a database to the tables of this program, whichever version made it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from hall_server.storage.halls import halls_in
from hall_server.storage.rebuild import draw_again

HEAD = "0005"
"""The newest migration; a test holds it against the folder."""
DRAWN_SINCE = "0002"
"""The newest migration that changed what is drawn. A database from before it is drawn again, which takes minutes after
a million tickets; the others moved what there was."""


class NewerDatabase(Exception):
    """The database was made by a newer version of the program: it is left alone."""


def upgrade(engine: Engine) -> None:
    """Make the tables, or bring them up to date and draw again what must be, in one transaction. Raises
    NewerDatabase."""
    with engine.begin() as connection:
        before = _revision(connection)
        if before == HEAD:
            return
        _run_alembic(connection)
        if before is not None and before < DRAWN_SINCE:
            for hall_id in halls_in(connection):
                draw_again(engine, connection, hall_id)


def _revision(connection: Connection) -> str | None:
    """Asked without Alembic, whose import alone costs more than the rest of a start."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _run_alembic(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NewerDatabase(f"the database is of version {_revision(connection)}, unknown to this program") from error
