"""The server is killed again and again while people take numbers: nothing that was acknowledged is lost, ever."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from hall_link.commands import IssueTicket
from hall_link.effects import Accepted
from hall_link.feed import StaffView
from hall_link.messages import IssuedResult
from hall_link.rows import TicketRow
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.rebuild import check
from tests.e2e.link_shell import LinkShell
from tests.e2e.server_process import ServerProcess

CLIENTS = 4
TICKETS = 200
KILLS = 10
KILL_DELAY_SECONDS_MAX = 0.03
PATIENCE_SECONDS = 300.0
FIELDS = ("HT", "CT", "DD")

Given = dict[str, str]
"""Command ids and the numbers that were acknowledged for them."""


async def _take_numbers(client: LinkShell, name: str, dice: Random, given: Given, progress: asyncio.Event) -> None:
    for turn in range(TICKETS // CLIENTS):
        command_id = f"{name}-{turn:04}"
        outcome = await client.ask(IssueTicket(dice.choice(FIELDS)), command_id, PATIENCE_SECONDS)
        assert isinstance(outcome, Accepted), outcome
        assert isinstance(outcome.result, IssuedResult)
        given[command_id] = outcome.result.ticket.number
        progress.set()


async def _kill_and_restart(server: ServerProcess, dice: Random, given: Given, progress: asyncio.Event) -> None:
    """At random moments spread over the whole run; the server is up again at the end."""
    for after in sorted(dice.sample(range(5, TICKETS - 5), KILLS)):
        while len(given) < after:
            progress.clear()
            await progress.wait()
        await asyncio.sleep(dice.uniform(0, KILL_DELAY_SECONDS_MAX))  # the moment itself is part of the experiment
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)


@pytest.mark.e2e
async def test_no_acknowledged_ticket_is_lost_when_the_server_is_killed_ten_times(tmp_path: Path) -> None:
    dice = Random(20261124)
    server = ServerProcess(tmp_path / "server")
    await asyncio.to_thread(server.start)
    given: Given = {}
    progress = asyncio.Event()
    names = [f"client-{n}" for n in range(CLIENTS)]
    shells = [LinkShell(server.url, server.key, name, StaffView(), Random(name)) for name in names]
    async with shells[0], shells[1], shells[2], shells[3]:
        await asyncio.gather(
            *(
                _take_numbers(shell, name, Random(name), given, progress)
                for shell, name in zip(shells, names, strict=True)
            ),
            _kill_and_restart(server, dice, given, progress),
        )
        rows = await _converged(shells)
        repeated = await _ask_again(shells[0], given)
    assert await asyncio.to_thread(server.stop) == 0

    assert len(given) == TICKETS
    assert repeated == given, "a repeated command got another number"
    assert sorted(given.values()) == sorted(row.number for row in rows), "every number was acknowledged to one client"
    _no_number_twice_and_no_gap([row.number for row in rows])
    verdict = check(open_engine(sqlite_url(tmp_path / "server" / "hall.db")), "demo")
    assert verdict.sound, verdict
    with sqlite3.connect(tmp_path / "server" / "hall.db") as record:
        assert record.execute("SELECT count(*) FROM tickets").fetchone() == (TICKETS,)


async def _converged(shells: list[LinkShell]) -> list[TicketRow]:
    """Wait until every client is live and holds all tickets; they must hold the same rows."""
    for shell in shells:
        await shell.until(lambda session: session.live and len(session.mirror.all(TicketRow)) == TICKETS, 60)
    views = [shell.session.mirror.rows for shell in shells]
    assert all(view == views[0] for view in views)
    return shells[0].session.mirror.all(TicketRow)


async def _ask_again(shell: LinkShell, given: Given) -> Given:
    """Each command once more under its id, as a client would that never heard the answer."""
    again: Given = {}
    for command_id in given:
        name, _, turn = command_id.rpartition("-")
        dice = Random(name)
        field = [dice.choice(FIELDS) for _ in range(int(turn) + 1)][-1]
        outcome = await shell.ask(IssueTicket(field), command_id, PATIENCE_SECONDS)
        assert isinstance(outcome, Accepted), outcome
        assert isinstance(outcome.result, IssuedResult)
        again[command_id] = outcome.result.ticket.number
    return again


def _no_number_twice_and_no_gap(numbers: list[str]) -> None:
    assert max(Counter(numbers).values()) == 1
    for series in {number[0] for number in numbers}:
        serials = sorted(int(number[1:]) for number in numbers if number[0] == series)
        assert serials == list(range(1, len(serials) + 1))
