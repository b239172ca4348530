"""Bands: cheap, whole, and put together again the same picture."""

import pytest
from PIL import Image, ImageChops

from printer_drivers.bands import BAND_ROWS_MAX, WHITE_ROWS_WORTH_A_FEED, bands_of
from printer_drivers.document import ticket_document
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import Placement
from printer_drivers.raster import draw
from tests.unit.printer_drivers.tickets import ORDINARY

PLACEMENTS = pytest.mark.parametrize("placement", list(Placement))


def white(width: int, height: int) -> Image.Image:
    return Image.new("1", (width, height), 1)


@PLACEMENTS
def test_bands_make_the_picture_again(placement: Placement) -> None:
    picture = draw(lay_out(ticket_document(ORDINARY), PAPER_80))
    again = white(*picture.size)
    for band in bands_of(picture, placement):
        again.paste(band.picture, (band.left, band.top))
    assert ImageChops.logical_xor(again, picture).histogram()[255] <= 40  # real-time sequences lose their meaning


@PLACEMENTS
def test_bands_are_small_whole_bytes_wide_and_do_not_overlap(placement: Placement) -> None:
    end = 0
    for band in bands_of(draw(lay_out(ticket_document(ORDINARY), PAPER_80)), placement):
        assert band.picture.height <= BAND_ROWS_MAX
        assert band.picture.width % 8 == band.left % 8 == 0
        assert band.top >= end
        end = band.top + band.picture.height


def test_a_centred_band_has_equal_white_at_both_sides() -> None:
    for band in bands_of(draw(lay_out(ticket_document(ORDINARY), PAPER_80)), Placement.CENTRED):
        assert band.left == PAPER_80.dots - band.left - band.picture.width


def test_a_white_picture_has_no_bands() -> None:
    assert list(bands_of(white(576, 100), Placement.CENTRED)) == []


def test_few_white_rows_stay_inside_a_band_and_many_divide() -> None:
    picture = white(64, 60)
    for row in (0, WHITE_ROWS_WORTH_A_FEED - 1, 30):
        picture.paste(0, (0, row, 8, row + 1))
    bands = [(band.top, band.picture.height) for band in bands_of(picture, Placement.POSITIONED)]
    assert bands == [(0, WHITE_ROWS_WORTH_A_FEED), (30, 1)]


def test_a_line_of_letters_is_not_divided_where_white_rows_are_near() -> None:
    picture = white(64, 100)
    picture.paste(0, (0, 0, 8, 30))
    picture.paste(0, (0, 32, 8, 62))
    picture.paste(0, (0, 64, 8, 70))
    bands = [(band.top, band.picture.height) for band in bands_of(picture, Placement.POSITIONED)]
    assert bands == [(0, 30), (32, 38)]


def test_a_tall_run_of_ink_is_sent_in_pieces() -> None:
    picture = white(64, 100)
    picture.paste(0, (0, 0, 8, 100))
    bands = [(band.top, band.picture.height) for band in bands_of(picture, Placement.POSITIONED)]
    assert bands == [(0, BAND_ROWS_MAX), (BAND_ROWS_MAX, BAND_ROWS_MAX), (2 * BAND_ROWS_MAX, 100 - 2 * BAND_ROWS_MAX)]
