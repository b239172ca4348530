"""What goes over the line, byte for byte where it matters."""

from dataclasses import replace

import pytest

from printer_drivers.document import ticket_document
from printer_drivers.encoder import STATUS_ASKED_TIMES, EncodedTicket, closing, encode, recovery
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.profile import PrinterProfile, network_profile
from printer_drivers.raster import draw
from printer_drivers.rendering import waste_notice
from printer_drivers.sheet import QrByPrinter
from printer_drivers.virtual.interpreter import Interpreter
from printer_drivers.virtual.operations import Code, Columns, Cut, FeedUnits, Identify, Operation, Raster
from tests.unit.printer_drivers.tickets import ORDINARY

PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])
SHARE_OF_ONE_RASTER_MAX = {PAPER_80: 0.45, PAPER_58: 0.50}


def encoded(profile: PrinterProfile) -> EncodedTicket:
    sheet = lay_out(ticket_document(ORDINARY), profile.paper, native_qr=profile.native_qr)
    return encode(sheet, draw(sheet), profile)


def operations(data: bytes, paper: Paper) -> list[Operation]:
    """Understood strictly: an unknown byte raises."""
    at = 0

    def read(count: int) -> bytes:
        nonlocal at
        piece = data[at : at + count]
        assert len(piece) == count, "an unfinished command"
        at += count
        return piece

    interpreter = Interpreter(read, paper.dots)
    understood = []
    while at < len(data):
        operation = interpreter.next()
        if operation is not None:
            understood.append(operation)
    return understood


@PAPERS
@pytest.mark.parametrize("native_qr", [False, True])
@pytest.mark.parametrize("strips", [False, True])
def test_the_paper_moves_exactly_the_length_of_the_ticket(paper: Paper, native_qr: bool, strips: bool) -> None:
    profile = replace(network_profile(paper), native_qr=native_qr, strips=strips)
    ticket = encoded(profile)
    rows = 0
    for operation in operations(ticket.body, paper):
        match operation:
            case Raster(_, lines):
                rows += len(lines)
            case FeedUnits(units):
                rows += units
            case Code():
                sheet = lay_out(ticket_document(ORDINARY), paper, native_qr=True)
                rows += next(shape.height for shape in sheet.shapes if isinstance(shape, QrByPrinter))
            case _:
                pass
    assert rows / 8 == pytest.approx(ticket.mm, abs=0.1)


@PAPERS
def test_a_ticket_is_small_on_the_line(paper: Paper) -> None:
    ticket = encoded(network_profile(paper))
    body = len(ticket.body)
    assert body < SHARE_OF_ONE_RASTER_MAX[paper] * ticket.mm * 8 * paper.dots / 8
    assert body < len(encoded(replace(network_profile(paper), strips=False)).body)
    assert len(encoded(replace(network_profile(paper), native_qr=True)).body) < body


def test_automatic_status_is_on_before_anything_can_jam() -> None:
    assert encoded(network_profile(PAPER_80)).body.startswith(b"\x1b@\x1da\x0e")


def test_the_cut_stands_between_its_two_questions() -> None:
    end = closing("001p", "001c", network_profile(PAPER_80))
    assert operations(end, PAPER_80)[:3] == [Identify(b"001p"), Cut(), Identify(b"001c")]
    assert end.endswith(b"\x1dr\x01" * STATUS_ASKED_TIMES)


def test_a_printer_is_asked_only_what_it_knows() -> None:
    clone = replace(network_profile(PAPER_80), process_ids=False, transmit_status=False, automatic_status=False)
    assert closing("001p", "001c", clone) == b"\x1dVB\x00"
    assert b"\x1da" not in encoded(clone).body[:8]


def test_recovery_ends_the_largest_band_and_cuts() -> None:
    largest = max(
        len(operation.rows) * operation.stride
        for operation in operations(encoded(network_profile(PAPER_80)).body, PAPER_80)
        if isinstance(operation, Raster)
    )
    notice = waste_notice(network_profile(PAPER_80))
    nuls, _, rest = recovery(notice, network_profile(PAPER_80)).partition(b"\x1b@")
    assert nuls == bytes(len(nuls))
    assert len(nuls) > largest
    understood = operations(rest, PAPER_80)
    assert understood[-1] == Cut()
    assert any(isinstance(operation, Raster | Columns) for operation in understood), "the waste says what it is"
