"""Keeps translations whole: every text of the sources is in every .ts, translated, and each .qm is made from its .ts.

The texts in the sources are Vietnamese; `assets/translations/*.ts` (Qt Linguist) holds the other languages. A text
added without its translation would show Vietnamese to somebody who chose English, and nobody would notice in time.
`./hall translations` renews the files; `./hall check` only judges. A new language is a new name in `LANGUAGES`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
PYSIDE = Path(PySide6.__file__).parent
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("en",)
SOURCE_LANGUAGE = "vi"
SOURCE_FOLDERS = ("assets/qml", "counter", "display", "kiosk")
TOOL_SECONDS_MAX = 60


def run(*command: str | Path) -> None:
    """Runs a Qt tool quietly; what it said comes out with the exception when it fails."""
    parts = [str(part) for part in command]
    subprocess.run(parts, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, timeout=TOOL_SECONDS_MAX)


def update(ts: Path) -> None:
    """Brings the texts of a .ts in line with the sources, keeping its translations. Places are left out: they churn."""
    files = [path for folder in SOURCE_FOLDERS for path in sorted((ROOT / folder).rglob("*.qml"))]
    languages = ("-source-language", SOURCE_LANGUAGE, "-target-language", ts.stem.removeprefix("hall_"))
    run(PYSIDE / "lupdate", "-silent", "-no-obsolete", "-locations", "none", *languages, *files, "-ts", ts)


def release(ts: Path, qm: Path) -> None:
    """Compiles a .ts into the .qm that the programs load."""
    run(PYSIDE / "lrelease", "-silent", ts, "-qm", qm)


def faults(ts: Path, workshop: Path) -> list[str]:
    """What is wrong with one language, in words."""
    updated, compiled, qm = workshop / ts.name, workshop / f"{ts.stem}.qm", ts.with_suffix(".qm")
    if not ts.exists():
        return [f"there is no {ts.name}"]
    found = []
    shutil.copyfile(ts, updated)
    update(updated)
    release(ts, compiled)
    if updated.read_bytes() != ts.read_bytes():
        found.append(f"{ts.name} does not hold exactly the texts of the sources")
    if unfinished := ts.read_text(encoding="utf-8").count('type="unfinished"'):
        found.append(f"{ts.name} has {unfinished} texts without a finished translation")
    if not qm.exists() or qm.read_bytes() != compiled.read_bytes():
        found.append(f"{qm.name} is not made from {ts.name}")
    return found


def main(arguments: list[str]) -> int:
    """Without arguments judges, exit status 0 when all is well; with `--renew` rewrites the .ts and .qm files first."""
    files = [FOLDER / f"hall_{language}.ts" for language in LANGUAGES]
    if arguments == ["--renew"]:
        for ts in files:
            update(ts)
            release(ts, ts.with_suffix(".qm"))
    with tempfile.TemporaryDirectory(prefix="hall-translations-") as workshop:
        found = [fault for ts in files for fault in faults(ts, Path(workshop))]
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        print("translate what is unfinished, run ./hall translations, commit the .ts and .qm files", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
