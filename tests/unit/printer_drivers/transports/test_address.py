"""The grammar of addresses."""

import pytest

from printer_drivers.transports.address import place_of
from printer_drivers.transports.device import DeviceTransport
from printer_drivers.transports.memory import MemoryTransport
from printer_drivers.transports.spooler import SpoolerTransport
from printer_drivers.transports.tcp import TcpTransport


@pytest.mark.parametrize(
    ("address", "kind", "bytes_per_second", "two_way"),
    [
        ("tcp://192.168.1.50:9100", TcpTransport, None, True),
        ("tcp://printer.lan", TcpTransport, None, True),
        ("192.168.1.50", TcpTransport, None, True),
        ("serial:///dev/ttyUSB0", DeviceTransport, 11_520.0, True),
        ("serial:///dev/ttyS0?baud=19200&flow=none", DeviceTransport, 1920.0, True),
        ("usb:///dev/usb/lp0", DeviceTransport, None, True),
        ("cups://QUEUE", SpoolerTransport, None, False),
        ("win://EPSON%20TM-T82", SpoolerTransport, None, False),
        ("memory:", MemoryTransport, None, False),
    ],
)
def test_each_kind_of_place(address: str, kind: type, bytes_per_second: float | None, two_way: bool) -> None:
    place = place_of(address)
    assert isinstance(place.make_line(), kind)
    assert (place.bytes_per_second, place.two_way) == (bytes_per_second, two_way)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "tcp://",
        "tcp://host:0",
        "tcp://host:x",
        "serial://ttyUSB0",
        "serial:///dev/ttyUSB0?baud=fast",
        "serial:///dev/ttyUSB0?baud=0",
        "serial:///dev/ttyUSB0?flow=maybe",
        "serial:///dev/ttyUSB0?speed=9600",
        "usb:///",
        "usb://lp0",
        "cups://",
        "bluetooth://printer",
    ],
)
def test_what_is_no_address_is_said_so(address: str) -> None:
    with pytest.raises(ValueError, match="printer address"):
        place_of(address)
