"""An event loop whose time stands still until it is told to move: what waits for a time waits for the simulation.

Threads would make the order of things a matter of luck, so what the program gives to a thread runs at once, here.
"""

from __future__ import annotations

import asyncio
import selectors
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple, Unpack

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")


class _NothingToHear(selectors.SelectSelector):
    """No socket is ever ready, and nobody waits for one."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return []


class StillLoop(asyncio.SelectorEventLoop):
    """`seconds`: its time. Only `settle` runs anything: turn by turn, as `run_forever` would, until all is quiet."""

    _ready: deque[asyncio.Handle]
    _run_once: Callable[[], None]

    def __init__(self) -> None:
        self.seconds = 0.0
        super().__init__(_NothingToHear())
        self.set_exception_handler(_raise_later)
        self.mishaps: list[BaseException] = []

    def time(self) -> float:
        return self.seconds

    def settle(self) -> None:
        """Run until nothing is left to do at this time. Raises what went wrong in a callback."""
        asyncio._set_running_loop(self)
        try:
            self._run_once()
            while self._ready:
                self._run_once()
        finally:
            asyncio._set_running_loop(None)
        if self.mishaps:
            raise self.mishaps.pop()

    def advance(self, seconds: float) -> None:
        """Move on to `seconds`; what became due on the way runs when it settles."""
        self.seconds = max(self.seconds, seconds)

    def _write_to_self(self) -> None:
        """Nobody sleeps who would have to be woken."""

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[_Ts]], _T], *args: *_Ts
    ) -> asyncio.Future[_T]:
        future: asyncio.Future[_T] = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


def _raise_later(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    assert isinstance(loop, StillLoop), "another loop's mishap"
    error = context.get("exception")
    loop.mishaps.append(error if isinstance(error, BaseException) else RuntimeError(context["message"]))
