"""A copy of the database while the hall is at work, checked before it gets its name; it holds nothing of a person."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Engine

from hall_server.storage import tables
from hall_server.storage.databases import copy_online


def backup(engine: Engine, target: Path) -> None:
    """Write a copy to `target`, whole or not at all. Raises FileExistsError if it is there, OSError if it cannot be
    written, AssertionError if the copy is broken."""
    if target.exists():
        raise FileExistsError(f"{target} is there already")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        copy_online(engine, part, without=(tables.people, tables.person_keys))
        _sync(part)
        os.link(part, target)  # unlike a rename, this never replaces a file that appeared meanwhile
    finally:
        part.unlink(missing_ok=True)
    _sync(target.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
