"""The whole hall at once, as `./hall demo` runs it: every program a process, every press a real one."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PIL import Image

RUN_SECONDS = 20
RUN_SECONDS_MAX = 400


@pytest.mark.e2e
def test_people_take_numbers_are_called_and_served(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "demo", "--headless", "--seconds", str(RUN_SECONDS), "--out", str(out)]
    played = subprocess.run(command, capture_output=True, text=True, timeout=RUN_SECONDS_MAX, check=False)
    assert played.returncode == 0, played.stdout + played.stderr

    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert summary["issued"] == summary["printed"] > 0
    assert summary["called"] == summary["shown"] == summary["spoken"] > 0
    assert summary["errors"] == 0
    assert len(list((out / "tickets").glob("*.png"))) == summary["printed"]
    _announcements_are_sound(out / "announcements")
    for screen, size in {"kiosk-1": (1080, 1920), "counter-1": (1366, 768), "display-1": (1920, 1080)}.items():
        with Image.open(out / "pictures" / f"{screen}-end.png") as picture:
            assert picture.size == size
            assert len(picture.convert("L").getcolors() or []) > 10, "a screen with nothing on it"
    assert "lấy số" in played.stdout
    assert "đã hiện trên bảng" in played.stdout


def _announcements_are_sound(folder: Path) -> None:
    """As long as their log says, one after the other, never two at once."""
    log = [json.loads(line) for line in (folder / "announcements.jsonl").read_text("utf-8").splitlines()]
    for entry in log:
        with wave.open(str(folder / entry["file"])) as sound:
            seconds = sound.getnframes() / sound.getframerate()
        assert abs(seconds * 1000 - entry["length_ms"]) < 100
        assert seconds > 2
    assert all(before["ended_ms"] <= after["started_ms"] for before, after in itertools.pairwise(log))
