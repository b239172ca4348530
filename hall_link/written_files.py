"""Reads a file that a person wrote (TOML, CSV, a key): bounded, as UTF-8, with a clear mistake for whatever it is
instead.

Also finds the line on which a TOML key stands: `tomllib` says what a file holds but not where, and a mistake without
its line is a search. The finder is a hint for people; a file that is written in an unusual way costs the line number,
nothing else.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from hall_link.mistakes import Mistake, SettingsError
from hall_link.rows import Words

FILE_BYTES_MAX = 4 * 1024 * 1024
"""No settings file, catalogue or key is larger; a larger one is another file given by mistake."""

KeyPath: TypeAlias = tuple[str | int, ...]


def read_text(file: Path) -> str:
    """The text of the file without a byte order mark. Raises `SettingsError`; an empty file is a mistake too."""
    try:
        if file.is_dir():
            raise _wrong(file, "là thư mục, không phải tệp", "is a folder, not a file")
        with file.open("rb") as stream:
            content = stream.read(FILE_BYTES_MAX + 1)
    except FileNotFoundError:
        raise _wrong(file, "không có tệp này", "there is no such file") from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise _wrong(file, f"không đọc được ({reason})", f"cannot be read ({reason})") from None
    if len(content) > FILE_BYTES_MAX:
        raise _wrong(file, f"lớn hơn {FILE_BYTES_MAX} byte", f"is larger than {FILE_BYTES_MAX} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise SettingsError(
            [Mistake(f"{file}:{line}", Words("không phải chữ mã UTF-8", "is not UTF-8 text"))]
        ) from None
    if not text.strip():
        raise _wrong(file, "tệp trống", "the file is empty")
    return text


def parse_toml(file: Path, text: str) -> dict[str, object]:
    """The tables of the text, or a `SettingsError` with the line at which it stops being TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"\(at line (\d+)", str(problem))
        where = f"{file}:{line[1]}" if line else str(file)
        raise SettingsError(
            [Mistake(where, Words(f"không đúng cú pháp TOML ({problem})", f"is not TOML ({problem})"))]
        ) from None


def _wrong(file: Path, vi: str, en: str) -> SettingsError:
    return SettingsError([Mistake(str(file), Words(vi, en))])


_HEADER = re.compile(r"^\s*(?P<open>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]")
_KEY = re.compile(r"^\s*(?P<name>(?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every table header and key of a TOML text; inside of inline tables and lists nothing is
    found.
    """
    lines: dict[KeyPath, int] = {}
    arrays: dict[KeyPath, int] = {}
    table: KeyPath = ()
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if line.count(fence) % 2 else fence
            continue
        if header := _HEADER.match(line):
            table = _inside(_names(header["name"]), arrays)
            if header["open"] == "[[":
                lines.setdefault(table, number)
                arrays[table] = arrays.get(table, -1) + 1
                table = (*table, arrays[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_names(key["name"])), number)
        fence = next((mark for mark in ('"""', "'''") if line.count(mark) % 2), "")
    return lines


def _names(dotted: str) -> KeyPath:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _inside(names: KeyPath, arrays: dict[KeyPath, int]) -> KeyPath:
    """The path of a header whose outer tables may be the newest elements of arrays of tables."""
    path: KeyPath = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if position < len(names) - 1 and path in arrays:
            path = (*path, arrays[path])
    return path


def spell(path: KeyPath) -> str:
    """`counters[2].fields` for ("counters", 2, "fields")."""
    spelled = ""
    for part in path:
        spelled += f"[{part}]" if isinstance(part, int) else (f".{part}" if spelled else part)
    return spelled


def toml_places(file: Path, text: str) -> Callable[[KeyPath], str]:
    """Spells a path as `file:line: key`, with the line of the nearest outer key when the key itself has none."""
    lines = key_lines(text)

    def locate(path: KeyPath) -> str:
        for length in range(len(path), 0, -1):
            if line := lines.get(path[:length]):
                return f"{file}:{line}: {spell(path)}"
        return f"{file}: {spell(path)}"

    return locate
