"""What a hall has learned outlives restarts and nights: the newest day alone gives the state back, exactly."""

from __future__ import annotations

from pathlib import Path

from hall_server.domain import commands as c
from hall_server.domain.model import HallState
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Envelope, Position
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.rebuild import check
from hall_server.storage.schema import upgrade
from tests.halls import DAY, MINUTE, document
from tests.unit.hall_server.service.fakes import Listener, ToldClock

HALL = "hai-chau"
PEOPLE = 4


class Days:
    """A hall on a file, whose days are lived command by command."""

    def __init__(self, hall: Hall, clock: ToldClock) -> None:
        self._hall = hall
        self._clock = clock
        self._asked = 0

    async def do(self, command: c.Command, *, minutes: int = 0) -> None:
        self._clock.time += minutes * MINUTE
        self._asked += 1
        answer = await self._hall.execute(Envelope(f"command-{self._asked:04}", "test", command, b"-"))
        assert isinstance(answer, Done), answer

    async def live(self) -> None:
        """A day of a few people, one after another, not closed at its end."""
        await self.do(c.OpenDay())
        await self.do(c.OpenCounter(1))
        for _ in range(PEOPLE):
            await self.do(c.IssueTicket("HT", "1.001193"))
        for _ in range(PEOPLE - 1):
            await self.do(c.CallNext(1), minutes=1)
            ticket_id = await self._hall.read(lambda state, _: state.counters[1].ticket_id)
            assert ticket_id is not None
            await self.do(c.StartService(1, ticket_id), minutes=1)
            await self.do(c.FinishService(1, ticket_id), minutes=9)


async def test_after_a_night_and_a_restart_the_hall_knows_what_it_knew(tmp_path: Path) -> None:
    engine, clock = open_engine(sqlite_url(tmp_path / "hall.db")), ToldClock()
    upgrade(engine)
    journal = SqlJournal(engine, HALL, _no_bug)
    hall = Hall(journal, clock, Listener(), lambda *_: b"null")
    hall.open()
    days = Days(hall, clock)
    await days.do(c.ConfigureHall(document()))
    for _ in range(3):
        await days.live()
        await days.do(c.CloseDay(force=True), minutes=10)
        clock.time += DAY
    await days.live()
    before = await hall.read(_state)
    assert before.learned.hall.count == 4 * (PEOPLE - 1)
    assert len(before.learned.promises) == 4
    again = SqlJournal(engine, HALL, _no_bug)
    assert again.load() == before
    assert check(engine, HALL).sound
    journal.close()
    again.close()


def _state(state: HallState, position: Position) -> HallState:
    return state


def _no_bug(bug: BaseException) -> None:
    raise AssertionError("the journal broke") from bug
