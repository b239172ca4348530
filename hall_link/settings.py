"""Settings of a program: a TOML file and the environment in, one frozen struct out, or every mistake at once with its
place.

The struct is the one declaration: its fields are the keys of the file and, in capitals behind `HALL_`, the
environment's names; what stands in the environment wins, so a launcher can override a file. Unknown keys of a file
are mistakes, because a key with a typing error would otherwise silently do nothing. Unknown `HALL_` variables are
not: programs of one hall share an environment.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin

import msgspec
from msgspec import Meta, Struct

from hall_link.mistakes import Mistake, SettingsError, in_words
from hall_link.rows import Words
from hall_link.written_files import KeyPath, parse_toml, read_text, toml_places

ENVIRONMENT_PREFIX = "HALL_"

__all__ = ["ENVIRONMENT_PREFIX", "LinkSettings", "Mistake", "SettingsError", "Shape", "load", "read_key"]

T = TypeVar("T", bound=Struct)

ServerUrl = Annotated[str, Meta(pattern=r"^(https?://[^\s/?#@]+[^\s?#@]*)?$")]
"""`http://host:port` with an optional path; empty where the server is to be found by zeroconf. Never with a password
inside.
"""
DeviceName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]{1,40}$")]


class LinkSettings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What any device needs to belong to a hall.

    `server_url`: empty to find the server by zeroconf. `hall_id`: the hall to accept; empty for whichever answers
    first. `key_file`: a file holding the hall's key alone. `device`: the name under which the hall knows this device.
    """

    server_url: ServerUrl = ""
    hall_id: str = ""
    key_file: str
    device: DeviceName


def load(kind: type[T], file: Path | None, env: Mapping[str, str]) -> T:
    """The settings of `kind` from the file (None: from the environment alone). Raises `SettingsError` with all
    mistakes.
    """
    mistakes: list[Mistake] = []
    values: dict[str, object] = {}
    if file is not None:
        try:
            text = read_text(file)
            shape = Shape(toml_places(file, text))
            overridden = {field.name for field in msgspec.structs.fields(kind) if _variable(field.name) in env}
            values = shape.members(kind, parse_toml(file, text), (), given=overridden)
            mistakes += shape.mistakes
        except SettingsError as problem:
            raise SettingsError([*problem.mistakes, *_from_environment(kind, env)[1]]) from None
    chosen, wrong = _from_environment(kind, env)
    values.update(chosen)
    mistakes += wrong
    if file is None:
        mistakes += [
            Mistake(_variable(field.name), Words("chưa được đặt", "is not set"))
            for field in msgspec.structs.fields(kind)
            if field.required and _variable(field.name) not in env
        ]
    if mistakes:
        raise SettingsError(mistakes)
    return msgspec.convert(values, kind)


def read_key(key_file: str) -> str:
    """The hall's key: the one line of the file. Its text never appears in a message. Raises `SettingsError`."""
    key = read_text(Path(key_file)).strip()
    if re.fullmatch(r"[\x21-\x7e]{8,512}", key) is None:
        words = Words(
            "không phải tệp khóa của hệ thống", "is not a hall's key file: one line of printable text was expected"
        )
        raise SettingsError([Mistake(key_file, words)])
    return key


def _variable(name: str) -> str:
    return ENVIRONMENT_PREFIX + name.upper()


def _from_environment(kind: type[Struct], env: Mapping[str, str]) -> tuple[dict[str, object], list[Mistake]]:
    """What the environment says for the fields of `kind`; lists are written with commas."""
    values: dict[str, object] = {}
    mistakes: list[Mistake] = []
    for field in msgspec.structs.fields(kind):
        name = _variable(field.name)
        if name not in env:
            continue
        written: object = env[name]
        if _origin(field.type) in (list, tuple):
            written = [part.strip() for part in env[name].split(",") if part.strip()]
        try:
            values[field.name] = _leaf(written, field.type, strict=False)
        except msgspec.ValidationError as problem:
            mistakes.append(Mistake(name, in_words(str(problem))))
    return values, mistakes


