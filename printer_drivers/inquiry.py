"""Asks a printer directly how it is, for an installer at a terminal: DLE EOT 1-4, answered at once."""

import selectors
import time
from collections.abc import Callable

from printer_drivers.questions import Questions
from printer_drivers.replies import Demultiplexer, RealtimeStatus
from printer_drivers.status import PrinterStatus
from printer_drivers.transports import Lost, Opened, Received, Transport

ANSWER_SECONDS_MAX = 3.0


def ask_status(line: Transport, clock: Callable[[], float] = time.monotonic) -> PrinterStatus:
    """Opens `line`, asks the four questions, closes it. Missing answers leave `answers` False."""
    until = clock() + ANSWER_SECONDS_MAX
    status = PrinterStatus()
    questions = Questions()
    replies = Demultiplexer()
    if line.open(clock()) is not None:
        return status
    while not status.answers and not line.closed and clock() < until:
        for event in _events(line, until, clock):
            match event:
                case Opened():
                    status = PrinterStatus(connected=True)
                    line.write(questions.ask(status))
                case Received(data):
                    values = [reply.value for reply in replies.feed(data) if isinstance(reply, RealtimeStatus)]
                    told = [known for known in map(questions.answered, values) if known is not None]
                    status = told[0] if told else status
                case Lost():
                    return PrinterStatus()
    line.close()
    return status


def _events(line: Transport, until: float, clock: Callable[[], float]) -> list[Opened | Received | Lost]:
    with selectors.DefaultSelector() as selector:
        read = selectors.EVENT_READ if line.wants_to_read else 0
        events = read | (selectors.EVENT_WRITE if line.wants_to_write else 0)
        if events:
            selector.register(line.fileno(), events)
        soonest = until if line.deadline is None else min(until, line.deadline)
        ready = selector.select(max(0.0, soonest - clock()))
    mask = ready[0][1] if ready else 0
    return list(
        line.service(
            readable=bool(mask & selectors.EVENT_READ), writable=bool(mask & selectors.EVENT_WRITE), now=clock()
        )
    )
