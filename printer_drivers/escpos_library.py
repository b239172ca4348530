"""The door to python-escpos 3.1: what we use of it, with types, and without its side effects.

Importing it configures logging for the whole program and leaves a temporary folder behind; both are undone here. Only
its encoding is used (the `Dummy` printer collects bytes); its device classes report paper where there is silence.
"""

import importlib
import logging
import shutil
from functools import cache
from typing import Protocol, cast

from PIL import Image


class EscposEncoder(Protocol):
    """The part of `escpos.printer.Dummy` that the encoder calls."""

    @property
    def output(self) -> bytes:
        """All bytes so far."""
        ...

    def image(self, img_source: Image.Image, *, impl: str) -> None:
        """Appends a picture; `bitImageRaster` is GS v 0."""
        ...

    def qr(self, content: str, *, ec: int, size: int, native: bool) -> None:
        """Appends a QR code; native is GS ( k."""
        ...

    def cut(self, mode: str, *, feed: bool) -> None:
        """Appends the cut; without feed it is GS V 66 0, which feeds to the blade and cuts, leaving one point."""
        ...

    def set(self, *, align: str) -> None:
        """Appends ESC a."""
        ...

    def _raw(self, msg: bytes) -> None:
        """Appends bytes as they are."""
        ...


class _PrinterModule(Protocol):
    def Dummy(self, *, profile: str) -> EscposEncoder: ...  # noqa: N802


QR_ERROR_CORRECTION_M = 1


def new_encoder(profile_name: str) -> EscposEncoder:
    """A fresh collector of bytes for a capability profile of python-escpos."""
    return _printer_module().Dummy(profile=profile_name)


@cache
def _printer_module() -> _PrinterModule:
    """Imports the library once (about 0.3 s)."""
    root = logging.getLogger()
    handlers_before = list(root.handlers)
    module = importlib.import_module("escpos.printer")
    for handler in [handler for handler in root.handlers if handler not in handlers_before]:
        root.removeHandler(handler)
    shutil.rmtree(importlib.import_module("escpos.capabilities").pickle_dir, ignore_errors=True)
    return cast(_PrinterModule, module)
