"""Everything lies on the paper, nothing over anything else."""

from dataclasses import replace

import pytest

from printer_drivers.document import Rows, TicketContent, ticket_document
from printer_drivers.layout import QR_MODULE_DOTS_MIN, lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.sheet import QrByPrinter, QrPicture, Sheet, TextRun
from printer_drivers.type_scale import scale_of
from printer_drivers.typeface import Face, ink_extent, text_dots
from tests.unit.printer_drivers.tickets import LONG, ORDINARY, REPRINT

PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])
CONTENTS = pytest.mark.parametrize("content", [ORDINARY, LONG, REPRINT], ids=["ordinary", "long", "reprint"])


def runs(sheet: Sheet) -> list[TextRun]:
    return [shape for shape in sheet.shapes if isinstance(shape, TextRun)]


def number_of(sheet: Sheet) -> TextRun:
    return next(run for run in runs(sheet) if run.kind.face is Face.NUMBER)


@PAPERS
@CONTENTS
def test_every_line_stays_between_the_margins(paper: Paper, content: TicketContent) -> None:
    for run in runs(lay_out(ticket_document(content), paper)):
        assert run.x >= paper.margin_dots
        assert run.x + text_dots(run.text, run.kind) <= paper.dots - paper.margin_dots, run.text


@PAPERS
@CONTENTS
def test_no_line_touches_another(paper: Paper, content: TicketContent) -> None:
    boxes = []
    for run in runs(lay_out(ticket_document(content), paper)):
        extent = ink_extent(run.text, run.kind)
        boxes.append(
            (run.x, run.y - extent.above, run.x + text_dots(run.text, run.kind), run.y + extent.below, run.text)
        )
    for index, (left, top, right, bottom, text) in enumerate(boxes):
        for other_left, other_top, other_right, other_bottom, other in boxes[index + 1 :]:
            apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
            assert apart, (text, other)


@PAPERS
@pytest.mark.parametrize("letters", range(2, 50))
def test_a_label_and_its_value_keep_their_distance(paper: Paper, letters: int) -> None:
    label, value = "n" * (letters // 2), "n" * (letters - letters // 2)
    first, second = runs(lay_out((Rows(((label, value),)),), paper))
    beside = first.y == second.y
    right_of_label = first.x + text_dots(first.text, first.kind)
    assert not beside or second.x - right_of_label >= scale_of(paper).column_gap


@PAPERS
def test_all_words_are_on_the_paper(paper: Paper) -> None:
    said = " ".join(run.text for run in runs(lay_out(ticket_document(LONG), paper))).split()
    wanted = [LONG.hall, LONG.field, LONG.procedure or "", *(value for _, value in LONG.facts), *LONG.bring]
    assert not [word for words in wanted for word in words.split() if word not in said]


@PAPERS
@pytest.mark.parametrize("number", ["A1", "C018", "Đ1204", "AB12345"])
def test_the_number_is_as_large_as_fits(paper: Paper, number: str) -> None:
    run = number_of(lay_out(ticket_document(replace(ORDINARY, number=number)), paper))
    larger = run.kind.sized(run.kind.size + 6)
    height_max = scale_of(paper).number_height_max
    assert text_dots(number, run.kind) <= paper.text_dots
    assert ink_extent(number, run.kind).height <= height_max + 1
    assert text_dots(number, larger) > paper.text_dots or ink_extent(number, larger).height > height_max


def test_a_long_value_goes_below_its_label_at_the_right_edge() -> None:
    sheet = lay_out(ticket_document(LONG), PAPER_58)
    label = next(run for run in runs(sheet) if run.text == "Quầy sẽ gọi")
    last = next(run for run in runs(sheet) if run.text.endswith("tầng hai"))
    assert last.y > label.y
    assert last.x + text_dots(last.text, last.kind) == PAPER_58.dots - PAPER_58.margin_dots


@PAPERS
def test_a_printer_that_draws_codes_gets_white_rows_and_the_sentence_below(paper: Paper) -> None:
    sheet = lay_out(ticket_document(ORDINARY), paper, native_qr=True)
    [code] = [shape for shape in sheet.shapes if isinstance(shape, QrByPrinter)]
    assert not [shape for shape in sheet.shapes if isinstance(shape, QrPicture)]
    sentence = next(run for run in runs(sheet) if run.text.startswith("Quét"))
    assert sentence.y > code.y + code.height
    for run in runs(sheet):
        extent = ink_extent(run.text, run.kind)
        assert run.y + extent.below <= code.y or run.y - extent.above >= code.y + code.height


@PAPERS
def test_the_modules_of_a_long_address_stay_readable(paper: Paper) -> None:
    sheet = lay_out(ticket_document(replace(ORDINARY, qr_payload="https://h.example/" + "x" * 150)), paper)
    [code] = [shape for shape in sheet.shapes if isinstance(shape, QrPicture)]
    assert code.module_dots >= QR_MODULE_DOTS_MIN
    assert code.x + code.modules.side * code.module_dots <= paper.dots


def test_a_name_a_touch_too_wide_shrinks_to_one_line() -> None:
    sheet = lay_out(ticket_document(ORDINARY), PAPER_80)
    hall = runs(sheet)[0]
    assert hall.text == ORDINARY.hall
    assert hall.kind.size < scale_of(PAPER_80).hall.size
