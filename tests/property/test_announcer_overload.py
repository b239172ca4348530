"""Forty counters call within ten seconds, people come, are missed and are called again: the voice keeps her head.

The sentences, their foreseen lengths and the announcer are the hall's own; only the clock is ours.
"""

import random
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from display.announcer import LATE_SECONDS_MAX, Announcer
from display.reading import Language
from display.utterances import Call, LeftOut, NoticeUtterance, Report, Utterance

COUNTERS = 40
BURST_SECONDS = 10.0
RATE = 140
SECONDS_PER_SYLLABLE = 42.0 / RATE
CHIME_SECONDS = 2.0
PAUSE_SECONDS = 0.6
LANGUAGES = {"vi": (Language.VIETNAMESE,), "vi, en": (Language.VIETNAMESE, Language.ENGLISH)}


def seconds_of(utterance: Utterance) -> float:
    syllables = 14 if utterance.form.value == "full" else 8
    return syllables * SECONDS_PER_SYLLABLE + PAUSE_SECONDS + (CHIME_SECONDS if utterance.with_chime else 0.0)


@dataclass
class Spoken:
    """One utterance as it was heard."""

    utterance: Utterance
    begin: float
    end: float


@dataclass
class Day:
    """A burst of events in a hall, run through the announcer."""

    languages: tuple[Language, ...]
    events: list[tuple[float, str, Call]]
    made: dict[str, float] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    def run(self) -> "Day":
        announcer = Announcer(seconds_of, languages=self.languages)
        events = sorted(self.events, key=lambda event: event[0])
        now = 0.0
        while True:
            while events and events[0][0] <= now:
                self._happen(announcer, *events.pop(0))
            utterance = announcer.next_utterance(now)
            self.reports += announcer.take_reports()
            if utterance is None:
                if not events:
                    return self
                now = events[0][0]
                continue
            assert not isinstance(utterance, NoticeUtterance)
            begin, now = now, now + seconds_of(utterance)
            while events and events[0][0] <= now:
                self._happen(announcer, *events.pop(0))
            announcer.ended()
            self.spoken.append(Spoken(utterance, begin, now))

    def _happen(self, announcer: Announcer, at: float, what: str, call: Call) -> None:
        if what == "over":
            announcer.over(call.call_id)
        else:
            self.made.setdefault(call.call_id, at)
            announcer.call(call, at)


def burst(seed: int, languages: str) -> Day:
    """Forty calls in ten seconds; some people come soon, some are called again, some frames come twice."""
    chance = random.Random(seed)
    events: list[tuple[float, str, Call]] = []
    for counter in range(1, COUNTERS + 1):
        at = chance.uniform(0, BURST_SECONDS)
        ticket = f"A{counter:03}"
        call = Call(f"{ticket}-1", ticket, ticket, counter)
        events.append((at, "call", call))
        fate = chance.random()
        if fate < 0.15:
            events.append((at + chance.uniform(1, 60), "over", call))
        elif fate < 0.3:
            again = Call(f"{ticket}-2", ticket, ticket, counter)
            later = at + chance.uniform(5, 90)
            events += [(later, "call", again), (later + 0.001, "over", call)]
        elif fate < 0.5:
            events.append((at + chance.uniform(0, 100), "call", call))
    return Day(LANGUAGES[languages], events).run()


@given(st.integers(0, 2**32), st.sampled_from(sorted(LANGUAGES)))
@settings(max_examples=60, deadline=None)
def test_overload_stays_orderly(seed: int, languages: str) -> None:
    day = burst(seed, languages)
    assert all(before.end <= after.begin for before, after in zip(day.spoken, day.spoken[1:], strict=False))
    passes = [(one.utterance.call.call_id, one.utterance.pass_number) for one in day.spoken]
    assert len(passes) == len(set(passes)), "nothing is spoken twice by accident"
    for one in day.spoken:
        if one.utterance.pass_number == 1:
            assert one.begin - day.made[one.utterance.call.call_id] <= LATE_SECONDS_MAX
    reported = [report.call_id for report in day.reports]
    assert sorted(reported) == sorted(day.made), "each call has one report"


@given(st.integers(0, 2**32), st.sampled_from(sorted(LANGUAGES)))
@settings(max_examples=30, deadline=None)
def test_what_is_spoken_first_was_called_first(seed: int, languages: str) -> None:
    """But for a recall, which takes over the place of the call before it."""
    day = burst(seed, languages)
    first_made: dict[str, float] = {}
    for call_id, at in day.made.items():
        ticket = call_id.rpartition("-")[0]
        first_made[ticket] = min(at, first_made.get(ticket, at))
    firsts = [one.utterance.call for one in day.spoken if one.utterance.pass_number == 1]
    order = [first_made[call.ticket_id] for call in firsts if call.call_id.endswith("-1")]
    assert order == sorted(order)


@given(st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_nearly_everybody_is_heard_even_then(seed: int) -> None:
    day = burst(seed, "vi")
    late = [report for report in day.reports if report.left_out is LeftOut.LATE]
    assert len(late) <= COUNTERS // 8
    assert {report.left_out for report in day.reports} <= {None, LeftOut.LATE, LeftOut.OVER, LeftOut.RECALLED}
