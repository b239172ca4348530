"""What is wrong with the printer, and the bytes that say so; read back by the driver's own reading of them."""

import pytest

from printer_drivers.status import PaperLevel, PrinterStatus, Trouble, with_automatic, with_realtime, with_transmitted
from printer_drivers.virtual.condition import Condition, Fault


def condition_with(*faults: Fault) -> Condition:
    condition = Condition(lambda: None)
    for fault in faults:
        condition.set(fault)
    return condition


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (Fault.PAPER_OUT, Trouble.PAPER_OUT),
        (Fault.COVER_OPEN, Trouble.COVER_OPEN),
        (Fault.OFFLINE, Trouble.OFFLINE),
        (Fault.PAPER_LOW, None),
        (Fault.MUTE, None),
    ],
)
def test_a_fault_is_read_as_what_it_is_in_each_way_of_asking(fault: Fault, trouble: Trouble | None) -> None:
    condition = condition_with(fault)
    assert with_automatic(PrinterStatus(connected=True), condition.automatic_status()).trouble is trouble
    status = PrinterStatus(connected=True)
    for question in (1, 2, 3, 4):
        status = with_realtime(status, question, condition.realtime_status(question))
    assert status.trouble is trouble
    condition.clear(fault)
    assert with_automatic(status, condition.automatic_status()).ready


def test_paper_levels_are_read_back() -> None:
    connected = PrinterStatus(connected=True)
    assert with_transmitted(connected, condition_with().transmitted_status()).paper is PaperLevel.OK
    assert with_transmitted(connected, condition_with(Fault.PAPER_LOW).transmitted_status()).paper is PaperLevel.LOW
    assert with_transmitted(connected, condition_with(Fault.PAPER_OUT).transmitted_status()).paper is PaperLevel.OUT


def test_paper_ends_after_its_length() -> None:
    condition = Condition(lambda: None)
    condition.set(Fault.PAPER_OUT, after_mm=1.0)
    condition.paper_moved(7)
    assert condition.faults() == []
    condition.paper_moved(1)
    assert condition.faults() == ["paper_out"]


def test_switching_off_frees_a_stopped_mechanism() -> None:
    condition = condition_with(Fault.PAPER_OUT)
    condition.stop()
    assert not condition.wait_until_paper_moves()
