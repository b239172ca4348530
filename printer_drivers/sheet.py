"""A laid-out ticket: inked shapes at dot positions, origin at the top left of the printable line."""

from dataclasses import dataclass

from printer_drivers.paper import Paper
from printer_drivers.qr import QrModules
from printer_drivers.stationery import Logo
from printer_drivers.typeface import Type


@dataclass(frozen=True, slots=True)
class TextRun:
    """One line of one type; x is its left end, y its baseline. White ink stands on a black bar."""

    x: int
    y: int
    text: str
    kind: Type
    white: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled black rectangle."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled black circle inside the square at (x, y)."""

    x: int
    y: int
    diameter: int


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """The hall's logo, its upper left dot at (x, y)."""

    x: int
    y: int
    logo: Logo


@dataclass(frozen=True, slots=True)
class QrPicture:
    """A QR code drawn by us, `module_dots` per module."""

    x: int
    y: int
    modules: QrModules
    module_dots: int


@dataclass(frozen=True, slots=True)
class QrByPrinter:
    """A QR code the printer draws, centred, in the otherwise white rows y .. y + height."""

    y: int
    height: int
    payload: str
    module_dots: int


Shape = TextRun | Box | Disc | LogoPicture | QrPicture | QrByPrinter


@dataclass(frozen=True, slots=True)
class Sheet:
    """One ticket: `height` rows of `paper.dots` dots."""

    paper: Paper
    height: int
    shapes: tuple[Shape, ...]
