"""Lines that are found again: whole ones always, torn ones never, and at every moment one whole file."""

from pathlib import Path

import pytest

from printer_drivers.synced_lines import SyncedLines


def test_lines_are_found_again(tmp_path: Path) -> None:
    lines = SyncedLines(tmp_path / "new" / "file")
    assert lines.read() == []
    for line in (b"a", b"", b"c"):
        lines.append(line)
    lines.close()
    again = SyncedLines(tmp_path / "new" / "file")
    assert again.read() == [b"a", b"", b"c"]
    assert again.count == 3
    again.close()


def test_a_torn_line_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"whole\nto")
    lines = SyncedLines(tmp_path / "file")
    assert lines.read() == [b"whole"]
    lines.append(b"next")
    lines.close()
    assert (tmp_path / "file").read_bytes() == b"whole\nnext\n"


def test_cleared_it_holds_nothing_and_goes_on(tmp_path: Path) -> None:
    lines = SyncedLines(tmp_path / "file")
    lines.append(b"old")
    lines.clear()
    assert lines.count == 0
    lines.append(b"new")
    lines.close()
    assert (tmp_path / "file").read_bytes() == b"new\n"


def test_replacing_that_fails_leaves_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = SyncedLines(tmp_path / "file")
    lines.append(b"old")

    def full(_: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr("printer_drivers.synced_lines.os.fsync", full)
        with pytest.raises(OSError, match="no space"):
            lines.replace([b"new"])
    lines.append(b"later")
    lines.close()
    assert (tmp_path / "file").read_bytes() == b"old\nlater\n"
