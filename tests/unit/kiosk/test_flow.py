"""The kiosk's visit, transition by transition, with the clock as an argument."""

from dataclasses import replace

import pytest

from kiosk.flow import closes_in, page, settled, slow, step, warns_in
from kiosk.visit import (
    Answered,
    Ask,
    Blocked,
    Choosing,
    DoneTouched,
    Effect,
    ElsewhereTouched,
    Event,
    FieldTouched,
    HandBack,
    Holding,
    Issuing,
    Kiosk,
    LanguageTouched,
    Pace,
    Paper,
    PaperSettled,
    Print,
    PrintElsewhere,
    Surrounded,
    Ticked,
    TilesTurned,
    Told,
    Touched,
)
from tests.unit.kiosk.makers import issued, refusal

PACE = Pace()
START = 1_000_000
OPEN = Kiosk(blocked=None)
TAP = FieldTouched("HT", accepting=True)


def run(kiosk: Kiosk, *timed: tuple[int, Event]) -> tuple[Kiosk, list[Effect]]:
    """Play events at START + the given milliseconds."""
    effects: list[Effect] = []
    for after, event in timed:
        kiosk, more = step(kiosk, event, START + after, PACE)
        effects += more
    return kiosk, effects


def holding(paper: Paper = "printing") -> Kiosk:
    kiosk, _ = run(OPEN, (0, TAP), (50, Answered(1, issued())))
    if paper != "printing":
        kiosk, _ = run(kiosk, (1000, PaperSettled("20261124-A007", paper)))
    return kiosk


def test_touch_to_printed_number() -> None:
    kiosk, effects = run(OPEN, (0, TAP), (50, Answered(1, issued())), (900, PaperSettled("20261124-A007", "printed")))
    assert effects == [Ask(1, "HT"), Print(issued(), "vi")]
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "printed"
    assert page(kiosk, START + 900, PACE) == "ticket"


def test_double_tap_asks_once() -> None:
    kiosk, effects = run(OPEN, (0, TAP), (5, TAP), (180, FieldTouched("DD", accepting=True)))
    assert effects == [Ask(1, "HT")]
    assert kiosk.stage == Issuing(1, "HT")


def test_second_tap_after_a_quick_answer_does_not_close_the_number() -> None:
    kiosk, _ = run(OPEN, (0, TAP), (20, Answered(1, issued())), (200, DoneTouched()))
    assert isinstance(kiosk.stage, Holding)


def test_second_tap_on_done_does_not_take_another_number() -> None:
    kiosk, effects = run(holding("printed"), (2000, DoneTouched()), (2150, TAP))
    assert kiosk.stage == Choosing()
    assert effects == []
    assert not settled(kiosk, START + 2150, PACE)
    assert settled(kiosk, START + 2400, PACE)


def test_quick_answer_never_shows_the_page_in_between() -> None:
    kiosk, _ = run(OPEN, (0, TAP))
    assert page(kiosk, START + 299, PACE) == "home"
    assert page(kiosk, START + 300, PACE) == "issuing"


def test_link_lost_while_asking_goes_on_asking() -> None:
    kiosk, effects = run(OPEN, (0, TAP), (10, Surrounded("no_server")))
    assert kiosk.stage == Issuing(1, "HT")
    assert page(kiosk, START + 20, PACE) == "issuing"
    kiosk, more = run(kiosk, (60_000, Answered(1, issued())))
    assert isinstance(kiosk.stage, Holding)
    assert [*effects, *more] == [Ask(1, "HT"), Print(issued(), "vi")]


@pytest.mark.parametrize("blocked", ["searching", "no_server", "not_set_up", "closed", "closing", "no_printer"])
def test_blocked_hall_asks_nothing_and_says_why(blocked: Blocked) -> None:
    kiosk, effects = run(OPEN, (0, Surrounded(blocked)), (10, TAP))
    assert effects == []
    assert page(kiosk, START + 10, PACE) == "fault"


def test_stopped_field_is_explained_not_asked() -> None:
    kiosk, effects = run(OPEN, (0, FieldTouched("BH", accepting=False)))
    assert kiosk.stage == Told("stopped", "BH")
    assert effects == []


@pytest.mark.parametrize("unreached", [False, True])
def test_no_number_is_told_with_the_reason(unreached: bool) -> None:
    kiosk, _ = run(OPEN, (0, TAP), (50, Answered(1, refusal(), unreached)))
    assert kiosk.stage == Told("unreached" if unreached else "refused", "HT", refusal())
    kiosk, _ = run(kiosk, (1000, DoneTouched()))
    assert kiosk.stage == Choosing()


def test_waiting_can_be_given_up_only_when_slow() -> None:
    kiosk, _ = run(OPEN, (0, TAP), (7_999, DoneTouched()))
    assert kiosk.stage == Issuing(1, "HT")
    assert not slow(kiosk, START + 7_999, PACE)
    assert slow(kiosk, START + 8_000, PACE)
    kiosk, _ = run(kiosk, (8_000, DoneTouched()))
    assert kiosk.stage == Choosing()
    assert kiosk.given_up == (1,)


def test_number_that_came_too_late_is_handed_back_once() -> None:
    kiosk, _ = run(OPEN, (0, TAP), (8_000, DoneTouched()), (9_000, TAP))
    kiosk, effects = run(kiosk, (9_500, Answered(1, issued("A007"))), (9_600, Answered(1, issued("A007"))))
    assert effects == [HandBack("20261124-A007")]
    assert kiosk.stage == Issuing(2, "HT")
    kiosk, effects = run(kiosk, (9_700, Answered(2, issued("A008"))))
    assert effects == [Print(issued("A008"), "vi")]


