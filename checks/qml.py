"""Lints every QML file with all that it imports known: our own modules and the types that Python gives to QML.

qmllint reads types from files, but a Python class becomes a QML type only when it runs. So each Python file that
declares `QML_IMPORT_NAME` is dumped to Qt's meta-object JSON and registered into a `.qmltypes` file. QML sources,
their qmldir and these types are then laid out in a temporary folder by module name, the way Qt looks for them.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
PYSIDE = Path(PySide6.__file__).parent
FOREIGN_TYPES = ("qt6core", "qt6gui", "qt6qml", "qt6quick")
SOURCE_FOLDERS = ("assets", "counter", "demo", "display", "hall_link", "kiosk")
TOOL_SECONDS_MAX = 60
MODULE_LINE = re.compile(r"^module\s+([\w.]+)", re.MULTILINE)
IMPORT_NAME = re.compile(r"^QML_IMPORT_NAME\s*=\s*[\"']([\w.]+)[\"']", re.MULTILINE)


def sources(pattern: str) -> Iterator[Path]:
    """Files of ours that match, in a stable order."""
    for folder in SOURCE_FOLDERS:
        yield from sorted((ROOT / folder).rglob(pattern))


def python_types() -> dict[str, list[Path]]:
    """QML module name -> the Python files that declare types in it."""
    modules: dict[str, list[Path]] = {}
    for path in sources("*.py"):
        if found := IMPORT_NAME.search(path.read_text(encoding="utf-8")):
            modules.setdefault(found[1], []).append(path)
    return modules


def run(*command: str | Path) -> None:
    """Runs a Qt tool that must succeed; its own words explain when it does not."""
    subprocess.run([str(part) for part in command], check=True, timeout=TOOL_SECONDS_MAX)


def write_qmltypes(module: str, files: list[Path], folder: Path) -> None:
    """Writes `python.qmltypes` for the module into its folder and names it in the qmldir there."""
    dump = folder / "python.json"
    foreign = ",".join(str(PYSIDE / "Qt" / "metatypes" / f"{name}_metatypes.json") for name in FOREIGN_TYPES)
    run(sys.executable, PYSIDE / "scripts" / "metaobjectdump.py", "-o", dump, *files)
    run(
        PYSIDE / "Qt" / "libexec" / "qmltyperegistrar",
        *("--generate-qmltypes", folder / "python.qmltypes", "-o", folder / "unused.cpp"),
        *("--import-name", module, "--major-version", "1", "--foreign-types", foreign),
        dump,
    )
    qmldir = folder / "qmldir"
    declared = qmldir.read_text(encoding="utf-8") if qmldir.exists() else f"module {module}\n"
    qmldir.write_text(f"{declared.rstrip()}\ntypeinfo python.qmltypes\n", encoding="utf-8")


def lay_out(target: Path) -> dict[str, Path]:
    """Copies every QML module below `target` by its name; returns laid-out path -> source, for the messages."""
    origin: dict[str, Path] = {}
    for qmldir in sources("qmldir"):
        found = MODULE_LINE.search(qmldir.read_text(encoding="utf-8"))
        assert found, f"{qmldir} names no module"
        folder = target.joinpath(*found[1].split("."))
        for source in sorted(
            path for path in qmldir.parent.rglob("*") if path.suffix in {".qml", ".js"} or path == qmldir
        ):
            copy = folder / source.relative_to(qmldir.parent)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            origin[str(copy)] = source
    for module, files in python_types().items():
        folder = target.joinpath(*module.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        write_qmltypes(module, files, folder)
    return origin


def lint(target: Path, origin: dict[str, Path]) -> int:
    """Runs qmllint over everything laid out, and over QML files that belong to no module. Returns its exit status."""
    laid_out = [path for path in origin if path.endswith(".qml")]
    alone = [str(path) for path in sources("*.qml") if path not in origin.values()]
    done = subprocess.run(
        [str(PYSIDE / "qmllint"), "--max-warnings", "0", "-I", str(target), *laid_out, *alone],
        capture_output=True, text=True, check=False, timeout=TOOL_SECONDS_MAX,
    )  # fmt: skip
    words = done.stdout + done.stderr
    for copy, source in origin.items():
        words = words.replace(copy, str(source.relative_to(ROOT)))
    print(words, end="", file=sys.stderr)
    return done.returncode


def main() -> int:
    """Exit status 0 when there is not one warning."""
    with tempfile.TemporaryDirectory(prefix="hall-qml-") as name:
        target = Path(name)
        return lint(target, lay_out(target))


if __name__ == "__main__":
    sys.exit(main())
