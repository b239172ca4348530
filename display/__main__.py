"""``python -m display``: the wallboard of one zone, with its voice; or the sign of one counter."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from display.app import run
from display.settings import DisplaySettings
from display.sign_app import run_sign
from display.size_check import check_sizes
from hall_link import logs
from hall_link.qt.launch import SETTINGS_WRONG, launch_of, options
from hall_link.settings import SettingsError, load


def main(arguments: Sequence[str] | None = None) -> int:
    """Start with the command line's arguments; the exit status."""
    parser = options("display", "The wallboard of one zone, with its voice; or the sign of one counter.")
    parser.add_argument("--zone", help="whose calls are shown and spoken")
    parser.add_argument("--announcements", metavar="DIR", help="keep each announcement as WAV, with a log")
    parser.add_argument("--silent", action="store_true", help="no voice: another board of the zone speaks")
    parser.add_argument("--counter", metavar="N", help="no wallboard but the sign of this counter")
    parser.add_argument("--check-sizes", action="store_true", help="say which texts are too small for the last row")
    told = parser.parse_args(arguments)
    logs.set_up(libraries=logging.INFO)
    given = {
        "HALL_ZONE": told.zone,
        "HALL_ANNOUNCEMENTS": told.announcements,
        "HALL_SIGN_COUNTER": told.counter,
        "HALL_SILENT": "true" if told.silent else None,
    }
    environment = {**os.environ, **{name: value for name, value in given.items() if value is not None}}
    try:
        settings, launch = load(DisplaySettings, told.settings, environment), launch_of(told)
        if told.check_sizes:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            return check_sizes(settings, launch.size)
        return run_sign(settings, settings.volume, launch) if settings.sign_counter else run(settings, launch)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


if __name__ == "__main__":
    sys.exit(main())
