"""A card becomes a mark, and nothing of the card stays anywhere. All people here are invented."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

import pytest

from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, PersonKeyRow
from kiosk import flow
from kiosk.identity import IdentityReader, mark_of
from kiosk.visit import (
    Ask,
    Choosing,
    CodeShown,
    DoneTouched,
    Effect,
    Event,
    FieldTouched,
    Identifying,
    Interrupted,
    Issuing,
    Kiosk,
    Pace,
    PriorityClaim,
)
from tests.unit.kiosk.makers import hall_row

NUMBER = "099199001234"
CARD = f"{NUMBER}|012345678|Nguyễn Thị Thử Nghiệm|02011999|Nữ|Số 1 đường Ví Dụ, phường Mẫu|15082021"
SECRET = "0f" * 32
MARK = hmac.new(bytes.fromhex(SECRET), NUMBER.encode(), hashlib.sha256).hexdigest()[:32]
PACE = Pace()


class _FakeLink:
    def __init__(self, *rows: AnyRow) -> None:
        self.mirror = Mirror()
        self.mirror.rows.update({row.key: row for row in rows})


@dataclass
class _FakeAttendant:
    link: _FakeLink
    kiosk: Kiosk
    played: list[Event] = field(default_factory=list)

    def play(self, event: Event) -> None:
        self.played.append(event)


def reader_at(stage: Identifying | Choosing, *rows: AnyRow) -> tuple[IdentityReader, _FakeAttendant]:
    attendant = _FakeAttendant(_FakeLink(hall_row(), *rows), Kiosk(stage=stage))
    return IdentityReader(attendant), attendant


def test_the_mark_is_the_keyed_hash_that_the_protocol_tells() -> None:
    assert mark_of(NUMBER, SECRET) == MARK
    assert mark_of(NUMBER, "0e" * 32) != MARK


def test_a_card_is_played_as_its_mark_alone() -> None:
    reader, attendant = reader_at(Identifying("HT"), PersonKeyRow(SECRET))
    reader.heard.emit(CARD)
    assert attendant.played == [CodeShown(MARK)]
    for word in ("099199", "012345", "Nguyễn", "Ví Dụ"):
        assert word not in repr(attendant.played) + repr(vars(reader))


def test_another_code_is_no_card() -> None:
    reader, attendant = reader_at(Identifying("HT"), PersonKeyRow(SECRET))
    reader.heard.emit("https://example.vn/|x|")
    assert attendant.played == [CodeShown(None)]


@pytest.mark.parametrize(
    ("stage", "rows"), [(Choosing(), (PersonKeyRow(SECRET),)), (Identifying("HT"), ())], ids=["not asked", "no key"]
)
def test_nobody_asked_or_nothing_to_hash_with(stage: Identifying | Choosing, rows: tuple[AnyRow, ...]) -> None:
    reader, attendant = reader_at(stage, *rows)
    reader.heard.emit(CARD)
    assert attendant.played == []


def test_ready_is_a_scanner_and_a_key() -> None:
    reader, attendant = reader_at(Choosing(), PersonKeyRow(SECRET))
    was = [reader.ready]
    reader.present.emit(True)
    was.append(reader.ready)
    attendant.link.mirror.rows.clear()
    assert [*was, reader.ready] == [False, True, False]


def after(*events: Event, kiosk: Kiosk | None = None) -> tuple[Kiosk, tuple[Effect, ...]]:
    """The kiosk after these, each a settled page later, and what followed from the last."""
    kiosk = kiosk or Kiosk(blocked=None)
    effects: tuple[Effect, ...] = ()
    now = max(1_000, kiosk.since)
    for event in events:
        now += PACE.settle_ms
        kiosk, effects = flow.step(kiosk, event, now, PACE)
    return kiosk, effects


def test_a_field_that_asks_is_issued_once_a_card_was_shown() -> None:
    claimed = Kiosk(blocked=None, claim=PriorityClaim("elderly"))
    kiosk, effects = after(FieldTouched("HT", accepting=True, asks=True), kiosk=claimed)
    assert (kiosk.stage, effects) == (Identifying("HT"), ())
    assert flow.page(kiosk, 5_000, PACE) == "identity"
    kiosk, effects = after(FieldTouched("HT", accepting=True, asks=True), CodeShown(MARK), kiosk=claimed)
    assert kiosk.stage == Issuing(1, "HT")
    assert effects == (Ask(1, "HT", PriorityClaim("elderly"), MARK),)


def test_what_was_no_card_is_said_and_a_card_may_follow() -> None:
    kiosk, effects = after(FieldTouched("HT", accepting=True, asks=True), CodeShown(None))
    assert (kiosk.stage, effects) == (Identifying("HT", unread=True), ())
    kiosk, _ = after(CodeShown(MARK), kiosk=kiosk)
    assert kiosk.stage == Issuing(1, "HT")


def test_who_would_rather_not_goes_back() -> None:
    kiosk, effects = after(FieldTouched("HT", accepting=True, asks=True), DoneTouched())
    assert (kiosk.stage, effects) == (Choosing(), ())


def test_left_alone_the_page_clears_itself() -> None:
    kiosk, _ = after(FieldTouched("HT", accepting=True, asks=True))
    assert flow.closes_in(kiosk, kiosk.since, PACE) == PACE.idle_ms + PACE.countdown_ms


def test_a_card_with_nobody_asking_does_nothing() -> None:
    kiosk, effects = after(CodeShown(MARK))
    assert (kiosk.stage, effects) == (Choosing(), ())


def test_after_a_power_cut_the_same_person_is_asked_for() -> None:
    kiosk, effects = after(Interrupted("HT", None, "vi", fresh=True, person=MARK))
    assert effects == (Ask(1, "HT", None, MARK),)
    assert kiosk.stage == Issuing(1, "HT")
