"""What is said next, how much of it, and what is left out and why.

A pure machine: calls and notices come in as they were made, `next_utterance` hands out one utterance at a time, `ended`
takes it back, and for each call and notice exactly one `Report` comes out. It keeps no clock: `now` is any monotonic
time in seconds.

A hall's voice must be orderly before all else, so these rules hold:
- calls are spoken in the order in which they were made, one at a time, in all passes and languages in a row;
- a call is said once and for all: its id is remembered, so a snapshot after a break cannot repeat it. A recall is a
  call of its own, and is heard; while the ticket's earlier call still waits in line, the recall takes over its place;
- a call that is over (the person came, or was missed) before its turn is not spoken; a sentence begun is never cut off;
- when the last in line would wait longer than `BACKLOG_SECONDS_MAX`, less is said of everybody (`display.fullness`); a
  call that has become older than `LATE_SECONDS_MAX` is left out, for a voice that is late sends people to counters that
  have moved on;
- notices are said when no call waits, urgent ones before everything (`display.notices`); chime and sentence are one
  utterance, so nothing ever comes between them;
- a board that has not the voice of its zone, or does not know, stands by: it begins nothing, and leaves nothing out;
- in quiet hours calls are shown and not spoken, which their counters are told; only what is urgent is said.
"""

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

from display.fullness import PASSES, Chime, Fullness, steps
from display.notices import Notice, NoticeLine, WaitingNotice
from display.reading import Language
from display.utterances import Call, LeftOut, NoticeReport, NoticeUtterance, Report, Utterance

