"""A printer's profile on disk, as TOML: written at commissioning, read by the kiosk."""

import tomllib
from dataclasses import fields
from pathlib import Path

from printer_drivers.paper import paper_of
from printer_drivers.profile import PrinterProfile, network_profile

PAPER_KEY = "paper_mm"
_HEAD = "# Written by `printer probe`. Each key is explained in printer_drivers/profile.py.\n"
_CHOSEN_BY_PAPER = {"paper", "escpos_name"}


def load_profile(file: Path) -> PrinterProfile:
    """The profile in the file. OSError when it cannot be read, ValueError naming file and key when it is wrong."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        profile = network_profile(paper_of(table.pop(PAPER_KEY, None)))
    except (tomllib.TOMLDecodeError, ValueError) as problem:
        raise ValueError(f"{file}: {problem}") from problem
    known = {field.name: getattr(profile, field.name) for field in fields(profile)}
    for key, value in table.items():
        if key not in known or key in _CHOSEN_BY_PAPER or not _fits(key, value):
            raise ValueError(f"{file}: {key} = {value!r} is not understood")
    return PrinterProfile(**{**known, **table})


def save_profile(profile: PrinterProfile, file: Path, *, remark: str = "") -> None:
    """Writes the file whole or not at all. remark: a line for people, such as the printer's name."""
    lines = [_HEAD, f"# {remark}\n" if remark else "", f"{PAPER_KEY} = {profile.paper.width_mm}\n"]
    for field in fields(profile):
        value = getattr(profile, field.name)
        if field.name not in _CHOSEN_BY_PAPER and value is not None:
            lines.append(f"{field.name} = {str(value).lower() if isinstance(value, bool) else value}\n")
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.write_text("".join(lines), encoding="utf-8")
    unfinished.replace(file)


def _fits(key: str, value: object) -> bool:
    """Whether a key may have such a value."""
    if key in {"mm_per_second", "line_bytes_per_second"}:
        return isinstance(value, int | float) and not isinstance(value, bool) and value > 0
    if key == "code_page":
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 255
    return isinstance(value, bool)
