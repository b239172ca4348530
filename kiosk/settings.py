"""What a kiosk can be told, by `config/kiosk.example.toml` or the environment (`HALL_` + the name in capitals)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from hall_link.settings import LinkSettings
from kiosk.visit import Pace

PrinterAddress = Annotated[str, Meta(pattern=r"^(tcp://\S+:\d{1,5})?$")]
Seconds = Annotated[int, Meta(ge=5, le=600)]


class KioskSettings(LinkSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of one kiosk.

    `printer`: `tcp://host:port`; empty for a kiosk without one, whose numbers stay on the screen for a photo. `label`:
    what people call this kiosk, such as "Máy số 2, cửa chính"; `roll_metres`: of a new roll, 0 to estimate nothing.
    `scanner`: the serial port of a code scanner, for fields that ask for an identity card; empty without one.
    `state_folder`: where the kiosk keeps what must outlive its end; empty for its account's own folder. `paper_mm`:
    width of the paper. `ticket_file`: what the hall decided about its tickets, see `kiosk.ticket_file`; empty for the
    product's own words. `without_paper`: when the printer cannot print, `show` the number or `stop` giving numbers
    here. `diagonal_inches`: of the visible panel, to keep every target at least 20 mm. `ticket_seconds`: how long a
    printed number stays; `note_seconds`: one without paper; `idle_seconds`: until an untouched page asks whether
    somebody is still there. `backend`: who draws, the `gpu`, `software`, or whichever is there (`auto`).
    """

    printer: PrinterAddress = ""
    label: Annotated[str, Meta(max_length=60)] = ""
    scanner: str = ""
    state_folder: str = ""
    paper_mm: Literal[80, 58] = 80
    ticket_file: str = ""
    roll_metres: Annotated[int, Meta(ge=0, le=500)] = 50
    without_paper: Literal["show", "stop"] = "show"
    diagonal_inches: Annotated[float, Meta(ge=7, le=100)] = 22.0
    ticket_seconds: Seconds = 15
    note_seconds: Seconds = 60
    idle_seconds: Seconds = 30
    backend: Literal["auto", "software", "gpu"] = "auto"

    def pace(self) -> Pace:
        """The flow's times."""
        return Pace(
            ticket_ms=self.ticket_seconds * 1000, note_ms=self.note_seconds * 1000, idle_ms=self.idle_seconds * 1000
        )
