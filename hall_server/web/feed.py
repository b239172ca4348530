"""The feed: every committed batch becomes at most one frame per view and turn of the loop, for all who watch it.

    publish (after each commit) ──► channels redraw what was touched ──► end of the loop's turn: flush ──► outboxes

A channel lives while somebody watches and `CHANNEL_KEPT_SECONDS` beyond, so that a device that lost its connection
finds what it missed. A subscriber's outbox is bounded: one that does not take its frames is told so and dropped; it
comes back and resumes, and nobody else waits for it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

import structlog

from hall_link.feed import BEAT_SECONDS, AnyView, Hello
from hall_link.messages import Problem
from hall_server.domain.model import HallState
from hall_server.domain.touched import Touched
from hall_server.service.ports import Clock, Position
from hall_server.web import errors
from hall_server.web.channel import Channel
from hall_server.web.metrics import Metrics
from hall_server.web.moment import Moment, Premises
from hall_server.web.views import why_no_view

SUBSCRIBERS_MAX = 1000
"""Sockets at once, those that have not said hello included."""
OUTBOX_FRAMES_MAX = 256
"""Frames that wait for one subscriber; four minutes of a hall in which something changes every second."""
OUTBOX_BYTES_MAX = 4 * 1024 * 1024
"""Bytes that wait for one subscriber beyond its first frame; encoded frames are shared, so this bounds traffic more
than memory."""
FAREWELL_SECONDS_MAX = 2.0
"""From the decision to end a feed to the end of its connection."""
CHANNEL_KEPT_SECONDS = 60.0
"""How long a view that nobody watches is kept up to date for those who come back."""

log = structlog.get_logger("feed")


class Subscriber:
    """One device's frames on their way out. `device`: its name, for the log. `cut`: ends its connection, whatever
    state that is in."""

    def __init__(self, device: str, cut: Callable[[], None]) -> None:
        self.device = device
        self.ending: Problem | None = None
        self.gone = False
        self._cut = cut
        self._frames: deque[bytes] = deque()
        self._bytes = 0
        self._ready = asyncio.Event()

    @property
    def waiting(self) -> int:
        """Frames that the device has not been given yet."""
        return len(self._frames)

    def begin(self, frame: bytes) -> None:
        """The first frame, however large: without it nothing else makes sense."""
        self._frames.append(frame)
        self._ready.set()

    def offer(self, frame: bytes) -> bool:
        """Queue a frame, unless the feed is ending; False when the outbox is full."""
        if self.ending is not None:
            return True
        if len(self._frames) >= OUTBOX_FRAMES_MAX or self._bytes + len(frame) > OUTBOX_BYTES_MAX:
            return False
        self._frames.append(frame)
        self._bytes += len(frame)
        self._ready.set()
        return True

    def end(self, problem: Problem) -> None:
        """Nothing more but a farewell, and soon no connection: a device that takes no data would not let go of it."""
        if self.ending is None:
            self.ending = problem
            self._frames.clear()
            self._ready.set()
            asyncio.get_running_loop().call_later(FAREWELL_SECONDS_MAX, self._cut)

    def hang_up(self) -> None:
        """The device closed its end."""
        self.gone = True
        self._ready.set()

    async def take(self) -> list[bytes]:
        """Whatever waits; nothing when the feed is over."""
        await self._ready.wait()
        self._ready.clear()
        frames = list(self._frames)
        self._frames.clear()
        self._bytes = 0
        return frames


class _Watched:
    """A channel and who watches it. `leaving`: when it will be given up, if nobody comes."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.subscribers: set[Subscriber] = set()
        self.leaving: asyncio.TimerHandle | None = None


