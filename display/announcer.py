"""Which call is spoken next, how much of it, and which calls are left out and why.

A pure machine: calls come in as they were made, `next_utterance` hands out one at a time, `ended` takes it back, and
for each call exactly one `Report` comes out. It keeps no clock: `now` is any monotonic time in seconds.

A hall's voice must be orderly before all else, so these rules hold:
- calls are spoken in the order in which they were made, one at a time, each said `passes` times in a row;
- a call is said once and for all: its id is remembered, so a snapshot after a break cannot repeat it. A recall is a
  call of its own, and is heard; while the ticket's earlier call still waits in line, the recall takes over its place;
- a call that is over (the person came, or was missed) before its turn is not spoken; a sentence begun is never cut off;
- when the last in line would wait longer than `BACKLOG_SECONDS_MAX`, everybody's sentence is shortened; when that is
  not enough, nothing is said twice; a call that has become older than `LATE_SECONDS_MAX` is left out, for a voice
  that is late sends people to counters that have moved on.
"""

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from display.sentences import Form

PASSES = 2
"""How often a call is said when nobody else waits to be called."""
BACKLOG_SECONDS_MAX = 20.0
"""How long the last in line may wait to be heard before sentences are shortened and repeats dropped."""
LATE_SECONDS_MAX = 120.0
"""A call older than this is not spoken any more."""
LINE_CALLS_MAX = 64
"""How many calls may wait to be spoken; further ones are refused at once, so that their counters know."""
REMEMBERED_CALLS_MAX = 4096
"""How many call ids are remembered; more than a hall calls in a day."""


class LeftOut(Enum):
    """Why a call was not spoken; the value is the word that goes to the counter."""

    OVER = "call_over"
    RECALLED = "recalled"
    LATE = "too_late"
    LINE_FULL = "line_full"
    NO_VOICE = "no_voice"
    NO_SOUND = "no_sound"


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the voice needs it: `number` "A007", `counter` from 1; a recall is a call with its own `call_id`."""

    call_id: str
    ticket_id: str
    number: str
    counter: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """What to say now: the `pass_number`-th time (from 1) of this call, in this form."""

    call: Call
    form: Form
    pass_number: int


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a call: spoken when `left_out` is None."""

    call_id: str
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How fully calls are said."""

    form: Form
    passes: int


TERSEST = Manner(Form.SHORT, passes=1)


@dataclass(frozen=True, slots=True)
class _Waiting:
    call: Call
    called_at: float


class Announcer:
    """See the module. `seconds_of(call, form)` estimates how long one pass lasts, chime and pause included."""

    def __init__(self, seconds_of: Callable[[Call, Form], float], passes: int = PASSES) -> None:
        if passes < 1:
            raise ValueError(f"a call is said at least once, not {passes} times")
        self._seconds_of = seconds_of
        self._manners = (Manner(Form.FULL, passes), Manner(Form.SHORT, passes), TERSEST)
        self._line: deque[_Waiting] = deque()
        self._remembered: OrderedDict[str, None] = OrderedDict()
        self._reports: list[Report] = []
        self._speaking: Utterance | None = None
        self._repeatable: Utterance | None = None

    def call(self, call: Call, now: float, age_seconds: float = 0.0) -> None:
        """A call was made `age_seconds` before `now`. One that is known already changes nothing."""
        if not self._remember(call.call_id):
            return
        waiting = _Waiting(call, now - age_seconds)
        if self._take_over_place(waiting):
            return
        if len(self._line) >= LINE_CALLS_MAX:
            self._report(call.call_id, LeftOut.LINE_FULL)
            return
        self._line.append(waiting)

    def over(self, call_id: str) -> None:
        """The call has come to its end, heard of before or not: it is not begun any more, nor repeated."""
        if self._remember(call_id):
            self._report(call_id, LeftOut.OVER)
        if self._repeatable is not None and self._repeatable.call.call_id == call_id:
            self._repeatable = None
        self._leave_out(LeftOut.OVER, lambda waiting: waiting.call.call_id == call_id)

    def answered_for(self, call_id: str) -> None:
        """It is on record what became of this call, perhaps from this very board before a restart: say nothing."""
        self._remember(call_id)

    def next_utterance(self, now: float) -> Utterance | None:
        """What to say now; None while something is being said or nobody waits. Each one is given back by `ended`."""
        if self._speaking is not None:
            return None
        self._leave_out(LeftOut.LATE, lambda waiting: now - waiting.called_at > LATE_SECONDS_MAX)
        self._speaking = self._repetition() or self._first_in_line()
        self._repeatable = self._speaking
        return self._speaking

    def ended(self, failure: LeftOut | None = None) -> None:
        """The utterance was heard to its end or, because of `failure`, was not."""
        if self._speaking is None:
            raise AssertionError("nothing was being said")
        said, self._speaking = self._speaking, None
        if said.pass_number == 1:
            self._report(said.call.call_id, failure)
        if failure is not None:
            self._repeatable = None

    def take_reports(self) -> list[Report]:
        """What became of calls since this was last asked."""
        reports, self._reports = self._reports, []
        return reports

    @property
    def line(self) -> list[Call]:
        """Who waits to be spoken, the next one first."""
        return [waiting.call for waiting in self._line]

    def _repetition(self) -> Utterance | None:
        """The next pass of what was just said, unless others have come to wait too long meanwhile."""
        said = self._repeatable
        if said is None:
            return None
        manner = self._manner([said.call, *self.line])
        if said.pass_number >= manner.passes:
            return None
        return Utterance(said.call, manner.form, said.pass_number + 1)

    def _first_in_line(self) -> Utterance | None:
        if not self._line:
            return None
        manner = self._manner(self.line)
        return Utterance(self._line.popleft().call, manner.form, pass_number=1)

    def _manner(self, line: list[Call]) -> Manner:
        """The fullest manner in which the last in line is still heard in time; the tersest when none is."""
        return next((one for one in self._manners if self._wait_of_last(line, one) <= BACKLOG_SECONDS_MAX), TERSEST)

    def _wait_of_last(self, line: list[Call], manner: Manner) -> float:
        """Seconds until the last in line is heard if everybody before is said in this manner."""
        return sum(self._seconds_of(call, manner.form) * manner.passes for call in line[:-1])

    def _take_over_place(self, recall: _Waiting) -> bool:
        for index, waiting in enumerate(self._line):
            if waiting.call.ticket_id == recall.call.ticket_id:
                self._line[index] = recall
                self._report(waiting.call.call_id, LeftOut.RECALLED)
                return True
        return False

    def _leave_out(self, reason: LeftOut, condition: Callable[[_Waiting], bool]) -> None:
        for waiting in [waiting for waiting in self._line if condition(waiting)]:
            self._line.remove(waiting)
            self._report(waiting.call.call_id, reason)

    def _remember(self, call_id: str) -> bool:
        """True when the call was not known before."""
        if call_id in self._remembered:
            return False
        self._remembered[call_id] = None
        if len(self._remembered) > REMEMBERED_CALLS_MAX:
            self._remembered.popitem(last=False)
        return True

    def _report(self, call_id: str, left_out: LeftOut | None) -> None:
        self._reports.append(Report(call_id, left_out))
