"""The hall's own pictures and videos: shown in turn, and whatever a folder holds, survived."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory, QSize
from pytestqt.qtbot import QtBot
from structlog.testing import capture_logs

from display.board import IDLE_SECONDS
from display.layout import Wanted
from display.ui import media as media_module
from display.ui.media import BOX, MediaPresenter
from display.ui.picture_loader import list_folder, read_picture
from tests.gui.display.board_hall import CALLS, BoardHall
from tests.gui.display.conftest import ShowBoard
from tests.gui.display.hall_media import put_picture, put_video

Make = Callable[..., MediaPresenter]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hall"
    made.mkdir()
    return made


@pytest.fixture
def make(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """A presenter in front of the folder, in a hurry."""
    monkeypatch.setattr(media_module, "AGAIN_SECONDS", 0.02)
    made: list[MediaPresenter] = []

    def in_a_hurry(**manner: object) -> MediaPresenter:
        presenter = MediaPresenter(folder, seconds=0.02, **manner)  # type: ignore[arg-type]
        presenter.setProperty("watched", True)
        made.append(presenter)
        return presenter

    yield in_a_hurry
    for presenter in made:
        presenter.close()


def color(presenter: MediaPresenter) -> str:
    address = str(presenter.property("address"))
    size = QSize()
    return presenter.pictures.requestImage(address.removeprefix("image://hall/"), size, QSize()).pixelColor(0, 0).name()


def test_pictures_take_turns(make: Make, folder: Path, qtbot: QtBot) -> None:
    put_picture(folder / "a.png", "#ff0000")
    put_picture(folder / "b.bmp", "#0000ff")
    presenter = make()
    seen: list[str] = []
    presenter.addressChanged.connect(lambda: seen.append(color(presenter)))
    presenter.start()
    qtbot.waitUntil(lambda: len(seen) >= 4)
    assert seen[:4] == ["#ff0000", "#0000ff", "#ff0000", "#0000ff"]


def test_what_cannot_be_shown_is_reported_once_and_left_out(make: Make, folder: Path, qtbot: QtBot) -> None:
    (folder / "a_empty.png").touch()
    (folder / "b_wrong.jpg").write_bytes(b"this is no picture" * 40)
    (folder / "c_cut.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "notes.txt").write_text("not looked at", "utf-8")
    put_picture(folder / "d.png", "#00ff00")
    presenter = make()
    shown: list[None] = []
    presenter.addressChanged.connect(lambda: shown.append(None))
    with capture_logs() as logs:
        presenter.start()
        qtbot.waitUntil(lambda: len(shown) >= 3)
    left_out = sorted(str(log["file"]) for log in logs if log["event"] == "media file left out")
    assert left_out == ["a_empty.png", "b_wrong.jpg", "c_cut.png"]
    assert color(presenter) == "#00ff00"


def test_files_vanish_and_the_folder_too(make: Make, folder: Path, qtbot: QtBot) -> None:
    put_picture(folder / "a.png")
    presenter = make()
    with capture_logs() as logs:
        presenter.start()
        qtbot.waitUntil(lambda: bool(presenter.property("ready")))
        (folder / "a.png").unlink()
        qtbot.waitUntil(lambda: not presenter.property("ready"))
        folder.rmdir()
        qtbot.waitUntil(lambda: any(log["event"] == "media folder cannot be read" for log in logs))
        folder.mkdir()
        put_picture(folder / "b.png", "#00ff00")
        qtbot.waitUntil(lambda: bool(presenter.property("ready")))
    assert sum(log["event"] == "media folder cannot be read" for log in logs) == 1


def test_unwatched_it_reads_one_picture_and_waits(make: Make, folder: Path, qtbot: QtBot) -> None:
    put_picture(folder / "a.png", "#ff0000")
    put_picture(folder / "b.png", "#0000ff")
    presenter = make()
    presenter.setProperty("watched", False)
    presenter.start()
    qtbot.waitUntil(lambda: presenter._due)
    assert color(presenter) == "#ff0000"
    presenter.setProperty("watched", True)
    qtbot.waitUntil(lambda: color(presenter) == "#0000ff")


def test_a_video_plays_to_its_end_and_the_next_file_follows(
    make: Make, folder: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: QLoggingCategory.setFilterRules(""))
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    put_video(folder / "a.avi", frames=8)
    (folder / "b.mp4").write_bytes(b"no video" * 100)
    put_picture(folder / "c.png", "#00ff00")
    presenter = make()
    frames: list[str] = []
    presenter.addressChanged.connect(lambda: frames.append(color(presenter)))
    with capture_logs() as logs:
        presenter.start()
        qtbot.waitUntil(lambda: "#00ff00" in frames, timeout=15_000)
    assert len(set(frames)) > 3, "pictures of a video that moves"
    assert [log["file"] for log in logs if log["event"] == "media file left out"] == ["b.mp4"]


def test_an_emblem_of_the_halls_own(show_board: ShowBoard, tmp_path: Path) -> None:
    put_picture(tmp_path / "emblem.png", "#ff0000", 100, 100)
    media = MediaPresenter(emblem=tmp_path / "emblem.png")
    hall = BoardHall(media=media)
    hall.open()
    board = show_board(hall)
    assert not board.is_shown("emblem")
    media.start()
    board.wait(lambda: board.is_shown("emblem"))
    media.close()


def test_an_emblem_that_is_none_leaves_the_drawn_one(tmp_path: Path, qtbot: QtBot) -> None:
    media = MediaPresenter(emblem=tmp_path / "gone.png")
    with capture_logs() as logs, qtbot.waitSignal(media.changed):
        media.start()
    assert media.property("emblem") == ""
    assert [log["event"] for log in logs] == ["emblem cannot be shown"]
    media.close()


@pytest.mark.parametrize("layout", ["two_columns", "three_columns", "upright"])
def test_pictures_beside_the_calls(folder: Path, show_board: ShowBoard, layout: str) -> None:
    put_picture(folder / "a.png")
    media = MediaPresenter(folder)
    hall = BoardHall(Wanted(layout, media_beside=True), media=media)  # type: ignore[arg-type]
    hall.open(foretold=True)
    hall.have_called(*CALLS)
    board = show_board(hall, (1080, 1920) if layout == "upright" else (1920, 1080))
    assert not board.is_shown("mediaPane")
    media.start()
    board.wait(lambda: board.is_shown("mediaPane"))
    assert board.is_shown("newestNumber")
    media.close()


def test_idle_pictures_give_way_to_a_call_at_once(folder: Path, show_board: ShowBoard) -> None:
    put_picture(folder / "a.png")
    media = MediaPresenter(folder, when_idle=True)
    hall = BoardHall(media=media)
    hall.open()
    hall.call(("A001", 1))
    board = show_board(hall)
    media.start()
    board.wait(lambda: bool(media.property("ready")))
    assert board.is_shown("newestNumber")
    hall.wait(IDLE_SECONDS)
    assert board.is_shown("mediaPane")
    assert not board.is_shown("newestNumber")
    assert board.is_shown("recent-A001")
    hall.call(("A002", 2))
    assert board.text("newestNumber") == "A002"
    assert not board.is_shown("mediaPane")
    hall.wait(IDLE_SECONDS + 1)
    hall.lose()
    assert not board.is_shown("mediaPane")
    media.close()


def test_a_huge_picture_is_read_no_larger_than_it_is_drawn(tmp_path: Path) -> None:
    put_picture(tmp_path / "huge.jpg", width=8000, height=3000)
    image = read_picture(tmp_path / "huge.jpg", BOX).image
    assert (image.width(), image.height()) == (1920, 720)


def test_a_folder_that_is_a_file_is_a_fault_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert list_folder(tmp_path / "file").fault != ""
