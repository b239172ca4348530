"""One grammar for the place of a printer:

tcp://HOST[:PORT]                      network, port 9100 by default; HOST:PORT alone means the same
serial:///dev/ttyUSB0[?baud=115200][&flow=rtscts|xonxoff|none]
usb:///dev/usb/lp0                     the system's USB printer device
cups://QUEUE                           a queue of CUPS
win://NAME                             a printer of Windows (untested)
memory:                                nowhere; what is printed is forgotten
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from printer_drivers.escpos_library import unix_spooler, windows_spooler
from printer_drivers.transports import Transport
from printer_drivers.transports.device import DeviceTransport
from printer_drivers.transports.memory import MemoryTransport
from printer_drivers.transports.serial_port import BAUD_DEFAULT, BITS_PER_BYTE, SerialDevice
from printer_drivers.transports.spooler import SpoolerTransport
from printer_drivers.transports.tcp import TcpTransport, address_of
from printer_drivers.transports.usb import UsbDevice

FLOWS = ("rtscts", "xonxoff", "none")
EXAMPLES = "tcp://192.168.1.50:9100, serial:///dev/ttyUSB0?baud=115200, usb:///dev/usb/lp0, cups://QUEUE"


@dataclass(frozen=True, slots=True)
class Place:
    """A place understood.

    make_line: a fresh, closed line to it; nothing is touched before it is opened.
    bytes_per_second: of a slow line, else None.
    two_way: the printer can answer; not through a spooler.
    """

    make_line: Callable[[], Transport]
    bytes_per_second: float | None = None
    two_way: bool = True


def place_of(address: str) -> Place:
    """The place that `address` names; ValueError says what is wrong with it."""
    if address == "memory:":
        return Place(MemoryTransport, two_way=False)
    scheme, separator, rest = address.partition("://")
    if not separator:
        return _tcp(address)
    match scheme:
        case "tcp":
            return _tcp(rest.rstrip("/"))
        case "serial":
            return _serial(address)
        case "usb":
            path = _path(address)
            return Place(lambda: DeviceTransport(UsbDevice(path)))
        case "cups" | "win" if rest:
            name = unquote(rest)
            make = unix_spooler if scheme == "cups" else windows_spooler
            return Place(lambda: SpoolerTransport(lambda: make(name)), two_way=False)
        case _:
            raise ValueError(f"printer address {address!r}: unknown kind; such as {EXAMPLES}")


def _tcp(text: str) -> Place:
    host, port = address_of(text)
    return Place(lambda: TcpTransport(host, port))


def _serial(address: str) -> Place:
    path = _path(address)
    options = parse_qs(urlsplit(address).query, keep_blank_values=True)
    baud, flow = options.pop("baud", [str(BAUD_DEFAULT)])[-1], options.pop("flow", [FLOWS[0]])[-1]
    if options or not baud.isdecimal() or int(baud) <= 0 or flow not in FLOWS:
        raise ValueError(f"printer address {address!r}: ?baud=NUMBER and &flow={'|'.join(FLOWS)} are understood")
    return Place(lambda: DeviceTransport(SerialDevice(path, int(baud), flow=flow)), int(baud) / BITS_PER_BYTE)


def _path(address: str) -> str:
    parts = urlsplit(address)
    if parts.netloc or len(parts.path) < 2:
        raise ValueError(f"printer address {address!r}: three slashes and a path, such as {EXAMPLES}")
    return unquote(parts.path)
