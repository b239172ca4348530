"""The global key under a real X server, pressed while no window of ours has the keyboard."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import IO

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from counter.hotkeys import open_hotkey
from counter.hotkeys.combination import combination_of
application = QGuiApplication([])
hotkey = open_hotkey(combination_of(sys.argv[1]), lambda: (print("pressed", flush=True), application.quit()))
print("ready" if hotkey else "refused", flush=True)
QTimer.singleShot(20_000, lambda: application.exit(9))
application.exec() if hotkey else None
"""
needs_x = pytest.mark.skipif(
    shutil.which("Xvfb") is None or ctypes.util.find_library("Xtst") is None, reason="needs Xvfb and libXtst"
)


@pytest.fixture
def display() -> Iterator[str]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def holder(display: str, combination: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, combination],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )


def line(output: IO[str] | None) -> str:
    assert output is not None
    return output.readline().strip()


def press(display: str, *keysyms: int) -> None:
    """Press these keys together and let go, as a hand would."""
    x11, test = (ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    codes = [x11.XKeysymToKeycode(connection, ctypes.c_ulong(keysym)) for keysym in keysyms]
    for code in codes:
        test.XTestFakeKeyEvent(connection, code, 1, 0)
    for code in reversed(codes):
        test.XTestFakeKeyEvent(connection, code, 0, 0)
    x11.XSync(connection, 0)
    x11.XCloseDisplay(connection)


@needs_x
@pytest.mark.e2e
@pytest.mark.parametrize(
    ("combination", "keysyms"), [("Pause", [0xFF13]), ("Ctrl+F2", [0xFFE3, 0xFFBF]), ("Pause", [0xFFE5, 0xFF13])]
)
def test_the_key_is_heard_from_anywhere(display: str, combination: str, keysyms: list[int]) -> None:
    program = holder(display, combination)
    try:
        assert line(program.stdout) == "ready"
        press(display, *keysyms)
        assert line(program.stdout) == "pressed"
        assert program.wait(20) == 0
    finally:
        program.kill()
        program.communicate()


@needs_x
@pytest.mark.e2e
def test_a_key_that_another_program_has_is_refused(display: str) -> None:
    first = holder(display, "Ctrl+Alt+N")
    assert line(first.stdout) == "ready"
    second = holder(display, "Ctrl+Alt+N")
    try:
        assert "another program has this key" in line(second.stdout)
    finally:
        for program in (first, second):
            program.kill()
            program.communicate()
