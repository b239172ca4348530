"""Whether the server still takes guests, and which of them are still inside: what a graceful stop needs to know."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Doors:
    """`closed`: nobody is let in any more; whoever asks is told to come back."""

    def __init__(self) -> None:
        self.closed = False
        self._sockets = 0
        self._empty = asyncio.Event()
        self._empty.set()
        self._closing = asyncio.Event()

    def close(self) -> None:
        self.closed = True
        self._closing.set()

    async def closing(self) -> None:
        """Wait until the doors close."""
        await self._closing.wait()

    @contextmanager
    def socket(self) -> Iterator[int]:
        """Around the life of a WebSocket; gives how many there are with this one."""
        self._sockets += 1
        self._empty.clear()
        try:
            yield self._sockets
        finally:
            self._sockets -= 1
            if not self._sockets:
                self._empty.set()

    async def empty(self) -> None:
        """Wait until no socket is left inside."""
        await self._empty.wait()
