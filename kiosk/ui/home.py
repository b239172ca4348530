"""What the home page shows: the fields, in the hall's order, and how their tiles lie."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from hall_link.qt.rows_model import RowsModel
from hall_link.rows import FieldRow, ProcedureRow
from kiosk import visit
from kiosk.attendant import Attendant
from kiosk.grid import arrange
from kiosk.ticket import local_time, read, wait_sentence

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1

EXAMPLES_MAX = 8
"""Procedures offered to a tile, which names those for which it has the room."""
EXAMPLE_LETTERS_MAX = 40


@dataclass(frozen=True)
class Tile:
    """One field as its tile says it; the names are the roles in QML. `wait`: "10–20 phút", or empty when nothing is
    foretold, or no wait. `reopens`: "13:30", or empty when nobody knows."""

    fieldId: str
    series: str
    name: str
    iconName: str
    examples: list[str]
    waiting: int
    wait: str
    accepting: bool
    counters: str
    reopens: str


@QmlElement
@QmlUncreatable("made by the program")
class HomePresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """The home page."""

    changed = Signal()

    def __init__(self, attendant: Attendant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._model = RowsModel(Tile, lambda tile: tile.fieldId, self)
        self._shown: tuple[int, visit.Language] | None = None

    def refresh(self) -> None:
        """Show the rows and the state as they are now."""
        newest = (self._attendant.link.mirror.seq, self._attendant.kiosk.language)
        if newest != self._shown:
            self._shown = newest
            self._show_tiles(self._attendant.kiosk.language)
        self.changed.emit()

    def _show_tiles(self, language: visit.Language) -> None:
        attendant = self._attendant
        examples = _examples(attendant.link.mirror.all(ProcedureRow), language)
        rows = sorted(attendant.link.mirror.all(FieldRow), key=lambda row: (row.position, row.field_id))
        zone = attendant.hall.time_zone if attendant.hall else ""
        self._model.put([_tile(row, examples[row.field_id], zone, language) for row in rows])

    def _tiles(self) -> QObject:
        return self._model

    def _count(self) -> int:
        return self._model.rowCount()

    def _longest_name(self) -> int:
        return max((len(tile.name) for tile in self._model.rows), default=0)

    def _chosen(self) -> str:
        stage = self._attendant.kiosk.stage
        return stage.field_id if isinstance(stage, visit.Issuing) else ""

    def _tile_page(self) -> int:
        return self._attendant.kiosk.tile_page

    def _printer(self) -> str:
        return self._attendant.printer

    tiles = Property(QObject, _tiles, constant=True)
    count = Property(int, _count, notify=changed)
    longestName = Property(int, _longest_name, notify=changed)
    """Letters of the longest field's name."""
    chosen = Property(str, _chosen, notify=changed)
    """The field that was touched, while its number is being asked for."""
    tilePage = Property(int, _tile_page, notify=changed)
    printer = Property(str, _printer, notify=changed)

    @Slot(int, float, float, float, float, float, float, result=list)
    def arrange(
        self, tiles: int, width: float, height: float, gap: float, least_width: float, least_height: float, bar: float
    ) -> list[int]:
        """[columns, rows, pages] for that many tiles; see `kiosk.grid`."""
        grid = arrange(tiles, width, height, gap=gap, least_width=least_width, least_height=least_height, page_bar=bar)
        return [grid.columns, grid.rows, grid.pages]

    @Slot(str)
    def choose(self, field_id: str) -> None:
        """A tile was touched."""
        field = self._attendant.field(field_id)
        accepting, asks = (field.accepting, field.one_per_person) if field is not None else (False, False)
        self._attendant.play(visit.FieldTouched(field_id, accepting, asks))

    @Slot(int)
    def turn(self, tile_page: int) -> None:
        """Show that page of tiles, from 0."""
        self._attendant.play(visit.TilesTurned(tile_page))


def _tile(row: FieldRow, examples: list[str], zone: str, language: visit.Language) -> Tile:
    return Tile(
        fieldId=row.field_id,
        series=row.series,
        name=read(row.name, language),
        iconName=row.icon,
        examples=examples,
        waiting=row.waiting,
        wait=_wait(row, language),
        accepting=row.accepting,
        counters=", ".join(str(counter) for counter in row.counters),
        reopens=f"{local_time(row.reopens_at, zone):%H:%M}" if row.reopens_at is not None and zone else "",
    )


def _wait(row: FieldRow, language: visit.Language) -> str:
    at_once = row.waiting == 0 and row.wait is not None and row.wait.low == 0
    return "" if row.wait is None or at_once else wait_sentence(row.wait, language)


def _examples(procedures: list[ProcedureRow], language: visit.Language) -> dict[str, list[str]]:
    """By field, its first few procedures that fit a line, as the hall's catalogue has them."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for procedure in procedures:
        name = read(procedure.name, language)
        if len(name) <= EXAMPLE_LETTERS_MAX and len(names[procedure.field_id]) < EXAMPLES_MAX:
            names[procedure.field_id].append(name)
    return names
