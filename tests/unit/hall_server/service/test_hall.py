"""One total order, once for each command id, told only when durable, and the way out of an outage."""

from __future__ import annotations

import asyncio

import pytest

from hall_server.domain import commands as c
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.domain.refusals import Refusal, RefusalCode
from hall_server.service import hall as hall_module
from hall_server.service.hall import Hall
from hall_server.service.ports import CommandIdReused, Done, Envelope, Position, StorageOutage
from tests.halls import document
from tests.unit.hall_server.service.fakes import Listener, MemoryJournal, ToldClock


def ask(command_id: str, command: c.Command) -> Envelope:
    return Envelope(command_id, "test", command, repr(command).encode())


def newest(state: HallState, command: c.Command, events: tuple[Event, ...]) -> bytes:
    return b'"%s"' % (next(reversed(state.tickets), "").encode())


class Stage:
    """A hall on a journal in memory, on its open day with counter 1 open."""

    def __init__(self) -> None:
        self.journal, self.clock, self.listener = MemoryJournal(), ToldClock(), Listener()
        self.hall = Hall(self.journal, self.clock, self.listener, newest)
        self.hall.open()

    async def begin(self) -> None:
        begin: tuple[c.Command, ...] = (c.ConfigureHall(document()), c.OpenDay(), c.OpenCounter(1))
        for number, command in enumerate(begin):
            assert isinstance(await self.hall.execute(ask(f"begin-{number}", command)), Done)

    async def issue(self, command_id: str, field: str = "HT") -> object:
        return await self.hall.execute(ask(command_id, c.IssueTicket(field)))


@pytest.fixture
async def stage() -> Stage:
    made = Stage()
    await made.begin()
    return made


async def test_commands_that_arrive_together_are_committed_together(stage: Stage) -> None:
    answers = await asyncio.gather(*(stage.issue(f"issue-{n}") for n in range(20)))
    assert [done.seq for done in answers if isinstance(done, Done)] == list(range(4, 24))
    assert stage.journal.batches == [1, 1, 1, 20]
    assert stage.listener.published == [1, 2, 3, 23]


async def test_who_hears_may_ask_again_at_once_and_nothing_is_published_too_early(stage: Stage) -> None:
    heard: asyncio.Future[object] = asyncio.get_running_loop().create_future()

    def ask_again(_: object) -> None:
        stage.hall.ask(ask("tap-0002", c.IssueTicket("HT")), heard.set_result)

    stage.hall.ask(ask("tap-0001", c.IssueTicket("HT")), ask_again)
    assert isinstance(await heard, Done)
    assert stage.listener.published == [1, 2, 3, 4, 5]


async def test_who_is_refused_may_ask_again_at_once(stage: Stage) -> None:
    heard: list[object] = []
    over = asyncio.Event()

    def tell(answer: object) -> None:
        heard.append(answer)
        if isinstance(answer, Done):
            over.set()
        elif len(heard) < 4:
            stage.hall.ask(ask(f"press-{len(heard)}", c.CallNext(1)), tell)
        else:
            stage.hall.ask(ask("tap-0001", c.IssueTicket("HT")), tell)

    stage.hall.ask(ask("press-0", c.CallNext(1)), tell)
    await over.wait()
    assert [type(answer) for answer in heard] == [Refusal] * 4 + [Done]


async def test_the_same_command_twice_has_one_effect_and_one_answer(stage: Stage) -> None:
    first, second = await asyncio.gather(stage.issue("tap-0001"), stage.issue("tap-0001"))
    third = await stage.issue("tap-0001")
    assert first == second == third
    assert await stage.hall.read(lambda state, _: len(state.tickets)) == 1


async def test_an_id_used_for_another_command_is_told_so(stage: Stage) -> None:
    stage.journal.hold = True
    first = asyncio.ensure_future(stage.issue("tap-0001"))
    await asyncio.sleep(0)
    assert await stage.issue("tap-0001", "CT") == CommandIdReused("tap-0001")
    stage.journal.let_go()
    assert isinstance(await first, Done)
    assert await stage.issue("tap-0001", "CT") == CommandIdReused("tap-0001")


async def test_nobody_hears_anything_before_it_is_durable(stage: Stage) -> None:
    stage.journal.hold = True
    issuing = asyncio.ensure_future(stage.issue("tap-0001"))
    reading = asyncio.ensure_future(stage.hall.read(lambda state, position: (len(state.tickets), position.seq)))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not issuing.done()
    assert not reading.done()
    assert stage.listener.published[-1] == 3
    stage.journal.let_go()
    assert isinstance(await issuing, Done)
    assert await reading == (1, 4)


