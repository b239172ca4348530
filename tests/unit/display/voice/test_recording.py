"""Announcements as files: names, lines, and a disk that does not take them."""

import json
from dataclasses import replace
from pathlib import Path

from display.voice.recording import LOG_NAME, Announced, Recording

ANNOUNCED = Announced("20261124-A001-1", "A001", 2, 1, "full", "Mời …", True, 1_000, 5_000, 4_000, "played")


def test_a_file_and_a_line_for_each(tmp_path: Path) -> None:
    (tmp_path / "sound.wav").write_bytes(b"RIFF")
    recording = Recording(tmp_path / "kept" / "here")
    recording.keep(ANNOUNCED, tmp_path / "sound.wav")
    recording.keep(replace(ANNOUNCED, number="A/B 2", pass_number=2), tmp_path / "sound.wav")
    lines = [json.loads(line) for line in (tmp_path / "kept" / "here" / LOG_NAME).read_text("utf-8").splitlines()]
    assert [line["file"] for line in lines] == ["001-A001-1.wav", "002-AB2-2.wav"]
    assert all((tmp_path / "kept" / "here" / line["file"]).read_bytes() == b"RIFF" for line in lines)
    assert (lines[0]["n"], lines[0]["text"], lines[0]["started_ms"]) == (1, "Mời …", 1_000)


def test_a_disk_that_takes_nothing_does_not_stop_the_voice(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "kept")
    recording.keep(ANNOUNCED, tmp_path / "no such sound.wav")
    assert list((tmp_path / "kept").iterdir()) == []
