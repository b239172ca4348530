"""The library leaves nothing behind; in a fresh process, because it is imported only once."""

import subprocess
import sys
import tempfile
from pathlib import Path


def test_loading_it_changes_neither_logging_nor_the_temporary_folder(tmp_path: Path) -> None:
    script = (
        "import logging, tempfile\n"
        "from printer_drivers.escpos_library import new_encoder\n"
        "new_encoder('TM-T20II')\n"
        "print(len(logging.getLogger().handlers), logging.getLogger().level)\n"
    )
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "30"]
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() != str(tmp_path)
