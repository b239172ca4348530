"""The hall that is measured: the example hall, eight counters and twelve fields, open round the clock, in a folder."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

import config
from hall_link.hall_document import load_hall_document
from hall_server.domain.model import HallDocument
from tests.bench.record import Progress, Size, check_last_day, make_record
from tests.e2e.server_process import ServerProcess

SEED = 20261124
_HOURS = {'\nopens = "07:30"\n': '\nopens = "00:00"\n', '\ncloses = "17:00"\n': '\ncloses = "00:00"\n'}


class Premises:
    """A folder with the document of a hall and its server's data."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.document_file = folder / "hall.toml"
        _write_document(self.document_file)

    @property
    def database(self) -> Path:
        return self.folder / "server" / "hall.db"

    def document(self) -> HallDocument:
        wire = load_hall_document(self.document_file, self.document_file.with_name("procedures.csv"))
        return msgspec.convert(wire, HallDocument, from_attributes=True)

    @contextmanager
    def server(self) -> Iterator[ServerProcess]:
        """The hall's server at work. Raises AssertionError if it does not stop as it should."""
        server = ServerProcess(self.folder / "server", self.document_file)
        server.start()
        try:
            yield server
        except BaseException:
            server.kill()
            raise
        assert server.stop() == 0, "the server did not stop as it should"

    def make(self, size: Size, progress: Progress) -> int:
        """Give the hall a past; see `make_record`. Returns the entries of its newest day, their chain checked."""
        self.database.parent.mkdir(mode=0o700, exist_ok=True)
        document = self.document()
        make_record(self.database, document, size, now_ms(), SEED, progress)
        return check_last_day(self.database, document.hall_id)


def _write_document(target: Path) -> None:
    source = Path(config.__file__).parent
    text = (source / "hall.example.toml").read_text(encoding="utf-8")
    for written, round_the_clock in _HOURS.items():
        assert written in text, f"the example hall no longer says {written}"
        text = text.replace(written, round_the_clock)
    target.write_text(text, encoding="utf-8")
    shutil.copyfile(source / "procedures.csv", target.with_name("procedures.csv"))


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def tell(began: float, out: Callable[[str], object] = sys.stderr.write) -> Progress:
    """Progress on stderr with the seconds since `began` (monotonic)."""

    def progress(what: str) -> None:
        out(f"{time.monotonic() - began:7.1f} s  {what}\n")

    return progress
