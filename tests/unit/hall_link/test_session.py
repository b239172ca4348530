"""Every transition of the feed, without a socket and without a clock."""

import pytest

from hall_link import problems
from hall_link.backoff import BACKOFF_SECONDS_MAX, BACKOFF_SECONDS_MIN
from hall_link.effects import Changed, CloseSocket, LiveChanged, OpenSocket
from hall_link.messages import DEAD_SECONDS, Beat, CounterView, Farewell, Hello, Resume, Snapshot, Updates
from hall_link.session import ANSWER_SECONDS_MAX, CONNECT_SECONDS_MAX, Phase
from tests.unit.hall_link.driven import SERVER, Driven
from tests.unit.hall_link.makers import counter, hall, problem, ticket


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


def test_silence_makes_the_rows_stale_since_the_last_frame_and_tries_again() -> None:
    driven = Driven()
    driven.go_live()
    driven.pass_time(1)
    driven.beat(5, at=1_001_000)
    driven.pass_time(DEAD_SECONDS - 0.01)
    assert driven.is_live()
    assert driven.stale_since() is None
    driven.pass_time(0.02)
    assert driven.live_changes == [True, False]
    assert driven.stale_since() == 1_001_000
    assert driven.session.problem == problems.SILENT
    driven.pass_time(BACKOFF_SECONDS_MIN)
    assert driven.effects == [OpenSocket(2, SERVER)]
    assert driven.stale_since() == 1_001_000


@pytest.mark.parametrize(("opened", "seconds"), [(False, CONNECT_SECONDS_MAX), (True, ANSWER_SECONDS_MAX)])
def test_a_server_that_hangs_is_left(opened: bool, seconds: float) -> None:
    driven = Driven()
    driven.start()
    if opened:
        driven.open()
    driven.pass_time(seconds + 0.01)
    assert driven.closed == [1]
    assert driven.live_changes == []


def test_pauses_double_up_to_their_bound() -> None:
    driven = Driven()
    driven.start()
    pauses = []
    for _ in range(8):
        driven.lose()
        due = driven.session.deadline()
        assert due is not None
        pauses.append(due - driven.now)
        driven.pass_time(due - driven.now)
    assert pauses == pytest.approx([0.25, 0.5, 1, 2, 4, 5, 5, 5], rel=0.01)
    assert max(pauses) <= BACKOFF_SECONDS_MAX


def test_a_server_that_answers_and_fails_at_once_is_backed_off_from_until_it_beats() -> None:
    driven = Driven()
    driven.start()
    for pause in (0.25, 0.5, 1.0):
        driven.open()
        driven.hear(Snapshot(5, "m5", 0, [hall()]))
        driven.lose()
        due = driven.session.deadline()
        assert due is not None
        assert due - driven.now == pytest.approx(pause, rel=0.01)
        driven.pass_time(pause)
    driven.open()
    driven.hear(Snapshot(5, "m5", 0, [hall()]))
    driven.beat(5)
    driven.lose()
    due = driven.session.deadline()
    assert due is not None
    assert due - driven.now == pytest.approx(0.25, rel=0.01)


@pytest.mark.parametrize("data", ["", "{", b"\xff\xfe", '{"frame":"unheard_of"}', '{"frame":"beat","seq":"x"}', "[]"])
def test_garbage_is_a_loss(data: str | bytes) -> None:
    driven = Driven()
    driven.go_live()
    driven.hear_text(data)
    assert driven.effects == [CloseSocket(1), LiveChanged(False)]
    assert driven.session.problem == problems.NOT_A_FRAME


def test_a_frame_of_a_later_server_with_more_to_say_is_understood() -> None:
    driven = Driven()
    driven.go_live()
    driven.hear_text('{"frame":"beat","seq":5,"at":1000000,"load":0.5}')
    assert driven.is_live()


