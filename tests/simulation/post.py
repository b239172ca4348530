"""How a press reaches the hall: late, twice, after an outage again, or from a client that is gone before its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hall_server.domain.commands import Command
from hall_server.domain.refusals import Refusal
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Envelope, StorageOutage

ATTEMPTS_MAX = 40
RETRY_SECONDS = (1.0, 4.0)


class Office(Protocol):
    """What a letter needs of the life it belongs to."""

    @property
    def hall(self) -> Hall: ...

    def later(self, seconds: float, act: Callable[[], None]) -> None: ...

    def between(self, low: float, high: float) -> float: ...

    def heard(self, envelope: Envelope, done: Done) -> None: ...


@dataclass(eq=False)
class Letter:
    """One press on its way. `answered` is called once: with the answer, or with None when the client gave up."""

    office: Office
    envelope: Envelope
    answered: Callable[[Done | Refusal | None], None]
    loop: asyncio.AbstractEventLoop
    attempts: int = 0
    over: bool = False
    task: asyncio.Task[None] | None = None

    def send(self) -> None:
        """Once, now; after an outage or a crash it sends itself again."""
        if not self.over:
            self.attempts += 1
            self.task = self.loop.create_task(self._exchange())

    async def _exchange(self) -> None:
        answer = await self.office.hall.execute(self.envelope)
        self.task = None
        if isinstance(answer, StorageOutage):
            self.try_again()
        elif isinstance(answer, Done):
            self.office.heard(self.envelope, answer)
            self._end(answer)
        else:
            assert isinstance(answer, Refusal), f"{self.envelope.command_id} belongs to another command"
            self._end(answer)

    def vanish(self) -> None:
        """The client is gone: whether it was carried out, it will never know."""
        if self.task is not None:
            self.task.cancel()
        self._end(None)

    def try_again(self) -> None:
        """The same id, a little later; at some time a person walks away."""
        if self.task is not None:
            self.task.cancel()
            self.task = None
        if self.attempts >= ATTEMPTS_MAX:
            self._end(None)
        else:
            self.office.later(self.office.between(*RETRY_SECONDS) * min(self.attempts, 10), self.send)

    def _end(self, answer: Done | Refusal | None) -> None:
        if not self.over:
            self.over = True
            self.answered(answer)


def envelope(command_id: str, actor: str, command: Command) -> Envelope:
    return Envelope(command_id, actor, command, repr(command).encode()[:64])
