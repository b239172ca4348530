"""Everything lies on the paper, nothing over anything else."""

from dataclasses import replace

import pytest

from printer_drivers.document import Mark, Role, Rows, TicketContent, Words, ticket_document
from printer_drivers.layout import QR_MODULE_DOTS_MIN, lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.qr import QR_QUIET_MODULES
from printer_drivers.sheet import Box, LogoPicture, QrByPrinter, QrPicture, Sheet, TextRun
from printer_drivers.type_scale import scale_of
from printer_drivers.typeface import Face, ink_extent, text_dots
from tests.unit.printer_drivers.tickets import LETTERHEAD, LONG, ORDINARY, VARIANTS, Variant

PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])
EVERY = pytest.mark.parametrize("variant", VARIANTS, ids=[variant.name for variant in VARIANTS])


def sheet_of(variant: Variant, paper: Paper, *, native_qr: bool = False) -> Sheet:
    blocks = ticket_document(variant.content, variant.stationery)
    return lay_out(blocks, paper, large=variant.stationery.large, native_qr=native_qr)


def runs(sheet: Sheet) -> list[TextRun]:
    return [shape for shape in sheet.shapes if isinstance(shape, TextRun)]


def number_of(sheet: Sheet) -> TextRun:
    return next(run for run in runs(sheet) if run.kind.face is Face.NUMBER)


@PAPERS
@EVERY
def test_every_line_stays_between_the_margins(paper: Paper, variant: Variant) -> None:
    for run in runs(sheet_of(variant, paper)):
        assert run.x >= paper.margin_dots
        assert run.x + text_dots(run.text, run.kind) <= paper.dots - paper.margin_dots, run.text


def areas(sheet: Sheet) -> list[tuple[int, int, int, int, str]]:
    """Left, top, right, bottom and name of everything that must not touch anything."""
    found = []
    for shape in sheet.shapes:
        match shape:
            case TextRun(x, y, text, kind, white) if not white:
                extent = ink_extent(text, kind)
                found.append((x, y - extent.above, x + text_dots(text, kind), y + extent.below, text))
            case Box(x, y, width, height):
                found.append((x, y, x + width, y + height, "rule"))
            case LogoPicture(x, y, logo):
                found.append((x, y, x + logo.width, y + logo.rows, "logo"))
            case QrPicture(x, y, modules, dots):
                quiet = QR_QUIET_MODULES * dots
                side = modules.side * dots
                found.append((x, y - quiet, x + side + quiet, y + side + quiet, "code"))
    return found


@PAPERS
@EVERY
def test_nothing_touches_anything_else(paper: Paper, variant: Variant) -> None:
    """No line another, no rule, no logo, and nothing the white that a code needs."""
    boxes = areas(sheet_of(variant, paper))
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


def words_of(content: TicketContent) -> list[str]:
    """Every word that the ticket is to say, but for the signs between parts."""
    lines = [content.hall, content.place, content.caption, content.number, content.field, content.procedure or ""]
    lines += [words for fact in content.facts for words in fact] + [*content.bring, *content.footer]
    lines += [content.qr_sentence if content.qr_payload else "", content.reprint_mark or ""]
    return [word for line in lines for word in line.split() if word != "·"]


@PAPERS
@EVERY
@pytest.mark.parametrize("native_qr", [False, True], ids=["drawn", "native"])
def test_all_words_are_on_the_paper_and_none_is_cut(paper: Paper, variant: Variant, native_qr: bool) -> None:
    said = " ".join(run.text for run in runs(sheet_of(variant, paper, native_qr=native_qr))).split()
    wanted = words_of(variant.content) + (words_of(variant.content.second) if variant.content.second else [])
    assert not [word for word in wanted if word not in said]


@PAPERS
@pytest.mark.parametrize("large", [False, True])
def test_a_word_too_long_for_its_line_is_set_smaller(paper: Paper, large: bool) -> None:
    word = "Institutionalisation"
    [run] = runs(lay_out((Words(Role.FIELD, word),), paper, large=large))
    assert run.text == word
    assert text_dots(word, run.kind) <= paper.text_dots


def test_an_address_without_end_is_broken_and_stays_readable() -> None:
    lines = runs(lay_out((Words(Role.FOOTER, "x" * 200),), PAPER_58))
    assert "".join(run.text for run in lines) == "x" * 200
    assert all(run.kind.size >= 0.9 * scale_of(PAPER_58).footer.size for run in lines)


def test_parts_of_a_line_that_do_not_fit_stand_on_lines_of_their_own() -> None:
    said = [run.text for run in runs(lay_out(ticket_document(ORDINARY), PAPER_58, large=True))]
    assert said[-2:] == ["Đường dây nóng 1022", "mã 7f3a·c21e"]


def test_a_mark_in_two_languages_ends_no_line_with_a_sign() -> None:
    said = [run.text for run in runs(lay_out((Mark("BẢN IN LẠI · REPRINT"),), PAPER_58, large=True))]
    assert said == ["BẢN IN LẠI", "REPRINT"]


@PAPERS
def test_large_print_is_larger(paper: Paper) -> None:
    ordinary, large = scale_of(paper), scale_of(paper, large=True)
    for name in ("hall", "place", "caption", "field", "procedure", "footer", "label", "value", "bullet", "sentence"):
        assert getattr(large, name).size >= 1.2 * getattr(ordinary, name).size, name


@PAPERS
def test_a_logo_stands_in_the_middle_above_all(paper: Paper) -> None:
    shapes = lay_out(ticket_document(ORDINARY, LETTERHEAD), paper).shapes
    logo = shapes[0]
    assert isinstance(logo, LogoPicture)
    assert abs(2 * logo.x + logo.logo.width - paper.dots) <= 1
    first = next(shape for shape in shapes if isinstance(shape, TextRun))
    assert first.y - ink_extent(first.text, first.kind).above >= logo.y + logo.logo.rows


@PAPERS
def test_a_second_language_stands_smaller_below_the_first(paper: Paper) -> None:
    variant = next(variant for variant in VARIANTS if variant.name == "bilingual")
    lines = {run.text: run for run in runs(sheet_of(variant, paper))}
    assert lines["YOUR NUMBER"].y > lines["SỐ THỨ TỰ"].y
    assert lines["YOUR NUMBER"].kind.size < lines["SỐ THỨ TỰ"].kind.size
    assert [run.text for run in runs(sheet_of(variant, paper))].count("17") == 1, "what is equal stands there once"


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
