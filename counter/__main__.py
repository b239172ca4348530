"""``python -m counter``: an officer's desk; ``--counter N`` sits down at counter N, else the officer chooses."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from counter.app import run
from counter.settings import CounterSettings
from hall_link import logs
from hall_link.qt.launch import SETTINGS_WRONG, launch_of, options
from hall_link.settings import SettingsError, load


def main(arguments: Sequence[str] | None = None) -> int:
    """Start with the command line's arguments; the exit status."""
    parser = options("counter", "An officer's desk at one counter.")
    parser.add_argument("--counter", metavar="N", help="the counter to sit down at; without it the officer chooses")
    parser.add_argument("--bar", action="store_true", help="begin as a bar at the top edge of the screen")
    told = parser.parse_args(arguments)
    logs.set_up(libraries=logging.INFO)
    environment = dict(os.environ)
    if told.counter is not None:
        environment["HALL_COUNTER"] = told.counter
    if told.bar:
        environment["HALL_BAR"] = "true"
    try:
        return run(load(CounterSettings, told.settings, environment), launch_of(told))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


if __name__ == "__main__":
    sys.exit(main())
