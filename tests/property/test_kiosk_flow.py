"""The kiosk under random histories: touches, answers, faults and time in any order.

What must hold: one question a touch and never two at once; every number that the server issued is shown or handed back,
exactly once; left alone the kiosk always finds its way home, clean, within a bounded time.
"""

from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.flow import closes_in, page, step, warns_in
from kiosk.visit import (
    GIVEN_UP_MAX,
    Answered,
    AppointmentClaim,
    Ask,
    Choosing,
    ClaimMade,
    ClaimTouched,
    CodeShown,
    DoneTouched,
    ElsewhereTouched,
    Event,
    FieldTouched,
    HandBack,
    Holding,
    Interrupted,
    Issuing,
    Kiosk,
    LanguageTouched,
    Pace,
    Page,
    PaperSettled,
    Print,
    PrintElsewhere,
    PriorityClaim,
    Surrounded,
    Ticked,
    TilesTurned,
    Told,
    Touched,
)
from tests.unit.kiosk.makers import issued, refusal

PACE = Pace()
LONGEST_MS = PACE.answer_ms + PACE.print_ms + PACE.note_ms + PACE.idle_ms + PACE.countdown_ms
TICK_MS = 1_000
BLOCKED = st.sampled_from(
    [None, None, "searching", "no_server", "not_set_up", "closed", "on_break", "closing", "no_printer"]
)


class KioskHistories(RuleBasedStateMachine):
    """The kiosk, and what a server and a printer owe it."""

    def __init__(self) -> None:
        super().__init__()
        self.kiosk = Kiosk(blocked=None)
        self.now = 1_000_000
        self.open_asks: list[int] = []
        self.asked: list[int] = []
        self.numbers: list[str] = []
        self.shown: list[str] = []
        self.handed_back: list[str] = []

    def play(self, event: Event) -> None:
        before = self.kiosk.stage
        self.kiosk, effects = step(self.kiosk, event, self.now, PACE)
        assert len(effects) <= 1
        for effect in effects:
            match effect:
                case Ask(ask, claim=claim):
                    if not isinstance(event, Interrupted):
                        assert claim == self.kiosk.claim
                        assert not isinstance(before, Issuing)
                    self.asked.append(ask)
                    self.open_asks.append(ask)
                case Print(answer):
                    self.shown.append(answer.result.ticket.ticket_id)
                    assert isinstance(self.kiosk.stage, Holding)
                    assert self.kiosk.stage.issued == answer
                case PrintElsewhere(ticket_id):
                    assert ticket_id in self.shown, "only a number that is on the screen"
                case HandBack(ticket_id):
                    self.handed_back.append(ticket_id)

    @rule(milliseconds=st.sampled_from([0, 1, 60, 300, 400, 1_000, 8_000, 15_000, 30_000, 40_000]))
    def time_passes(self, milliseconds: int) -> None:
        self.now += milliseconds
        self.play(Ticked())

    @rule(
        touch=st.one_of(
            st.builds(FieldTouched, st.sampled_from(["HT", "DD"]), st.sampled_from([True, True, False]), st.booleans()),
            st.sampled_from([CodeShown("a" * 32), CodeShown(None)]),
            st.sampled_from([Touched(), DoneTouched(), LanguageTouched(), TilesTurned(1)]),
            st.just(ElsewhereTouched("kiosk-2", "Máy số 2")),
            st.sampled_from([ClaimTouched("priority"), ClaimTouched("appointment"), ClaimMade(None)]),
            st.sampled_from([ClaimMade(PriorityClaim("elderly")), ClaimMade(AppointmentClaim(1))]),
        ),
        taps=st.integers(1, 3),
    )
    def finger_touches(self, touch: Event, taps: int) -> None:
        asked = len(self.asked)
        for _ in range(taps):
            self.play(touch)
            self.now += 40
        assert len(self.asked) <= asked + 1

    @precondition(lambda self: len(self.kiosk.given_up) < GIVEN_UP_MAX - 1)
    @rule(claim=st.sampled_from([None, PriorityClaim("elderly")]), fresh=st.booleans())
    def program_comes_back(self, claim: PriorityClaim | None, fresh: bool) -> None:
        self.play(Interrupted("HT", claim, "en", fresh))

    @rule(blocked=BLOCKED)
    def surroundings_change(self, blocked: None) -> None:
        self.play(Surrounded(blocked))

    @precondition(lambda self: self.open_asks)
    @rule(which=st.integers(0, 10), ending=st.sampled_from(["issued", "issued", "refused", "unreached"]))
    def server_answers(self, which: int, ending: str) -> None:
        ask = self.open_asks.pop(which % len(self.open_asks))
        if ending == "issued":
            number = f"A{len(self.numbers) + 1:03}"
            self.numbers.append(f"20261124-{number}")
            self.play(Answered(ask, issued(number)))
        else:
            self.play(Answered(ask, refusal(), unreached=ending == "unreached"))

    @rule(
        which=st.integers(0, 5),
        paper=st.sampled_from(["printed", "held", "not_cut", "failed", "unconfirmed", "elsewhere"]),
    )
    def printer_reports(self, which: int, paper: str) -> None:
        if self.numbers:
            self.play(PaperSettled(self.numbers[-1 - which % len(self.numbers)], paper))  # type: ignore[arg-type]

    @invariant()
    def every_number_is_shown_or_handed_back_once(self) -> None:
        assert sorted([*self.shown, *self.handed_back]) == sorted(self.numbers)

    @invariant()
    def at_most_one_question_is_waited_for(self) -> None:
        waited = {self.kiosk.stage.ask} if isinstance(self.kiosk.stage, Issuing) else set()
        assert len(self.asked) == len(set(self.asked))
        assert set(self.open_asks) == waited | set(self.kiosk.given_up)
        assert len(self.kiosk.given_up) <= GIVEN_UP_MAX

    @invariant()
    def every_state_has_a_page_and_an_exit(self) -> None:
        kiosk, now = self.kiosk, self.now
        assert page(kiosk, now, PACE) in get_args(Page)
        if isinstance(kiosk.stage, Told | Holding):
            left, _ = step(kiosk, DoneTouched(), now + PACE.settle_ms, PACE)
            assert left.stage == Choosing()
        while now <= self.now + LONGEST_MS:
            now += TICK_MS
            kiosk, effects = step(kiosk, Ticked(), now, PACE)
            assert effects == ()
            warning = warns_in(kiosk, now, PACE)
            assert warning is None or warning <= PACE.countdown_ms
        assert kiosk.stage == Choosing()
        assert (kiosk.language, kiosk.tile_page, kiosk.claim) == ("vi", 0, None)
        assert closes_in(kiosk, now, PACE) is None


TestKioskHistories = KioskHistories.TestCase
TestKioskHistories.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
