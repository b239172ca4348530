"""However an officer hammers on the keys and however the network behaves: one press, one command, as seen."""

from __future__ import annotations

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from counter.desk import Press
from counter.press_commands import Target
from counter.presses import BOUNCE_MS, CONFIRMED, SETTLE_MS_MAX, Presses
from hall_link.commands import (
    CallChosen,
    CallNext,
    CancelTicket,
    ComeBack,
    Command,
    FinishService,
    HoldTicket,
    MarkMissed,
    PauseCounter,
    ResumeCounter,
    ResumeTicket,
    StartService,
    UndoStep,
)
from hall_link.messages import Problem
from hall_link.rows import Words
from tests.unit.counter.hall_rows import NOW, HallRows, desk_of, small_hall, ticket

LATE = Problem("late", "environment", Words("Máy chủ không trả lời."), Words("Xin xem lại."))


class HammeringOfficer(RuleBasedStateMachine):
    """A hall that answers when it likes, and an officer who presses whenever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: HallRows = small_hall(*(ticket(f"A{n:03}", n) for n in range(1, 30)))
        self.presses = Presses()
        self.now = NOW
        self.seq = self.journal = 1
        self.live = True
        self.under_way: Command | None = None
        self.answered: list[tuple[int, int, Command]] = []
        """Sequence number, time of the answer, command: done by the server, not yet on the screen."""
        self.pressed_at: dict[tuple[Press, str | None], list[int]] = {}

    @rule(
        press=st.sampled_from(Press), waiting=st.integers(0, 3), after=st.sampled_from([0, 50, BOUNCE_MS, 3000, 7000])
    )
    def press(self, press: Press, waiting: int, after: int) -> None:
        self.now += after
        desk = desk_of(self.rows, live=self.live, now_ms=self.now)
        self.presses.look(desk, self.seq, self.now)
        queued, away = [one.ticket_id for one in desk.waiting], [one.ticket_id for one in desk.away]
        listed = {Press.CANCEL: queued, Press.CHOOSE: queued, Press.RETURN: away}.get(press, [])
        line = listed[waiting] if waiting < len(listed) else None
        target = Target(ticket_id=line, to_field="DD" if press is Press.TRANSFER else None)
        command = self.presses.press(press, desk, self.now, target)
        before = self.pressed_at.setdefault((press, line), [])
        before.append(self.now)
        if command is None:
            return
        assert self.live, "nothing is sent from a stale screen"
        assert self.under_way is None, "one command at a time"
        answered_at = self.answered[-1][1] if self.answered else self.now - SETTLE_MS_MAX
        assert self.now - answered_at >= SETTLE_MS_MAX, "the one before is on the screen first"
        if press in CONFIRMED:
            assert any(BOUNCE_MS <= self.now - at <= 6000 for at in before[:-1]), "two presses, both meant"
        if isinstance(command, CallNext):
            current = self.rows.counter(3).ticket_id
            assert command.finishing == current, "about the ticket on the screen"
        self.under_way = command

    @precondition(lambda self: self.under_way is not None)
    @rule()
    def answer(self) -> None:
        assert self.under_way is not None
        self.journal += 1
        self.answered.append((self.journal, self.now, self.under_way))
        self.under_way = None
        self.presses.accepted(self.journal, self.now)

    @precondition(lambda self: self.under_way is not None)
    @rule(refused=st.booleans())
    def no_answer(self, refused: bool) -> None:
        self.under_way = None
        if refused:
            self.presses.refused(LATE)
        else:
            self.presses.unreached(LATE)
        assert self.presses.notice is not None

    @precondition(lambda self: self.answered)
    @rule()
    def rows_come(self) -> None:
        self.seq, _, command = self.answered.pop(0)
        self.apply(command)
        self.presses.look(desk_of(self.rows, live=self.live, now_ms=self.now), self.seq, self.now)
        if not self.answered and self.under_way is None:
            assert self.presses.under_way is None, "everything is on the screen: the desk is free"
            assert self.presses.notice is None or self.presses.notice.kind != "swallowed"

    @rule(live=st.booleans())
    def link(self, live: bool) -> None:
        self.live = live

    def apply(self, command: Command) -> None:
        """As the server would: what these checks need, and nothing about a ticket that is no longer at the counter."""
        here = self.rows.counter(3).ticket_id
        waiting = desk_of(self.rows).waiting
        match command:
            case CallNext() if command.finishing == here:
                self.leave("finished")
                if waiting:
                    self.rows.come_to(3, waiting[0].ticket_id, at=self.now)
            case StartService() if command.ticket_id == here:
                self.rows.come_to(3, command.ticket_id, serving=True, at=self.now)
            case FinishService() if command.ticket_id == here:
                self.leave("finished")
            case MarkMissed() if command.ticket_id == here:
                self.leave("missed")
            case HoldTicket() if command.ticket_id == here:
                self.leave("on_hold")
            case CallChosen() if here is None:
                self.rows.come_to(3, command.ticket_id, at=self.now)
            case CancelTicket() if command.ticket_id in {line.ticket_id for line in waiting}:
                self.rows.put(msgspec.structs.replace(self.rows.ticket(command.ticket_id), state="cancelled"))
            case _:
                self.apply_around(command, here)

    def apply_around(self, command: Command, here: str | None) -> None:
        """What happens beside the calling: back, break, undo."""
        match command:
            case ResumeTicket() | ComeBack():
                self.rows.put(msgspec.structs.replace(self.rows.ticket(command.ticket_id), state="waiting"))
            case PauseCounter() if here is None:
                self.rows.put(msgspec.structs.replace(self.rows.counter(3), state="paused"))
            case ResumeCounter():
                self.rows.put(msgspec.structs.replace(self.rows.counter(3), state="open"))
            case UndoStep():
                self.rows.come_to(3, command.ticket_id, serving=True, at=self.now)
            case _:
                pass

    def leave(self, state: str) -> None:
        """Whoever is at the counter goes."""
        counter = self.rows.counter(3)
        if counter.ticket_id is not None:
            here = self.rows.ticket(counter.ticket_id)
            self.rows.put(
                msgspec.structs.replace(here, state=state, hold_until=self.now, missed_at=self.now),
                msgspec.structs.replace(counter, ticket_id=None, undo=here.ticket_id, undo_at=self.now),
            )


HammeringOfficer.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestHammeringOfficer = HammeringOfficer.TestCase
