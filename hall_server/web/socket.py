"""One feed's socket, from the door to the farewell, as a bare ASGI endpoint.

    accept ─► who speaks? ─► Hello in time? ─► subscribe in the hall's own order ─► frames until somebody ends it

Every refusal is a `Farewell` frame and then a close code, because a browser or a Qt socket cannot read the body of a
refused handshake. A device that takes no data cannot hold the server: `FAREWELL_SECONDS_MAX` after the decision to end
its feed its connection is cut.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import msgspec
import structlog
from starlette.types import Receive, Scope, Send

from hall_link.feed import PROTOCOL, DisplayView, Hello
from hall_link.messages import Problem
from hall_server.service.attendance import Attendance
from hall_server.service.hall import Hall
from hall_server.service.ports import StorageOutage
from hall_server.web import errors
from hall_server.web.auth import Keys
from hall_server.web.doors import Doors
from hall_server.web.feed import FAREWELL_SECONDS_MAX, SUBSCRIBERS_MAX, Feed, Subscriber

HELLO_SECONDS_MAX = 5.0
HELLO_BYTES_MAX = 4096
CUT = "cut"
WATCH = "watch"
"""Where the server's protocol class leaves, in the scope's `state`, the way to cut a connection, and the way to have it
cut as soon as the device at its other end does not answer any more."""

log = structlog.get_logger("feed")


class _Gone(Exception):
    """The device closed its end."""


class FeedSocket:
    """The ASGI endpoint of `/feed`."""

    def __init__(self, hall: Hall, feed: Feed, attendance: Attendance, keys: Keys, doors: Doors) -> None:
        self._hall = hall
        self._feed = feed
        self._attendance = attendance
        self._keys = keys
        self._doors = doors
        self._hello = msgspec.json.Decoder(Hello)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        cut: Callable[[], None] = scope["state"][CUT]
        with self._doors.socket() as sockets:
            try:
                await receive()
                await send({"type": "websocket.accept"})
                await say_farewell(send, await self._serve(scope, receive, send, sockets), cut)
            except (_Gone, OSError):
                return  # OSError: the connection went while a frame was on its way
            except Exception:
                log.exception("bug", where="feed")
                await say_farewell(send, errors.BUG.problem, cut)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, sockets: int) -> Problem:
        """The feed's whole life; returns why the server ends it."""
        caller = self._keys.caller(dict(scope["headers"]))
        if isinstance(caller, errors.ErrorAnswer):
            return caller.problem
        if self._doors.closed:
            return errors.STOPPING.problem
        if sockets > SUBSCRIBERS_MAX:
            return errors.FEED_FULL
        hello = await self._hear(receive)
        if isinstance(hello, Problem):
            return hello
        if not caller.may_see(hello.view):
            return errors.NOT_WITH_A_PASS.problem
        subscriber = Subscriber(caller.actor, scope["state"][CUT])
        try:
            problem = await self._subscribe(subscriber, hello)
            if problem is not None:
                return problem
            with self._counted_on(caller.actor, hello, scope):
                return await _deliver(subscriber, receive, send)
        finally:
            self._feed.leave(subscriber, hello.view)

    def _counted_on(self, device: str, hello: Hello, scope: Scope) -> AbstractContextManager[None]:
        """Around the feed of a wallboard: it is present, and missed as soon as it does not answer."""
        if not isinstance(hello.view, DisplayView) or hello.duty == "none":
            return nullcontext()
        scope["state"][WATCH]()
        return self._attendance.present(device, hello.view.zone, voice=hello.duty == "speak")

    async def _hear(self, receive: Receive) -> Hello | Problem:
        """The client's one message."""
        try:
            async with asyncio.timeout(HELLO_SECONDS_MAX):
                message = await receive()
        except TimeoutError:
            return errors.HELLO_LATE
        if message["type"] != "websocket.receive":
            raise _Gone
        try:
            hello = self._hello.decode(message.get("text") or message.get("bytes") or b"")
        except msgspec.ValidationError as mistake:
            return errors.invalid(str(mistake)).problem
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return errors.MALFORMED.problem
        return hello if hello.protocol == PROTOCOL else errors.PROTOCOL_UNKNOWN

    async def _subscribe(self, subscriber: Subscriber, hello: Hello) -> Problem | None:
        try:
            problem = await self._hall.read(
                lambda state, position: self._feed.subscribe(subscriber, hello, state, position)
            )
        except StorageOutage as outage:
            return errors.outage(outage).problem
        if problem is None and self._doors.closed:
            return errors.STOPPING.problem
        return problem


async def _deliver(subscriber: Subscriber, receive: Receive, send: Send) -> Problem:
    """Send what comes into the outbox until the feed is over, from whichever side."""
    listening = asyncio.ensure_future(_listen(subscriber, receive))
    try:
        while True:
            for frame in await subscriber.take():
                if subscriber.ending is not None:
                    break
                await send({"type": "websocket.send", "bytes": frame})
            if subscriber.gone:
                raise _Gone
            if subscriber.ending is not None:
                return subscriber.ending
    finally:
        listening.cancel()


async def _listen(subscriber: Subscriber, receive: Receive) -> None:
    """A client has said all it may with its hello; what remains to be heard is that it left."""
    message = await receive()
    if message["type"] == "websocket.receive":
        subscriber.end(errors.SECOND_MESSAGE)
    else:
        subscriber.hang_up()


async def say_farewell(send: Send, problem: Problem, cut: Callable[[], None]) -> None:
    """The last frame, the close code, and then a bounded time for the device to close its end."""
    asyncio.get_running_loop().call_later(FAREWELL_SECONDS_MAX, cut)
    await send({"type": "websocket.send", "bytes": errors.farewell(problem)})
    await send({"type": "websocket.close", "code": errors.close_code(problem)})


async def no_such_feed(scope: Scope, receive: Receive, send: Send) -> None:
    """A WebSocket at any other address."""
    await receive()
    await send({"type": "websocket.accept"})
    await say_farewell(send, errors.NOT_FOUND.problem, scope["state"][CUT])