def test_given_up_question_that_was_refused_needs_nothing() -> None:
    kiosk, effects = run(OPEN, (0, TAP), (8_000, DoneTouched()), (9_500, Answered(1, refusal())))
    assert effects == [Ask(1, "HT")]
    assert kiosk.given_up == ()


def test_question_without_any_answer_ends_by_itself() -> None:
    kiosk, _ = run(OPEN, (0, TAP), (120_000, Ticked()))
    assert kiosk.stage == Told("unreached", "HT")
    _, effects = run(kiosk, (120_500, Answered(1, issued())))
    assert effects == [HandBack("20261124-A007")]


def test_repeated_answer_of_a_shown_number_changes_nothing() -> None:
    kiosk = holding("printed")
    assert run(kiosk, (2_000, Answered(1, issued()))) == (kiosk, [])


def test_paper_of_somebody_else_changes_nothing() -> None:
    kiosk = holding()
    assert run(kiosk, (2_000, PaperSettled("20261124-B001", "failed", "no_paper"))) == (kiosk, [])
    assert run(OPEN, (2_000, PaperSettled("20261124-B001", "printed"))) == (OPEN, [])


def test_silent_printer_is_not_believed() -> None:
    kiosk, _ = run(holding(), (30_049, Ticked()))
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "printing"
    kiosk, _ = run(kiosk, (30_050, Ticked()))
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "unconfirmed"
    kiosk, _ = run(kiosk, (31_000, PaperSettled("20261124-A007", "printed")))
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "printed"


@pytest.mark.parametrize(
    ("paper", "lasts"), [("printed", 15_000), ("held", 60_000), ("failed", 60_000), ("unconfirmed", 60_000)]
)
def test_number_closes_itself_after_the_paper_is_settled(paper: Paper, lasts: int) -> None:
    kiosk = holding(paper)
    assert closes_in(kiosk, START + 1_000, PACE) == lasts
    assert warns_in(kiosk, START + 1_000 + lasts - 1, PACE) is None
    still, _ = run(kiosk, (1_000 + lasts - 1, Ticked()))
    assert still == kiosk
    gone, _ = run(kiosk, (1_000 + lasts, Ticked()))
    assert gone.stage == Choosing()


def test_number_stays_while_it_prints_and_a_touch_keeps_it_longer() -> None:
    assert closes_in(holding(), START + 10_000, PACE) is None
    touched, _ = run(holding("printed"), (10_000, Touched()))
    assert closes_in(touched, START + 10_000, PACE) == PACE.ticket_ms


def test_kiosk_without_printer_shows_the_number_for_a_photo() -> None:
    kiosk, effects = run(replace(OPEN, printer=False), (0, TAP), (50, Answered(1, issued())))
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "none"
    assert effects == [Ask(1, "HT"), Print(issued(), "vi")]
    assert closes_in(kiosk, START + 50, PACE) == PACE.note_ms


def test_ticket_is_printed_in_the_readers_language() -> None:
    _, effects = run(OPEN, (0, LanguageTouched()), (10, TAP), (60, Answered(1, issued())))
    assert effects[-1] == Print(issued(), "en")


def test_language_goes_back_when_the_visit_ends() -> None:
    kiosk, _ = run(OPEN, (0, LanguageTouched()), (10, TAP), (60, Answered(1, issued())), (1_000, DoneTouched()))
    assert kiosk.language == "vi"


@pytest.mark.parametrize("event", [LanguageTouched(), TilesTurned(1), FieldTouched("BH", accepting=False)])
def test_left_alone_it_warns_and_then_clears_everything(event: Event) -> None:
    kiosk, _ = run(OPEN, (0, event))
    assert warns_in(kiosk, START + 29_999, PACE) is None
    assert warns_in(kiosk, START + 30_000, PACE) == 10_000
    assert warns_in(kiosk, START + 39_500, PACE) == 500
    stays, _ = run(kiosk, (35_000, Touched()))
    assert warns_in(stays, START + 35_000, PACE) is None
    gone, _ = run(kiosk, (40_000, Ticked()))
    assert (gone.stage, gone.language, gone.tile_page) == (Choosing(), "vi", 0)


def test_clean_home_never_warns() -> None:
    assert closes_in(OPEN, START + 10_000_000, PACE) is None


@pytest.mark.parametrize("paper", ["held", "failed", "unconfirmed"])
def test_paper_that_does_not_come_here_may_come_elsewhere(paper: Paper) -> None:
    touch = ElsewhereTouched("kiosk-2", "Máy số 2")
    kiosk, effects = run(holding(paper), (2_000, touch), (2_010, touch))
    assert effects == [PrintElsewhere("20261124-A007", "kiosk-2", "Máy số 2")], "two taps are one"
    assert isinstance(kiosk.stage, Holding)
    assert (kiosk.stage.paper, kiosk.stage.reason) == ("moving", "Máy số 2")
    kiosk, _ = run(kiosk, (3_000, PaperSettled("20261124-A007", "elsewhere", "Máy số 2")))
    kiosk, _ = run(kiosk, (4_000, PaperSettled("20261124-A007", "failed", "no_paper")))
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "elsewhere", "that it did not come out here is no news"
    kiosk, _ = run(kiosk, (5_000, PaperSettled("20261124-A007", "printed")))
    assert isinstance(kiosk.stage, Holding)
    assert kiosk.stage.paper == "printed"


@pytest.mark.parametrize("paper", ["printing", "printed", "not_cut"])
def test_paper_that_is_here_goes_nowhere_else(paper: Paper) -> None:
    assert run(holding(paper), (2_000, ElsewhereTouched("kiosk-2", "Máy số 2")))[1] == []
