"""From a press of "next" to the last of many screens that has the call.

One process holds all screens and presses, so both ends of each time are read from one clock. Most screens are
wallboards, some belong to counters and staff. A board has the call when an update with a call came, a counter when an
update came, that is as new as the press.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import msgspec
import uvloop
from msgspec import Struct

from hall_link.feed import AnyView, CounterView, DisplayView, Hello, StaffView
from tests.bench.officer import Connection, Officer
from tests.bench.wire import PING, PONG, client_frame, take_frames, upgrade_request

COUNTER_EACH, STAFF_EACH = 10, 40
"""Of all screens each tenth is a counter's, each fortieth one of staff."""
FRAME_SECONDS_MAX = 10.0
PAUSE_SECONDS = 0.02
"""Between a press and the next thing at a counter: the machine is at rest when a press comes."""


class _Head(Struct):
    frame: str
    seq: int = 0


_head = msgspec.json.Decoder(_Head)


class _Screen(Connection):
    """One feed. `calls_only`: it shows calls. `seq`, `heard_at`: the newest update that counts, and when it came."""

    def __init__(self, view: AnyView, on_update: Callable[[int, int], None]) -> None:
        super().__init__()
        self.seq, self.heard_at = -1, 0.0
        self._hello = client_frame(msgspec.json.encode(Hello(view)))
        self._calls_only = not isinstance(view, CounterView)
        self._on_update = on_update
        self._loop = asyncio.get_running_loop()
        self._upgraded = False

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        if not self._upgraded:
            head, found, rest = bytes(self.buffer).partition(b"\r\n\r\n")
            if not found:
                return
            assert head.startswith(b"HTTP/1.1 101"), head
            self._upgraded, self.buffer = True, bytearray(rest)
            self.write(self._hello)
        for opcode, payload in take_frames(self.buffer):
            if opcode == PING:
                self.write(client_frame(payload, PONG))
            else:
                self._take(payload)

    def _take(self, payload: bytes) -> None:
        now = self._loop.time()
        head = _head.decode(payload)
        assert head.frame != "farewell", payload
        if head.frame == "snapshot" or (head.frame == "updates" and (not self._calls_only or b'"call"' in payload)):
            before, self.seq, self.heard_at = self.seq, head.seq, now
            self._on_update(before, head.seq)


class _Hall:
    """All screens and one officer who works at every counter in turn."""

    def __init__(self, port: int, key: str) -> None:
        self._port = port
        self._key = key
        self._screens: list[_Screen] = []
        self._awaited = 0
        self._behind = 0
        self._all_have_it = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._officer = Officer(key)

    async def open(self, views: list[AnyView]) -> None:
        await self._loop.create_connection(lambda: self._officer, "127.0.0.1", self._port)
        for number, view in enumerate(views):
            screen = _Screen(view, self._heard)
            self._screens.append(screen)
            await self._loop.create_connection(lambda it=screen: it, "127.0.0.1", self._port)  # type: ignore[misc]
            screen.write(upgrade_request(self._key, f"screen-{number}"))
        await self._until(0)

    def close(self) -> None:
        for connection in (self._officer, *self._screens):
            connection.close()

    async def get_ready(self, counters: list[int], field_of: dict[int, str], presses: int) -> None:
        """Let as many people wait as will be called."""
        for turn in range(presses):
            await self._officer.do("issue_ticket", field_id=field_of[counters[turn % len(counters)]])

    async def press(self, counter_id: int, finishing: str | None) -> tuple[float, str]:
        """Seconds from the press to the last screen, and who was called; the person is at the counter at the end."""
        began = self._loop.time()
        called = await self._officer.do("call_next", counter_id=counter_id, finishing=finishing)
        await self._until(called["seq"])
        last = max(screen.heard_at for screen in self._screens)
        ticket_id: str = called["result"]["ticket"]["ticket_id"]
        await asyncio.sleep(PAUSE_SECONDS)
        await self._officer.do("start_service", counter_id=counter_id, ticket_id=ticket_id)
        await asyncio.sleep(PAUSE_SECONDS)
        return last - began, ticket_id

    async def _until(self, seq: int) -> None:
        """Wait until every screen has what is as new as `seq`."""
        self._awaited = seq
        self._behind = sum(screen.seq < seq for screen in self._screens)
        self._all_have_it.clear()
        if self._behind:
            async with asyncio.timeout(FRAME_SECONDS_MAX):
                await self._all_have_it.wait()

    def _heard(self, before: int, now: int) -> None:
        if before < self._awaited <= now:
            self._behind -= 1
            if not self._behind:
                self._all_have_it.set()


def views_of(screens: int, counters: list[int]) -> list[AnyView]:
    """Wallboards, with a counter's or a staff's screen among them now and then."""
    views: list[AnyView] = []
    for number in range(1, screens + 1):
        if number % STAFF_EACH == 0:
            views.append(StaffView())
        elif number % COUNTER_EACH == 0:
            views.append(CounterView(counters[number // COUNTER_EACH % len(counters)]))
        else:
            views.append(DisplayView())
    return views


def press_to_last_ms(port: int, key: str, field_of: dict[int, str], *, screens: int, presses: int) -> list[float]:
    """Milliseconds of each press. `field_of`: open counters with nobody there, a field that each serves."""

    async def run() -> list[float]:
        counters = list(field_of)
        hall = _Hall(port, key)
        await hall.open(views_of(screens, counters))
        await hall.get_ready(counters, field_of, presses)
        at_counter: dict[int, str | None] = dict.fromkeys(counters)
        taken = []
        for turn in range(presses):
            counter_id = counters[turn % len(counters)]
            seconds, at_counter[counter_id] = await hall.press(counter_id, at_counter[counter_id])
            taken.append(seconds * 1000)
        hall.close()
        return taken

    return uvloop.run(run())
