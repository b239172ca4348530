"""The command line of screen programs."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import pytest

from hall_link.qt.launch import Launch, launch_of, options, window_size
from hall_link.qt.stage import Backend


def test_what_the_command_line_says() -> None:
    told = options("kiosk", "A kiosk.").parse_args(
        ["--settings", "k.toml", "--headless", "--hand", "--size", "800x600"]
    )
    assert launch_of(told) == Launch(Path("k.toml"), headless=True, hand=True, windowed=False, size=(800, 600))


def test_without_words_the_whole_screen_is_taken() -> None:
    assert launch_of(options("kiosk", "A kiosk.").parse_args([])) == Launch()


@pytest.mark.parametrize("text", ["", "800", "x600", "800x", "0x600", "800x-1", "99999x600", "axb"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="no size"):
        window_size(text)


def test_without_a_screen_software_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert Launch().backend("gpu") is Backend.GPU
    assert os.environ["QT_QPA_PLATFORM"] == "xcb"
    assert Launch(headless=True).backend("gpu") is Backend.SOFTWARE
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
