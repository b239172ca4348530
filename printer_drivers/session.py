"""One printer and its line of tickets, without any input or output: bytes and times in, bytes and facts out.

Order on every new connection: recovery if the last line broke inside a ticket, then the real-time questions (a printer
without paper hears nothing else), then a greeting (clean state, automatic status, one process id). Tickets wait until
the greeting is answered or GREETING_SECONDS_MAX have passed, for some printers never answer; so does the news of the
connection, lest a screen says "ready" for a moment. Then one ticket at a time, and only while the printer reports no
trouble: what is not sent can still be printed elsewhere.

A ticket of which no byte has left is sent again by itself for QUEUED_SECONDS_MAX; then its person has left, and it must
not come out for somebody else. Anything else is never sent twice.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from printer_drivers import commands, job
from printer_drivers.attempts import ids_of
from printer_drivers.encoder import GREETING_NULS, RECOVERY_NULS, closing, greeting, recovery
from printer_drivers.facts import JobFailed, JobPrinted, PrintFact, StatusChanged
from printer_drivers.holds import Holds
from printer_drivers.job import Job, JobState
from printer_drivers.late_answers import LateAnswers
from printer_drivers.line_doubt import LineDoubt
from printer_drivers.orders import Attempt, Begun, Order, attempt_at
from printer_drivers.outgoing import Outgoing
from printer_drivers.paper_answers import PaperAnswers
from printer_drivers.profile import PrinterProfile
from printer_drivers.questions import Questions
from printer_drivers.rendering import waste_notice
from printer_drivers.replies import (
    AutomaticStatus,
    Demultiplexer,
    ProcessId,
    RealtimeStatus,
    Reply,
    TransmittedStatus,
)
from printer_drivers.status import PrinterStatus, Trouble, with_automatic, with_transmitted

GREETING_SECONDS_MAX = 1.0
QUEUED_SECONDS_MAX = 30.0
ASK_AGAIN_SECONDS = 2.0
"""A printer in trouble may not tell by itself when that is over."""


class Session:
    """Call the inputs as things happen, then `tick`; then send `to_send` and hand on `take_facts`."""

    def __init__(self, profile: PrinterProfile, first_attempt: int) -> None:
        self._profile = profile
        self._next_attempt = first_attempt
        self._status = PrinterStatus()
        self._told_status = self._status
        self._facts: list[PrintFact] = [StatusChanged(self._status)]
        self._waiting: deque[Order] = deque()
        self._current: Attempt | None = None
        self._holds = Holds()
        self._late = LateAnswers()
        self._replies = Demultiplexer()
        self._outgoing = Outgoing()
        self._questions = Questions()
        self._ask_at: float | None = None
        self._greeting_id = ""
        self._greeting_until: float | None = None
        self._ids_heard = False
        self._paper_answers = PaperAnswers()
        self._begun: list[Begun] = []
        self._doubt = LineDoubt(spooled=profile.spooled)
        self.line_must_reset = False

    @property
    def status(self) -> PrinterStatus:
        """Last known state of the printer, as told in the last StatusChanged."""
        return self._told_status

    @property
    def to_send(self) -> bytes:
        """What the line should take next; report with `taken` how much it took."""
        return self._outgoing.peek()

    def take_facts(self) -> list[PrintFact]:
        """The facts since the last call."""
        facts, self._facts = self._facts, []
        return facts

    def take_begun(self) -> list[Begun]:
        """The attempts begun since the last call: to be noted before any of `to_send` is sent."""
        begun, self._begun = self._begun, []
        return begun

    def next_deadline(self) -> float | None:
        """When `tick` must be called at the latest."""
        times = [order.asked_at + QUEUED_SECONDS_MAX for order in self._waiting]
        if self._status.trouble is Trouble.NO_LINK:
            times += self._holds.unsaid_until(self._waiting)
        quiet_at = self._paper_answers.quiet_at if self._waiting and not self._ids_heard else None
        times += [time for time in (self._greeting_until, self._ask_at, quiet_at) if time is not None]
        if self._current is not None and self._current.job.deadline is not None:
            times.append(self._current.job.deadline)
        return min(times, default=None)

    # --- what happens to the line

    def submit(self, order: Order) -> None:
        """A ticket to print after those before it."""
        self._waiting.append(order)

    def interrupted(self, job_id: str, attempt: int) -> None:
        """An earlier run of the program ended inside this attempt: nobody knows, and it is never sent again."""
        order = Order(job_id, b"", 0.0, 0.0)
        self._late.expect(order, replace(attempt_at(ids_of(attempt), 0, 0.0, self._profile), state=JobState.UNKNOWN))
        self._doubt.broken_off()
        self._fail(order, JobState.UNKNOWN, "interrupted")

    def refuse(self, job_id: str, reason: str) -> None:
        """The attempt just begun must not be sent after all."""
        assert self._current is not None
        assert self._current.order.job_id == job_id
        self._outgoing.clear()
        self._update(job.refused(self._current.job, reason))

    def connected(self, now: float) -> None:
        """The line is open."""
        self._replies = Demultiplexer()
        self.line_must_reset = False
        self._greeting_id = ids_of(self._attempt_number()).greeting
        self._greeting_until = now + GREETING_SECONDS_MAX if self._profile.speaks else None
        self._outgoing.clear()
        self._set_status(PrinterStatus(connected=True), now)
        if self._doubt.must_free:
            self._outgoing.say(recovery(waste_notice(self._profile), self._profile))
        if not self._profile.speaks:
            return
        self._outgoing.say(bytes(GREETING_NULS))
        self._ask(now)
        self._outgoing.say(greeting(self._profile))
        if self._profile.process_ids:
            self._outgoing.say(commands.process_id(self._greeting_id))
            self._doubt.asked(self._greeting_id)

    def lost(self, now: float) -> None:
        """The line broke, or could not be opened."""
        self._let_doubt_pass(now)
        self._doubt.lost()
        self._outgoing.clear()
        self._greeting_until = self._ask_at = None
        self.line_must_reset = False
        self._set_status(PrinterStatus(), now)
        if self._current is not None:
            self._update(job.lost(self._current.job))

    def taken(self, count: int, now: float) -> None:
        """The line took `count` bytes of `to_send`."""
        of_ticket = self._outgoing.taken(count)
        if count and not self._outgoing and self._doubt.must_free:
            self._doubt.sent(self._profile.line_seconds(RECOVERY_NULS))
        if self._current is not None and of_ticket:
            self._doubt.sent(self._profile.line_seconds(self._current.job.bytes_total))
            self._update(job.taken(self._current.job, of_ticket, now))

    def received(self, data: bytes, now: float) -> None:
        """The printer said something."""
        self._hear(self._replies.feed(data), now)

    def tick(self, now: float) -> None:
        """Time passed: patience ends, tickets are held, the next one begins."""
        can_answer = self._status.ready and not self._outgoing
        self._paper_answers.time_passed(now, can_answer=can_answer, slack=self._profile.line_seconds(RECOVERY_NULS))
        if self._greeting_until is not None and now >= self._greeting_until:
            self._greeting_until = None
        if self._ask_at is not None and now >= self._ask_at:
            self._ask(now)
        if self._current is not None:
            expects_answer = self._ids_heard or self._paper_answers.ever_complete
            self._update(job.expired(self._current.job, now, expects_answer=expects_answer))
        while self._waiting and now >= self._waiting[0].asked_at + QUEUED_SECONDS_MAX:
            trouble = self._status.trouble
            self._fail(self._waiting.popleft(), JobState.FAILED_BEFORE_SEND, trouble.value if trouble else "no_answer")
        if self._current is None and self._waiting and self._may_send():
            self._begin(self._waiting.popleft(), now)
        self._let_doubt_pass(now)
        self._tell_status()
        open_orders = [*([self._current.order] if self._current else []), *self._waiting]
        self._facts += self._holds.news(self._status.trouble, open_orders, now)

    def stop(self) -> None:
        """The program ends: says what is known of every open ticket."""
        if self._current is not None:
            state = JobState.UNKNOWN if self._current.job.bytes_taken else JobState.FAILED_BEFORE_SEND
            self._update(replace(self._current.job, state=state, reason="stopped"))
        while self._waiting:
            self._fail(self._waiting.popleft(), JobState.FAILED_BEFORE_SEND, "stopped")

    # --- inside

    def _may_send(self) -> bool:
        if not self._status.ready or self._greeting_until is not None or self._outgoing or self.line_must_reset:
            return False
        return self._ids_heard or not self._profile.transmit_status or self._paper_answers.settled

    def _let_doubt_pass(self, now: float) -> None:
        at_rest = self._status.ready and self._current is None
        proves = self._ids_heard or self._paper_answers.ever_complete
        self._doubt.time_passed(now, at_rest=at_rest, proves=proves)

    def _ask(self, now: float) -> None:
        """Asks how the printer is, at once if nothing is in the way, and again after a while as long as it matters."""
        self._ask_at = now + ASK_AGAIN_SECONDS if self._status.trouble or self._greeting_until else None
        if self._profile.realtime_status and not self._outgoing.holds_ticket:
            self._outgoing.say(self._questions.ask(self._status))

    def _attempt_number(self) -> int:
        self._next_attempt += 1
        return self._next_attempt

    def _begin(self, order: Order, now: float) -> None:
        number = self._attempt_number()
        ids = ids_of(number)
        data = order.body + closing(ids.printed, ids.cut, self._profile)
        self._outgoing.add_ticket(data)
        if self._profile.transmit_status:
            self._paper_answers.asked()
        self._doubt.asked(ids.cut)
        attempt = attempt_at(ids, len(data), order.mm, self._profile)
        self._begun.append(Begun(order.job_id, number))
        self._current = Attempt(order, job.begin(attempt, now))

    def _hear(self, replies: Iterable[Reply], now: float) -> None:
        for reply in replies:
            match reply:
                case AutomaticStatus(data):
                    self._set_status(with_automatic(self._status, data), now)
                case RealtimeStatus(value):
                    self._set_status(self._questions.answered(value) or self._status, now)
                case TransmittedStatus(value):
                    self._set_status(with_transmitted(self._status, value), now)
                    all_sent = self._current is not None and self._current.job.sent
                    if self._paper_answers.heard(value, now, all_sent=all_sent) and self._current is not None:
                        self._update(job.paper_answered(self._current.job, expects_ids=self._ids_heard))
                case ProcessId(identity):
                    self._identified(identity, now)

    def _identified(self, identity: str, now: float) -> None:
        self._set_status(replace(self._status, answers=True), now)
        self._doubt.answered(identity)
        if identity == self._greeting_id:
            self._ids_heard = True
            self._greeting_until = None
        self._facts += [JobPrinted(late.job_id, late.mm) for late in self._late.confirmed_by(identity, now)]
        if self._current is not None:
            self._ids_heard |= identity in (self._current.job.printed_id, self._current.job.cut_id)
            self._update(job.answered(self._current.job, identity, now))

    def _set_status(self, status: PrinterStatus, now: float) -> None:
        if status == self._status:
            return
        self._status = status
        if status.answers and not self._profile.process_ids:
            self._greeting_until = None
        if self._ask_at is None and status.connected and status.trouble is not None:
            self._ask_at = now + ASK_AGAIN_SECONDS
        if self._current is not None and status.connected:
            self._update(job.troubled(self._current.job, status.trouble, now))

    def _tell_status(self) -> None:
        nothing_known_yet = self._greeting_until is not None and not self._status.answers
        if self._status != self._told_status and not nothing_known_yet:
            self._told_status = self._status
            self._facts.append(StatusChanged(self._status))

    def _update(self, changed: Job) -> None:
        """The current attempt is now this; settles it when it is over."""
        assert self._current is not None
        order = self._current.order
        self._current = Attempt(order, changed)
        if changed.state is JobState.QUEUED:
            self._paper_answers.given_up(asked=False)
            self._current = None
            self._waiting.appendleft(order)
        elif changed.state is JobState.CONFIRMED:
            self._paper_answers.given_up(asked=True)
            self._doubt.proven()
            self._current = None
            self._holds.over(order.job_id)
            self._facts.append(JobPrinted(order.job_id, order.mm))
        elif changed.state.settled:
            self._paper_answers.given_up(asked=changed.bytes_taken > 0)
            self._late.expect(order, changed)
            self._current = None
            # The rest of a ticket given up must not reach a printer that wakes again.
            self.line_must_reset = self._outgoing.holds_ticket
            self._fail(order, changed.state, changed.reason)

    def _fail(self, order: Order, state: JobState, reason: str) -> None:
        self._holds.over(order.job_id)
        self._facts.append(JobFailed(order.job_id, state, reason))
