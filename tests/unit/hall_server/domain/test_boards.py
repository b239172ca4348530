"""One voice in each zone: who gets it, who keeps it, who takes it over."""

from hall_server.domain import commands as c
from hall_server.domain.events import BoardAnswered, BoardFellSilent, VoiceGiven
from hall_server.domain.model import BOARDS_MAX
from tests.halls import DAY, MINUTE, Rehearsal, open_hall


def come(hall: Rehearsal, *boards: str, zone: str = "main", voice: bool = True) -> None:
    for board in boards:
        hall.now += 1000
        hall.do(c.BoardAnswers(board, zone, voice))


def speaking(hall: Rehearsal, zone: str = "main") -> list[str]:
    return [board.board_id for board in hall.state.boards.values() if board.zone == zone and board.speaks]


def test_the_first_that_can_speak_has_the_voice_and_keeps_it() -> None:
    hall = open_hall()
    come(hall, "silent", voice=False)
    assert speaking(hall) == []
    come(hall, "one", "two")
    assert speaking(hall) == ["one"]
    come(hall, "three", zone="upstairs")
    assert (speaking(hall), speaking(hall, "upstairs")) == (["one"], ["three"])


def test_when_it_falls_silent_the_one_that_is_there_longest_takes_over() -> None:
    hall = open_hall()
    come(hall, "one", "three", "two")
    assert hall.do(c.BoardSilent("one")) == (BoardFellSilent("one"), VoiceGiven("three"))
    come(hall, "one")
    assert speaking(hall) == ["three"]


def test_a_zone_without_another_voice_is_silent_until_one_comes() -> None:
    hall = open_hall()
    come(hall, "one")
    come(hall, "mute", voice=False)
    come(hall, "other", zone="upstairs")
    assert hall.do(c.BoardSilent("one")) == (BoardFellSilent("one"),)
    assert hall.do(c.BoardAnswers("one", "main", voice=True)) == (
        BoardAnswered("one", "main", voice=True),
        VoiceGiven("one"),
    )


def test_one_that_falls_silent_without_the_voice_changes_no_voice() -> None:
    hall = open_hall()
    come(hall, "one", "two")
    assert hall.do(c.BoardSilent("two")) == (BoardFellSilent("two"),)


def test_what_is_known_already_is_no_event() -> None:
    hall = open_hall()
    come(hall, "one")
    assert hall.ask(c.BoardAnswers("one", "main", voice=True)) == ()
    hall.do(c.BoardSilent("one"))
    assert hall.ask(c.BoardSilent("one")) == ()
    assert hall.ask(c.BoardSilent("nobody")) == ()


def test_who_moves_or_is_made_silent_leaves_the_voice_to_another() -> None:
    hall = open_hall()
    come(hall, "one", "two")
    come(hall, "one", zone="upstairs")
    assert (speaking(hall), speaking(hall, "upstairs")) == (["two"], ["one"])
    come(hall, "three")
    come(hall, "two", voice=False)
    assert speaking(hall) == ["three"]


def test_since_when_it_is_there_or_gone() -> None:
    hall = open_hall()
    come(hall, "one")
    came = hall.now
    hall.now += MINUTE
    hall.do(c.BoardSilent("one"))
    board = hall.state.boards["one"]
    assert (board.answers, board.since) == (False, came + MINUTE)


def test_a_new_day_knows_none_and_a_crowd_forgets_the_longest_silent() -> None:
    hall = open_hall()
    come(hall, *(f"b{number}" for number in range(BOARDS_MAX)))
    hall.do(c.BoardSilent("b7"))
    hall.do(c.BoardSilent("b3"))
    come(hall, "new")
    assert "b7" not in hall.state.boards or "b3" not in hall.state.boards
    assert len(hall.state.boards) == BOARDS_MAX
    hall.now += DAY
    hall.do(c.CloseDay(force=True))
    hall.do(c.OpenDay())
    assert hall.state.boards == {}
