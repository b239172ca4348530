"""Priority and appointment at the kiosk: chosen once, kept with the number, gone with the person."""

from hall_link.rows import PriorityRow, Words
from kiosk.claims import on_paper, slot_text, slots
from kiosk.flow import closes_in, page, step
from kiosk.ticket import content
from kiosk.visit import (
    Answered,
    AppointmentClaim,
    Ask,
    Choosing,
    Claiming,
    ClaimMade,
    ClaimTouched,
    DoneTouched,
    Event,
    FieldTouched,
    Issued,
    Kiosk,
    Language,
    LanguageTouched,
    Pace,
    PriorityClaim,
    Surrounded,
    Ticked,
)
from tests.unit.kiosk.makers import EIGHT_FORTY_TWO, claiming, field_row, hall_row, issued

PACE = Pace()
ELDERLY = PriorityRow("elderly", Words("Người từ 75 tuổi", "Aged 75 and over"), 30, "Luật Người cao tuổi")
NOW = 1_000_000


def after(*events: Event, kiosk: Kiosk | None = None) -> Kiosk:
    """The kiosk after these, each a settled page later."""
    kiosk = kiosk or Kiosk(blocked=None)
    now = max(NOW, kiosk.since)
    for event in events:
        now += PACE.settle_ms
        kiosk, _ = step(kiosk, event, now, PACE)
    return kiosk


def claimed(kiosk: Kiosk) -> Kiosk:
    return after(ClaimTouched("priority"), ClaimMade(PriorityClaim("elderly")), kiosk=kiosk)


def test_a_class_is_chosen_then_the_field_and_the_question_carries_both() -> None:
    kiosk = after(ClaimTouched("priority"))
    assert (kiosk.stage, page(kiosk, NOW, PACE)) == (Claiming("priority"), "priority")
    kiosk = after(ClaimMade(PriorityClaim("elderly")), kiosk=kiosk)
    assert (kiosk.stage, kiosk.claim) == (Choosing(), PriorityClaim("elderly"))
    _, effects = step(kiosk, FieldTouched("HT", accepting=True), kiosk.since + PACE.settle_ms, PACE)
    assert effects == (Ask(1, "HT", PriorityClaim("elderly")),)


def test_going_back_keeps_what_was_chosen_before_and_a_second_choice_takes_its_place() -> None:
    kiosk = after(ClaimTouched("appointment"), DoneTouched(), kiosk=claimed(Kiosk(blocked=None)))
    assert (kiosk.stage, kiosk.claim) == (Choosing(), PriorityClaim("elderly"))
    kiosk = after(ClaimTouched("appointment"), ClaimMade(AppointmentClaim(5)), kiosk=kiosk)
    assert kiosk.claim == AppointmentClaim(5)
    assert after(ClaimMade(None), kiosk=kiosk).claim is None


def test_the_claim_stays_through_the_number_and_goes_with_the_person() -> None:
    kiosk = after(FieldTouched("HT", accepting=True), kiosk=claimed(Kiosk(blocked=None)))
    kiosk = after(Answered(1, issued()), LanguageTouched(), kiosk=kiosk)
    assert kiosk.claim == PriorityClaim("elderly")
    assert after(DoneTouched(), kiosk=kiosk).claim is None


def test_a_claim_left_behind_is_cleared_with_the_idle_page() -> None:
    kiosk = claimed(Kiosk(blocked=None))
    left = closes_in(kiosk, kiosk.since, PACE)
    assert left == PACE.idle_ms + PACE.countdown_ms
    kiosk, _ = step(kiosk, Ticked(), kiosk.since + left, PACE)
    assert (kiosk.stage, kiosk.claim) == (Choosing(), None)
    assert closes_in(kiosk, kiosk.since, PACE) is None


def test_nothing_is_claimed_while_nothing_can_be_given() -> None:
    assert after(ClaimTouched("priority"), kiosk=Kiosk(blocked="on_break")).stage == Choosing()
    kiosk = after(ClaimTouched("priority"), Surrounded("no_server"))
    assert page(kiosk, NOW, PACE) == "fault"
    assert after(ClaimMade(PriorityClaim("elderly")), kiosk=kiosk).claim is None


def facts(one: Issued, language: Language = "vi") -> dict[str, str]:
    """The facts of its paper."""
    words = content(one, hall_row(), field_row(), None, language)
    return dict(on_paper(words, one.result.ticket, hall_row(), ELDERLY, language).facts)


def test_the_paper_names_the_class_or_the_appointment() -> None:
    elderly = claiming(issued(), priority_class="elderly", place_reason="priority")
    assert facts(elderly)["Ưu tiên"] == "Người từ 75 tuổi"
    assert facts(elderly, "en")["Priority"] == "Aged 75 and over"
    in_time = claiming(issued(), appointment_at=EIGHT_FORTY_TWO, place_reason="appointment")
    assert facts(in_time)["Giờ hẹn"] == "08:42"
    late = claiming(issued(), appointment_at=EIGHT_FORTY_TWO, place_reason="arrival")
    assert facts(late)["Giờ hẹn"] == "08:42 (ngoài giờ hẹn, xếp theo giờ lấy số)"
    assert {"Ưu tiên", "Giờ hẹn"}.isdisjoint(facts(issued()))


def test_appointments_are_offered_by_quarters_of_an_hour_around_the_time() -> None:
    offered = [slot_text(slot, hall_row()) for slot in slots(EIGHT_FORTY_TWO)]
    assert (offered[0], offered[3], offered[-1], len(offered)) == ("07:45", "08:30", "10:30", 12)
