"""Reads the hall's own document from what people write: a TOML file for the hall, a CSV file for the catalogue of
procedures.

The catalogue is one table for many halls, kept in a spreadsheet; a hall takes from it the procedures of the fields
that it has. Procedures may also stand in the TOML file; one that stands in both is the hall's own.
"""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec

from hall_link.document import HallDocument, ProcedureDocument
from hall_link.mistakes import Mistake, SettingsError
from hall_link.rows import Words
from hall_link.settings import Shape
from hall_link.written_files import KeyPath, parse_toml, read_text, toml_places

CATALOGUE_COLUMNS = ("procedure_id", "field_id", "name_vi", "name_en", "time_limit", "fee")
CATALOGUE_ROWS_MAX = 5000


def load_hall_document(toml_path: Path, catalogue_csv: Path | None) -> HallDocument:
    """The hall of the file with the catalogue's procedures. Raises `SettingsError` with every mistake of both files.

    What the parts say about each other (a counter serving a field that does not exist) is for the server to judge.
    """
    mistakes: list[Mistake] = []
    hall: HallDocument | None = None
    procedures: list[ProcedureDocument] = []
    try:
        hall = _hall(toml_path)
    except SettingsError as problem:
        mistakes += problem.mistakes
    if catalogue_csv is not None:
        try:
            procedures = read_catalogue(catalogue_csv)
        except SettingsError as problem:
            mistakes += problem.mistakes
    if hall is None or mistakes:
        raise SettingsError(mistakes)
    fields = {field.field_id for field in hall.fields}
    own = {procedure.procedure_id for procedure in hall.procedures}
    taken = (one for one in procedures if one.field_id in fields and one.procedure_id not in own)
    return msgspec.structs.replace(hall, procedures=(*hall.procedures, *taken))


def read_catalogue(file: Path) -> list[ProcedureDocument]:
    """The procedures of a CSV file in UTF-8 whose first line names `CATALOGUE_COLUMNS`. Raises `SettingsError`."""
    reader = csv.DictReader(read_text(file).splitlines(keepends=True), strict=True)
    if tuple(reader.fieldnames or ()) != CATALOGUE_COLUMNS:
        columns = ",".join(CATALOGUE_COLUMNS)
        words = Words(f"dòng đầu phải là {columns}", f"the first line must be {columns}")
        raise SettingsError([Mistake(f"{file}:1", words)])

    def locate(path: KeyPath) -> str:
        line, *column = path
        return f"{file}:{line}: {'_'.join(map(str, column))}" if column else f"{file}:{line}"

    shape = Shape(locate)
    procedures: dict[str, ProcedureDocument] = {}
    try:
        for row in reader:
            if len(procedures) >= CATALOGUE_ROWS_MAX:
                most = CATALOGUE_ROWS_MAX
                shape.note((reader.line_num,), f"nhiều hơn {most} thủ tục", f"more than {most} procedures")
                break
            _take(row, reader.line_num, shape, procedures)
    except csv.Error as problem:
        shape.note((reader.reader.line_num,), f"không đúng cú pháp CSV ({problem})", f"is not CSV ({problem})")
    if shape.mistakes:
        raise SettingsError(shape.mistakes)
    return list(procedures.values())


def _hall(file: Path) -> HallDocument:
    text = read_text(file)
    shape = Shape(toml_places(file, text))
    values = shape.members(HallDocument, parse_toml(file, text), ())
    if shape.mistakes:
        raise SettingsError(shape.mistakes)
    return msgspec.convert(values, HallDocument)


def _take(row: dict[str, str], line: int, shape: Shape, procedures: dict[str, ProcedureDocument]) -> None:
    """Add one line of the catalogue, or note what is wrong with it."""
    before = len(shape.mistakes)
    if len(row) != len(CATALOGUE_COLUMNS) or None in row.values():
        columns = len(CATALOGUE_COLUMNS)
        shape.note((line,), f"cần đúng {columns} cột", f"needs exactly {columns} columns")
        return
    name = {"vi": row["name_vi"], "en": row["name_en"]}
    written = {key: row[key] for key in CATALOGUE_COLUMNS if not key.startswith("name_")} | {"name": name}
    values = shape.members(ProcedureDocument, written, (line,))
    if row["procedure_id"] in procedures:
        shape.note((line, "procedure_id"), "mã này đã có ở dòng trên", "this id stands on a line above")
    if len(shape.mistakes) == before:
        procedures[row["procedure_id"]] = msgspec.convert(values, ProcedureDocument)