class Feed:
    """Implements `ports.Publisher`. All methods belong to the event loop's thread."""

    def __init__(self, clock: Clock, metrics: Metrics) -> None:
        self._clock = clock
        self._metrics = metrics
        self._premises = Premises()
        self._watched: dict[AnyView, _Watched] = {}
        self._flush_is_planned = False
        self._loop = asyncio.get_running_loop()

    @property
    def watching(self) -> int:
        """Views that are kept up to date."""
        return len(self._watched)

    # ------------------------------------------------------------------------------------------------ from the hall

    def publish(self, state: HallState, position: Position, touched: Touched) -> None:
        """Redraw what the batch touched, now, while the state is what was committed; frames go out at the end of the
        turn."""
        if not self._watched:
            return
        moment = Moment(state)
        changed = self._premises.look(moment)
        for watched in self._watched.values():
            watched.channel.follow(moment, self._premises, changed, touched, position)
        if touched.premises:
            self._end_impossible(state)
        self._plan_flush()

    def reset(self, state: HallState, position: Position) -> None:
        """After an outage: compare every row with what was sent, and send the difference."""
        moment = Moment(state)
        changed = self._premises.look(moment)
        for watched in self._watched.values():
            watched.channel.draw_anew(moment, self._premises, changed, position)
        self._end_impossible(state)
        self._plan_flush()

    def _end_impossible(self, state: HallState) -> None:
        """A new document may have taken away the counter or zone that a view is about."""
        for view, watched in self._watched.items():
            problem = why_no_view(state, view) if watched.subscribers else None
            if problem is not None:
                for subscriber in watched.subscribers:
                    self._end(subscriber, problem)

    # ---------------------------------------------------------------------------------------------- to the devices

    def subscribe(self, subscriber: Subscriber, hello: Hello, state: HallState, position: Position) -> Problem | None:
        """Begin a feed, as a reader of `Hall.read`: the first frame shows the state as it was last published, and
        nothing is missed or sent twice after it. Returns why not, if not."""
        problem = why_no_view(state, hello.view)
        if problem is not None:
            return problem
        watched = self._watched.get(hello.view) or self._watch(hello.view, state, position)
        self._flush_one(watched)
        missed = None if hello.resume is None else watched.channel.since(hello.resume)
        subscriber.begin(watched.channel.snapshot() if missed is None else missed)
        watched.subscribers.add(subscriber)
        if watched.leaving is not None:
            watched.leaving.cancel()
            watched.leaving = None
        self._metrics.subscribers.labels(kind_of(hello.view)).inc()
        return None

    def _watch(self, view: AnyView, state: HallState, position: Position) -> _Watched:
        """A new channel. Those that exist stand where the state was last published, which is where it is now."""
        moment = Moment(state)
        self._premises.look(moment)
        watched = _Watched(Channel(view, moment, self._premises, position))
        self._watched[view] = watched
        return watched

    def leave(self, subscriber: Subscriber, view: AnyView) -> None:
        """The socket is gone. Does nothing for one that was never subscribed."""
        watched = self._watched.get(view)
        if watched is None or subscriber not in watched.subscribers:
            return
        watched.subscribers.discard(subscriber)
        self._metrics.subscribers.labels(kind_of(view)).dec()
        if not watched.subscribers:
            watched.leaving = self._loop.call_later(CHANNEL_KEPT_SECONDS, self._watched.pop, view)

    def _plan_flush(self) -> None:
        if not self._flush_is_planned:
            self._flush_is_planned = True
            self._loop.call_soon(self._flush)

    def _flush(self) -> None:
        self._flush_is_planned = False
        for watched in self._watched.values():
            self._flush_one(watched)

    def _flush_one(self, watched: _Watched) -> None:
        frame = watched.channel.flush()
        if frame is not None:
            self._hand_out(watched, frame)

    def _hand_out(self, watched: _Watched, frame: bytes) -> None:
        for subscriber in watched.subscribers:
            if not subscriber.offer(frame):
                self._end(subscriber, errors.SUBSCRIBER_SLOW)
        if watched.subscribers:
            self._metrics.frames.labels(kind_of(watched.channel.view)).inc(len(watched.subscribers))

    def beat(self) -> None:
        """Let every feed be heard, and bring views in which nothing changed on to the latest number."""
        at = self._clock.now()
        for watched in self._watched.values():
            self._flush_one(watched)
            if watched.channel.behind:
                self._hand_out(watched, watched.channel.advance())
            self._hand_out(watched, watched.channel.beat(at))

    async def run(self) -> None:
        """Beat until cancelled."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            self.beat()

    def end_all(self, problem: Problem) -> None:
        """Say farewell to everybody."""
        for watched in self._watched.values():
            for subscriber in watched.subscribers:
                self._end(subscriber, problem)

    def _end(self, subscriber: Subscriber, problem: Problem) -> None:
        if subscriber.ending is None:
            subscriber.end(problem)
            self._metrics.dropped.labels(problem.code).inc()
            log.warning("feed_ended", device=subscriber.device, code=problem.code)


def kind_of(view: AnyView) -> str:
    """The view's tag on the wire."""
    tag = view.__struct_config__.tag
    assert isinstance(tag, str), "every view has a tag"
    return tag
