"""The modules of a QR code, by the `qrcode` library, which python-escpos stands on as well.

Error correction M: a crease or a wet thumb may spoil 15 % of the code.
"""

import importlib
from dataclasses import dataclass
from typing import Protocol, cast

QR_PAYLOAD_BYTES_MAX = 200
"""Above this the modules get too small for a cheap phone on a 58 mm roll."""
QR_MASK = 0
"""A chequerboard, which breaks up the padding of a short address. Any mask can be read; trying all eight for the
prettiest takes longer than drawing the rest of the ticket."""
QR_QUIET_MODULES = 4
"""White around the code that ISO/IEC 18004 asks for."""


@dataclass(frozen=True, slots=True)
class QrModules:
    """A square of modules; True is black. No quiet zone."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules across."""
        return len(self.rows)


class _Code(Protocol):
    def add_data(self, data: bytes) -> None: ...
    def make(self, fit: bool) -> None: ...
    def get_matrix(self) -> list[list[bool]]: ...


class _Library(Protocol):
    ERROR_CORRECT_M: int

    def QRCode(self, *, error_correction: int, border: int, mask_pattern: int) -> _Code: ...  # noqa: N802


def qr_modules(payload: str) -> QrModules:
    """The code that carries `payload` as UTF-8; ValueError when it is longer than QR_PAYLOAD_BYTES_MAX."""
    data = payload.encode("utf-8")
    if len(data) > QR_PAYLOAD_BYTES_MAX:
        raise ValueError(f"QR payload of {len(data)} bytes, at most {QR_PAYLOAD_BYTES_MAX}")
    library = cast(_Library, importlib.import_module("qrcode"))
    code = library.QRCode(error_correction=library.ERROR_CORRECT_M, border=0, mask_pattern=QR_MASK)
    code.add_data(data)
    code.make(fit=True)
    return QrModules(tuple(tuple(bool(module) for module in row) for row in code.get_matrix()))
