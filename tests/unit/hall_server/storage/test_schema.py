"""The migrations make exactly the tables that the program uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from hall_server.storage import schema
from hall_server.storage.databases import insert_sql, open_engine, put_sql, sqlite_url
from hall_server.storage.rebuild import check, fingerprint
from hall_server.storage.tables import journal, metadata, outcomes, tickets
from tests.unit.hall_server.storage.test_rebuild import HALL, Bench


def test_the_migrations_lead_to_the_tables(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "hall.db"))
    schema.upgrade(engine)
    schema.upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_head_is_the_newest_migration() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == schema.HEAD


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "hall.db"))
    schema.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.NewerDatabase, match="9999"):
        schema.upgrade(engine)


def test_the_statements_have_one_parameter_for_each_column(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "hall.db"))
    assert insert_sql(engine, journal).count("?") == len(journal.columns)
    assert put_sql(engine, tickets).count("?") == len(tickets.columns)
    assert "ON CONFLICT (hall_id, ticket_id) DO UPDATE" in put_sql(engine, tickets)


def test_a_commit_is_on_disk_before_it_is_told(tmp_path: Path) -> None:
    with open_engine(sqlite_url(tmp_path / "hall.db")).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004"])
def test_an_older_database_is_brought_up_to_date_with_all_that_it_holds(tmp_path: Path, version: str) -> None:
    file = tmp_path / "hall.db"
    Bench().fill(file)
    engine = open_engine(sqlite_url(file))
    with engine.connect() as connection:
        before = [fingerprint(connection, table, HALL) for table in (tickets, outcomes)]
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, version)
    schema.upgrade(engine)
    with engine.connect() as connection:
        assert [fingerprint(connection, table, HALL) for table in (tickets, outcomes)] == before
    assert check(engine, HALL).sound
