"""A screen without a socket: subscribed to a feed, holding rows the way every client does, strict about gaps."""

from __future__ import annotations

import asyncio

import msgspec

from hall_link.feed import AnyFrame, AnyView, Beat, Hello, Snapshot, Updates
from hall_link.messages import Problem
from hall_link.mirror import Mirror
from hall_server.domain.model import HallState
from hall_server.service.ports import Position
from hall_server.web.feed import Feed, Subscriber

_FRAME = msgspec.json.Decoder(AnyFrame)


class Screen:
    def __init__(self, feed: Feed, view: AnyView) -> None:
        self.feed = feed
        self.view = view
        self.mirror = Mirror()
        self.snapshots = 0
        self.frames = 0
        self.cut = asyncio.Event()
        self.subscriber = self._new()

    def _new(self) -> Subscriber:
        return Subscriber("screen", self.cut.set)

    def come(self, state: HallState, position: Position, *, resume: bool = True) -> Problem | None:
        """Subscribe, resuming from where the rows stand if there are any."""
        self.subscriber = self._new()
        stands = self.mirror.resume if resume else None
        return self.feed.subscribe(self.subscriber, Hello(self.view, stands), state, position)

    def go(self) -> None:
        self.feed.leave(self.subscriber, self.view)

    async def take(self) -> None:
        """Apply what waits in the outbox; there must be something."""
        for data in await asyncio.wait_for(self.subscriber.take(), 5):
            self.apply(_FRAME.decode(data))

    async def take_if_any(self) -> None:
        if self.subscriber.waiting:
            await self.take()

    def apply(self, frame: AnyFrame) -> None:
        self.frames += 1
        match frame:
            case Snapshot():
                self.snapshots += 1
                self.mirror.replace(frame)
            case Updates():
                self.mirror.apply(frame)
            case Beat():
                assert frame.seq == self.mirror.seq, "a beat at another number is a gap"
            case _:
                raise AssertionError(frame)
