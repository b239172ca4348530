"""What the clock alone asks of the hall: open the day, give the last number, close the day that went by."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable

import structlog

from hall_link.lunar import lunar_date
from hall_server.domain.calendar import due_command
from hall_server.domain.commands import Command
from hall_server.service.hall import Hall
from hall_server.service.ports import Clock, Done, Envelope, StorageOutage

TICK_SECONDS = 1.0
COMMANDS_PER_TICK_MAX = 3
"""Close the old day, open the new one, and one to spare; the next tick goes on."""
ACTOR = "clock"

log = structlog.get_logger("timers")


def _lunar(date: datetime.date) -> tuple[int, int, bool]:
    found = lunar_date(date)
    return found.day, found.month, found.is_leap


async def run_timers(hall: Hall, clock: Clock, new_id: Callable[[], str]) -> None:
    """Until cancelled: each tick, give the hall what is due. An outage is tried again at the next tick."""
    while True:
        await give_what_is_due(hall, clock, new_id)
        await asyncio.sleep(TICK_SECONDS)


async def give_what_is_due(hall: Hall, clock: Clock, new_id: Callable[[], str]) -> None:
    for _ in range(COMMANDS_PER_TICK_MAX):
        try:
            due = await hall.read(lambda state, _: due_command(state, clock.now(), _lunar))
        except StorageOutage:
            return
        if due is None or not await _carried_out(hall, due, new_id()):
            return


async def _carried_out(hall: Hall, command: Command, command_id: str) -> bool:
    name = type(command).__name__
    answer = await hall.execute(Envelope(command_id, ACTOR, command, fingerprint=name.encode()))
    log.info("timer", command=name, done=isinstance(answer, Done))
    return isinstance(answer, Done)
