"""The command line of screen programs, and their log."""

from __future__ import annotations

import argparse
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from hall_link.qt.launch import Launch, launch_of, log_to_stderr, options, window_size
from hall_link.qt.stage import Backend


@pytest.fixture
def own_log() -> Iterator[None]:
    """The process's logging is put back as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


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


def test_every_event_is_one_line_of_json(own_log: None, capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr()
    structlog.get_logger("counter").info("gọi", counter=3)
    logging.getLogger("assets").warning("no icon %s", "x")
    captured = capsys.readouterr()
    assert captured.out == ""
    ours, theirs = (json.loads(line) for line in captured.err.splitlines())
    assert (ours["event"], ours["counter"], ours["level"]) == ("gọi", 3, "info")
    assert (theirs["event"], theirs["level"]) == ("no icon x", "warning")


def test_no_variable_of_a_fault_gets_into_the_log(own_log: None, capsys: pytest.CaptureFixture[str]) -> None:
    log_to_stderr()
    key = "".join(["hall", "-", "key"])
    try:
        raise ValueError(len(key))
    except ValueError as fault:
        logging.getLogger("x").critical("a bug", exc_info=fault)
        structlog.get_logger("y").critical("a bug", exc_info=fault)
    told = capsys.readouterr().err
    assert told.count("ValueError") >= 2
    assert "hall-key" not in told
