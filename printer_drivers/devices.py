"""The printers that this machine could reach by a cable: USB printer devices and serial ports, as addresses."""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

USB_DEVICES = ("/dev/usb", "/dev")
"""Where systems put lp0, lp1 ..."""


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """An address to try, and what the system calls the device."""

    address: str
    name: str


class _ListedPort(Protocol):
    device: str
    description: str


class _Library(Protocol):
    def comports(self) -> Iterable[_ListedPort]: ...


def found_devices(folders: Iterable[str] = USB_DEVICES) -> list[FoundDevice]:
    """USB printers first, then serial ports; whether a printer is at the other end only `probe` can tell."""
    usb = [file for folder in folders for file in sorted(Path(folder).glob("lp[0-9]*"))]
    library = cast(_Library, importlib.import_module("serial.tools.list_ports"))
    ports = sorted(library.comports(), key=lambda port: port.device)
    return [
        *(FoundDevice(f"usb://{file}", "USB") for file in usb),
        *(FoundDevice(f"serial://{port.device}", port.description) for port in ports),
    ]
