"""Tiles on a page: never too small, never lost, and on as few pages as hold them."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.grid import Grid, arrange, target_pixels

GAP = 24.0
LEAST = (440.0, 176.0)
BAR = 136.0


def upright(tiles: int) -> Grid:
    return arrange(tiles, 952, 1210, gap=GAP, least_width=LEAST[0], least_height=LEAST[1], page_bar=BAR)


def across(tiles: int) -> Grid:
    return arrange(tiles, 1456, 580, gap=GAP, least_width=340, least_height=LEAST[1], page_bar=112)


@pytest.mark.parametrize(
    ("tiles", "grid"),
    [
        (1, Grid(1, 1, 1)),
        (6, Grid(2, 3, 1)),
        (8, Grid(2, 4, 1)),
        (12, Grid(2, 6, 1)),
        (20, Grid(2, 5, 2)),
        (40, Grid(2, 5, 4)),
    ],
)
def test_upright_pages(tiles: int, grid: Grid) -> None:
    assert upright(tiles) == grid


def test_across_eight_fields_stand_on_one_page() -> None:
    assert across(8) == Grid(4, 2, 1)


@given(
    tiles=st.integers(0, 200),
    width=st.floats(1, 4000),
    height=st.floats(1, 4000),
    least_width=st.floats(80, 600),
    least_height=st.floats(80, 400),
)
def test_every_tile_has_a_place_and_its_least_size(
    tiles: int, width: float, height: float, least_width: float, least_height: float
) -> None:
    grid = arrange(tiles, width, height, gap=GAP, least_width=least_width, least_height=least_height, page_bar=BAR)
    assert grid.places * grid.pages >= tiles
    assert grid.pages == 1 or grid.places * (grid.pages - 1) < tiles, "a page without a tile"
    room = height if grid.pages == 1 else height - BAR
    if grid.columns > 1:
        assert (width - (grid.columns - 1) * GAP) / grid.columns >= least_width - 1e-6
    if grid.rows > 1:
        assert (room - (grid.rows - 1) * GAP) / grid.rows >= least_height - 1e-6


def test_target_is_twenty_millimetres() -> None:
    inches = 22.0
    millimetres_wide = inches * 25.4 * 1080 / hypot(1080, 1920)
    assert target_pixels(1080, 1920, inches) == pytest.approx(20 * 1080 / millimetres_wide)
