"""Every transition of a feed that goes well or has a gap, without a socket and without a clock."""

import pytest

from hall_link import problems
from hall_link.effects import Changed, CloseSocket, LiveChanged, OpenSocket
from hall_link.feed import Beat, CounterView, Hello, Resume, Snapshot, Updates
from hall_link.session import Phase
from tests.unit.hall_link.driven import SERVER, Driven
from tests.unit.hall_link.makers import counter, hall, ticket


def test_it_asks_for_a_socket_says_hello_and_is_live_with_the_snapshot() -> None:
    driven = Driven(CounterView(3))
    driven.start()
    assert driven.effects == [OpenSocket(1, SERVER)]
    driven.open()
    assert driven.hello() == Hello(CounterView(3))
    assert not driven.is_live()
    driven.hear(Snapshot(5, "m5", 1_000_000, [hall(), counter(3)]))
    assert driven.effects == [Changed(("hall/hall", "counter/3")), LiveChanged(True)]
    assert driven.is_live()
    assert driven.session.problem is None
    assert driven.session.mirror.seq == 5


def test_without_a_server_it_waits_for_one_to_be_found_without_a_deadline() -> None:
    driven = Driven()
    driven.start()
    seeking = Driven()
    seeking.effects = seeking.session.connect(seeking.now)
    assert seeking.effects == []
    assert seeking.session.phase is Phase.SEEKING
    assert seeking.session.problem == problems.NO_SERVER
    assert seeking.session.deadline() is None
    seeking.find(SERVER)
    assert seeking.effects == [OpenSocket(1, SERVER)]


def test_wanting_the_feed_twice_opens_one_socket() -> None:
    driven = Driven()
    driven.start()
    assert driven.session.connect(driven.now) == []


def test_updates_that_follow_are_applied_and_name_their_keys() -> None:
    driven = Driven()
    driven.go_live(hall(), counter(1), ticket(1))
    driven.update(5, 6, counter(1, ticket_id="t"), gone=("ticket/20261124-A001", "ticket/unknown"))
    assert driven.changed == [("counter/1", "ticket/20261124-A001")]
    assert driven.session.mirror.get("counter/1") == counter(1, ticket_id="t")
    assert driven.session.mirror.get("ticket/20261124-A001") is None
    assert driven.session.mirror.resume == Resume(6, "m6")


def test_rows_that_change_by_the_clock_alone_come_at_the_same_number() -> None:
    driven = Driven()
    driven.go_live(hall(), counter(1))
    driven.update(5, 5, counter(1, ticket_id="t"))
    assert driven.changed == [("counter/1",)]


def test_older_updates_are_ignored() -> None:
    driven = Driven()
    driven.go_live(hall())
    driven.update(5, 6, counter(1))
    driven.update(5, 6, counter(1, ticket_id="old"))
    assert driven.effects == []
    assert driven.session.mirror.get("counter/1") == counter(1)


@pytest.mark.parametrize("frame", [Updates(7, 8, "m8", 0, []), Updates(4, 8, "m8", 0, []), Beat(6, 0), Beat(4, 0)])
def test_a_gap_makes_the_rows_stale_and_is_answered_by_a_resume(frame: Updates | Beat) -> None:
    driven = Driven()
    driven.go_live(hall())
    driven.hear(frame)
    assert driven.effects == [CloseSocket(1), LiveChanged(False)]
    assert driven.session.problem == problems.GAP
    driven.pass_time(1)
    assert driven.effects == [OpenSocket(2, SERVER)]
    driven.open()
    assert driven.hello().resume == Resume(5, "m5")
    driven.update(5, 8, counter(1))
    assert driven.effects == [Changed(("counter/1",)), LiveChanged(True)]


def test_a_second_gap_in_a_row_is_answered_by_asking_for_everything() -> None:
    driven = Driven()
    driven.go_live(hall())
    driven.beat(9)
    driven.pass_time(1)
    driven.open()
    assert driven.hello().resume is not None
    driven.update(5, 5)
    assert driven.is_live()
    driven.beat(9)
    driven.pass_time(1)
    driven.open()
    assert driven.hello().resume is None
    driven.hear(Snapshot(9, "m9", 0, [hall(), counter(2)]))
    driven.beat(9)
    driven.lose()
    driven.pass_time(1)
    driven.open()
    assert driven.hello().resume == Resume(9, "m9")


def test_an_answer_to_the_resume_that_does_not_fit_is_a_gap() -> None:
    driven = Driven()
    driven.go_live(hall())
    driven.lose()
    driven.pass_time(1)
    driven.open()
    driven.update(3, 8)
    assert not driven.is_live()
    driven.pass_time(1)
    driven.open()
    assert driven.hello().resume is None


def test_updates_where_everything_was_asked_for_are_no_answer() -> None:
    driven = Driven()
    driven.start()
    driven.open()
    driven.update(0, 3, counter(1))
    assert driven.effects == [CloseSocket(1)]
    assert driven.session.mirror.rows == {}


def test_an_empty_resume_makes_the_same_rows_live_again() -> None:
    driven = Driven()
    driven.go_live(hall(), counter(1))
    driven.lose()
    driven.pass_time(1)
    driven.open()
    driven.update(5, 5)
    assert driven.effects == [LiveChanged(True)]


def test_a_snapshot_in_answer_to_a_resume_replaces_everything_and_names_every_key() -> None:
    driven = Driven()
    driven.go_live(hall(), counter(1))
    driven.lose()
    driven.pass_time(1)
    driven.open()
    driven.hear(Snapshot(2, "other", 0, [hall(), counter(2)]))
    assert driven.changed == [("hall/hall", "counter/1", "counter/2")]
    assert set(driven.session.mirror.rows) == {"hall/hall", "counter/2"}
    assert driven.session.mirror.seq == 2


def test_a_snapshot_on_a_live_feed_is_taken_only_if_it_leads_on() -> None:
    driven = Driven()
    driven.go_live(hall(), counter(1))
    driven.hear(Snapshot(5, "m5", 0, [hall()]))
    assert driven.effects == []
    driven.hear(Snapshot(9, "m9", 0, [hall()]))
    assert driven.effects == [Changed(("hall/hall", "counter/1"))]
    assert driven.session.mirror.seq == 9


def test_a_beat_before_the_answer_makes_nothing_live() -> None:
    driven = Driven()
    driven.start()
    driven.open()
    driven.beat(0)
    assert driven.effects == []
    assert not driven.is_live()


def test_a_loss_is_one_loss_however_often_it_is_reported() -> None:
    driven = Driven()
    driven.go_live()
    driven.lose()
    assert driven.effects == [CloseSocket(1), LiveChanged(False)]
    before = driven.session.deadline()
    driven.lose()
    assert driven.effects == []
    assert driven.session.deadline() == before


def test_an_older_socket_has_nothing_more_to_say() -> None:
    driven = Driven()
    driven.go_live()
    driven.lose()
    driven.pass_time(1)
    driven.open(1)
    driven.hear(Snapshot(9, "m9", 0, [hall(), counter(9)]), socket=1)
    driven.lose(1)
    assert driven.effects == []
    assert driven.session.phase is Phase.CONNECTING
    driven.open()
    driven.update(5, 6, counter(1))
    driven.hear(Updates(6, 7, "m7", 0, [], ["counter/1"]), socket=1)
    assert driven.session.mirror.seq == 6
    assert driven.is_live()


def test_a_socket_that_opens_twice_is_greeted_once() -> None:
    driven = Driven()
    driven.start()
    driven.open()
    driven.open()
    assert driven.effects == []
