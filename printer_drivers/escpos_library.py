"""The door to python-escpos 3.1: what we use of it, with types, and without its side effects.

Importing it configures logging for the whole program and leaves a temporary folder behind; both are undone here. Its
encoding is used (the `Dummy` printer collects bytes) and its way into the system's spoolers; its other device classes
report paper where there is silence.
"""

import importlib
import logging
import shutil
from functools import cache
from typing import Protocol, cast


class EscposEncoder(Protocol):
    """The part of `escpos.printer.Dummy` that the encoder calls."""

    @property
    def output(self) -> bytes:
        """All bytes so far."""
        ...

    def qr(self, content: str, *, ec: int, size: int, native: bool) -> None:
        """Appends a QR code; native is GS ( k."""
        ...

    def cut(self, mode: str, *, feed: bool) -> None:
        """Appends the cut; without feed it is GS V 66 0, which feeds to the blade and cuts, leaving one point."""
        ...

    def _raw(self, msg: bytes) -> None:
        """Appends bytes as they are."""
        ...


class EscposSpooler(Protocol):
    """The part of `escpos.printer.LP` and `Win32Raw` that hands one job to the system."""

    def open(self, job_name: str) -> None:
        """Begins a job. Raises when there is no such queue."""
        ...

    def close(self) -> None:
        """Ends the job: the system has it."""
        ...

    def _raw(self, msg: bytes) -> None:
        """Appends bytes as they are."""
        ...


class _PrinterModule(Protocol):
    def Dummy(self, *, profile: str) -> EscposEncoder: ...  # noqa: N802
    def LP(self, printer_name: str) -> EscposSpooler: ...  # noqa: N802
    def Win32Raw(self, printer_name: str) -> EscposSpooler: ...  # noqa: N802


QR_ERROR_CORRECTION_M = 1


def new_encoder(profile_name: str) -> EscposEncoder:
    """A fresh collector of bytes for a capability profile of python-escpos."""
    return _printer_module().Dummy(profile=profile_name)


def unix_spooler(queue: str) -> EscposSpooler:
    """A queue of CUPS, reached by its `lp` command."""
    return _printer_module().LP(queue)


def windows_spooler(name: str) -> EscposSpooler:
    """A printer of Windows. Untested: written from the library's documentation."""
    return _printer_module().Win32Raw(name)


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
