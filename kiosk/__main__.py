"""``python -m kiosk``: the touchscreen where people take a number, with its printer."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from hall_link import logs
from hall_link.qt.launch import SETTINGS_WRONG, launch_of, options
from hall_link.settings import SettingsError, load
from kiosk.app import run
from kiosk.settings import KioskSettings


def main(arguments: Sequence[str] | None = None) -> int:
    """Start with the command line's arguments; the exit status."""
    parser = options("kiosk", "The touchscreen where people take a number.")
    parser.add_argument("--printer", metavar="tcp://HOST:PORT", help="the ticket printer")
    parser.add_argument("--paper", choices=("80", "58"), help="width of its paper in mm")
    told = parser.parse_args(arguments)
    logs.set_up(libraries=logging.INFO)
    given = {"HALL_PRINTER": told.printer, "HALL_PAPER_MM": told.paper}
    environment = {**os.environ, **{name: value for name, value in given.items() if value is not None}}
    try:
        return run(load(KioskSettings, told.settings, environment), launch_of(told))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


if __name__ == "__main__":
    sys.exit(main())
