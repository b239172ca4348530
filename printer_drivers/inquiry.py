"""Talks with a printer directly, for an installer at a terminal: opens its line, asks, waits for answers, closes."""

import selectors
import time
from collections.abc import Callable

from printer_drivers.questions import Questions
from printer_drivers.replies import Demultiplexer, RealtimeStatus, Reply
from printer_drivers.status import PrinterStatus
from printer_drivers.transports import Lost, Opened, Received, Transport

OPEN_SECONDS_MAX = 8.0
ANSWER_SECONDS_MAX = 3.0


class LineLost(Exception):
    """The line could not be opened, or broke; the message is the system's."""


class Conversation:
    """One open line. Raises LineLost from any method once it is gone."""

    def __init__(self, line: Transport, clock: Callable[[], float] = time.monotonic) -> None:
        """Opens the line, waiting at most OPEN_SECONDS_MAX."""
        self._line = line
        self._clock = clock
        self._replies = Demultiplexer()
        self._opened = False
        lost = line.open(clock())
        if lost is not None:
            raise LineLost(lost.reason)
        until = clock() + OPEN_SECONDS_MAX
        while not self._opened and clock() < until:
            self._wait(until)
        if not self._opened:
            line.close()
            raise LineLost("no answer")

    def ask(self, data: bytes, answered: Callable[[list[Reply]], object], seconds: float) -> list[Reply]:
        """Sends `data`; the replies until `answered` is content with them, or until the time is over."""
        until = self._clock() + seconds
        heard: list[Reply] = []
        while not answered(heard) and self._clock() < until:
            while count := self._line.write(data):
                data = data[count:]
            heard += self._wait(until)
        return heard

    def close(self) -> None:
        """Ends the line."""
        self._line.close()

    def _wait(self, until: float) -> list[Reply]:
        line = self._line
        with selectors.DefaultSelector() as selector:
            read = selectors.EVENT_READ if line.wants_to_read else 0
            events = read | (selectors.EVENT_WRITE if line.wants_to_write else 0)
            if events:
                selector.register(line.fileno(), events)
            soonest = until if line.deadline is None else min(until, line.deadline)
            ready = selector.select(max(0.0, soonest - self._clock()))
        mask = ready[0][1] if ready else 0
        readable, writable = bool(mask & selectors.EVENT_READ), bool(mask & selectors.EVENT_WRITE)
        heard: list[Reply] = []
        for event in line.service(readable=readable, writable=writable, now=self._clock()):
            match event:
                case Opened():
                    self._opened = True
                case Received(data):
                    heard += self._replies.feed(data)
                case Lost(reason):
                    raise LineLost(reason)
        return heard


def ask_status(line: Transport, clock: Callable[[], float] = time.monotonic) -> PrinterStatus:
    """Opens `line`, asks the four questions, closes it. Missing answers leave `answers` False."""
    try:
        conversation = Conversation(line, clock)
    except LineLost:
        return PrinterStatus()
    try:
        return status_of(conversation)
    except LineLost:
        return PrinterStatus()
    finally:
        conversation.close()


def status_of(conversation: Conversation) -> PrinterStatus:
    """DLE EOT 1-4, answered at once by printers that know them."""
    status, questions = PrinterStatus(connected=True), Questions()
    data = questions.ask(status)
    heard = conversation.ask(data, lambda replies: len(_realtime(replies)) >= len(data) // 3, ANSWER_SECONDS_MAX)
    told = [known for known in map(questions.answered, _realtime(heard)) if known is not None]
    return told[0] if told else status


def _realtime(replies: list[Reply]) -> list[int]:
    return [reply.value for reply in replies if isinstance(reply, RealtimeStatus)]
