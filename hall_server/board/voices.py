"""The voices of boards in browsers: one process for each, made when its page asks, ended when the page leaves.

    page  <── WS /board/voice ──>  here  <── lines of JSON ──>  the voice, a program of its own

The voice is a client of the hall like any board: it follows the feed with the board's own pass, so it decides by the
same announcer as every other board, and reports itself what was spoken. Here nothing is decided; lines go both ways,
and what a page says is read before it is handed on. The server knows the program by its command alone and imports
nothing of it: a hall whose server has no voice still has its screens.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import structlog
from starlette.types import Receive, Scope, Send

from hall_link.board_voice import MESSAGE_BYTES_MAX, FromPage
from hall_link.messages import Problem
from hall_server.board import answers
from hall_server.board.sounds import Sounds
from hall_server.web import errors
from hall_server.web.auth import Caller, Keys
from hall_server.web.doors import Doors
from hall_server.web.socket import CUT, WATCH, say_farewell

VOICES_MAX = 8
"""About 100 MB each; a hall has a few screens, and one of them in each zone speaks."""
END_SECONDS_MAX = 2.0
"""How long a voice may take to leave by itself."""

log = structlog.get_logger("board")


@dataclass(frozen=True, slots=True)
class VoiceProgram:
    """`command` starts a voice; `settings`: the file of the hall's wishes for it, None for none; `server_url` is known
    once the server listens."""

    command: Sequence[str]
    settings: Path | None
    server_url: Callable[[], str]

    def environment(self, board: Caller, pass_file: Path, sounds: Path) -> dict[str, str]:
        """How a voice learns whose it is."""
        return {
            **os.environ,
            "HALL_SERVER_URL": self.server_url(),
            "HALL_HALL_ID": "",
            "HALL_KEY_FILE": str(pass_file),
            "HALL_DEVICE": board.actor,
            "HALL_ZONE": board.zone or "",
            "HALL_VOICE_SOUNDS": str(sounds),
            "HALL_VOICE_SETTINGS": str(self.settings or ""),
        }


class _PageLeft(Exception):
    """The page closed its end."""


class VoiceSocket:
    """The ASGI endpoint of `/board/voice`."""

    def __init__(self, program: VoiceProgram, sounds: Sounds, keys: Keys, doors: Doors) -> None:
        self._program = program
        self._sounds = sounds
        self._keys = keys
        self._doors = doors
        self._voices: dict[str, asyncio.Event] = {}
        """Of each board with a voice: set when another page takes its place."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        cut: Callable[[], None] = scope["state"][CUT]
        with self._doors.socket():
            try:
                await receive()
                await send({"type": "websocket.accept"})
                await say_farewell(send, await self._serve(scope, receive, send), cut)
            except (_PageLeft, OSError):
                return
            except Exception:
                log.exception("bug", where="board_voice")
                await say_farewell(send, errors.BUG.problem, cut)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> Problem:
        """The voice's whole life; returns why it ends."""
        board = self._keys.board(dict(scope["headers"]))
        if board is None:
            return errors.UNAUTHORIZED.problem
        if self._doors.closed:
            return errors.STOPPING.problem
        earlier = self._voices.pop(board.actor, None)
        if earlier is not None:
            earlier.set()
        if len(self._voices) >= VOICES_MAX:
            return answers.VOICES_FULL
        # A screen that was unplugged says no goodbye, and its voice must not go on speaking to nobody.
        scope["state"][WATCH]()
        taken = self._voices[board.actor] = asyncio.Event()
        try:
            async with self._voice(board) as process:
                return await self._relay(process, receive, send, taken)
        finally:
            if self._voices.get(board.actor) is taken:
                del self._voices[board.actor]

    async def _relay(
        self, process: asyncio.subprocess.Process, receive: Receive, send: Send, taken: asyncio.Event
    ) -> Problem:
        """Hand on what both say until either ends, the doors close, or another page takes over."""
        endings: dict[asyncio.Future[None], Problem] = {
            asyncio.ensure_future(self._doors.closing()): errors.STOPPING.problem,
            asyncio.ensure_future(_wait(taken)): answers.VOICE_TAKEN,
            asyncio.ensure_future(_from_voice(process, send)): answers.VOICE_LOST,
            asyncio.ensure_future(_from_page(process, receive)): answers.NOT_UNDERSTOOD,
        }
        done: set[asyncio.Future[None]] = set()
        try:
            done, _ = await asyncio.wait(endings, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in endings:
                task.cancel()
            await asyncio.gather(*endings, return_exceptions=True)
        first = next(task for task in endings if task in done)
        first.result()
        return endings[first]

    @asynccontextmanager
    async def _voice(self, board: Caller) -> AsyncIterator[asyncio.subprocess.Process]:
        """A voice at work; gone when this is left."""
        sounds = self._sounds.of(board.actor)
        pass_file = self._sounds.keep_pass(board.actor, self._keys.board_pass(board.actor, board.zone or ""))
        process = await asyncio.create_subprocess_exec(
            *self._program.command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=self._program.environment(board, pass_file, sounds),
            limit=MESSAGE_BYTES_MAX,
        )
        log.info("board_voice", device=board.actor, pid=process.pid)
        try:
            yield process
        finally:
            await _end(process)
            log.info("board_voice_ended", device=board.actor, status=process.returncode)


async def _wait(event: asyncio.Event) -> None:
    await event.wait()


async def _from_voice(process: asyncio.subprocess.Process, send: Send) -> None:
    """Returns when the voice has said its last."""
    assert process.stdout is not None, "its voice is a pipe"
    with contextlib.suppress(ValueError):  # a line beyond the limit: no voice of ours
        while line := await process.stdout.readline():
            await send({"type": "websocket.send", "text": line.decode().rstrip("\n")})


async def _from_page(process: asyncio.subprocess.Process, receive: Receive) -> None:
    """Returns when the page said something that cannot be. Raises _PageLeft."""
    assert process.stdin is not None, "its ear is a pipe"
    while True:
        message = await receive()
        if message["type"] != "websocket.receive":
            raise _PageLeft
        try:
            told = msgspec.json.decode(message.get("text") or message.get("bytes") or b"", type=FromPage)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return
        with contextlib.suppress(ConnectionError):  # its end is seen where it is listened to
            process.stdin.write(msgspec.json.encode(told) + b"\n")
            await process.stdin.drain()


async def _end(process: asyncio.subprocess.Process) -> None:
    """Let it leave by itself when nobody talks to it any more, and else make it."""
    assert process.stdin is not None, "its ear is a pipe"
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), END_SECONDS_MAX)
    except TimeoutError:
        process.kill()
        await process.wait()
