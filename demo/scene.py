"""Which programs make the hall of the demo, how each is started, and where its traces lie.

    OUT/summary.json   tickets/*.png   pictures/*.png   announcements/*.wav   logs/*.jsonl

The screens are given the hall's key and its id and nothing else: they find the server by zeroconf, as in a real hall.
The id is new for each demo, so two of them on one network do not meet.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import config
from demo.programs import Program, Said
from hall_link.discovery import Browser, FoundServer, servers_of

COUNTERS = (1, 2, 3)
START_SECONDS_MAX = 60.0
T = TypeVar("T")
_KIOSK_SIZE, _COUNTER_SIZE, _DISPLAY_SIZE = "1080x1920", "1366x768", "1920x1080"
_KIOSK_WINDOW, _DISPLAY_WINDOW = "540x960", "1280x720"


class SceneError(Exception):
    """Something of the hall did not come up; the message says what."""


@dataclass(slots=True)
class Scene:
    """`folder`: the server's own. `out`: what the demo leaves. `say`: a line for the terminal."""

    folder: Path
    out: Path
    headless: bool
    say: Callable[[str], None]
    hall_id: str = field(default_factory=lambda: f"demo-{secrets.token_hex(4)}")
    programs: dict[str, Program] = field(default_factory=dict)
    server_url: str = ""

    async def open(self) -> None:
        """Start everything. Raises SceneError."""
        for name in ("tickets", "pictures", "announcements", "logs"):
            (self.out / name).mkdir(parents=True, exist_ok=True)
        document = self._write_document()
        await self._start(
            "server", "hall_server", "serve", "--config", document, "--data", self.folder / "server",
            "--host", "127.0.0.1", "--port", 0,
        )  # fmt: skip
        printer_port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        await self._start(
            "printer", "printer_drivers", "virtual", "--port", 0, "--out", self.out / "tickets",
            on_said=lambda said: _take_port(said, printer_port),
        )  # fmt: skip
        self.server_url = await self._sign_of("server", self._find_server())
        self.say(f"Máy chủ: {self.server_url}")
        await self._open_screens(await self._sign_of("printer", printer_port))

    async def close(self) -> None:
        """Stop the screens, then what they stand on."""
        order = [name for name in self.programs if name not in {"server", "printer"}]
        await asyncio.gather(*(self.programs[name].stop() for name in order))
        for name in ("printer", "server"):
            if name in self.programs:
                await self.programs[name].stop()

    @property
    def key_file(self) -> Path:
        return self.folder / "server" / "hall.key"

    async def _open_screens(self, printer_port: int) -> None:
        await asyncio.gather(
            self._screen("kiosk", _KIOSK_SIZE if self.headless else _KIOSK_WINDOW,
                         "--printer", f"tcp://127.0.0.1:{printer_port}"),
            self._screen("display", _DISPLAY_SIZE if self.headless else _DISPLAY_WINDOW,
                         "--announcements", self.out / "announcements"),
            *(self._screen("counter", _COUNTER_SIZE, "--counter", number, number=number) for number in COUNTERS),
        )  # fmt: skip

    async def _screen(self, module: str, size: str, *arguments: object, number: int = 1) -> None:
        mode = ["--headless"] if self.headless else ["--windowed"]
        name = f"{module}-{number}"
        await self._start(name, module, *mode, "--hand", "--size", size, *arguments, device=name)

    async def _start(
        self,
        name: str,
        module: str,
        *arguments: object,
        device: str = "",
        on_said: Callable[[Said], None] | None = None,
    ) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("HALL_")}
        if device:
            environment |= {"HALL_DEVICE": device, "HALL_KEY_FILE": str(self.key_file), "HALL_HALL_ID": self.hall_id}
            environment |= {"HALL_STATE_FOLDER": str(self.folder / device)}
        program = Program(name, self.out / "logs" / f"{name}.jsonl", on_said or _unheard)
        self.programs[name] = program
        await program.start(module, [str(argument) for argument in arguments], environment)

    def _write_document(self) -> Path:
        """The demo's hall under an id of its own, with the catalogue of procedures beside it."""
        source = Path(config.__file__).parent
        text = (source / "hall.demo.toml").read_text(encoding="utf-8")
        document = self.folder / "hall.toml"
        document.write_text(text.replace('hall_id = "demo"', f'hall_id = "{self.hall_id}"'), encoding="utf-8")
        (self.folder / "procedures.csv").write_bytes((source / "procedures.csv").read_bytes())
        return document

    async def _sign_of(self, name: str, sign: Awaitable[T]) -> T:
        """What tells that a program is up, unless it ends or takes too long."""
        waiting = asyncio.ensure_future(sign)
        ended = asyncio.ensure_future(self.programs[name].ended.wait())
        await asyncio.wait((waiting, ended), timeout=START_SECONDS_MAX, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if waiting.done():
            return waiting.result()
        waiting.cancel()
        raise SceneError(f"{name}: không khởi động được, xem {self.out / 'logs'} / did not come up, see its log there")

    async def _find_server(self) -> str:
        loop = asyncio.get_running_loop()
        found: asyncio.Future[str] = loop.create_future()

        def settle(url: str) -> None:
            if not found.done():
                found.set_result(url)

        def heard(servers: tuple[FoundServer, ...]) -> None:
            for url in servers_of(servers, self.hall_id)[:1]:
                loop.call_soon_threadsafe(settle, url)

        browser = Browser(heard)
        browser.start()
        try:
            return await found
        finally:
            browser.stop()


def _unheard(_: Said) -> None:
    """What a program says that nobody waits for."""


def _take_port(said: Said, port: asyncio.Future[int]) -> None:
    if said.get("event") == "listening" and not port.done():
        port.set_result(int(said["port"]))
