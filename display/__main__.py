"""``python -m display``: the wallboard of one zone, with its voice."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import structlog

from display.app import Launch, run
from hall_link.settings import SettingsError

SETTINGS_WRONG = 78
"""Exit status for mistakes in the settings (EX_CONFIG of sysexits.h): starting again changes nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Start with the command line's arguments; the exit status."""
    _log_to_stderr()
    try:
        return run(_launch(_parser().parse_args(arguments)), os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="display", description="The wallboard of one zone, with its voice.")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="TOML; the environment (HALL_...) goes before it")
    parser.add_argument("--zone", help="whose calls are shown and spoken")
    parser.add_argument("--announcements", metavar="DIR", help="keep each announcement as WAV, with a log")
    parser.add_argument("--silent", action="store_true", help="no voice: another board of the zone speaks")
    parser.add_argument("--headless", action="store_true", help="without a screen")
    parser.add_argument("--hand", action="store_true", help="obey JSON lines on stdin, answer on stdout")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--size", type=_size, metavar="WxH", help="a window of this size")
    return parser


def _launch(options: argparse.Namespace) -> Launch:
    overrides = {
        "HALL_ZONE": options.zone,
        "HALL_ANNOUNCEMENTS": options.announcements,
        "HALL_SILENT": "true" if options.silent else None,
    }
    return Launch(
        settings_file=options.settings,
        overrides={name: value for name, value in overrides.items() if value is not None},
        headless=options.headless,
        hand=options.hand,
        windowed=options.windowed,
        size=options.size,
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1920x1080")
    return int(width), int(height)


def _log_to_stderr() -> None:
    """One JSON object a line, whether structlog or the standard library spoke; stdout belongs to the hand."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.dict_tracebacks,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


if __name__ == "__main__":
    sys.exit(main())
