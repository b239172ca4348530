"""The client machine of `hall_link.session` on asyncio's sockets, for clients without a screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from random import Random

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from hall_link.commands import Command
from hall_link.effects import (
    Changed,
    CloseSocket,
    DropPost,
    Effect,
    Finished,
    LiveChanged,
    OpenSocket,
    Outcome,
    PostCommand,
    SendText,
)
from hall_link.feed import AnyView
from hall_link.messages import DEVICE_HEADER, IDEMPOTENCY_HEADER
from hall_link.session import Session

POST_SECONDS_MAX = 5.0


class LinkShell:
    """One device of the hall at `url`; use as an async context manager."""

    def __init__(self, url: str, key: str, device: str, view: AnyView, dice: Random) -> None:
        self.session = Session(view, dice.random)
        self._url = url
        self._headers = {"Authorization": f"Bearer {key}", DEVICE_HEADER: device}
        self._loop = asyncio.get_running_loop()
        self._http = httpx.AsyncClient(timeout=POST_SECONDS_MAX, trust_env=False)
        self._sockets: dict[int, ClientConnection] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting_for: dict[str, asyncio.Future[Outcome]] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._changed = asyncio.Event()

    async def __aenter__(self) -> LinkShell:
        self._do(self.session.servers_found([self._url], self._loop.time()))
        self._do(self.session.connect(self._loop.time()))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._do(self.session.stop())
        if self._timer is not None:
            self._timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._http.aclose()

    async def ask(self, command: Command, command_id: str, patience_seconds: float) -> Outcome:
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._waiting_for[command_id] = future
        self._do(self.session.submit(command, command_id, patience_seconds, self._loop.time()))
        return await future

    async def until(self, holds: Callable[[Session], bool], seconds_max: float) -> None:
        """Wait until something holds of the session. Raises TimeoutError."""
        async with asyncio.timeout(seconds_max):
            while not holds(self.session):
                self._changed.clear()
                await self._changed.wait()

    def _do(self, effects: list[Effect]) -> None:
        for effect in effects:
            self._do_one(effect)
        if self._timer is not None:
            self._timer.cancel()
        deadline = self.session.deadline()
        self._timer = None if deadline is None else self._loop.call_at(deadline, self._tick)

    def _tick(self) -> None:
        self._do(self.session.tick(self._loop.time()))

    def _do_one(self, effect: Effect) -> None:
        match effect:
            case OpenSocket():
                self._begin(self._feed(effect))
            case SendText():
                self._begin(self._sockets[effect.socket].send(effect.text))
            case CloseSocket():
                socket = self._sockets.pop(effect.socket, None)
                if socket is not None:
                    self._begin(socket.close())
            case PostCommand():
                self._begin(self._post(effect))
            case Finished():
                self._waiting_for.pop(effect.command_id).set_result(effect.outcome)
            case Changed() | LiveChanged():
                self._changed.set()
            case DropPost():
                pass  # its answer will be one that the session no longer wants

    def _begin(self, coroutine: object) -> None:
        task: asyncio.Task[None] = self._loop.create_task(coroutine)  # type: ignore[arg-type]
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _feed(self, effect: OpenSocket) -> None:
        address = effect.server_url.replace("http", "ws", 1) + "/feed"
        try:
            async with connect(
                address, additional_headers=self._headers, max_size=None, open_timeout=POST_SECONDS_MAX
            ) as socket:
                self._sockets[effect.socket] = socket
                self._do(self.session.opened(effect.socket, self._loop.time()))
                async for text in socket:
                    self._do(self.session.received(effect.socket, text, self._loop.time()))
        except (OSError, WebSocketException, TimeoutError):
            pass  # whatever ended it, the session hears that it is lost
        self._sockets.pop(effect.socket, None)
        self._do(self.session.lost(effect.socket, self._loop.time()))

    async def _post(self, effect: PostCommand) -> None:
        headers = {**self._headers, IDEMPOTENCY_HEADER: effect.command_id, "Content-Type": "application/json"}
        try:
            answer = await self._http.post(
                f"{effect.server_url}/commands/{effect.name}", content=effect.body, headers=headers
            )
        except httpx.HTTPError:
            self._do(self.session.post_failed(effect.command_id, effect.attempt, self._loop.time()))
            return
        self._do(
            self.session.answered(
                effect.command_id, effect.attempt, answer.status_code, answer.content, self._loop.time()
            )
        )
