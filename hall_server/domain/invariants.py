"""What must hold after every step, whatever was asked (QUEUE_RULES 1-5 as far as one state can show them).

`violations` costs time in proportion to the tickets of the day: it runs at start, in tests and in simulations, not per
command.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hall_server.domain.model import (
    ANNOUNCEMENTS_MAX,
    AT_COUNTER,
    ENDED,
    Arrival,
    CallReason,
    CounterState,
    DayState,
    HallState,
    Ticket,
    TicketState,
    Waiting,
    announcement_id_of,
    call_id_of,
    reprint_id_of,
    ticket_id_of,
)
from hall_server.domain.order import waiting_key


def violations(state: HallState) -> list[str]:
    """One line for each thing that does not hold; empty when all is well."""
    return [
        *_numbers(state),
        *_counters(state),
        *_queues(state),
        *_tickets(state),
        *_calls(state),
        *_announcements(state),
        *_boards(state),
        *_reprints(state),
        *_people(state),
        *_day(state),
    ]


def _numbers(state: HallState) -> Iterator[str]:
    """No number twice in a day and series, no gap; each ticket its own rank of issue."""
    serials: dict[str, list[int]] = defaultdict(list)
    for ticket in state.tickets.values():
        serials[ticket.series].append(ticket.serial)
        if ticket.ticket_id != ticket_id_of(state.business_date or "", ticket.series, ticket.serial):
            yield f"{ticket.ticket_id} is not the id of {ticket.number} on {state.business_date}"
    for series, numbers in serials.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"series {series} has gaps or repeats"
        if state.next_serials.get(series) != len(numbers) + 1:
            yield f"series {series} would give {state.next_serials.get(series)} after {len(numbers)} tickets"
    if sorted(ticket.order for ticket in state.tickets.values()) != list(range(1, state.issued + 1)):
        yield f"ranks of issue are not 1..{state.issued}"


def _counters(state: HallState) -> Iterator[str]:
    """At most one counter per ticket and one ticket per counter, and both know it."""
    at_counter = {ticket.ticket_id for ticket in state.tickets.values() if ticket.state in AT_COUNTER}
    held: set[str] = set()
    for counter in state.counters.values():
        if counter.ticket_id is None:
            continue
        if counter.ticket_id in held:
            yield f"{counter.ticket_id} is at two counters"
        held.add(counter.ticket_id)
        if counter.state is not CounterState.OPEN:
            yield f"counter {counter.counter_id} is {counter.state} and has {counter.ticket_id}"
        if state.tickets[counter.ticket_id].counter_id != counter.counter_id:
            yield f"{counter.ticket_id} does not know that it is at counter {counter.counter_id}"
    for ticket_id in sorted(at_counter ^ held):
        yield f"{ticket_id} and its counter disagree"


def _queues(state: HallState) -> Iterator[str]:
    """Exactly the waiting stand in the queues, each once, where it belongs, in order."""
    seen: set[str] = set()
    queues = [(field_id, None, queue) for field_id, queue in state.queues.items()]
    named = [(None, counter_id, queue) for counter_id, queue in state.named.items()]
    for field_id, counter_id, queue in [*queues, *named]:
        if queue != sorted(queue):
            yield f"queue of {field_id or counter_id} is out of order"
        for waiting in queue:
            ticket = state.tickets[waiting.ticket_id]
            at_home = ticket.for_counter == counter_id if field_id is None else ticket.field_id == field_id
            if waiting.ticket_id in seen or not at_home or waiting != waiting_key(ticket):
                yield f"{waiting.ticket_id} stands wrongly in the queue of {field_id or counter_id}"
            seen.add(waiting.ticket_id)
    waiting_now = {ticket.ticket_id for ticket in state.tickets.values() if ticket.state is TicketState.WAITING}
    for ticket_id in sorted(waiting_now ^ seen):
        yield f"{ticket_id} waits in no queue, or stands in one without waiting"
    for field_id, queue in state.queues.items():
        if state.arrivals.get(field_id, []) != _arrivals(state, queue):
            yield f"the arrivals of {field_id} are not those of its queue"


def _arrivals(state: HallState, queue: list[Waiting]) -> list[Arrival]:
    tickets = (state.tickets[waiting.ticket_id] for waiting in queue)
    return sorted(Arrival(ticket.order, ticket.issued_at) for ticket in tickets)


def _tickets(state: HallState) -> Iterator[str]:
    for ticket in state.tickets.values():
        if not _times_in_order(ticket):
            yield f"{ticket.ticket_id}: its times run backwards"
        if (ticket.ended_at is not None) != (ticket.state in ENDED):
            yield f"{ticket.ticket_id} is {ticket.state} and ended at {ticket.ended_at}"
        if ticket.state in AT_COUNTER and ticket.calls == 0:
            yield f"{ticket.ticket_id} is at a counter and was never called"
        if ticket.for_counter is not None and ticket.state is not TicketState.WAITING:
            yield f"{ticket.ticket_id} is {ticket.state} and kept for counter {ticket.for_counter}"
        if (ticket.hold_until is not None) != (ticket.state is TicketState.ON_HOLD):
            yield f"{ticket.ticket_id} is {ticket.state} and held until {ticket.hold_until}"
        if (ticket.missed_at is not None) != (ticket.state is TicketState.MISSED):
            yield f"{ticket.ticket_id} is {ticket.state} and missed at {ticket.missed_at}"


def _times_in_order(ticket: Ticket) -> bool:
    times = [ticket.issued_at, ticket.called_at, ticket.started_at, ticket.ended_at]
    known = [time for time in times if time is not None]
    return known == sorted(known)


def _calls(state: HallState) -> Iterator[str]:
    """Every call of every ticket is on the record, and no other; a call out of order says why."""
    expected = {
        call_id_of(ticket.ticket_id, attempt)
        for ticket in state.tickets.values()
        for attempt in range(1, ticket.calls + 1)
    }
    for call_id in sorted(expected ^ state.calls.keys()):
        yield f"call {call_id} is missing, or was never made"
    for call in state.calls.values():
        if (call.reason is CallReason.MANUAL) != bool(call.note):
            yield f"call {call.call_id} is {call.reason} and noted as {call.note!r}"


def _announcements(state: HallState) -> Iterator[str]:
    """Few, with the ids of the day, and one word of each zone's voice about each."""
    if len(state.announcements) > ANNOUNCEMENTS_MAX:
        yield f"{len(state.announcements)} announcements are kept"
    given = {announcement_id_of(state.business_date or "", serial + 1) for serial in range(state.announced)}
    for announcement in state.announcements.values():
        zones = [heard.zone for heard in announcement.heard]
        if announcement.announcement_id not in given or len(set(zones)) != len(zones):
            yield f"announcement {announcement.announcement_id} was never made, or was heard twice in a zone"