BACKLOG_SECONDS_MAX = 20.0
"""How long the last in line may wait to be heard before less is said."""
LATE_SECONDS_MAX = 120.0
"""A call older than this is not spoken any more."""
LINE_CALLS_MAX = 64
"""How many calls may wait to be spoken; further ones are refused at once, so that their counters know."""
REMEMBERED_CALLS_MAX = 4096
"""How many ids of calls and notices are remembered; more than a hall makes in a day."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    call: Call
    called_at: float


class Announcer:
    """See the module. `seconds_of` foresees how long an utterance lasts, chime and pause included."""

    def __init__(
        self,
        seconds_of: Callable[[Utterance], float],
        passes: int = PASSES,
        languages: tuple[Language, ...] = (Language.VIETNAMESE,),
    ) -> None:
        self._seconds_of = seconds_of
        self._languages = languages
        self._steps = steps(languages, passes)
        self._line: deque[_Waiting] = deque()
        self._notices = NoticeLine()
        self._remembered: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._reports: list[Report] = []
        self._notice_reports: list[NoticeReport] = []
        self._speaking: Utterance | NoticeUtterance | None = None
        self._last: Utterance | NoticeUtterance | None = None
        self._repeatable: Call | None = None
        self._said: tuple[Language, ...] = ()
        self._quiet = False
        self._stands_by = False

    def call(self, call: Call, now: float, age_seconds: float = 0.0) -> None:
        """A call was made `age_seconds` before `now`. One that is known already changes nothing."""
        if not self._remember("call", call.call_id):
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
        if self._remember("call", call_id):
            self._report(call_id, LeftOut.OVER)
        if self._repeatable is not None and self._repeatable.call_id == call_id:
            self._repeatable = None
        self._leave_out(LeftOut.OVER, lambda waiting: waiting.call.call_id == call_id)

    def answered_for(self, call_id: str) -> None:
        """It is on record what became of this call, from another board or this very one before a restart: say nothing
        of it any more."""
        self._remember("call", call_id)
        self._line = deque(waiting for waiting in self._line if waiting.call.call_id != call_id)

    def notice(self, notice: Notice, now: float, age_seconds: float = 0.0) -> None:
        """A general announcement was made `age_seconds` before `now`. One that is known already changes nothing."""
        if not self._remember("notice", notice.notice_id):
            return
        if not notice.languages(self._languages):
            self._notice_reports.append(NoticeReport(notice.notice_id, LeftOut.NO_WORDS))
        elif not self._notices.add(notice, now - age_seconds):
            self._notice_reports.append(NoticeReport(notice.notice_id, LeftOut.LINE_FULL))

    def notice_answered_for(self, notice_id: str) -> None:
        """As `answered_for`; a notice that is being said here is said to its end."""
        self._remember("notice", notice_id)
        self._notices.remove(lambda waiting: waiting.notice.notice_id == notice_id and not waiting.said)

    def withdraw(self, notice_id: str) -> None:
        """The notice is not begun any more, nor repeated."""
        if self._remember("notice", notice_id):
            self._notice_reports.append(NoticeReport(notice_id, LeftOut.WITHDRAWN))
        self._leave_out_notices(LeftOut.WITHDRAWN, lambda waiting: waiting.notice.notice_id == notice_id)

    def be_quiet(self, quiet: bool) -> None:
        """Whether these are quiet hours; what is being said is said to its end."""
        self._quiet = quiet

    def stand_by(self, stands_by: bool) -> None:
        """Whether to begin nothing for now; what is being said is said to its end."""
        self._stands_by = stands_by

    def hand_over(self) -> None:
        """Another voice says from now on what waits here, and reports it: forget it, as if nobody had told."""
        for waiting in self._line:
            self._remembered.pop(("call", waiting.call.call_id), None)
        for notice in self._notices.remove(lambda _: True):
            self._remembered.pop(("notice", notice.notice.notice_id), None)
        self._line.clear()
        self._repeatable = None

    def next_utterance(self, now: float) -> Utterance | NoticeUtterance | None:
        """What to say now; None while something is being said or nobody waits. Each one is given back by `ended`."""
        if self._speaking is not None or self._stands_by:
            return None
        self._leave_out(LeftOut.LATE, lambda waiting: now - waiting.called_at > LATE_SECONDS_MAX)
        self._leave_out_notices(LeftOut.LATE, lambda waiting: now - waiting.since > waiting.notice.patience_seconds)
        if self._quiet:
            self._repeatable = None
            self._leave_out(LeftOut.QUIET, lambda _: True)
        chosen = self._notice_next(urgent=True) or self._repetition() or self._first_in_line()
        if chosen is None and not self._quiet:
            chosen = self._notice_next(urgent=False)
        self._speaking = self._last = chosen
        return chosen

    def ended(self, failure: LeftOut | None = None) -> None:
        """The utterance was heard to its end or, because of `failure`, was not."""
        said, self._speaking = self._speaking, None
        if isinstance(said, Utterance):
            self._call_ended(said, failure)
        elif isinstance(said, NoticeUtterance):
            self._notice_ended(said, failure)
        else:
            raise AssertionError("nothing was being said")

    def take_reports(self) -> list[Report]:
        """What became of calls since this was last asked."""
        reports, self._reports = self._reports, []
        return reports

    def take_notice_reports(self) -> list[NoticeReport]:
        """What became of notices since this was last asked."""
        reports, self._notice_reports = self._notice_reports, []
        return reports

    @property
    def line(self) -> list[Call]:
        """Who waits to be spoken, the next one first."""
        return [waiting.call for waiting in self._line]

    @property
    def notices(self) -> list[Notice]:
        """Which notices wait, or are being said."""
        return self._notices.waiting

    def _call_ended(self, said: Utterance, failure: LeftOut | None) -> None:
        self._said = (*self._said, said.language)
        if said.pass_number == 1:
            self._report(said.call.call_id, failure)
        if failure is not None:
            self._repeatable = None

    def _notice_ended(self, said: NoticeUtterance, failure: LeftOut | None) -> None:
        if said.pass_number == 1:
            self._notice_reports.append(NoticeReport(said.notice.notice_id, failure))
        if failure is not None or said.pass_number >= len(said.notice.languages(self._languages)):
            self._notices.remove(lambda waiting: waiting.notice.notice_id == said.notice.notice_id)

    def _notice_next(self, *, urgent: bool) -> NoticeUtterance | None:
        waiting = self._notices.next(urgent=urgent)
        if waiting is None:
            return None
        language = waiting.notice.languages(self._languages)[waiting.said]
        waiting.said += 1
        in_a_row = isinstance(self._last, NoticeUtterance) and self._last.notice == waiting.notice
        return NoticeUtterance(waiting.notice, waiting.said, language, with_chime=not in_a_row)

    def _repetition(self) -> Utterance | None:
        """The next pass of what was just said, unless others have come to wait too long meanwhile."""
        call = self._repeatable
        if call is None:
            return None
        fullness = self._fullness([call, *self.line])
        language = fullness.next_language(self._said)
        if language is None:
            self._repeatable = None
            return None
        in_a_row = isinstance(self._last, Utterance) and self._last.call == call
        return Utterance(call, fullness.form, len(self._said) + 1, language, with_chime=not in_a_row)

    def _first_in_line(self) -> Utterance | None:
        if not self._line:
            return None
        fullness = self._fullness(self.line)
        self._repeatable, self._said = self._line.popleft().call, ()
        with_chime = fullness.chime is Chime.EACH_CALL or self._last is None
        return Utterance(self._repeatable, fullness.form, 1, fullness.languages[0], with_chime)

    def _fullness(self, line: list[Call]) -> Fullness:
        """The fullest step at which the last in line is still heard in time; the tersest when there is none."""
        in_time = (step for step in self._steps if self._wait_of_last(line, step) <= BACKLOG_SECONDS_MAX)
        return next(in_time, self._steps[-1])

    def _wait_of_last(self, line: list[Call], step: Fullness) -> float:
        """Seconds until the last in line is heard if everybody before is said at this step."""
        return sum(
            self._seconds_of(Utterance(call, step.form, number, language, with_chime=number == 1))
            for call in line[:-1]
            for number, language in enumerate(step.languages, start=1)
        )

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

    def _leave_out_notices(self, reason: LeftOut, condition: Callable[[WaitingNotice], bool]) -> None:
        """One of which a pass was begun is reported by how that pass ends."""
        for waiting in self._notices.remove(condition):
            if not waiting.said:
                self._notice_reports.append(NoticeReport(waiting.notice.notice_id, reason))

    def _remember(self, kind: str, one: str) -> bool:
        """True when it was not known before."""
        if (kind, one) in self._remembered:
            return False
        self._remembered[kind, one] = None
        if len(self._remembered) > REMEMBERED_CALLS_MAX:
            self._remembered.popitem(last=False)
        return True

    def _report(self, call_id: str, left_out: LeftOut | None) -> None:
        self._reports.append(Report(call_id, left_out))
