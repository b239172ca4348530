"""The manifest of a folder of clips, and how a sentence is put together from it."""

from pathlib import Path

import pytest

from display.reading import SOUTHERN, Language, Manner
from display.voice.clips import MANIFEST_NAME, ClipBook, ClipsMissing, ManifestError, read_book

MANIFEST = """
language = "vi"
[phrases]
"Mời công dân có số" = "prefix.wav"
[words]
"số" = "so.wav"
"đến" = "den.wav"
[letters]
A = "a.wav"
X = "x.wav"
[digits]
0 = "0.wav"
7 = "7.wav"
[numbers]
105 = "n105.wav"
[counters]
3 = "counter-3.wav"
"""


@pytest.fixture
def book(tmp_path: Path) -> ClipBook:
    (tmp_path / MANIFEST_NAME).write_text(MANIFEST, "utf-8")
    return read_book(tmp_path)


def names(book: ClipBook, sentence: str) -> list[str]:
    return [piece.path.name + ("," if piece.stop else "") for piece in book.pieces(sentence)]


def test_a_call_is_put_together_longest_clips_first(book: ClipBook) -> None:
    sentence = "Mời công dân có số a không không bảy đến quầy số ba."
    assert names(book, sentence) == [
        *("prefix.wav", "a.wav", "0.wav", "0.wav", "7.wav", "den.wav", "counter-3.wav,"),
    ]


def test_stops_are_kept_and_letters_of_two_words_are_one_clip(book: ClipBook) -> None:
    assert names(book, "Số ích xì bảy, quầy số ba.") == ["so.wav", "x.wav", "7.wav,", "counter-3.wav,"]


def test_all_missing_words_are_named_once(book: ClipBook) -> None:
    with pytest.raises(ClipsMissing) as told:
        book.pieces("Số bê một một, quầy số bốn.")
    assert told.value.words == ("bê", "một", "quầy", "bốn")


def test_a_clip_never_reaches_over_a_comma(book: ClipBook) -> None:
    with pytest.raises(ClipsMissing):
        book.pieces("Mời công dân, có số.")


def test_numbers_are_read_as_the_hall_reads_them(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).write_text(MANIFEST, "utf-8")
    assert names(read_book(tmp_path), "một trăm linh năm") == ["n105.wav"]
    assert names(read_book(tmp_path, Manner(SOUTHERN)), "một trăm lẻ năm") == ["n105.wav"]


def test_files_that_are_not_there_are_named(book: ClipBook, tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"")
    missing = [path.name for path in book.missing_files]
    assert "a.wav" not in missing
    assert "counter-3.wav" in missing
    assert len(missing) == 8


def test_english_has_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / MANIFEST_NAME).write_text('language = "en"\n[digits]\n0 = "0.wav"\n', "utf-8")
    book = read_book(tmp_path)
    assert book.language is Language.ENGLISH
    assert names(book, "zero") == ["0.wav"]


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ("language = ", "clips.toml"),
        ('language = "fr"', "fr"),
        ("[words]\na = 1", "words"),
        ('words = "x"', "no table"),
        ('[words]\na = "../a.wav"', "file in the folder"),
        ('[numbers]\nx = "a.wav"', "invalid literal"),
        ('[words]\n"-" = "a.wav"', "nothing is said"),
        ("[wrods]", "no section wrods"),
    ],
)
def test_what_is_wrong_with_a_manifest_is_said(tmp_path: Path, manifest: str, told: str) -> None:
    (tmp_path / MANIFEST_NAME).write_text(manifest, "utf-8")
    with pytest.raises(ManifestError, match=told):
        read_book(tmp_path)


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=MANIFEST_NAME):
        read_book(tmp_path)