class Shape:
    """Walks what a file holds beside the type it should have and keeps every mistake with its place, as `locate`
    spells it.
    """

    def __init__(self, locate: Callable[[KeyPath], str]) -> None:
        self._locate = locate
        self.mistakes: list[Mistake] = []

    def note(self, path: KeyPath, vi: str, en: str) -> None:
        self.mistakes.append(Mistake(self._locate(path), Words(vi, en)))

    def members(
        self, kind: type[Struct], table: Mapping[str, object], path: KeyPath, *, given: set[str] | None = None
    ) -> dict[str, object]:
        """The values of a table by field name. `given`: fields that have a value from elsewhere and may be absent."""
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        values: dict[str, object] = {}
        for key, written in table.items():
            if key not in fields:
                self._unknown(key, list(fields), path)
            else:
                values[fields[key].name] = self.value(fields[key].type, written, (*path, key))
        for key, field in fields.items():
            if field.required and key not in table and field.name not in (given or ()):
                self.note((*path, key), "thiếu khóa này", "this key is missing")
        return values

    def value(self, wanted: Any, written: object, path: KeyPath) -> object:
        """One value; tables and lists are entered so that every mistake inside is found."""
        inner = _struct(wanted)
        if inner is not None and isinstance(written, dict):
            return self.members(inner, written, path)
        if _origin(wanted) in (list, tuple) and isinstance(written, list):
            before = len(self.mistakes)
            element = _element(wanted)
            values = [self.value(element, one, (*path, position)) for position, one in enumerate(written)]
            if len(self.mistakes) > before or _struct(element) is not None:
                return self._counted(wanted, values, path)
        try:
            return _leaf(written, wanted, strict=True)
        except msgspec.ValidationError as problem:
            words = in_words(str(problem))
            self.note(path, words.vi, words.en)
            return None

    def _counted(self, wanted: Any, values: list[object], path: KeyPath) -> list[object]:
        """Checks the length of a list whose elements were checked one by one."""
        metas = (
            [part for part in get_args(wanted)[1:] if isinstance(part, Meta)] if get_origin(wanted) is Annotated else []
        )
        for meta in metas:
            if (meta.min_length or 0) > len(values) or (meta.max_length or len(values)) < len(values):
                span = f"{meta.min_length or 0}..{meta.max_length or ''}"
                self.note(path, f"số phần tử phải trong khoảng {span}", f"the number of entries must be in {span}")
        return values

    def _unknown(self, key: str, known: list[str], path: KeyPath) -> None:
        near = difflib.get_close_matches(key, known, n=1)
        vi, en = (f"; có phải là {near[0]}?", f"; did you mean {near[0]}?") if near else ("", "")
        self.note((*path, key), f"không có khóa này{vi}", f"no such key{en}")


def _plain(wanted: Any) -> Any:
    """The type without its constraints."""
    return get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted


def _origin(wanted: Any) -> Any:
    return get_origin(_plain(wanted))


def _element(wanted: Any) -> Any:
    """What a list or a tuple[X, ...] holds."""
    return get_args(_plain(wanted))[0]


def _struct(wanted: Any) -> type[Struct] | None:
    """The struct that a table is read as, also where it may be left out (`X | None`)."""
    plain = _plain(wanted)
    options = [plain, *get_args(plain)]
    found = [one for one in options if isinstance(one, type) and issubclass(one, Struct)]
    return found[0] if len(found) == 1 and _origin(wanted) not in (list, tuple, dict) else None


def _leaf(written: object, wanted: Any, *, strict: bool) -> object:
    if (
        datetime.time in (_plain(wanted), *get_args(_plain(wanted)))
        and isinstance(written, str)
        and re.fullmatch(r"\d\d:\d\d", written)
    ):
        written = f"{written}:00"
    return msgspec.convert(written, wanted, strict=strict)
