"""One live ticket per person and field, where a hall asks; and nothing of it in any event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall_server.domain import commands as c
from hall_server.domain.invariants import violations
from hall_server.domain.model import People
from hall_server.domain.people import KEY_BYTES, remember
from hall_server.domain.refusals import Refusal
from tests.halls import Rehearsal, document

ANN, BEN = "a" * 32, "b" * 32


class Asking(Rehearsal):
    """A rehearsal in which what a command brings of people is kept beside the events, as the journal does."""

    def ask(self, command: c.Command) -> object:  # type: ignore[override]
        decision = super().ask(command)
        if not isinstance(decision, Refusal):
            remember(self.state, command, decision, bytes)
        return decision


@pytest.fixture
def hall() -> Asking:
    """Certification asks who somebody is, the other fields do not."""
    fields = tuple(replace(field, one_per_person=field.field_id == "CT") for field in document().fields)
    hall = Asking()
    hall.do(c.ConfigureHall(document(fields=fields)))
    hall.do(c.OpenDay())
    hall.do(c.OpenCounter(2))
    return hall


def test_a_field_that_asks_gives_no_number_to_nobody(hall: Asking) -> None:
    assert hall.refused(c.IssueTicket("CT")) == "person_needed"
    assert hall.refused(c.IssueTicket("HT", next_fields=("CT",))) == "person_needed"
    hall.do(c.IssueTicket("HT"))


def test_one_live_ticket_per_person_and_field(hall: Asking) -> None:
    first = hall.issued(c.IssueTicket("CT", person=ANN))
    assert hall.refused(c.IssueTicket("CT", person=ANN)) == "one_per_person"
    hall.issued(c.IssueTicket("CT", person=BEN))
    hall.issued(c.IssueTicket("HT", person=ANN))
    hall.do(c.CancelTicket(first))
    hall.issued(c.IssueTicket("CT", person=ANN))
    assert violations(hall.state) == []


def test_a_field_to_which_a_visit_goes_on_counts(hall: Asking) -> None:
    hall.issued(c.IssueTicket("HT", next_fields=("CT",), person=ANN))
    assert hall.refused(c.IssueTicket("CT", person=ANN)) == "one_per_person"


def test_who_was_served_may_come_again(hall: Asking) -> None:
    first = hall.issued(c.IssueTicket("CT", person=ANN))
    hall.call(2)
    assert hall.refused(c.IssueTicket("CT", person=ANN)) == "one_per_person"
    hall.do(c.StartService(2, first))
    hall.do(c.FinishService(2, first))
    hall.issued(c.IssueTicket("CT", person=ANN))


def test_a_field_that_does_not_ask_remembers_nobody(hall: Asking) -> None:
    hall.issued(c.IssueTicket("HT", person=ANN))
    assert hall.state.people.marks == {}


def test_no_event_and_no_picture_of_the_state_knows_anybody(hall: Asking) -> None:
    hall.issued(c.IssueTicket("CT", person=ANN))
    assert ANN not in repr(hall.history)
    assert ANN not in repr(hall.state)


def test_the_key_lives_from_the_opening_of_a_day_to_its_closing(hall: Asking) -> None:
    hall.issued(c.IssueTicket("CT", person=ANN))
    assert hall.state.people.key == bytes(KEY_BYTES)
    hall.do(c.StopIssuing())
    hall.do(c.OpenDay())
    assert list(hall.state.people.marks.values()) == [ANN], "the day was not closed in between"
    hall.do(c.CloseDay())
    assert hall.state.people == People()
    hall.do(c.OpenDay())
    hall.issued(c.IssueTicket("CT", person=ANN))


def test_what_should_be_forgotten_is_noticed(hall: Asking) -> None:
    hall.state.people.marks["20261124-Z001"] = ANN
    assert violations(hall.state) == ["somebody is remembered without a ticket or a key"]
