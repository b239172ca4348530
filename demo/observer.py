"""What really happened, as the server tells it: the staff's feed, followed by the demo like any other client.

The demo never counts what it did itself; it counts the rows of the hall.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import msgspec
from websockets.asyncio.client import connect

from hall_link.feed import AnyFrame, Farewell, Hello, Snapshot, StaffView, Updates
from hall_link.messages import DEVICE_HEADER
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, CallRow, TicketRow

FRAME_BYTES_MAX = 64 * 1024 * 1024
_frames = msgspec.json.Decoder(AnyFrame)

OnChange = Callable[[AnyRow | None, AnyRow], None]


class Observer:
    """`on_change` hears each row that changed, as it was before (None: it is new) and as it is."""

    def __init__(self, url: str, key: str, on_change: OnChange) -> None:
        self.mirror = Mirror()
        self._url = url.replace("http", "ws", 1) + "/feed"
        self._headers = {"Authorization": f"Bearer {key}", DEVICE_HEADER: "demo-observer"}
        self._on_change = on_change
        self._changed = asyncio.Condition()

    async def follow(self) -> None:
        """Until cancelled. Raises ConnectionError if the server says farewell, OSError if it cannot be reached."""
        async with connect(self._url, additional_headers=self._headers, max_size=FRAME_BYTES_MAX) as socket:
            await socket.send(msgspec.json.encode(Hello(StaffView())), text=True)
            async for text in socket:
                await self._take(_frames.decode(text))
        raise ConnectionError("the server closed the staff's feed")

    async def until(self, holds: Callable[[Mirror], bool], seconds_max: float) -> bool:
        """Wait until something holds of the rows; whether it came to hold in time."""
        try:
            async with asyncio.timeout(seconds_max), self._changed:
                await self._changed.wait_for(lambda: holds(self.mirror))
        except TimeoutError:
            return False
        return True

    def tickets(self) -> list[TicketRow]:
        return self.mirror.all(TicketRow)

    def calls(self) -> list[CallRow]:
        return self.mirror.all(CallRow)

    async def _take(self, frame: AnyFrame) -> None:
        before = dict(self.mirror.rows)
        if isinstance(frame, Snapshot):
            keys = self.mirror.replace(frame)
        elif isinstance(frame, Updates):
            keys = self.mirror.apply(frame)
        elif isinstance(frame, Farewell):
            raise ConnectionError(frame.error.message.en)
        else:
            return
        for key in keys:
            row = self.mirror.get(key)
            if row is not None:
                self._on_change(before.get(key), row)
        async with self._changed:
            self._changed.notify_all()
