"""``python -m kiosk``: the touchscreen where people take a number, with its printer."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import structlog

from hall_link.settings import SettingsError
from kiosk.app import Launch, run

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
    parser = argparse.ArgumentParser(prog="kiosk", description="The touchscreen where people take a number.")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="TOML; the environment (HALL_...) goes before it")
    parser.add_argument("--printer", metavar="tcp://HOST:PORT", help="the ticket printer")
    parser.add_argument("--paper", choices=("80", "58"), help="width of its paper in mm")
    parser.add_argument("--headless", action="store_true", help="without a screen")
    parser.add_argument("--hand", action="store_true", help="obey JSON lines on stdin, answer on stdout")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--size", type=_size, metavar="WxH", help="a window of this size")
    return parser


def _launch(options: argparse.Namespace) -> Launch:
    overrides = {
        "HALL_PRINTER": options.printer,
        "HALL_PAPER_MM": options.paper,
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
