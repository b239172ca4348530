"""Faults by JSON lines."""

import io
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer_drivers.virtual.control import Answerer, ControlServer, obey, serve_lines
from printer_drivers.virtual.printer import Model, VirtualPrinter


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[VirtualPrinter]:
    made = VirtualPrinter("127.0.0.1", 0, tmp_path, Model(), lambda _: None)
    made.start()
    yield made
    made.stop()


def test_faults_are_set_and_cleared(printer: VirtualPrinter) -> None:
    assert obey('{"do": "set", "fault": "cover_open"}', printer)["faults"] == ["cover_open"]
    assert obey('{"do": "set", "fault": "paper_out", "after_mm": 40}', printer)["faults"] == ["cover_open"]
    assert obey('{"do": "clear", "fault": "cover_open"}', printer)["faults"] == []
    assert obey('{"do": "drop_link"}', printer)["event"] == "state"
    assert obey('{"do": "drop_link", "after_bytes": 100}', printer)["event"] == "state"
    assert obey('{"do": "pace", "bytes_per_second": 960}', printer)["event"] == "state"
    assert obey('{"do": "pace", "bytes_per_second": null}', printer)["event"] == "state"
    assert obey('{"do": "power_cycle"}', printer)["event"] == "state"
    assert obey('{"do": "state"}', printer) == {"event": "state", "faults": [], "tickets": 0, "violations": 0}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        '{"do": "set", "fault": "fire"}',
        '{"do": "dance"}',
        '{"do": "pace", "bytes_per_second": 0}',
        '{"do": "set"}',
    ],
)
def test_what_is_not_understood_is_answered(printer: VirtualPrinter, line: str) -> None:
    assert obey(line, printer)["event"] == "error"


def test_lines_from_a_stream(printer: VirtualPrinter) -> None:
    out = io.StringIO()
    serve_lines(io.StringIO('{"do": "set", "fault": "mute"}\n\n{"do": "state"}\n'), printer, Answerer(out))
    assert [json.loads(line)["faults"] for line in out.getvalue().splitlines()] == [["mute"], ["mute"]]


def test_lines_over_tcp(printer: VirtualPrinter) -> None:
    with ControlServer(0, printer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        with (
            socket.create_connection(("127.0.0.1", server.server_address[1]), timeout=5.0) as visitor,
            visitor.makefile("rw") as lines,
        ):
            lines.write('{"do": "set", "fault": "offline"}\n')
            lines.flush()
            assert json.loads(lines.readline())["faults"] == ["offline"]
        server.shutdown()
        thread.join(5.0)
