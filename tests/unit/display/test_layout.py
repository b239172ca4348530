"""The page follows from the screen, from where it hangs, and from what the hall wants."""

import pytest

from display.layout import (
    CAPITALS,
    LIST_FILL,
    LIST_LINES_MIN,
    TEXT_MAX,
    TEXT_MIN,
    Division,
    Installed,
    LayoutName,
    Wanted,
    layout_of,
)

SCREENS = [(1920, 1080), (3840, 2160), (1366, 768), (1080, 1920), (2160, 3840)]


@pytest.mark.parametrize(
    ("size", "name", "division"),
    [
        ((1920, 1080), "auto", Division.TWO_COLUMNS),
        ((1080, 1920), "auto", Division.UPRIGHT),
        ((1920, 1080), "three_columns", Division.THREE_COLUMNS),
        ((1080, 1920), "upright", Division.UPRIGHT),
    ],
)
def test_the_division(size: tuple[int, int], name: LayoutName, division: Division) -> None:
    assert layout_of(*size, Wanted(name), Installed()).division is division


@pytest.mark.parametrize("size", SCREENS)
def test_where_nobody_has_measured_texts_keep_their_design_size(size: tuple[int, int]) -> None:
    layout = layout_of(*size, Wanted(recent_calls=6), Installed())
    assert (layout.text, layout.lines, layout.fields_a_page) == (TEXT_MIN, 6, 8)


@pytest.mark.parametrize("size", SCREENS)
def test_small_texts_are_a_two_hundredth_of_the_distance_high(size: tuple[int, int]) -> None:
    installed = Installed(distance_m=4, diagonal_inches=75)
    layout = layout_of(*size, Wanted(), installed)
    ratio = max(size) / 1920
    height_mm = layout.text * CAPITALS * ratio * installed.mm_a_pixel(*size)
    assert height_mm >= 4_000 / 200
    assert (layout.text - 1) * CAPITALS * ratio * installed.mm_a_pixel(*size) < 4_000 / 200


@pytest.mark.parametrize("size", SCREENS)
def test_lines_of_the_list_stay_legible_by_being_fewer(size: tuple[int, int]) -> None:
    near = layout_of(*size, Wanted(recent_calls=10), Installed(3, 65))
    far = layout_of(*size, Wanted(recent_calls=10), Installed(9, 65))
    assert near.lines == 10 if size[0] > size[1] else near.lines >= 8
    assert far.lines < near.lines
    assert LIST_FILL > 0


def test_a_page_out_of_room_stops_growing() -> None:
    assert layout_of(1920, 1080, Wanted(), Installed(30, 32)).text == TEXT_MAX


@pytest.mark.parametrize("name", ["two_columns", "three_columns", "upright"])
def test_pictures_beside_the_calls_take_the_room_of_fields(name: LayoutName) -> None:
    without = layout_of(1920, 1080, Wanted(name), Installed())
    beside = layout_of(1920, 1080, Wanted(name, media_beside=True), Installed())
    assert (without.media_width, without.media_height) == (0, 0)
    assert beside.media_width > 400
    assert beside.media_height > 250
    assert beside.fields_a_page < without.fields_a_page


def test_a_window_without_size_is_no_fault() -> None:
    assert layout_of(0, 0, Wanted(), Installed(5, 55)).lines == LIST_LINES_MIN
