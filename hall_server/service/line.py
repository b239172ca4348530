"""What stands in a hall's line - commands and questions - and what is taken from it at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hall_server.domain.model import HallState
from hall_server.domain.refusals import Refusal
from hall_server.domain.touched import Touched
from hall_server.service.ports import CommandIdReused, Done, Envelope, Position, StorageOutage

Answer = Done | Refusal | StorageOutage | CommandIdReused


@dataclass(slots=True, eq=False)
class Asked:
    """A command in line and whoever waits for its answer, each on a future of its own: one may give up."""

    envelope: Envelope
    waiters: list[asyncio.Future[Answer]] = field(default_factory=list)

    def wait(self) -> asyncio.Future[Answer]:
        waiter: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.waiters.append(waiter)
        return waiter

    def settle(self, answer: Answer) -> None:
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(answer)


@dataclass(slots=True, eq=False)
class Question:
    """Something to be read from the committed state, and who waits for it."""

    reader: Callable[[HallState, Position], Any]
    future: asyncio.Future[Any]


@dataclass(slots=True)
class Batch:
    """What is decided and committed together: every answer in order, the outcomes to be stored, what changed."""

    answers: list[tuple[Asked, Answer]] = field(default_factory=list)
    outcomes: list[tuple[Envelope, Done]] = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)
