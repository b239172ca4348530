"""Files in turn, and what cannot be shown left alone."""

import pytest

from display.playlist import PICTURE_BYTES_MAX, Entry, Kind, Playlist


def file(name: str, size: int = 1000, changed: int = 1) -> Entry:
    return Entry(name, size, changed)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PNG", Kind.PICTURE),
        ("b.jpeg", Kind.PICTURE),
        ("c.mp4", Kind.VIDEO),
        ("notes.txt", None),
    ],
)
def test_the_kind_of_a_file(name: str, kind: Kind | None) -> None:
    assert file(name).kind is kind


def test_files_take_turns_by_name() -> None:
    playlist = Playlist()
    folder = [file("b.png"), file("a.png"), file("readme.txt"), file("c.mp4")]
    shown = [playlist.next(folder)[0] for _ in range(4)]
    assert [one.name for one in shown if one] == ["a.png", "b.png", "c.mp4", "a.png"]


def test_empty_and_huge_files_are_told_of_once_and_left_out() -> None:
    playlist = Playlist()
    folder = [file("a.png", 0), file("b.png", PICTURE_BYTES_MAX + 1), file("c.png")]
    shown, found = playlist.next(folder)
    assert shown == file("c.png")
    assert [(one.name, fault) for one, fault in found] == [("a.png", "empty"), ("b.png", "too large")]
    assert playlist.next(folder) == (file("c.png"), [])


def test_a_file_that_failed_is_left_alone_until_it_is_another() -> None:
    playlist = Playlist()
    playlist.failed(file("a.png"))
    assert playlist.next([file("a.png")]) == (None, [])
    assert playlist.next([file("a.png", changed=2)])[0] == file("a.png", changed=2)


def test_a_file_may_vanish_and_come_back() -> None:
    playlist = Playlist()
    assert playlist.next([file("a.png"), file("b.png")])[0] == file("a.png")
    assert playlist.next([file("a.png")])[0] == file("a.png")
    assert playlist.next([])[0] is None
    assert playlist.next([file("b.png")])[0] == file("b.png")
