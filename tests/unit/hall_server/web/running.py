"""A hall that really listens, in process, on a port of its own choosing; and callers for it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import msgspec
from websockets.asyncio.client import ClientConnection, connect

from hall_link.feed import AnyFrame, AnyView, Beat, Duty, Hello, Resume
from hall_server.board.routes import board_routes
from hall_server.board.voices import VoiceProgram
from hall_server.domain import commands as c
from hall_server.service.attendance import Attendance
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Envelope
from hall_server.web.app import make_app
from hall_server.web.auth import Keys
from hall_server.web.doors import Doors
from hall_server.web.feed import Feed
from hall_server.web.metrics import MeasuredJournal, Metrics
from hall_server.web.results import result_of
from hall_server.web.server import HallServer
from hall_server.web.socket import FeedSocket
from tests.halls import document
from tests.unit.hall_server.service.fakes import MemoryJournal, ToldClock

KEY = "a-hall-key-for-tests-only"
BOARD_KEY = "a-board-key-for-tests-only"
DEVICE = "test-1"
VOICE = (sys.executable, "-m", "tests.unit.hall_server.board.parrot")
"""A voice of few words, for what lies between it and a page."""
PATIENCE_SECONDS = 5.0
"""How long a test waits for what must happen."""
_FRAME = msgspec.json.Decoder(AnyFrame)


@dataclass
class RunningHall:
    journal: MemoryJournal
    clock: ToldClock
    metrics: Metrics
    doors: Doors
    feed: Feed
    hall: Hall
    attendance: Attendance
    server: HallServer
    http: httpx.AsyncClient
    ids: count[int] = field(default_factory=count)

    async def do(self, command: c.Command) -> Done:
        answer = await self.hall.execute(Envelope(f"direct-{next(self.ids)}", "test", command, b"direct"))
        assert isinstance(answer, Done), answer
        return answer

    async def begin_day(self, *counters: int) -> None:
        await self.do(c.ConfigureHall(document()))
        await self.do(c.OpenDay())
        for counter_id in counters:
            await self.do(c.OpenCounter(counter_id))

    async def post(
        self, name: str, body: object = None, *, command_id: str = "", content: bytes | None = None, **headers: str
    ) -> httpx.Response:
        """Ask something over the wire; `headers` with underscores for dashes."""
        given = {"Idempotency-Key": command_id or f"command-{next(self.ids)}", "Content-Type": "application/json"}
        given |= {key.replace("_", "-"): value for key, value in headers.items()}
        content = msgspec.json.encode(body if body is not None else {}) if content is None else content
        return await self.http.post(f"/commands/{name}", content=content, headers=given)

    def socket(self, path: str = "/feed", **headers: str) -> connect:
        given = {"Authorization": f"Bearer {KEY}", "Hall-Device": DEVICE}
        given |= {key.replace("_", "-"): value for key, value in headers.items()}
        return connect(
            f"ws://127.0.0.1:{self.server.port}{path}", additional_headers=given, max_size=None, compression=None
        )

    @asynccontextmanager
    async def watch(
        self, view: AnyView, resume: Resume | None = None, duty: Duty = "none"
    ) -> AsyncIterator[ClientConnection]:
        async with self.socket() as socket:
            await socket.send(msgspec.json.encode(Hello(view, resume, duty=duty)).decode())
            yield socket


async def heard(socket: ClientConnection) -> AnyFrame:
    """The next frame that is no beat."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            frame: AnyFrame = _FRAME.decode(await socket.recv())
            if not isinstance(frame, Beat):
                return frame


@asynccontextmanager
async def running_hall() -> AsyncIterator[RunningHall]:
    journal, clock, metrics, doors = MemoryJournal(), ToldClock(), Metrics(), Doors()
    feed = Feed(clock, metrics)
    hall = Hall(MeasuredJournal(journal, metrics, asyncio.get_running_loop().time), clock, feed, result_of)
    hall.open()
    attendance = Attendance(asyncio.get_running_loop().time)
    keys = Keys(KEY, BOARD_KEY)
    feeds = FeedSocket(hall, feed, attendance, keys, doors)
    app = make_app(hall, journal, clock, feeds, keys, metrics, doors, version="1.2.3")
    server = HallServer(app, feed, doors, host="127.0.0.1", port=0)
    folder = TemporaryDirectory()
    voice = VoiceProgram(VOICE, None, lambda: f"http://127.0.0.1:{server.port}")
    app.also(board_routes(hall, keys, doors, voice, Path(folder.name)))
    serving = asyncio.ensure_future(server.serve())
    await asyncio.wait_for(server.listening.wait(), PATIENCE_SECONDS)
    headers = {"Authorization": f"Bearer {KEY}", "Hall-Device": DEVICE}
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", headers=headers) as http:
            yield RunningHall(journal, clock, metrics, doors, feed, hall, attendance, server, http)
    finally:
        server.should_exit = True
        await asyncio.wait_for(serving, 3 * PATIENCE_SECONDS)
        folder.cleanup()
