"""Who is there and who is missed: compared with the record until both agree."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import ExitStack, asynccontextmanager
from itertools import count

from hall_server.domain import commands as c
from hall_server.domain.model import BOARDS_MAX, HallState
from hall_server.domain.touched import Touched
from hall_server.service.attendance import (
    GRACE_SECONDS,
    START_GRACE_SECONDS,
    Attendance,
    run_attendance,
    tell_what_is_due,
)
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Envelope, Position, StorageOutage
from hall_server.web.results import result_of
from tests.halls import document
from tests.unit.hall_server.service.fakes import Listener, MemoryJournal, ToldClock


class Waker(Listener):
    """Wakes who waits for the next thing to be published."""

    def __init__(self) -> None:
        super().__init__()
        self.published_again = asyncio.Event()

    def publish(self, state: HallState, position: Position, touched: Touched) -> None:
        super().publish(state, position, touched)
        self.published_again.set()


class Room:
    """A hall, an attendance, and a clock of seconds that is told the time."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.listener = Waker()
        self.hall = Hall(self.journal, ToldClock(), self.listener, result_of)
        self.seconds = 100.0
        self.attendance = Attendance(lambda: self.seconds)
        self.ids = count()

    def new_id(self) -> str:
        return f"attendance-{next(self.ids)}"

    async def do(self, command: c.Command) -> None:
        answer = await self.hall.execute(Envelope(self.new_id(), "test", command, b"x"))
        assert isinstance(answer, Done), answer

    async def look(self) -> dict[str, tuple[bool, bool]]:
        """Every known board: is it there, has it the voice."""
        await tell_what_is_due(self.hall, self.attendance, self.new_id)

        def known(state: HallState, _: object) -> dict[str, tuple[bool, bool]]:
            return {board.board_id: (board.answers, board.speaks) for board in state.boards.values()}

        return await self.hall.read(known)


@asynccontextmanager
async def a_room() -> AsyncIterator[Room]:
    room = Room()
    room.hall.open()
    await room.do(c.ConfigureHall(document()))
    await room.do(c.OpenDay())
    yield room
    await room.hall.stop()


def in_a_room(story: Callable[[Room], Awaitable[None]]) -> None:
    async def run() -> None:
        async with a_room() as room:
            await story(room)

    asyncio.run(run())


def test_who_comes_is_on_record_and_is_missed_only_after_the_grace() -> None:
    async def story(room: Room) -> None:
        with room.attendance.present("one", "main", voice=True):
            assert await room.look() == {"one": (True, True)}
        room.seconds += GRACE_SECONDS - 0.1
        assert await room.look() == {"one": (True, True)}
        room.seconds += 0.1
        assert await room.look() == {"one": (False, False)}

    in_a_room(story)


def test_who_is_back_within_the_grace_was_never_gone() -> None:
    async def story(room: Room) -> None:
        with room.attendance.present("one", "main", voice=True):
            await room.look()
        room.seconds += GRACE_SECONDS / 2
        entries = len(room.journal.entries)
        with room.attendance.present("one", "main", voice=True):
            room.seconds += 10 * GRACE_SECONDS
            assert await room.look() == {"one": (True, True)}
        assert len(room.journal.entries) == entries

    in_a_room(story)


def test_an_old_feed_that_ends_after_the_new_one_began_is_no_loss() -> None:
    async def story(room: Room) -> None:
        with ExitStack() as old, room.attendance.present("one", "main", voice=True):
            old.enter_context(room.attendance.present("one", "main", voice=True))
            old.close()
            room.seconds += 10 * GRACE_SECONDS
            assert await room.look() == {"one": (True, True)}

    in_a_room(story)


def test_a_board_whose_voice_has_a_feed_of_its_own_can_speak_as_long_as_that_lasts() -> None:
    async def story(room: Room) -> None:
        with room.attendance.present("tv", "main", voice=False):
            assert await room.look() == {"tv": (True, False)}
            with room.attendance.present("tv", "main", voice=True):
                assert await room.look() == {"tv": (True, True)}
                with room.attendance.present("tv", "main", voice=False):
                    assert await room.look() == {"tv": (True, True)}
            assert room.attendance.changed.is_set()
            with room.attendance.present("other", "main", voice=True):
                assert await room.look() == {"tv": (True, False), "other": (True, True)}

    in_a_room(story)


def test_another_takes_over() -> None:
    async def story(room: Room) -> None:
        with room.attendance.present("two", "main", voice=True):
            with room.attendance.present("one", "main", voice=True):
                assert await room.look() == {"one": (True, False), "two": (True, True)}
            room.seconds += GRACE_SECONDS
            assert await room.look() == {"two": (True, True), "one": (False, False)}

    in_a_room(story)


def test_after_a_start_those_from_before_have_longer_to_come() -> None:
    async def story(room: Room) -> None:
        await room.do(c.BoardAnswers("one", "main", voice=True))
        room.seconds += START_GRACE_SECONDS - 0.1
        assert await room.look() == {"one": (True, True)}
        room.seconds += 0.1
        assert await room.look() == {"one": (False, False)}

    in_a_room(story)


def test_a_new_day_has_them_on_record_again() -> None:
    async def story(room: Room) -> None:
        with room.attendance.present("one", "main", voice=True):
            await room.look()
            await room.do(c.CloseDay())
            assert await room.look() == {"one": (True, True)}

    in_a_room(story)


def test_an_outage_is_tried_again() -> None:
    async def story(room: Room) -> None:
        room.journal.failures = [StorageOutage("full")]
        with room.attendance.present("one", "main", voice=True):
            await tell_what_is_due(room.hall, room.attendance, room.new_id)
            await room.listener.was_reset.wait()
            assert await room.look() == {"one": (True, True)}

    in_a_room(story)


def test_more_boards_than_a_hall_can_have_are_not_counted_on() -> None:
    async def story(room: Room) -> None:
        with ExitStack() as all_of_them:
            for number in range(BOARDS_MAX + 3):
                all_of_them.enter_context(room.attendance.present(f"b{number}", "main", voice=False))
            assert len(await room.look()) == BOARDS_MAX

    in_a_room(story)


def test_it_runs_until_it_is_ended_and_wakes_for_who_comes() -> None:
    async def story(room: Room) -> None:
        running = asyncio.ensure_future(run_attendance(room.hall, room.attendance, room.new_id))
        await asyncio.sleep(0)
        room.listener.published_again.clear()
        with room.attendance.present("one", "main", voice=True):
            await room.listener.published_again.wait()
            assert room.journal.entries[-1].actor == "attendance"
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    in_a_room(story)
