"""Where cut paper falls."""

from pathlib import Path

from PIL import Image

from printer_drivers.virtual import tray
from printer_drivers.virtual.strip import Strip
from printer_drivers.virtual.tray import FolderTray, MemoryTray


def strip_of(rows: int) -> Strip:
    strip = Strip(16)
    for _ in range(rows):
        strip.add_row(b"\xff", 0)
    return strip


def test_a_folder_is_made_and_holds_each_paper_under_its_number(tmp_path: Path) -> None:
    folder = FolderTray(tmp_path / "deep" / "papers")
    files = [folder.take(number, strip_of(number)) for number in (1, 12)]
    assert [Path(file).name for file in files] == ["ticket-0001.png", "ticket-0012.png"]
    with Image.open(files[1]) as paper:
        assert paper.size == (16, 12)


def test_memory_holds_copies_and_only_the_last() -> None:
    memory, strip = MemoryTray(), strip_of(3)
    assert memory.take(1, strip) == "paper 1"
    strip.clear()
    assert [paper.height for paper in memory.papers] == [3]
    for number in range(2, tray.PAPERS_KEPT_MAX + 3):
        memory.take(number, strip_of(number))
    heights = [paper.height for paper in memory.papers]
    assert (len(heights), heights[0], heights[-1]) == (tray.PAPERS_KEPT_MAX, 3, tray.PAPERS_KEPT_MAX + 2)
