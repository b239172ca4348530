"""One JSON object a line, from our own events and from the libraries', without the values of variables."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from hall_link import logs


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    stream = io.StringIO()
    logs.set_up(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def read(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_of_json(lines: io.StringIO) -> None:
    structlog.get_logger("x").info("listening", port=7420, name="Hải Châu")
    structlog.get_logger("x").debug("too fine")
    (line,) = read(lines)
    assert (line["event"], line["port"], line["name"], line["level"]) == ("listening", 7420, "Hải Châu", "info")
    assert line["time"].endswith("Z")
    assert "Hải Châu" in lines.getvalue()


def test_what_libraries_warn_of_has_the_same_shape_and_their_chatter_is_left_out(lines: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").warning("Invalid HTTP request %s", "received")
    logging.getLogger("uvicorn.error").info("Started server process")
    (line,) = read(lines)
    assert (line["event"], line["level"]) == ("Invalid HTTP request received", "warning")


def test_a_bug_comes_with_its_traceback_and_no_values(lines: io.StringIO) -> None:
    def fail(hall_key: str) -> None:
        raise RuntimeError("broken")

    try:
        fail("a-very-" + "secret-key")
    except RuntimeError:
        structlog.get_logger("x").exception("bug")
        logging.getLogger("uvicorn.error").exception("bug")
    for line in read(lines):
        assert line["exception"][0]["exc_value"] == "broken"
        assert [frame["name"] for frame in line["exception"][0]["frames"]][-1] == "fail"
    assert len(read(lines)) == 2
    assert "a-very-secret-key" not in lines.getvalue()