@pytest.mark.parametrize(
    ("family", "retry_after_ms", "pause"),
    [("environment", 3000, 3.0), ("environment", None, 0.25), ("request", None, 5.0), ("environment", 10**9, 60.0)],
)
def test_a_farewell_says_why_and_when_to_come_back(family: str, retry_after_ms: int | None, pause: float) -> None:
    driven = Driven()
    driven.go_live()
    said = problem(family, retry_after_ms=retry_after_ms)
    driven.hear(Farewell(said))
    assert driven.session.problem == said
    assert driven.live_changes == [True, False]
    due = driven.session.deadline()
    assert due is not None
    assert due - driven.now == pytest.approx(pause, rel=0.01)


def test_a_farewell_instead_of_an_answer_is_heard_too() -> None:
    driven = Driven()
    driven.start()
    driven.open()
    driven.hear(Farewell(problem("request", code="unauthorized")))
    assert driven.session.problem == problem("request", code="unauthorized")


def test_of_several_servers_the_next_is_tried_after_a_failure_and_the_live_one_stays_first() -> None:
    driven = Driven()
    driven.start("http://a", "http://b")
    driven.lose()
    driven.pass_time(1)
    driven.go_live()
    driven.beat(5)
    driven.lose()
    driven.pass_time(1)
    driven.lose()
    driven.pass_time(1)
    assert driven.servers_tried == ["http://a", "http://b", "http://b", "http://a"]


def test_a_server_found_anew_is_tried_without_finishing_the_pause() -> None:
    driven = Driven()
    driven.go_live()
    driven.lose()
    driven.find(SERVER)
    assert driven.effects == []
    driven.find(SERVER, "http://new")
    assert driven.effects == [OpenSocket(2, "http://new")]


def test_the_server_that_was_live_is_still_tried_when_it_is_no_longer_announced() -> None:
    driven = Driven()
    driven.go_live()
    driven.find("http://other")
    driven.lose()
    for _ in range(3):
        driven.pass_time(2)
        driven.lose()
    assert driven.servers_tried[1:] == [SERVER, "http://other", SERVER]


def test_a_server_of_another_hall_shows_nothing() -> None:
    driven = Driven(hall_id="hall-2")
    driven.start("http://a", "http://b")
    driven.open()
    driven.hear(Snapshot(5, "m5", 0, [hall("hall-1")]))
    assert driven.effects == [CloseSocket(1)]
    assert driven.session.problem == problems.OTHER_HALL
    assert driven.session.mirror.rows == {}
    driven.pass_time(1)
    driven.open()
    driven.hear(Snapshot(5, "m5", 0, [hall("hall-2")]))
    assert driven.servers_tried == ["http://a", "http://b"]
    assert driven.is_live()


@pytest.mark.parametrize(("keep_hall", "live"), [(True, False), (False, True)])
def test_having_shown_a_hall_a_found_server_of_another_one_is_refused(keep_hall: bool, live: bool) -> None:
    driven = Driven(keep_hall=keep_hall)
    driven.go_live(hall("hall-1"))
    driven.lose()
    driven.pass_time(1)
    driven.open()
    driven.hear(Snapshot(5, "x", 0, [hall("hall-2")]))
    assert driven.is_live() is live


def test_the_servers_clock_runs_on_from_the_last_beat() -> None:
    driven = Driven()
    assert driven.session.now_ms(driven.now) is None
    assert driven.stale_since() is None
    assert not driven.session.heard_ever
    driven.go_live()
    assert driven.session.now_ms(driven.now + 1.5) == 1_001_500
    driven.pass_time(1)
    driven.beat(5, at=2_000_000)
    assert driven.session.now_ms(driven.now + 0.25) == 2_000_250
    assert driven.session.heard_ever


def test_stopping_lets_go_and_starting_again_resumes() -> None:
    driven = Driven()
    driven.go_live()
    driven.stop()
    assert driven.effects == [CloseSocket(1), LiveChanged(False)]
    assert driven.session.deadline() is None
    driven.stop()
    assert driven.effects == []
    driven.start()
    assert driven.effects == [OpenSocket(2, SERVER)]
    driven.open()
    assert driven.hello().resume == Resume(5, "m5")
