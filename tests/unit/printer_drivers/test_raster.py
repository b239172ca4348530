"""The picture is what the print head burns: golden pictures, whole accents, text that a machine reads back."""

import os
from pathlib import Path

import pytesseract
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from printer_drivers.document import TicketContent, ticket_document
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper, paper_of
from printer_drivers.raster import draw
from printer_drivers.sample import VIETNAMESE_LETTERS, sample_ticket
from printer_drivers.sheet import Sheet, TextRun
from printer_drivers.typeface import Face, Type, font_of, line_extent
from tests.unit.printer_drivers.tickets import LONG, ORDINARY, REPRINT

GOLDEN = Path(__file__).parent / "golden"
WRITE_GOLDEN = "WRITE_GOLDEN"
"""Set this variable to write the golden pictures anew, then look at them before committing."""
PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize(
    ("name", "content"),
    [("ordinary", ORDINARY), ("long", LONG), ("reprint", REPRINT), ("sample", sample_ticket("08:42 24/11/2026"))],
)
def test_the_picture_is_the_golden_one(name: str, content: TicketContent, paper_mm: int) -> None:
    picture = draw(lay_out(ticket_document(content), paper_of(paper_mm)))
    file = GOLDEN / f"{name}_{paper_mm}.png"
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


@PAPERS
def test_a_machine_reads_the_words_back(paper: Paper) -> None:
    picture = draw(lay_out(ticket_document(ORDINARY), paper))
    enlarged = picture.convert("L").resize((picture.width * 3, picture.height * 3), Image.Resampling.LANCZOS)
    scanned = ImageOps.expand(enlarged, 60, 255).filter(ImageFilter.GaussianBlur(1.5))
    read = pytesseract.image_to_string(scanned, lang="vie", config="--psm 4").split()
    wanted = [ORDINARY.place, ORDINARY.procedure or "", *(label for label, _ in ORDINARY.facts), *ORDINARY.bring]
    words = [word for line in wanted for word in line.split()]
    misread = [word for word in words if word not in read]
    assert len(misread) <= 0.1 * len(words), (misread, read)


@PAPERS
@pytest.mark.parametrize("content", [ORDINARY, LONG, REPRINT], ids=["ordinary", "long", "reprint"])
def test_a_phone_reads_the_code(paper: Paper, content: TicketContent) -> None:
    picture = draw(lay_out(ticket_document(content), paper)).convert("L")
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [content.qr_payload]


def ink(picture: Image.Image) -> int:
    """Black dots."""
    return picture.convert("L").histogram()[0]
