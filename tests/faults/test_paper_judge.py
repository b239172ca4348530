"""The judge of the other tests here is judged: it sees each lie it is there for."""

from dataclasses import replace

from PIL import Image

from printer_drivers.encoder import closing
from printer_drivers.facts import JobPrinted
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import network_profile
from printer_drivers.rendering import render
from tests.faults.paper_judge import Judge, papers_from
from tests.unit.printer_drivers.tickets import ORDINARY, REPRINT

PROFILE = network_profile(PAPER_80)
PRINTED = [JobPrinted("a", 142.0)]


def paper(content: object = ORDINARY, *, up_to: int | None = None) -> Image.Image:
    ticket = REPRINT if content is REPRINT else ORDINARY
    body = render(ticket, PROFILE).body
    [made] = papers_from(body + closing("0000", "0000", PROFILE), PAPER_80.dots)
    return made if up_to is None else made.crop((0, 0, made.width, up_to))


def test_a_whole_paper_is_no_lie() -> None:
    assert Judge(PROFILE).lies({"a": ORDINARY}, [*PRINTED], [paper()]) == []


def test_a_ticket_called_printed_that_is_not_whole_is_one() -> None:
    assert len(Judge(PROFILE).lies({"a": ORDINARY}, [*PRINTED], [])) == 1
    assert len(Judge(PROFILE).lies({"a": ORDINARY}, [*PRINTED], [paper(up_to=900)])) == 1


def test_a_number_twice_without_a_mark_is_one_even_when_a_paper_is_torn() -> None:
    assert len(Judge(PROFILE).lies({"a": ORDINARY}, [*PRINTED], [paper(), paper(up_to=500)])) == 1


def test_a_marked_second_paper_is_none() -> None:
    both = {"a": ORDINARY, "b": replace(REPRINT)}
    assert Judge(PROFILE).lies(both, [*PRINTED], [paper(), paper(REPRINT)]) == []
