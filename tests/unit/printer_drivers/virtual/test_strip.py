"""The paper as a picture."""

from pathlib import Path

from PIL import Image

from printer_drivers.virtual.strip import Strip


def test_rows_lie_where_they_were_put() -> None:
    strip = Strip(32)
    strip.add_row(b"\x80", 12)
    strip.add_white_row()
    strip.add_row(b"\xff", 28)
    picture = strip.picture().convert("L")
    black = [(x, y) for y in range(3) for x in range(32) if picture.getpixel((x, y)) == 0]
    assert black == [(12, 0), (28, 2), (29, 2), (30, 2), (31, 2)]


def test_saving_and_cutting(tmp_path: Path) -> None:
    strip = Strip(32)
    assert strip.blank
    for _ in range(16):
        strip.add_row(b"\xff", 0)
    assert (strip.blank, strip.height, strip.mm) == (False, 16, 2.0)
    strip.save(tmp_path / "t.png")
    with Image.open(tmp_path / "t.png") as saved:
        assert saved.size == (32, 16)
    assert [file.name for file in tmp_path.iterdir()] == ["t.png"]
    strip.clear()
    assert strip.height == 0
