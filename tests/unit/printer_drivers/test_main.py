"""The commands, with real processes between them."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from printer_drivers.__main__ import main
from printer_drivers.profile_file import load_profile

SECONDS_MAX = 20.0


class Process:
    """A virtual printer as a process."""

    def __init__(self, out: Path, *options: str) -> None:
        command = [sys.executable, "-m", "printer_drivers", "virtual", "--port", "0", "--out", str(out), *options]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def line(self) -> dict[str, Any]:
        event = json.loads(self._lines.get(timeout=SECONDS_MAX))
        assert isinstance(event, dict)
        return event

    def order(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=SECONDS_MAX)
        self._reader.join(SECONDS_MAX)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        return status


@pytest.fixture
def virtual(tmp_path: Path) -> Iterator[Process]:
    process = Process(tmp_path / "out", "--speed", "0")
    yield process
    process.end()


def test_a_test_ticket_is_printed_and_the_printer_stops_cleanly(
    virtual: Process, capsys: pytest.CaptureFixture[str]
) -> None:
    listening = virtual.line()
    assert listening["event"] == "listening"
    address = f"127.0.0.1:{listening['port']}"
    assert main(["test", address]) == 0
    assert "confirmed by the printer" in capsys.readouterr().out
    ticket = virtual.line()
    assert (ticket["event"], ticket["n"]) == ("ticket", 1)
    assert os.path.getsize(ticket["file"]) > 1000
    assert main(["status", address]) == 0
    assert virtual.end() == 0


def test_faults_by_standard_input(virtual: Process, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"127.0.0.1:{virtual.line()['port']}"
    virtual.order('{"do": "set", "fault": "paper_out"}')
    assert virtual.line() == {"event": "faults", "faults": ["paper_out"]}
    assert virtual.line()["event"] == "state"
    assert main(["status", address]) == 1
    told = capsys.readouterr().out
    assert "hết giấy" in told
    assert "out of paper" in told


def test_a_printer_is_commissioned_and_its_profile_used(
    virtual: Process, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"tcp://127.0.0.1:{virtual.line()['port']}"
    file = tmp_path / "printer.toml"
    assert main(["probe", address, "--save", str(file), "--native-qr"]) == 0
    told = capsys.readouterr().out
    assert "virtual printer" in told
    profile = load_profile(file)
    assert (profile.process_ids, profile.transmit_status, profile.automatic_status, profile.native_qr) == (True,) * 4
    assert virtual.line()["event"] == "ticket"
    assert main(["test", address, "--profile", str(file)]) == 0
    assert virtual.end() == 0


def test_a_clone_is_found_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clone = Process(tmp_path / "out", "--speed", "0", "--answers", "automatic", "realtime")
    file = tmp_path / "printer.toml"
    try:
        assert main(["probe", f"127.0.0.1:{clone.line()['port']}", "--save", str(file)]) == 0
    finally:
        clone.end()
    profile = load_profile(file)
    assert (profile.process_ids, profile.transmit_status, profile.automatic_status) == (False, False, True)
    assert "không xác nhận" in capsys.readouterr().out


def test_a_printer_that_is_not_there_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "printer.toml"
    assert main(["probe", f"serial://{tmp_path}/nothing", "--save", str(file)]) == 1
    assert main(["status", "tcp://127.0.0.1:1"]) == 1
    told = capsys.readouterr().out
    assert told.count("Không nối được máy in") == 2
    assert told.count("No connection to the printer") == 2
    assert not file.exists()


def test_devices_are_listed_or_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert capsys.readouterr().out.strip()


def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["status", "printer:x"])
    assert "printer address" in capsys.readouterr().err
