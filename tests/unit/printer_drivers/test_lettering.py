"""Tickets as letters: short, whole, and readable from the paper."""

import unicodedata
from dataclasses import replace

import pytesseract
import pytest
import zxingcpp

from printer_drivers.encoder import closing
from printer_drivers.lettering import in_code_page
from printer_drivers.letters import letter_cell, letter_columns
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.profile import PrinterProfile, Strategy, network_profile
from printer_drivers.rendering import render
from printer_drivers.sample import VIETNAMESE_LETTERS, sample_ticket
from tests.faults.paper_judge import papers_from
from tests.unit.printer_drivers.tickets import LONG, ORDINARY, REPRINT

SLOW = 1920.0
PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])
STRATEGIES = pytest.mark.parametrize("strategy", [Strategy.OWN_LETTERS, Strategy.CODE_PAGE])
BYTES_MAX = {Strategy.OWN_LETTERS: 6500, Strategy.CODE_PAGE: 1400}


def profile_of(paper: Paper, strategy: Strategy) -> PrinterProfile:
    slow = replace(network_profile(paper), line_bytes_per_second=SLOW)
    return replace(slow, own_letters=True, code_page=52 if strategy is Strategy.CODE_PAGE else None)


@PAPERS
@STRATEGIES
def test_a_ticket_of_letters_is_short_and_moves_the_paper_it_says(paper: Paper, strategy: Strategy) -> None:
    profile = profile_of(paper, strategy)
    assert profile.strategy is strategy
    for content in (ORDINARY, LONG, REPRINT):
        ticket = render(content, profile)
        [printed] = papers_from(ticket.body + closing("0000", "0000", profile), paper.dots)
        assert printed.height / 8 == pytest.approx(ticket.mm, abs=0.1)
        assert len(ticket.body) < BYTES_MAX[strategy]


@STRATEGIES
def test_code_and_words_are_read_from_the_paper(strategy: Strategy) -> None:
    profile = profile_of(PAPER_80, strategy)
    body = render(ORDINARY, profile).body
    [printed] = papers_from(body + closing("0000", "0000", profile), PAPER_80.dots)
    assert [code.text for code in zxingcpp.read_barcodes(printed.convert("L"))] == [ORDINARY.qr_payload]
    larger = printed.convert("L").resize((printed.width * 3, printed.height * 3))
    read = unicodedata.normalize("NFC", pytesseract.image_to_string(larger, lang="vie", config="--psm 6"))
    words = {"Người", "chờ", "trước", "Dự", "kiến", "phút", "Căn", "cước", "Đường", "nóng"}
    assert len([word for word in words if word in read]) >= len(words) - 3, read


def test_more_letters_than_there_are_codes_are_defined_anew_on_the_way() -> None:
    profile = profile_of(PAPER_80, Strategy.OWN_LETTERS)
    body = render(sample_ticket("08:42"), profile).body
    assert len(papers_from(body + closing("0000", "0000", profile), PAPER_80.dots)) == 1


def test_every_letter_of_vietnamese_is_in_the_page_and_none_is_a_question_mark() -> None:
    for letter in "".join(VIETNAMESE_LETTERS).replace(" ", ""):
        spelled = in_code_page(letter)
        assert b"?" not in spelled
        assert unicodedata.normalize("NFC", spelled.decode("cp1258")) == letter


def test_what_the_page_lacks_is_a_question_mark() -> None:
    assert in_code_page("a☃b") == b"a?b"


def test_no_two_letters_look_the_same_and_none_touches_its_neighbour() -> None:
    letters = "".join(VIETNAMESE_LETTERS).replace(" ", "")
    looks = {letter: letter_columns(letter) for letter in letters}
    assert len(set(looks.values())) == len(set(letters))
    for letter in letters:
        assert letter_cell(letter).crop((11, 0, 12, 24)).getbbox() is None
