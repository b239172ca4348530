"""What the programs of a hall hold in memory after some work: server, kiosk, wallboard with its voice."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from demo.observer import Observer
from demo.programs import Program, Said
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, CallRow, TicketRow
from tests.bench.officer import Officer
from tests.e2e.server_process import ServerProcess

START_SECONDS_MAX = 60.0
TILE_MS_MAX = 30_000
ANNOUNCED_SECONDS_MAX = 90.0
KIB_A_MB = 1024.0


class Held(NamedTuple):
    """MB of 2^20 bytes. `rss`: pages in memory. `pss`: the same, each shared page divided among those who share it."""

    rss: float
    pss: float


def held_by(pid: int) -> Held:
    """What a process holds now."""
    return parse_rollup(Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"))


def parse_rollup(text: str) -> Held:
    """From `/proc/PID/smaps_rollup`, whose sizes are in kB."""
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in text.splitlines() if line.endswith(" kB")}
    return Held(sizes["Rss"] / KIB_A_MB, sizes["Pss"] / KIB_A_MB)


def children_of(pid: int) -> Iterator[int]:
    """The processes that a process started itself."""
    for thread in Path(f"/proc/{pid}/task").iterdir():
        yield from map(int, (thread / "children").read_text(encoding="ascii").split())


async def held_by_screens(
    server: ServerProcess, folder: Path, field_of: dict[int, str], tickets: int
) -> dict[str, Held]:
    """What a kiosk holds that gave `tickets` numbers on paper, a wallboard that showed and said as many calls, and the
    wallboard's voice. The real programs, headless, with the virtual printer."""
    stage = _Stage(server, folder)
    try:
        kiosk, display = await stage.open()
        counters = list(field_of.items())
        for turn in range(tickets):
            counter_id, field_id = counters[turn % len(counters)]
            if turn < len(counters):
                await stage.open_counter(counter_id)
            await stage.take_number(field_id)
            await stage.call_next(counter_id)
        held = {"kiosk": held_by(kiosk.pid), "display": held_by(display.pid)}
        for voice in children_of(display.pid):
            held["display_voice"] = held_by(voice)
        return held
    finally:
        await stage.close()


class _Stage:
    """The programs, from their start to their end."""

    def __init__(self, server: ServerProcess, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._programs: dict[str, Program] = {}
        self._officer = Officer(server.key)
        self._at_counter: dict[int, str] = {}
        self._observer = Observer(server.url, server.key, _unseen)
        self._following: asyncio.Task[None] | None = None

    async def open(self) -> tuple[Program, Program]:
        self._folder.mkdir(parents=True, exist_ok=True)
        port: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def heard(said: Said) -> None:
            if said.get("event") == "listening":
                port.set_result(int(said["port"]))

        await self._start("printer", "printer_drivers", "virtual", "--port", "0", "--out", str(self._folder), on=heard)
        address = f"tcp://127.0.0.1:{await asyncio.wait_for(port, START_SECONDS_MAX)}"
        screen = ("--headless", "--hand", "--size")
        await self._start("kiosk", "kiosk", *screen, "1080x1920", "--printer", address)
        await self._start("display", "display", *screen, "1920x1080", "--announcements", str(self._folder))
        await asyncio.get_running_loop().create_connection(lambda: self._officer, "127.0.0.1", self._server.port)
        self._following = asyncio.ensure_future(self._observer.follow())
        return self._programs["kiosk"], self._programs["display"]

    async def _start(self, name: str, module: str, *arguments: str, on: Callable[[Said], None] | None = None) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("HALL_")} | {
            "HALL_DEVICE": f"{name}-bench",
            "HALL_KEY_FILE": str(self._server.folder / "hall.key"),
            "HALL_SERVER_URL": self._server.url,
        }
        program = Program(name, self._folder / f"{name}.jsonl", on or _unheard)
        self._programs[name] = program
        await program.start(module, arguments, environment)

    async def take_number(self, field_id: str) -> None:
        """As a citizen does it."""
        kiosk = self._programs["kiosk"]
        tile = f"fieldTile_{field_id}"
        await kiosk.hand(wait=tile, milliseconds=TILE_MS_MAX)
        await kiosk.hand(tap=tile)
        await kiosk.hand(wait="doneButton", milliseconds=TILE_MS_MAX)
        await kiosk.hand(tap="doneButton")

    async def open_counter(self, counter_id: int) -> None:
        await self._officer.do("open_counter", counter_id=counter_id)

    async def call_next(self, counter_id: int) -> None:
        """Call somebody; the wallboard has shown and said it before this ends."""
        called = await self._officer.do("call_next", counter_id=counter_id, finishing=self._at_counter.get(counter_id))
        ticket = msgspec.convert(called["result"]["ticket"], TicketRow)
        announced = await self._observer.until(lambda mirror: _announced(mirror, ticket), ANNOUNCED_SECONDS_MAX)
        assert announced, f"{ticket.number} was not announced"
        await self._officer.do("start_service", counter_id=counter_id, ticket_id=ticket.ticket_id)
        self._at_counter[counter_id] = ticket.ticket_id

    async def close(self) -> None:
        self._officer.close()
        if self._following is not None:
            self._following.cancel()
        await asyncio.gather(*(program.stop() for program in self._programs.values()))
        faults = [f"{name}: {error}" for name, program in self._programs.items() for error in program.errors]
        assert not faults, "; ".join(faults)


def _unheard(_: Said) -> None:
    """What a program says that nobody waits for."""


def _unseen(_: AnyRow | None, __: AnyRow) -> None:
    """Single changes matter to nobody here."""


def _announced(mirror: Mirror, ticket: TicketRow) -> bool:
    call = mirror.get(f"call/{ticket.call_id}")
    return isinstance(call, CallRow) and call.shown_at is not None and call.spoken != "pending"
