"""The ports of the virtual printer, and what faults do to them."""

import os
import select
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer_drivers.virtual.condition import Fault
from printer_drivers.virtual.ports import SerialPort
from printer_drivers.virtual.printer import Model, VirtualPrinter
from printer_drivers.virtual.tray import MemoryTray

SECONDS_MAX = 10.0
IDENTIFY = b"\x1d(H\x06\x00\x30\x30"


class Cable:
    """Our end of a serial virtual printer."""

    def __init__(self, device: Path) -> None:
        until = time.monotonic() + SECONDS_MAX
        while not device.exists():  # it is just being plugged in again
            assert time.monotonic() < until
            select.select([], [], [], 0.005)
        self.descriptor = os.open(device, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)

    def say(self, data: bytes) -> None:
        while data:
            assert select.select([], [self.descriptor], [], SECONDS_MAX)[1]
            data = data[os.write(self.descriptor, data) :]

    def hear(self, count: int) -> bytes:
        heard = b""
        while len(heard) < count:
            assert select.select([self.descriptor], [], [], SECONDS_MAX)[0]
            heard += os.read(self.descriptor, 4096)
        return heard


@pytest.fixture
def device(tmp_path: Path) -> Path:
    return tmp_path / "printer"


@pytest.fixture
def events() -> list[dict[str, object]]:
    return []


@pytest.fixture
def printer(device: Path, events: list[dict[str, object]]) -> Iterator[VirtualPrinter]:
    model = Model(mm_per_second=0, line_bytes_per_second=50_000)
    made = VirtualPrinter("", 0, MemoryTray(), model, events.append, device=device)
    made.start()
    yield made
    made.stop()
    assert not device.exists()
    assert not [thread for thread in threading.enumerate() if "virtual" in thread.name]


def test_a_serial_printer_answers(printer: VirtualPrinter, device: Path) -> None:
    assert printer.address == f"serial://{device}"
    assert printer.port is None
    cable = Cable(device)
    cable.say(IDENTIFY + b"0001")
    assert cable.hear(7) == b"\x37\x220001\x00"
    os.close(cable.descriptor)


def test_stale_ids_repeat_the_one_before(printer: VirtualPrinter, device: Path) -> None:
    printer.set_fault(Fault.STALE_IDS)
    cable = Cable(device)
    cable.say(IDENTIFY + b"0001" + IDENTIFY + b"0002")
    assert cable.hear(14) == b"\x37\x220000\x00\x37\x220001\x00"
    os.close(cable.descriptor)


def test_garbage_is_the_same_for_the_same_seed(device: Path) -> None:
    heard = []
    for _ in range(2):
        made = VirtualPrinter("", 0, MemoryTray(), Model(mm_per_second=0, seed=7), lambda _: None, device=device)
        made.set_fault(Fault.GARBAGE)
        made.start()
        cable = Cable(device)
        cable.say(IDENTIFY + b"0001")
        heard.append(cable.hear(8))
        os.close(cable.descriptor)
        made.stop()
    assert heard[0] == heard[1] != b"\x37\x220001\x00"


def test_a_power_cycle_takes_the_device_away_and_forgets_what_was_unfinished(
    printer: VirtualPrinter, device: Path, events: list[dict[str, object]]
) -> None:
    before = Cable(device)
    before.say(b"\x1dv0\x00\x08\x00\xff\x00" + bytes(100))
    printer.power_cycle()
    assert select.select([before.descriptor], [], [], SECONDS_MAX)[0]
    assert os.read(before.descriptor, 1) == b"", "hung up"
    os.close(before.descriptor)
    after = Cable(device)
    after.say(IDENTIFY + b"0002")
    assert after.hear(7) == b"\x37\x220002\x00"
    os.close(after.descriptor)
    assert printer.violations == 0


def test_a_port_unplugged_is_gone_until_it_is_plugged_in(device: Path) -> None:
    port = SerialPort(device)
    port.unplug()
    assert not device.exists()
    assert not port.connected
    port.send(b"nobody hears")
    assert port.receive(10) == b""
    port.plug_in()
    port.plug_in()
    assert device.exists()
    port.unplug()
