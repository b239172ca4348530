"""What stands on a ticket, in which order."""

import unicodedata
from dataclasses import replace

from printer_drivers.document import (
    BigNumber,
    Bullets,
    Mark,
    Picture,
    QrCode,
    Role,
    Rows,
    Rule,
    TicketContent,
    Words,
    clean,
    ticket_document,
)
from tests.unit.printer_drivers.tickets import BILINGUAL, LETTERHEAD, ORDINARY, REPRINT


def test_parts_stand_in_order_with_a_rule_between_them() -> None:
    blocks = ticket_document(ORDINARY)
    assert [type(block) for block in blocks] == [
        *(Words, Words, Rule, Words, BigNumber, Words, Words, Rule),
        *(Rows, Rule, Bullets, Rule, QrCode, Rule, Words, Words),
    ]


def test_missing_parts_leave_no_rule_behind() -> None:
    content = TicketContent(hall="A", place="", caption="SỐ", number="A001", field="Đất đai")
    assert ticket_document(content) == (
        Words(Role.HALL, "A"),
        Rule(),
        Words(Role.CAPTION, "SỐ"),
        BigNumber("A001"),
        Words(Role.FIELD, "Đất đai"),
    )


def test_a_second_paper_says_so_first() -> None:
    assert ticket_document(REPRINT)[0] == Mark("BẢN IN LẠI")


def test_loose_marks_become_whole_letters() -> None:
    loose = unicodedata.normalize("NFD", "Người Ế Ẫ Ộ Ự")
    content = replace(ORDINARY, hall=loose, facts=[(loose, loose)], bring=[loose], footer=[loose])
    words = [block.text for block in ticket_document(content) if isinstance(block, Words)]
    assert words[0] == words[-1] == "Người Ế Ẫ Ộ Ự"
    assert Rows((("Người Ế Ẫ Ộ Ự", "Người Ế Ẫ Ộ Ự"),)) in ticket_document(content)


def test_control_characters_cannot_break_a_line() -> None:
    assert clean("Phường\r\n Hải\x1b@\tChâu ") == "Phường Hải @ Châu"


def test_a_logo_stands_above_the_hall_and_below_the_mark() -> None:
    kinds = [type(block) for block in ticket_document(REPRINT, LETTERHEAD)]
    assert kinds[:3] == [Mark, Picture, Words]


def test_a_second_language_follows_each_line_of_the_first() -> None:
    blocks = ticket_document(BILINGUAL)
    assert blocks[0] == Mark("BẢN IN LẠI · REPRINT")
    said = [(block.text, block.second) for block in blocks if isinstance(block, Words)]
    assert said[2:6] == [
        ("Phường Hải Châu", False),
        ("Hai Chau Ward", True),
        ("SỐ THỨ TỰ", False),
        ("YOUR NUMBER", True),
    ]
    rows = [block for block in blocks if isinstance(block, Rows)]
    assert rows[:2] == [Rows((("Người chờ trước", "17"),)), Rows((("People ahead", ""),), second=True)]
    assert rows[3] == Rows((("Expected wait", "50–80 min"),), second=True)
    bullets = [block for block in blocks if isinstance(block, Bullets)]
    assert [block.second for block in bullets] == [False, True] * 3
    [code] = [block for block in blocks if isinstance(block, QrCode)]
    assert code.second.startswith("Scan to see")


def test_a_second_language_that_says_the_same_adds_nothing() -> None:
    assert ticket_document(replace(ORDINARY, second=ORDINARY)) == ticket_document(ORDINARY)


def test_a_second_language_that_knows_less_leaves_the_first_alone() -> None:
    short = TicketContent(hall="", place="", caption="", number="C018", field="", reprint_mark=None)
    assert ticket_document(replace(REPRINT, second=short)) == ticket_document(REPRINT)


def test_without_an_address_there_is_no_code_nor_its_sentence() -> None:
    blocks = ticket_document(replace(ORDINARY, qr_payload=None))
    assert not [block for block in blocks if isinstance(block, QrCode)]
    assert ticket_document(replace(ORDINARY, qr_payload="")) == blocks
