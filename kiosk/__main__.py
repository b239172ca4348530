"""``python -m kiosk``: the touchscreen where people take a number, with its printer."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from hall_link import logs
from hall_link.qt.launch import SETTINGS_WRONG, launch_of, options
from hall_link.settings import SettingsError, load
from kiosk.app import run
from kiosk.settings import KioskSettings
from kiosk.ticket_file import look_of
from kiosk.ticket_picture import draw_ticket


def main(arguments: Sequence[str] | None = None) -> int:
    """Start with the command line's arguments; the exit status."""
    parser = options("kiosk", "The touchscreen where people take a number.")
    parser.add_argument("--printer", metavar="tcp://HOST:PORT", help="the ticket printer")
    parser.add_argument("--paper", choices=("80", "58"), help="width of its paper in mm")
    parser.add_argument("--ticket", metavar="FILE", help="how the hall's tickets look")
    parser.add_argument("--draw-ticket", metavar="PNG", help="draw a made-up ticket into this picture, and end")
    told = parser.parse_args(arguments)
    logs.set_up(libraries=logging.INFO)
    given = {"HALL_PRINTER": told.printer, "HALL_PAPER_MM": told.paper, "HALL_TICKET_FILE": told.ticket}
    environment = {**os.environ, **{name: value for name, value in given.items() if value is not None}}
    try:
        settings, launch = load(KioskSettings, told.settings, environment), launch_of(told)
        if told.draw_ticket:
            draw_ticket(look_of(settings.ticket_file), settings.paper_mm, Path(told.draw_ticket))
            return 0
        return run(settings, launch)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


if __name__ == "__main__":
    sys.exit(main())
