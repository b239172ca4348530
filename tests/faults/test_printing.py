"""What a person gets on paper and what the kiosk is told, on good days and bad ones."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from printer_drivers.document import ticket_document
from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, StatusChanged
from printer_drivers.job import JobState
from printer_drivers.layout import lay_out
from printer_drivers.paper import paper_of
from printer_drivers.raster import draw
from printer_drivers.spool import JOBS_OPEN_MAX, PrintQueueFullError
from printer_drivers.status import PaperLevel, Trouble
from printer_drivers.virtual.condition import Fault
from printer_drivers.virtual.printer import Answer, Model
from tests.faults.printing_stage import Stage, payloads_on, stage
from tests.unit.printer_drivers.tickets import ORDINARY

AT_ONCE = Model(mm_per_second=0)
NO_IDS = replace(AT_ONCE, answers=frozenset(Answer) - {Answer.PROCESS_ID})


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_the_paper_is_the_drawn_ticket_dot_for_dot_but_for_hidden_commands(tmp_path: Path, paper_mm: int) -> None:
    with stage(tmp_path, replace(AT_ONCE, paper_mm=paper_mm)) as s:
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("a"))
    assert [type(fact) for fact in s.heard.of("a")] == [JobPrinted]
    [paper] = s.heard.tickets()
    drawn = draw(lay_out(ticket_document(ORDINARY), paper_of(paper_mm)))
    with Image.open(paper) as printed:
        assert printed.size == drawn.size
        differing = ImageChops.logical_xor(printed.convert("1"), drawn).histogram()[255]
    assert differing <= 40
    assert payloads_on(paper) == [ORDINARY.qr_payload]


def test_many_tickets_come_out_once_each_and_in_order(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        for number in range(JOBS_OPEN_MAX):
            s.printer.print(f"job {number}", replace(ORDINARY, qr_payload=f"ticket {number}"))
        s.heard.wait_for(lambda: len(s.heard.tickets()) == JOBS_OPEN_MAX and s.heard.of(f"job {JOBS_OPEN_MAX - 1}"))
    assert [fact.job_id for fact in s.heard.facts if isinstance(fact, JobPrinted)] == [
        f"job {number}" for number in range(JOBS_OPEN_MAX)
    ]
    assert [payloads_on(paper) for paper in s.heard.tickets()] == [[f"ticket {n}"] for n in range(JOBS_OPEN_MAX)]


def test_nothing_is_called_printed_before_the_paper_is_cut(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
        s.virtual.set_fault(Fault.PAPER_OUT, after_mm=60)
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("a"))
        assert s.heard.of("a") == [JobHeld("a", Trouble.PAPER_OUT)]
        assert s.heard.tickets() == []
        assert s.printer.status.paper is PaperLevel.OUT

        s.virtual.clear_fault(Fault.PAPER_OUT)
        s.heard.wait_for(lambda: len(s.heard.of("a")) == 2)
        s.heard.wait_for(lambda: s.printer.status.ready)
    assert isinstance(s.heard.of("a")[1], JobPrinted)
    [paper] = s.heard.tickets()
    assert payloads_on(paper) == [ORDINARY.qr_payload]


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (Fault.PAPER_OUT, Trouble.PAPER_OUT),
        (Fault.COVER_OPEN, Trouble.COVER_OPEN),
        (Fault.OFFLINE, Trouble.OFFLINE),
        (Fault.LINK_DOWN, Trouble.NO_LINK),
    ],
)
def test_a_ticket_waits_for_a_printer_in_trouble_and_then_prints_once(
    tmp_path: Path, fault: Fault, trouble: Trouble
) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
        s.virtual.set_fault(fault)
        s.heard.wait_for(lambda: s.printer.status.trouble is trouble)
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("a"))
        assert s.heard.of("a") == [JobHeld("a", trouble)]
        s.virtual.clear_fault(fault)
        s.heard.wait_for(lambda: len(s.heard.of("a")) == 2)
    assert isinstance(s.heard.of("a")[1], JobPrinted)
    assert len(s.heard.tickets()) == 1


def test_a_printer_found_without_paper_is_never_called_ready(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE, start_driver=False) as s:
        s.virtual.set_fault(Fault.PAPER_OUT)
        s.printer.start()
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: JobHeld("a", Trouble.PAPER_OUT) in s.heard.facts)
        assert not any(isinstance(fact, StatusChanged) and fact.status.ready for fact in s.heard.facts)
        s.virtual.clear_fault(Fault.PAPER_OUT)
        s.heard.wait_for(lambda: s.heard.tickets() and isinstance(s.heard.of("a")[-1], JobPrinted))


def test_low_paper_is_told_and_does_not_stop_anything(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
        s.virtual.set_fault(Fault.PAPER_LOW)
        s.heard.wait_for(lambda: s.printer.status.paper is PaperLevel.LOW)
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("a"))
    assert isinstance(s.heard.of("a")[0], JobPrinted)


def lose_the_link_inside_a_ticket(s: Stage) -> None:
    """The printer has stopped with its buffer full, so that part of the ticket is still in the line; then a break."""
    s.until_ready()
    s.virtual.set_fault(Fault.PAPER_OUT, after_mm=20)
    s.printer.print("a", ORDINARY)
    s.heard.wait_for(lambda: JobHeld("a", Trouble.PAPER_OUT) in s.heard.facts)
    s.virtual.drop_link()
    s.heard.wait_for(lambda: any(isinstance(fact, JobFailed) for fact in s.heard.of("a")))


def test_a_link_lost_inside_a_ticket_leaves_it_unknown_and_the_next_one_whole(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        lose_the_link_inside_a_ticket(s)
        assert s.heard.of("a")[-1] == JobFailed("a", JobState.UNKNOWN, "no_link")
        s.virtual.clear_fault(Fault.PAPER_OUT)
        s.printer.print("b", replace(ORDINARY, number="C019", qr_payload="the next one"))
        s.heard.wait_for(lambda: any(isinstance(fact, JobPrinted) for fact in s.heard.of("b")))
    assert not any(isinstance(fact, JobPrinted) for fact in s.heard.of("a"))
    assert payloads_on(s.heard.tickets()[-1]) == ["the next one"]
    whole = draw(lay_out(ticket_document(replace(ORDINARY, number="C019", qr_payload="the next one")), paper_of(80)))
    with Image.open(s.heard.tickets()[-1]) as last:
        assert last.size == whole.size


def test_a_jammed_blade_is_told_apart_and_a_late_cut_is_still_heard(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
        s.virtual.set_fault(Fault.CUTTER_JAM)
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: any(isinstance(fact, JobFailed) for fact in s.heard.of("a")))
        assert JobFailed("a", JobState.PRINTED_NOT_CUT, "cutter_error") in s.heard.of("a")
        s.virtual.clear_fault(Fault.CUTTER_JAM)
        s.heard.wait_for(lambda: isinstance(s.heard.of("a")[-1], JobPrinted))
    assert len(s.heard.tickets()) == 1


def test_a_printer_without_process_ids_confirms_by_its_paper_status(tmp_path: Path) -> None:
    with stage(tmp_path, NO_IDS) as s:
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("a"))
    assert isinstance(s.heard.of("a")[0], JobPrinted)
    assert len(s.heard.tickets()) == 1


def test_a_small_buffer_slows_the_line_down_and_spoils_nothing(tmp_path: Path) -> None:
    with stage(tmp_path, replace(AT_ONCE, buffer_bytes=64)) as s:
        s.printer.print("a", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("a"))
    assert isinstance(s.heard.of("a")[0], JobPrinted)
    assert payloads_on(s.heard.tickets()[0]) == [ORDINARY.qr_payload]


def test_more_tickets_than_the_queue_holds_are_refused_at_once(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
        s.virtual.set_fault(Fault.OFFLINE)
        s.heard.wait_for(lambda: not s.printer.status.ready)
        for number in range(JOBS_OPEN_MAX):
            s.printer.print(f"job {number}", ORDINARY)
        with pytest.raises(PrintQueueFullError):
            s.printer.print("one too many", ORDINARY)
    stopped = [s.heard.of(f"job {number}")[-1] for number in range(JOBS_OPEN_MAX)]
    assert stopped == [
        JobFailed(f"job {number}", JobState.FAILED_BEFORE_SEND, "stopped") for number in range(JOBS_OPEN_MAX)
    ]


def test_a_ticket_that_cannot_be_drawn_fails_alone(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.printer.print("bad", replace(ORDINARY, qr_payload="x" * 1000))
        s.printer.print("good", ORDINARY)
        s.heard.wait_for(lambda: s.heard.of("good"))
    assert s.heard.of("bad") == [JobFailed("bad", JobState.FAILED_BEFORE_SEND, "not_drawable")]
    assert isinstance(s.heard.of("good")[0], JobPrinted)


def test_a_ticket_asked_for_just_before_the_end_is_reported_too(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
        s.printer.print("a", ORDINARY)
        s.printer.stop()
        assert len(s.heard.of("a")) == 1
        with pytest.raises(RuntimeError):
            s.printer.print("b", ORDINARY)


def test_stopping_leaves_no_thread_behind(tmp_path: Path) -> None:
    with stage(tmp_path, AT_ONCE) as s:
        s.until_ready()
    assert not [thread for thread in threading.enumerate() if "printer" in thread.name]