def _reprints(state: HallState) -> Iterator[str]:
    """Each is of a ticket of today, and its copies are counted without a gap."""
    copies: dict[str, list[int]] = defaultdict(list)
    for reprint in state.reprints.values():
        copies[reprint.ticket_id].append(reprint.copy)
        if reprint.reprint_id != reprint_id_of(reprint.ticket_id, reprint.copy):
            yield f"{reprint.reprint_id} is not the id of copy {reprint.copy} of {reprint.ticket_id}"
    for ticket_id, counted in copies.items():
        if ticket_id not in state.tickets or counted != list(range(1, len(counted) + 1)):
            yield f"the reprints of {ticket_id} are {counted}"


def _boards(state: HallState) -> Iterator[str]:
    """One voice in a zone, of a board that is there and can; and one whenever there is such a board."""
    able = {board.zone for board in state.boards.values() if board.answers and board.voice}
    for zone in sorted({board.zone for board in state.boards.values()}):
        speaking = [board for board in state.boards.values() if board.zone == zone and board.speaks]
        if len(speaking) != (zone in able) or any(not (board.answers and board.voice) for board in speaking):
            yield f"zone {zone} has {len(speaking)} voices"


def _people(state: HallState) -> Iterator[str]:
    """Marks belong to tickets of today and to a key, and are gone when the day is closed."""
    people = state.people
    if not people.marks.keys() <= state.tickets.keys() or (people.marks and people.key is None):
        yield "somebody is remembered without a ticket or a key"
    if state.day is DayState.CLOSED and (people.marks or people.key):
        yield "the day is closed and its people are not forgotten"


def _day(state: HallState) -> Iterator[str]:
    if state.day is not DayState.CLOSED:
        return
    for ticket in state.tickets.values():
        if ticket.state not in ENDED:
            yield f"the day is closed and {ticket.ticket_id} is {ticket.state}"
    for counter in state.counters.values():
        if counter.state is not CounterState.CLOSED:
            yield f"the day is closed and counter {counter.counter_id} is open"