async def test_a_refusal_is_told_after_what_it_depends_on_is_durable(stage: Stage) -> None:
    await stage.issue("tap-0001")
    stage.journal.hold = True
    first = asyncio.ensure_future(stage.hall.execute(ask("press-01", c.CallNext(1))))
    second = asyncio.ensure_future(stage.hall.execute(ask("press-02", c.CallNext(1))))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not second.done()
    stage.journal.let_go()
    assert isinstance(await first, Done)
    refusal = await second
    assert isinstance(refusal, Refusal)
    assert refusal.code is RefusalCode.COUNTER_BUSY


async def test_a_failed_commit_is_an_outage_changes_nothing_and_heals(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hall_module, "PAUSE_SECONDS_MIN", 0.0)
    before = stage.journal.position
    stage.journal.failures = [StorageOutage("disk full")]
    stage.journal.load_failures = [StorageOutage("disk still full")]
    answers = await asyncio.gather(stage.issue("tap-0001"), stage.issue("tap-0002"))
    assert all(isinstance(answer, StorageOutage) for answer in answers)
    assert isinstance(await stage.issue("tap-0003"), StorageOutage)
    await asyncio.wait_for(stage.listener.was_reset.wait(), 5)
    assert await stage.hall.read(lambda state, position: (len(state.tickets), position)) == (0, before)
    again = await stage.issue("tap-0001")
    assert isinstance(again, Done)
    assert again.result == b'"20261124-A001"'


async def test_questions_fail_during_an_outage(stage: Stage) -> None:
    stage.journal.failures = [StorageOutage("locked")]
    await stage.issue("tap-0001")
    with pytest.raises(StorageOutage):
        await stage.hall.read(lambda state, _: state.day)
    await stage.hall.stop()


async def test_a_bug_ends_the_hall_and_answers_nobody_wrongly(stage: Stage) -> None:
    def broken(state: HallState, command: c.Command, events: tuple[Event, ...]) -> bytes:
        raise ValueError("a bug")

    stage.hall._result_of = broken
    assert isinstance(await asyncio.wait_for(stage.issue("tap-0001"), 1), StorageOutage)
    with pytest.raises(ValueError, match="a bug"):
        await stage.hall.failed
    assert isinstance(await stage.issue("tap-0002"), StorageOutage)


async def test_stopping_finishes_what_is_in_line_and_takes_nothing_more(stage: Stage) -> None:
    stage.journal.hold = True
    issuing = asyncio.ensure_future(stage.issue("tap-0001"))
    await asyncio.sleep(0)
    stopping = asyncio.ensure_future(stage.hall.stop())
    await asyncio.sleep(0)
    stage.journal.let_go()
    await stopping
    assert isinstance(await issuing, Done)
    assert isinstance(await stage.issue("tap-0002"), StorageOutage)


async def test_a_caller_that_goes_away_takes_nothing_with_it(stage: Stage) -> None:
    stage.journal.hold = True
    issuing = asyncio.ensure_future(stage.issue("tap-0001"))
    await asyncio.sleep(0)
    issuing.cancel()
    stage.journal.let_go()
    assert isinstance(await stage.issue("tap-0001"), Done)
    assert await stage.hall.read(lambda state, _: len(state.tickets)) == 1


async def test_too_many_in_line_are_told_to_come_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall_module, "LINE_MAX", 3)
    stage.journal.hold = True
    waiting = [asyncio.ensure_future(stage.issue(f"issue-{n:03}")) for n in range(9)]
    for _ in range(5):
        await asyncio.sleep(0)
    stage.journal.let_go()
    answers = await asyncio.gather(*waiting)
    assert sum(isinstance(answer, StorageOutage) for answer in answers) >= 5
    assert sum(isinstance(answer, Done) for answer in answers) >= 3


async def test_the_clock_never_runs_behind_the_journal(stage: Stage) -> None:
    stage.clock.time += 1000
    await stage.issue("tap-0001")
    stage.clock.time -= 5000
    stage.hall.open()
    assert stage.clock.time == stage.journal.position.at


async def test_a_journal_that_breaks_the_rules_is_not_served(stage: Stage) -> None:
    await stage.issue("tap-0001")
    stage.journal.entries.append(stage.journal.entries[-1])
    with pytest.raises(AssertionError, match="stands wrongly in the queue of HT"):
        stage.hall.open()


def test_position_is_where_the_chain_stands() -> None:
    assert MemoryJournal().position == Position(0, "0" * 16, 0)
