"""Serial ports and USB devices, on pseudo terminals and pipes."""

import os
import selectors
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer_drivers.transports import LineEvent, Lost, Opened, Received
from printer_drivers.transports.device import DEVICE_REST_SECONDS, DeviceTransport
from printer_drivers.transports.serial_port import DSR_LOOK_SECONDS, SerialDevice, _OpenPort
from printer_drivers.transports.usb import UsbDevice

SECONDS_MAX = 5.0


@pytest.fixture
def printer() -> Iterator[tuple[int, str]]:
    """The printer's end, and the path of ours."""
    theirs, ours = os.openpty()
    tty.setraw(ours)
    yield theirs, os.ttyname(ours)
    for end in (theirs, ours):
        try:
            os.close(end)
        except OSError:
            continue  # the test has closed it


def events(line: DeviceTransport, now: float = 0.0) -> list[LineEvent]:
    with selectors.DefaultSelector() as selector:
        selector.register(line.fileno(), selectors.EVENT_READ)
        readable = bool(selector.select(SECONDS_MAX))
    return list(line.service(readable=readable, writable=False, now=now))


def opened(device: SerialDevice | UsbDevice) -> DeviceTransport:
    line = DeviceTransport(device)
    assert line.open(0.0) is None
    assert line.deadline == 0.0
    assert list(line.service(readable=False, writable=False, now=0.0)) == [Opened()]
    return line


@pytest.mark.parametrize("kind", ["serial", "usb"])
def test_bytes_pass_both_ways_unchanged(printer: tuple[int, str], kind: str) -> None:
    theirs, path = printer
    line = opened(SerialDevice(path, 115_200, flow="none") if kind == "serial" else UsbDevice(path))
    every_byte = bytes(range(256))
    assert line.write(every_byte) == 256
    assert os.read(theirs, 512) == every_byte
    os.write(theirs, every_byte)
    assert events(line) == [Received(every_byte)]
    line.close()
    assert line.closed


def test_a_line_that_is_full_takes_nothing_and_does_not_wait(printer: tuple[int, str]) -> None:
    _, path = printer
    line = opened(SerialDevice(path, 9600, flow="rtscts"))
    while line.write(bytes(4096)):
        pass
    assert line.wants_to_write
    line.close()


def test_a_serial_port_has_one_owner(printer: tuple[int, str]) -> None:
    _, path = printer
    line = opened(SerialDevice(path, 115_200, flow="none"))
    lost = DeviceTransport(SerialDevice(path, 115_200, flow="none")).open(0.0)
    assert isinstance(lost, Lost)
    line.close()


def test_a_device_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    for device in (SerialDevice(str(tmp_path / "no"), 9600, flow="none"), UsbDevice(str(tmp_path / "no"))):
        lost = DeviceTransport(device).open(0.0)
        assert isinstance(lost, Lost)
        assert "No such file" in lost.reason


def test_a_port_pulled_out_is_lost(printer: tuple[int, str]) -> None:
    theirs, path = printer
    line = opened(SerialDevice(path, 115_200, flow="none"))
    os.close(theirs)
    assert [type(event) for event in events(line)] == [Lost]
    assert line.closed


def test_a_usb_device_that_is_readable_for_nothing_is_left_alone_for_a_while(tmp_path: Path) -> None:
    empty = tmp_path / "lp0"
    empty.touch()
    line = opened(UsbDevice(str(empty)))
    assert list(line.service(readable=True, writable=False, now=1.0)) == []
    assert (line.wants_to_read, line.deadline) == (False, 1.0 + DEVICE_REST_SECONDS)
    assert list(line.service(readable=False, writable=False, now=1.0 + DEVICE_REST_SECONDS)) == []
    assert line.wants_to_read
    line.close()


class WiredPort:
    """A port with a DSR wire."""

    dsr = True

    def fileno(self) -> int:
        return 0

    def reset_output_buffer(self) -> None: ...

    def close(self) -> None: ...


def test_a_printer_switched_off_shows_by_its_wire() -> None:
    port = WiredPort()
    watched = _OpenPort(port, 0.0)
    assert watched.gone(0.0) is None
    assert watched.look_at == DSR_LOOK_SECONDS
    port.dsr = False
    assert watched.gone(DSR_LOOK_SECONDS / 2) is None
    assert watched.gone(DSR_LOOK_SECONDS) == "the printer was switched off"


def test_a_cable_without_the_wire_tells_nothing() -> None:
    port = WiredPort()
    port.dsr = False
    watched = _OpenPort(port, 0.0)
    assert watched.gone(0.0) is None
    assert watched.gone(10.0) is None
