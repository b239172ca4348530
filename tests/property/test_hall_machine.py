"""A hall as a machine of rules: whatever people press in whatever order, each call is right by the text of the rules,
each ticket takes only the steps that there are, and the journal alone gives the same state."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from hall_server.domain import commands as c
from hall_server.domain.model import TicketState
from hall_server.domain.refusals import Refusal
from tests.halls import MINUTE, open_hall
from tests.random_commands import COUNTERS, FIELDS
from tests.simulation.checker import Checker

counters = st.sampled_from(COUNTERS)
fields = st.sampled_from(FIELDS)


class HallMachine(RuleBasedStateMachine):
    """Commands are asked whether they make sense or not; a refusal is an answer like any other."""

    tickets = Bundle("tickets")

    @initialize()
    def open(self) -> None:
        self.hall = open_hall()
        self.paper: set[str] = set()
        self.checker = Checker(self.paper)
        self.judged = 0

    def ask(self, command: c.Command) -> bool:
        self.hall.now += 1
        return not isinstance(self.hall.ask(command), Refusal)

    def at(self, counter_id: int) -> str:
        return self.hall.state.counters[counter_id].ticket_id or "nobody"

    @rule(target=tickets, field=fields, credit=st.sampled_from((None, None, "elderly")), further=st.lists(fields))
    def issue(self, field: str, credit: str | None, further: list[str]) -> str:
        assert self.ask(c.IssueTicket(field, priority_class=credit, next_fields=tuple(further[:2])))
        return next(reversed(self.hall.state.tickets))

    @rule(counter=counters, finishing=st.booleans())
    def call_next(self, counter: int, finishing: bool) -> None:
        self.ask(c.CallNext(counter, self.at(counter) if finishing else None))

    @rule(counter=counters, ticket=tickets)
    def call_chosen(self, counter: int, ticket: str) -> None:
        self.ask(c.CallChosen(counter, ticket, "frail"))

    @rule(counter=counters)
    def recall(self, counter: int) -> None:
        self.ask(c.Recall(counter, self.at(counter)))

    @rule(counter=counters)
    def start_service(self, counter: int) -> None:
        self.ask(c.StartService(counter, self.at(counter)))

    @rule(counter=counters)
    def finish(self, counter: int) -> None:
        self.ask(c.FinishService(counter, self.at(counter)))

    @rule(counter=counters)
    def miss(self, counter: int) -> None:
        self.ask(c.MarkMissed(counter, self.at(counter)))

    @rule(counter=counters, minutes=st.integers(-1, 300))
    def hold(self, counter: int, minutes: int) -> None:
        self.ask(c.HoldTicket(counter, self.at(counter), self.hall.now + minutes * MINUTE))

    @rule(ticket=tickets)
    def return_in_any_way(self, ticket: str) -> None:
        self.ask(c.ComeBack(ticket))
        self.ask(c.ResumeTicket(ticket))

    @rule(counter=counters, field=fields, to_counter=st.sampled_from((None, *COUNTERS)))
    def send_on(self, counter: int, field: str, to_counter: int | None) -> None:
        self.ask(c.TransferTicket(counter, self.at(counter), None if to_counter else field, to_counter))

    @rule(counter=counters, ticket=tickets)
    def undo(self, counter: int, ticket: str) -> None:
        step = self.hall.state.counters[counter].last_step
        self.ask(c.UndoStep(counter, step.before.ticket_id if step else ticket))

    @rule(counter=counters, ticket=tickets)
    def undo_anything(self, counter: int, ticket: str) -> None:
        self.ask(c.UndoStep(counter, ticket))

    @rule(ticket=tickets)
    def cancel(self, ticket: str) -> None:
        live = self.hall.ticket(ticket).state in {TicketState.WAITING, TicketState.ON_HOLD, TicketState.MISSED}
        assert self.ask(c.CancelTicket(ticket)) == live

    @rule(counter=counters, what=st.sampled_from((c.PauseCounter, c.ResumeCounter, c.CloseCounter, c.OpenCounter)))
    def come_and_go(self, counter: int, what: type[c.PauseCounter]) -> None:
        self.ask(what(counter))

    @rule(counter=counters, own=fields, helped=fields)
    def serve(self, counter: int, own: str, helped: str) -> None:
        self.ask(c.ServeFields(counter, (own,), (helped,)))

    @rule(ticket=tickets)
    def print_it(self, ticket: str) -> None:
        self.paper.add(ticket)
        assert self.ask(c.ReportPrinted(ticket))

    @rule(minutes=st.sampled_from((1, 25, 90)))
    def wait(self, minutes: int) -> None:
        self.hall.now += minutes * MINUTE

    @invariant()
    def the_rules_hold(self) -> None:
        new, self.judged = self.hall.history[self.judged :], len(self.hall.history)
        for at, events in new:
            for event in events:
                assert list(self.checker.event(event, at)) == []
        assert list(self.checker.step(self.hall.state)) == []
        assert list(self.checker.full(self.hall.state)) == []


TestHallMachine = HallMachine.TestCase
TestHallMachine.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
