"""Pieces: cheap, whole, and put together again the same picture."""

import pytest
from PIL import Image, ImageChops

from printer_drivers.bands import BAND_ROWS_MAX, GAP_DOTS, STRIP_ROWS, Band, Strip, pieces_of
from printer_drivers.document import ticket_document
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.raster import draw
from tests.unit.printer_drivers.tickets import ORDINARY

WAYS = pytest.mark.parametrize("strips", [False, True])
PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])


def white(width: int, height: int) -> Image.Image:
    return Image.new("1", (width, height), 1)


def ticket(paper: Paper) -> Image.Image:
    return draw(lay_out(ticket_document(ORDINARY), paper))


def dots(ink: bytes, width: int) -> Image.Image:
    return Image.frombytes("1", (width, len(ink) * 8 // width), bytes(byte ^ 0xFF for byte in ink))


def put(piece: Band | Strip, onto: Image.Image) -> None:
    if isinstance(piece, Band):
        onto.paste(dots(piece.ink, piece.stride * 8), ((onto.width - piece.stride * 8) // 2, piece.top))
        return
    for part in piece.pieces:
        onto.paste(dots(part.ink, STRIP_ROWS).transpose(Image.Transpose.TRANSPOSE), (part.left, piece.top))


@WAYS
@PAPERS
def test_pieces_make_the_picture_again(paper: Paper, strips: bool) -> None:
    picture = ticket(paper)
    again = white(*picture.size)
    for piece in pieces_of(picture, strips=strips):
        put(piece, again)
    assert ImageChops.logical_xor(again, picture).histogram()[255] <= 40  # real-time sequences lose their meaning


@WAYS
def test_pieces_are_small_and_do_not_overlap(strips: bool) -> None:
    end = 0
    for piece in pieces_of(ticket(PAPER_80), strips=strips):
        assert piece.top >= end
        assert piece.rows <= BAND_ROWS_MAX
        end = piece.top + piece.rows
    assert end <= ticket(PAPER_80).height


def test_strips_are_used_only_where_they_are_understood() -> None:
    assert all(isinstance(piece, Band) for piece in pieces_of(ticket(PAPER_80), strips=False))
    assert any(isinstance(piece, Strip) for piece in pieces_of(ticket(PAPER_80), strips=True))


@WAYS
def test_a_white_picture_has_no_pieces(strips: bool) -> None:
    assert list(pieces_of(white(576, 100), strips=strips)) == []


def test_a_label_and_its_value_leave_the_white_between_them_out() -> None:
    picture = white(576, 60)
    picture.paste(0, (10, 20, 60, 40))
    picture.paste(0, (500, 20, 560, 40))
    [strip] = pieces_of(picture, strips=True)
    assert isinstance(strip, Strip)
    assert [(part.left, len(part.ink)) for part in strip.pieces] == [(10, 3 * 50), (500, 3 * 60)]


def test_a_narrow_gap_stays_inside_a_piece() -> None:
    picture = white(576, 24)
    picture.paste(0, (0, 0, 2, 24))
    picture.paste(0, (2 + GAP_DOTS, 0, 4 + GAP_DOTS, 24))
    picture.paste(0, (500, 0, 502, 24))
    [strip] = pieces_of(picture, strips=True)
    assert isinstance(strip, Strip)
    assert [part.left for part in strip.pieces] == [0, 500]


def test_a_solid_block_is_a_band() -> None:
    picture = white(64, 40)
    picture.paste(0, (0, 0, 64, 40))
    assert [type(piece) for piece in pieces_of(picture, strips=True)] == [Band]


def test_white_rows_inside_a_band_cost_less_than_a_band_of_their_own_only_while_they_are_few() -> None:
    picture = white(64, 60)
    for row in (0, 3, 30):
        picture.paste(0, (0, row, 8, row + 1))
    assert [(piece.top, piece.rows) for piece in pieces_of(picture, strips=False)] == [(0, 1), (3, 1), (30, 1)]
    picture.paste(0, (0, 1, 8, 2))
    assert [(piece.top, piece.rows) for piece in pieces_of(picture, strips=False)] == [(0, 4), (30, 1)]


def test_a_line_of_letters_is_not_divided_where_white_rows_are_near() -> None:
    picture = white(64, 100)
    picture.paste(0, (0, 0, 8, 30))
    picture.paste(0, (0, 32, 8, 62))
    picture.paste(0, (0, 64, 8, 70))
    for piece in pieces_of(picture, strips=False):
        assert (piece.top, piece.top + piece.rows) in {(0, 30), (32, 62), (32, 70), (64, 70)}


def test_a_tall_run_of_ink_is_sent_in_pieces() -> None:
    picture = white(64, 100)
    picture.paste(0, (0, 0, 8, 100))
    pieces = [(piece.top, piece.rows) for piece in pieces_of(picture, strips=False)]
    assert pieces == [(0, BAND_ROWS_MAX), (BAND_ROWS_MAX, BAND_ROWS_MAX), (2 * BAND_ROWS_MAX, 100 - 2 * BAND_ROWS_MAX)]


@WAYS
@pytest.mark.parametrize("height", [1, 2, 15, 23, 24, 25])
def test_a_picture_of_any_height_is_cut(height: int, strips: bool) -> None:
    picture = white(64, height)
    picture.paste(0, (8, 0, 16, height))
    again = white(64, height)
    for piece in pieces_of(picture, strips=strips):
        put(piece, again)
    assert ImageChops.logical_xor(again, picture).getbbox() is None


def test_the_same_part_elsewhere_is_cut_alike() -> None:
    picture = white(576, 300)
    for top in (10, 200):
        picture.paste(0, (100, top, 140, top + 20))
    first, second = pieces_of(picture, strips=False)
    assert (first.top, second.top) == (10, 200)
    assert isinstance(first, Band)
    assert isinstance(second, Band)
    assert first.ink == second.ink
