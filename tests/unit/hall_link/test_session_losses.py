"""How a session loses a feed and finds one again: silence, pauses, farewells, more servers, other halls, the clock."""

import pytest

from hall_link import problems
from hall_link.backoff import BACKOFF_SECONDS_MAX, BACKOFF_SECONDS_MIN
from hall_link.effects import CloseSocket, LiveChanged, OpenSocket
from hall_link.feed import DEAD_SECONDS, Farewell, Resume, Snapshot
from hall_link.session import ANSWER_SECONDS_MAX, CONNECT_SECONDS_MAX
from tests.unit.hall_link.driven import SERVER, Driven
from tests.unit.hall_link.makers import hall, problem


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
