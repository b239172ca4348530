"""Lints every QML file, not one warning allowed, with the types that Python gives to QML known and up to date.

qmllint learns our presenters from the committed `presenters.qmltypes` of each module; one that no longer says what the
Python classes say would make it judge yesterday's program, so that is checked first.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
QMLLINT = Path(PySide6.__file__).parent / "qmllint"
IMPORT_FOLDERS = (ROOT / "assets" / "qml", ROOT)
SOURCE_FOLDERS = ("assets", "counter", "demo", "display", "hall_link", "kiosk")
TOOL_SECONDS_MAX = 60
IMPORT_NAME = re.compile(r"^QML_IMPORT_NAME\s*=\s*[\"']([\w.]+)[\"']", re.MULTILINE)


def sources(pattern: str) -> Iterator[Path]:
    """Files of ours that match, in a stable order."""
    for folder in SOURCE_FOLDERS:
        yield from sorted((ROOT / folder).rglob(pattern))


def succeeds(*command: str | Path) -> bool:
    """Runs a tool that prints its own findings."""
    return (
        subprocess.run([str(part) for part in command], check=False, cwd=ROOT, timeout=TOOL_SECONDS_MAX).returncode == 0
    )


def main() -> int:
    """Exit status 0 when the types are fresh and there is not one warning."""
    modules = {name for path in sources("*.py") for name in IMPORT_NAME.findall(path.read_text(encoding="utf-8"))}
    fresh = not modules or succeeds(sys.executable, "-m", "hall_link.qt.qmltypes", "--check", *sorted(modules))
    folders = [argument for folder in IMPORT_FOLDERS for argument in ("-I", folder)]
    files = [path.relative_to(ROOT) for path in sources("*.qml")]
    clean = succeeds(QMLLINT, "--max-warnings", "0", *folders, *files)
    if not fresh:
        print(f"renew with: python -m hall_link.qt.qmltypes {' '.join(sorted(modules))}", file=sys.stderr)
    return 0 if fresh and clean else 1


if __name__ == "__main__":
    sys.exit(main())
