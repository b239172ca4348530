"""Assets are found beside their package; a missing one is an error that names it."""

import pytest

import assets


def test_finds_files_and_folders() -> None:
    assert assets.path("sounds/chime.wav").is_file()
    assert assets.path("fonts").is_dir()


def test_names_what_is_missing() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/NoSuch\.ttf"):
        assets.path("fonts/NoSuch.ttf")


@pytest.mark.parametrize(
    "licence",
    ["fonts/BeVietnamPro-OFL.txt", "fonts/Inter-OFL.txt", "icons/LICENSE.txt", "sounds/LICENSE.txt"],
)
def test_licences_stand_beside_what_they_cover(licence: str) -> None:
    assert assets.path(licence).read_text("utf-8").strip()
