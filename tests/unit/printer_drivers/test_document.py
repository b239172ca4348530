"""What stands on a ticket, in which order."""

import unicodedata
from dataclasses import replace

from printer_drivers.document import (
    BigNumber,
    Bullets,
    Mark,
    QrCode,
    Role,
    Rows,
    Rule,
    TicketContent,
    Words,
    clean,
    ticket_document,
)
from tests.unit.printer_drivers.tickets import ORDINARY, REPRINT


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
