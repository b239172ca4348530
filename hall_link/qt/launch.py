"""How a screen program is started: the options, the log lines and the window that kiosk, counter and display share.

Standard output belongs to the hand (`hall_link.qt.hand`); whatever is to be told goes to standard error as one JSON
object a line, whether structlog, the standard library or Qt said it.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtQuick import QQuickWindow

from hall_link.qt.stage import Backend

SETTINGS_WRONG = 78
"""Exit status for mistakes in the settings (EX_CONFIG of sysexits.h): starting again changes nothing."""
SIDE_PIXELS_MAX = 16_384


@dataclass(frozen=True, slots=True)
class Launch:
    """What the command line says about any screen program. `size`: of the window in pixels, None for its own."""

    settings_file: Path | None = None
    headless: bool = False
    hand: bool = False
    windowed: bool = False
    size: tuple[int, int] | None = None

    def backend(self, wanted: str) -> Backend:
        """Who draws: as the settings say, but always software without a screen. Call it before the stage is made."""
        if not self.headless:
            return Backend(wanted)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return Backend.SOFTWARE

    def show(self, window: QQuickWindow) -> None:
        """Show the window: over the whole screen, unless told otherwise."""
        if self.size is not None:
            window.resize(*self.size)
        if self.windowed or self.headless or self.size is not None:
            window.show()
        else:
            window.showFullScreen()
        window.requestActivate()


def options(program: str, description: str) -> argparse.ArgumentParser:
    """The options that every screen program has; each adds its own."""
    parser = argparse.ArgumentParser(prog=program, description=description)
    parser.add_argument("--settings", type=Path, metavar="FILE", help="TOML; the environment (HALL_...) goes before it")
    parser.add_argument("--headless", action="store_true", help="without a screen")
    parser.add_argument("--hand", action="store_true", help="obey JSON lines on stdin, answer on stdout")
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--size", type=window_size, metavar="WxH", help="a window of this size")
    return parser


def launch_of(told: argparse.Namespace) -> Launch:
    """What `options` understood."""
    return Launch(told.settings, told.headless, told.hand, told.windowed, told.size)


def window_size(text: str) -> tuple[int, int]:
    """The pixels that `text` names: "1366x768" is (1366, 768)."""
    width, _, height = text.partition("x")
    if not all(side.isdecimal() and 0 < int(side) <= SIDE_PIXELS_MAX for side in (width, height)):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 1366x768")
    return int(width), int(height)
