"""Every kind of ticket on the paper that a printer makes of its bytes: the drawn picture, a code and words to read."""

import re
from dataclasses import replace

import pytesseract
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from printer_drivers.document import TicketContent, ticket_document
from printer_drivers.encoder import closing
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper, dots_to_mm
from printer_drivers.profile import PrinterProfile, network_profile
from printer_drivers.raster import draw
from printer_drivers.rendering import render, waste_notice
from tests.faults.paper_judge import papers_from
from tests.unit.printer_drivers.tickets import VARIANTS, Variant

PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])
EVERY = pytest.mark.parametrize("variant", VARIANTS, ids=[variant.name for variant in VARIANTS])
READ_BACK = [variant for variant in VARIANTS if variant.name in {"ordinary", "english", "bilingual", "large", "logo"}]
DOTS_BROKEN_MAX = 60
"""White dots turned black, because together with their neighbours they were a real-time command."""
BYTES_SHARE_MAX = {PAPER_80: 0.45, PAPER_58: 0.47}
"""Of the same picture as one big raster; on the narrow roll there is less white to leave out."""
MISREAD_SHARE_MAX = 0.1


def paper_of(variant: Variant, profile: PrinterProfile) -> Image.Image:
    ticket = render(variant.content, profile, variant.stationery)
    [printed] = papers_from(ticket.body + closing("0000", "0000", profile), profile.paper.dots)
    return printed


@PAPERS
@EVERY
def test_the_paper_is_the_picture(paper: Paper, variant: Variant) -> None:
    printed = paper_of(variant, network_profile(paper))
    blocks = ticket_document(variant.content, variant.stationery)
    drawn = draw(lay_out(blocks, paper, large=variant.stationery.large))
    assert printed.size == drawn.size
    assert ImageChops.logical_xor(printed.convert("1"), drawn).histogram()[255] <= DOTS_BROKEN_MAX


@PAPERS
@EVERY
@pytest.mark.parametrize("native_qr", [False, True], ids=["drawn", "native"])
def test_a_phone_reads_the_code_where_there_is_one_and_finds_none_where_not(
    paper: Paper, variant: Variant, native_qr: bool
) -> None:
    printed = paper_of(variant, replace(network_profile(paper), native_qr=native_qr)).convert("L")
    payload = variant.content.qr_payload
    assert [code.text for code in zxingcpp.read_barcodes(printed)] == ([payload] if payload else [])


@PAPERS
@pytest.mark.parametrize("variant", READ_BACK, ids=[variant.name for variant in READ_BACK])
def test_a_machine_reads_the_words_back(paper: Paper, variant: Variant) -> None:
    language = "eng" if variant.name == "english" else "vie"
    read = words_on(paper_of(variant, network_profile(paper)), language, larger=2 if variant.stationery.large else 3)
    wanted = words_of(variant.content)
    misread = [word for word in wanted if word not in read]
    assert len(misread) <= MISREAD_SHARE_MAX * len(wanted), (misread, read)


@PAPERS
@EVERY
def test_a_ticket_is_short_on_the_line(paper: Paper, variant: Variant) -> None:
    profile = network_profile(paper)
    ticket = render(variant.content, profile, variant.stationery)
    one_big_raster = ticket.mm * 8 * paper.dots / 8
    assert len(ticket.body + closing("0000", "0000", profile)) <= BYTES_SHARE_MAX[paper] * one_big_raster


@PAPERS
@EVERY
def test_a_ticket_says_how_much_paper_it_takes(paper: Paper, variant: Variant) -> None:
    profile = network_profile(paper)
    mm = render(variant.content, profile, variant.stationery).mm
    assert paper_of(variant, profile).height == pytest.approx(mm * 8, abs=1)
    assert mm == dots_to_mm(round(mm * 8))


@pytest.mark.parametrize("own_letters", [True, False])
def test_where_the_line_is_slow_both_languages_come_and_the_logo_does_not(own_letters: bool) -> None:
    slow = replace(network_profile(PAPER_80), line_bytes_per_second=960.0, own_letters=own_letters, code_page=52)
    slow = slow if not own_letters else replace(slow, code_page=None)
    plain, bilingual = (next(v for v in VARIANTS if v.name == name) for name in ("priority", "large_bilingual"))
    assert len(paper_of(bilingual, slow).tobytes()) > len(paper_of(plain, slow).tobytes())
    assert b"\x1dv0" not in render(bilingual.content, slow, bilingual.stationery).body


@PAPERS
def test_waste_says_that_it_is_waste(paper: Paper) -> None:
    profile = network_profile(paper)
    [printed] = papers_from(waste_notice(profile) + closing("0000", "0000", profile), paper.dots)
    assert {"GIẤY", "PHẢI"} <= set(words_on(ImageOps.invert(printed.convert("L")), "vie"))


def words_of(content: TicketContent) -> list[str]:
    lines = [content.place, content.field, content.procedure or "", *(label for label, _ in content.facts)]
    return [word for line in (*lines, *content.bring) for word in re.findall(r"\w+", line)]


def words_on(paper: Image.Image, language: str, *, larger: int = 3) -> list[str]:
    """What tesseract reads from the paper, scanned at so many times the printer's resolution."""
    size = (paper.width * larger, paper.height * larger)
    enlarged = paper.convert("L").resize(size, Image.Resampling.LANCZOS)
    scanned = ImageOps.expand(enlarged, 60, 255).filter(ImageFilter.GaussianBlur(1.5))
    return re.findall(r"\w+", pytesseract.image_to_string(scanned, lang=language, config="--psm 4"))
