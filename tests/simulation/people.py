"""Who does what in a simulated hall: each person or device a small script that asks, waits, and goes on by the answer.

A script is a generator: it yields seconds to wait, or a `Say`; what comes back is the answer as the person got it, None
where none ever came. `Say` also tells what happens on the way: a press repeated, a client that is gone before its
answer.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from random import Random
from typing import Protocol

from hall_server.domain import commands as c
from hall_server.domain.events import Event
from hall_server.domain.model import Counter, HallState, Ticket, TicketState
from hall_server.domain.refusals import Refusal

MINUTE, HOUR = 60.0, 3600.0


@dataclass(frozen=True, slots=True)
class Say:
    """`again`: the same press, once more under the same id, this many seconds later. `vanishes`: nobody waits for the
    answer."""

    command: c.Command
    again: float | None = None
    vanishes: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """A command was carried out, and this is what it did; `events` is empty where all was so already."""

    events: tuple[Event, ...]


Answer = Heard | Refusal | None
Script = Generator[Say | float, Answer, None]


def name_of(script: Script) -> str:
    """The function that the script was made by."""
    name: str = getattr(script, "__name__", "")
    return name


class Stage(Protocol):
    """What a script may look at and start."""

    rng: Random
    paper: set[str]

    @property
    def state(self) -> HallState: ...

    @property
    def now(self) -> int: ...

    def start(self, script: Script, after: float = 0.0) -> None: ...


def say(stage: Stage, command: c.Command) -> Say:
    """Mostly once, sometimes twice, sometimes from a client that is gone."""
    chance = stage.rng.random()
    if chance < 0.06:
        return Say(command, again=stage.rng.choice((0.0, 0.0, 0.3, 5.0, 3 * HOUR, 60 * HOUR)))
    return Say(command, vanishes=chance > 0.985)


def visitor(stage: Stage, field_id: str) -> Script:
    """Takes a number; the ticket comes out of the printer, or does not."""
    heard = yield say(stage, _wish(stage, field_id))
    if not isinstance(heard, Heard) or not heard.events:
        return
    ticket_id = getattr(heard.events[0], "ticket_id", "")
    stage.start(printer(stage, ticket_id), 1.5)
    yield stage.rng.expovariate(1 / (3 * HOUR))
    if stage.rng.random() < 0.7:
        yield say(stage, c.CancelTicket(ticket_id, "đi về"))


PERSONS = 60
"""So few that some come again while their ticket lives."""


def _wish(stage: Stage, field_id: str) -> c.IssueTicket:
    rng = stage.rng
    chance = rng.random()
    fields = list(stage.state.fields) or [field_id]
    further = tuple(rng.choice(fields) for _ in range(rng.choice((0, 0, 0, 0, 0, 0, 1, 1, 2))))
    procedure = "1.001193" if field_id == "F0" and rng.random() < 0.5 else None
    wish = c.IssueTicket(field_id, procedure, next_fields=further)
    if rng.random() < 0.95:
        wish = replace(wish, person=f"{rng.randrange(PERSONS):032x}")
    if chance < 0.14:
        return replace(wish, priority_class=rng.choice(("elderly", "disabled", "later", "nobody")))
    if chance < 0.24:
        return replace(wish, appointment_at=stage.now + rng.randint(-40, 40) * 60_000)
    return wish


def printer(stage: Stage, ticket_id: str) -> Script:
    """Reports what it did: late, twice, a failure first."""
    rng = stage.rng
    if rng.random() < 0.08:
        yield say(stage, c.ReportPrintFailed(ticket_id, rng.choice(("paper_out", "cover_open"))))
        yield rng.uniform(5, 600)
        if rng.random() < 0.4:
            return
    stage.paper.add(ticket_id)
    if rng.random() < 0.05:
        yield rng.choice((10 * MINUTE, 5 * HOUR, 26 * HOUR))
    yield say(stage, c.ReportPrinted(ticket_id))
    if rng.random() < 0.05:
        yield rng.uniform(0, HOUR)
        yield say(stage, rng.choice((c.ReportPrinted(ticket_id), c.ReportPrintFailed(ticket_id, "late"))))


def board(stage: Stage, call_id: str) -> Script:
    """Shows and speaks a call; the facts come late, twice, or not at all."""
    rng = stage.rng
    if rng.random() < 0.5:
        return
    yield rng.expovariate(1 / 2)
    yield say(stage, c.ReportShown(call_id))
    yield rng.choice((1.0, 4.0, 15 * MINUTE))
    yield say(stage, c.ReportSpoken(call_id, rng.random() < 0.9, "voice_busy"))


def missed_one(stage: Stage, ticket_id: str) -> Script:
    """Comes back, in time or not."""
    yield stage.rng.expovariate(1 / (15 * MINUTE))
    yield say(stage, c.ComeBack(ticket_id))


def held_one(stage: Stage, ticket_id: str) -> Script:
    """Fetches a paper."""
    yield stage.rng.expovariate(1 / (25 * MINUTE))
    yield say(stage, c.ResumeTicket(ticket_id))


def supervisor(stage: Stage, change: Callable[[], c.Command], day_ends: int) -> Script:
    """Meddles now and then until `day_ends` (ms)."""
    rng = stage.rng
    while stage.now < day_ends:
        yield rng.expovariate(1 / (2 * HOUR))
        yield say(stage, change())


def meddling(stage: Stage, other: Callable[[], c.Command]) -> c.Command:
    """One thing a supervisor may press at any time; most of it seldom makes sense."""
    rng, state = stage.rng, stage.state
    field_id = rng.choice(list(state.fields) or ["F0"])
    ticket_id = rng.choice(list(state.tickets) or ["nonsense"])
    counter_id = rng.choice(list(state.counters) or [1])
    choices: list[Callable[[], c.Command]] = [
        lambda: c.StopField(field_id, stage.now + 600_000 if rng.random() < 0.5 else None),
        lambda: c.ResumeField(field_id),
        lambda: c.ResumeField(rng.choice(list(state.stops) or ["F0"])),
        other,
        other,
        lambda: c.CancelTicket(ticket_id),
        lambda: c.ComeBack(ticket_id),
        lambda: c.ResumeTicket(ticket_id),
        lambda: c.UndoStep(counter_id, ticket_id),
        lambda: c.TransferTicket(counter_id, ticket_id, field_id),
        lambda: c.CloseCounter(counter_id),
        lambda: c.BeginBreak(stage.now + 900_000),
        c.EndBreak,
        c.OpenDay,
        lambda: c.CloseDay(force=rng.random() < 0.2) if rng.random() < 0.2 else c.EndBreak(),
        lambda: c.StopIssuing() if rng.random() < 0.2 else c.OpenDay(),
    ]
    return rng.choice(choices)()


def at_counter(stage: Stage, counter_id: int) -> tuple[Counter | None, Ticket | None]:
    counter = stage.state.counters.get(counter_id)
    ticket = stage.state.tickets.get(counter.ticket_id or "") if counter else None
    return counter, ticket


def is_waiting(stage: Stage, ticket_id: str) -> bool:
    ticket = stage.state.tickets.get(ticket_id)
    return ticket is not None and ticket.state is TicketState.WAITING
