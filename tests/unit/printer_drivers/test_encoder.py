"""What goes over the line, byte for byte where it matters."""

from dataclasses import replace

import pytest

from printer_drivers.document import ticket_document
from printer_drivers.encoder import EncodedTicket, closing, encode, recovery
from printer_drivers.layout import lay_out
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.profile import Placement, PrinterProfile, network_profile
from printer_drivers.raster import draw
from printer_drivers.sheet import QrByPrinter
from printer_drivers.virtual.interpreter import Interpreter
from printer_drivers.virtual.operations import Code, Cut, FeedUnits, Identify, Operation, Raster
from tests.unit.printer_drivers.tickets import ORDINARY

PAPERS = pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80", "58"])
BYTES_MAX = {PAPER_80: 50_000, PAPER_58: 30_000}


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
@pytest.mark.parametrize("placement", list(Placement))
def test_the_paper_moves_exactly_the_length_of_the_ticket(paper: Paper, native_qr: bool, placement: Placement) -> None:
    profile = replace(network_profile(paper), native_qr=native_qr, placement=placement)
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
    body = len(encoded(network_profile(paper)).body)
    assert body < BYTES_MAX[paper] < paper.dots // 8 * 1000
    assert len(encoded(replace(network_profile(paper), placement=Placement.POSITIONED)).body) < body
    assert len(encoded(replace(network_profile(paper), native_qr=True)).body) < body


def test_automatic_status_is_on_before_anything_can_jam() -> None:
    assert encoded(network_profile(PAPER_80)).body.startswith(b"\x1b@\x1da\x0e")


def test_the_cut_stands_between_its_two_questions() -> None:
    end = closing("001p", "001c", network_profile(PAPER_80))
    assert operations(end, PAPER_80)[:3] == [Identify(b"001p"), Cut(), Identify(b"001c")]
    assert end.endswith(b"\x1dr\x01")


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
    nuls, _, rest = recovery(network_profile(PAPER_80)).partition(b"\x1b@")
    assert nuls == bytes(len(nuls))
    assert len(nuls) > largest
    assert operations(rest, PAPER_80) == [Cut()]
