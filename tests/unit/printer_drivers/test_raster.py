"""The picture is what the print head burns: golden pictures and whole accents."""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from printer_drivers.document import ticket_document
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper, paper_of
from printer_drivers.raster import draw
from printer_drivers.sample import VIETNAMESE_LETTERS, sample_ticket
from printer_drivers.sheet import Sheet, TextRun
from printer_drivers.typeface import Face, Type, font_of, line_extent
from tests.unit.printer_drivers.tickets import VARIANTS, Variant

GOLDEN = Path(__file__).parent / "golden"
WRITE_GOLDEN = "WRITE_GOLDEN"
"""Set this variable to write the golden pictures anew, then look at them before committing."""
PICTURED = (*VARIANTS, Variant("sample", sample_ticket("08:42 24/11/2026")))
PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("variant", PICTURED, ids=[variant.name for variant in PICTURED])
def test_the_picture_is_the_golden_one(variant: Variant, paper_mm: int) -> None:
    blocks = ticket_document(variant.content, variant.stationery)
    picture = draw(lay_out(blocks, paper_of(paper_mm), large=variant.stationery.large))
    file = GOLDEN / f"{variant.name}_{paper_mm}.png"
    if os.environ.get(WRITE_GOLDEN):
        picture.save(file, optimize=True)
    with Image.open(file) as golden:
        assert golden.size == picture.size
        assert ImageChops.logical_xor(golden.convert("1"), picture).getbbox() is None


@PAPERS
@pytest.mark.parametrize("letters", VIETNAMESE_LETTERS)
@pytest.mark.parametrize("face", [Face.MEDIUM, Face.SEMIBOLD, Face.BOLD])
def test_no_accent_is_clipped(paper: Paper, letters: str, face: Face) -> None:
    """A line drawn in exactly the height that the layout gives it holds as much ink as one drawn with room to spare."""
    kind = Type(face, 26)
    extent = line_extent(kind)
    tight = draw(Sheet(paper, extent.height, (TextRun(0, extent.above, letters, kind),)))
    roomy = draw(Sheet(paper, extent.height + 200, (TextRun(0, extent.above + 100, letters, kind),)))
    assert ink(tight) == ink(roomy) > 0


def test_the_test_of_clipping_would_notice_a_low_ceiling() -> None:
    """Guards the guard: under a ceiling as high as a plain capital, ink is lost."""
    kind = Type(Face.BOLD, 40)
    height = -int(font_of(kind).getbbox("H", anchor="ls")[1])
    cut = draw(Sheet(PAPER_80, height, (TextRun(0, height, "ẾẪỘỰ", kind),)))
    whole = draw(Sheet(PAPER_80, height + 200, (TextRun(0, height + 100, "ẾẪỘỰ", kind),)))
    assert ink(cut) < ink(whole)


def test_lines_drawn_from_memory_equal_lines_drawn_by_the_library() -> None:
    kind = Type(Face.BOLD, 30)
    ours = draw(Sheet(PAPER_80, 80, (TextRun(7, 50, "Đất đai Ỹ", kind),)))
    canvas = Image.new("L", (PAPER_80.dots, 80), 255)
    ImageDraw.Draw(canvas).text((7, 50), "Đất đai Ỹ", font=font_of(kind), fill=0, anchor="ls")
    assert ImageChops.logical_xor(ours, canvas.point(lambda grey: 255 * (grey >= 128), "1")).getbbox() is None


def ink(picture: Image.Image) -> int:
    """Black dots."""
    return picture.convert("L").histogram()[0]
