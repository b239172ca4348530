"""What stands in a hall's line - commands and questions - and what is taken from it at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hall_server.domain.model import HallState
from hall_server.domain.refusals import Refusal
from hall_server.domain.touched import Touched
from hall_server.service.ports import CommandIdReused, Done, Envelope, Position, StorageOutage, StoredOutcome

Answer = Done | Refusal | StorageOutage | CommandIdReused
Tell = Callable[[Answer], None]
"""Called once with the answer, on the loop's thread. It must not raise."""


@dataclass(slots=True, eq=False)
class Asked:
    """A command in line, and how whoever asked it hears the answer."""

    envelope: Envelope
    tells: list[Tell]

    def settle(self, answer: Answer) -> None:
        for tell in self.tells:
            tell(answer)


def told(future: asyncio.Future[Answer]) -> Tell:
    """For somebody who waits for the answer, and may give up."""

    def tell(answer: Answer) -> None:
        if not future.done():
            future.set_result(answer)

    return tell


def answer_again(envelope: Envelope, stored: StoredOutcome | StorageOutage) -> Answer:
    """What a repeated command is told: the first answer, or that its id was another command's."""
    if isinstance(stored, StorageOutage):
        return stored
    return stored.done if stored.fingerprint == envelope.fingerprint else CommandIdReused(envelope.command_id)


@dataclass(slots=True, eq=False)
class Question:
    """Something to be read from the committed state, and who waits for it."""

    reader: Callable[[HallState, Position], Any]
    future: asyncio.Future[Any]

    def ask(self, state: HallState, position: Position) -> None:
        """Its turn has come; whoever waits may have given up."""
        if self.future.done():
            return
        try:
            self.future.set_result(self.reader(state, position))
        except Exception as bug:
            self.future.set_exception(bug)


@dataclass(slots=True)
class Batch:
    """What is decided and committed together: every answer in order, the outcomes to be stored, what changed."""

    answers: list[tuple[Asked, Answer]] = field(default_factory=list)
    outcomes: list[tuple[Envelope, Done]] = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)
