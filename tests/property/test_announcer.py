"""Whatever happens in whatever order: each call gets one report, in order, and nobody is kept waiting for ever."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from display.announcer import BACKLOG_SECONDS_MAX, LINE_CALLS_MAX, Announcer
from display.sentences import Form
from display.utterances import Call, LeftOut, NoticeUtterance, Report, Utterance


def seconds_of(utterance: Utterance) -> float:
    return 6.0 if utterance.form is Form.FULL else 4.0


class Hall(RuleBasedStateMachine):
    """Counters call, recall and serve; the voice speaks; time passes."""

    def __init__(self) -> None:
        super().__init__()
        self.announcer = Announcer(seconds_of)
        self.now = 0.0
        self.attempts: list[int] = []
        self.made: list[Call] = []
        self.reports: list[Report] = []
        self.passes: list[Utterance] = []
        self.speaking: Utterance | None = None

    def collect(self) -> None:
        self.reports.extend(self.announcer.take_reports())

    def make(self, ticket: int) -> None:
        call = Call(f"{ticket}-{self.attempts[ticket]}", str(ticket), f"A{ticket:03}", 1)
        self.made.append(call)
        self.announcer.call(call, self.now)
        self.collect()

    @rule()
    def call_next(self) -> None:
        self.attempts.append(1)
        self.make(len(self.attempts) - 1)

    @precondition(lambda self: self.attempts)
    @rule(data=st.data())
    def recall(self, data: st.DataObject) -> None:
        ticket = data.draw(st.integers(0, len(self.attempts) - 1))
        self.attempts[ticket] += 1
        self.make(ticket)

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def serve(self, data: st.DataObject) -> None:
        self.announcer.over(data.draw(st.sampled_from(self.made)).call_id)
        self.collect()

    @precondition(lambda self: self.made)
    @rule(data=st.data())
    def snapshot_repeats_a_call(self, data: st.DataObject) -> None:
        self.announcer.call(data.draw(st.sampled_from(self.made)), self.now)
        self.collect()

    @rule(seconds=st.floats(0, 90))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @precondition(lambda self: self.speaking is None)
    @rule()
    def begin(self) -> None:
        utterance = self.announcer.next_utterance(self.now)
        assert not isinstance(utterance, NoticeUtterance)
        self.speaking = utterance
        if self.speaking is not None:
            self.passes.append(self.speaking)
        self.collect()

    @precondition(lambda self: self.speaking is not None)
    @rule(failure=st.sampled_from([None, None, None, LeftOut.NO_SOUND]))
    def end(self, failure: LeftOut | None) -> None:
        self.announcer.ended(failure)
        self.speaking = None
        self.collect()

    @invariant()
    def one_report_at_most_for_each_call(self) -> None:
        reported = [report.call_id for report in self.reports]
        assert len(reported) == len(set(reported))

    @invariant()
    def every_call_is_in_line_or_being_said_or_reported(self) -> None:
        open_calls = {call.call_id for call in self.announcer.line}
        if self.speaking is not None and self.speaking.pass_number == 1:
            open_calls.add(self.speaking.call.call_id)
        reported = {report.call_id for report in self.reports}
        assert open_calls.isdisjoint(reported)
        assert open_calls | reported == {call.call_id for call in self.made}

    @invariant()
    def passes_of_a_call_stand_together_and_count_from_one(self) -> None:
        for before, after in zip([None, *self.passes], self.passes, strict=False):
            if after.pass_number > 1:
                assert before is not None
                assert (before.call, before.pass_number) == (after.call, after.pass_number - 1)
        firsts = [utterance.call.call_id for utterance in self.passes if utterance.pass_number == 1]
        assert len(firsts) == len(set(firsts))

    @invariant()
    def the_line_is_bounded(self) -> None:
        assert len(self.announcer.line) <= LINE_CALLS_MAX


TestHall = Hall.TestCase


@given(st.integers(1, 40))
def test_under_overload_the_last_of_a_burst_waits_no_longer_than_terse_calls_need(count: int) -> None:
    announcer = Announcer(seconds_of)
    for number in range(count):
        announcer.call(Call(f"c{number}", f"t{number}", f"A{number:03}", 1), now=0.0)
    waited: dict[str, float] = {}
    now = 0.0
    while (utterance := announcer.next_utterance(now)) is not None:
        assert isinstance(utterance, Utterance)
        waited.setdefault(utterance.call.call_id, now)
        now += seconds_of(utterance)
        announcer.ended()
    spoken = [report.call_id for report in announcer.take_reports() if report.left_out is None]
    terse_seconds = seconds_of(Utterance(Call("", "", "", 1), Form.SHORT, 1))
    assert list(waited) == spoken
    assert max(waited.values()) <= max(BACKLOG_SECONDS_MAX, (count - 1) * terse_seconds + BACKLOG_SECONDS_MAX)
