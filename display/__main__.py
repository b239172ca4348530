"""``python -m display``: the wallboard of one zone, with its voice."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from display.app import run
from display.settings import DisplaySettings
from hall_link import logs
from hall_link.qt.launch import SETTINGS_WRONG, launch_of, options
from hall_link.settings import SettingsError, load


def main(arguments: Sequence[str] | None = None) -> int:
    """Start with the command line's arguments; the exit status."""
    parser = options("display", "The wallboard of one zone, with its voice.")
    parser.add_argument("--zone", help="whose calls are shown and spoken")
    parser.add_argument("--announcements", metavar="DIR", help="keep each announcement as WAV, with a log")
    parser.add_argument("--silent", action="store_true", help="no voice: another board of the zone speaks")
    told = parser.parse_args(arguments)
    logs.set_up(libraries=logging.INFO)
    given = {
        "HALL_ZONE": told.zone,
        "HALL_ANNOUNCEMENTS": told.announcements,
        "HALL_SILENT": "true" if told.silent else None,
    }
    environment = {**os.environ, **{name: value for name, value in given.items() if value is not None}}
    try:
        return run(load(DisplaySettings, told.settings, environment), launch_of(told))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


if __name__ == "__main__":
    sys.exit(main())
