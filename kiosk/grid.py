"""How many tiles a page holds, and in how many columns and rows.

With few fields tiles grow, with many they go on several pages; never smaller than a finger and never behind a
scrollbar. The pages are filled evenly, so that the last one does not hold a single forgotten field.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log

MILLIMETRES_PER_INCH = 25.4
TARGET_MILLIMETRES = 20.0
"""The smallest target for a finger that trembles (the kiosk's rule; standards for touch targets ask for 9 to 15 mm)."""
TILE_ASPECT = 1.7
"""Width by height of a tile that holds an icon, two lines of name and a line of numbers without a hole in it."""


@dataclass(frozen=True)
class Grid:
    """`columns` x `rows` places on each of `pages` pages. Page p holds the tiles from p * columns * rows on."""

    columns: int
    rows: int
    pages: int

    @property
    def places(self) -> int:
        return self.columns * self.rows


def target_pixels(width: int, height: int, diagonal_inches: float) -> float:
    """The smallest allowed target on a panel of `width` x `height` pixels and that visible diagonal."""
    pixels_per_inch: float = (width**2 + height**2) ** 0.5 / diagonal_inches
    return TARGET_MILLIMETRES / MILLIMETRES_PER_INCH * pixels_per_inch


def arrange(
    tiles: int, width: float, height: float, *, gap: float, least_width: float, least_height: float, page_bar: float
) -> Grid:
    """The grid for `tiles` tiles on `width` x `height`, `gap` between them; all lengths in one unit.

    `page_bar`: the height that turning pages takes away, once there is more than one.
    """
    width, height = max(width, least_width), max(height, least_height)
    columns_max = _fit(width, least_width, gap)
    rows_max = _fit(height, least_height, gap)
    if tiles <= columns_max * rows_max:
        return _few(max(tiles, 1), columns_max, rows_max, width / height)
    rows_max = _fit(height - page_bar, least_height, gap)
    pages = ceil(tiles / (columns_max * rows_max))
    rows = ceil(ceil(tiles / pages) / columns_max)
    return Grid(columns_max, rows, ceil(tiles / (columns_max * rows)))


def _few(tiles: int, columns_max: int, rows_max: int, aspect: float) -> Grid:
    """All on one page, in the columns that give the most natural tiles; `aspect`: of the whole area."""
    fitting = [columns for columns in range(1, columns_max + 1) if ceil(tiles / columns) <= rows_max]
    best = min(fitting, key=lambda columns: _strangeness(columns, ceil(tiles / columns), tiles, aspect))
    return Grid(best, ceil(tiles / best), 1)


def _strangeness(columns: int, rows: int, tiles: int, aspect: float) -> float:
    """How far a tile is from the good shape, counted in factors, and how much of the grid stays empty."""
    shape = aspect * rows / columns
    return abs(log(shape / TILE_ASPECT)) + (columns * rows - tiles) / tiles


def _fit(length: float, least: float, gap: float) -> int:
    return max(1, int((length + gap) // (least + gap)))
