"""One program of the demo as a process: started, told what to do with its hand, its log read, stopped.

A program's standard output speaks JSON lines (a hand's answers, the printer's events), its standard error is its log,
kept as a file. What goes wrong in a program is counted here: an error in its log, an end that nobody asked for.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ANSWER_SECONDS_MAX = 90.0
STOP_SECONDS_MAX = 10.0
LINE_BYTES_MAX = 1 << 20
_ERROR_LEVELS = frozenset({"error", "critical"})

Said = dict[str, Any]


class HandError(Exception):
    """The hand could not do what a person would have done."""


class Program:
    """`name`: in words, for the narrator and the log's file name. `on_said`: hears what is no answer of the hand."""

    def __init__(self, name: str, log_file: Path, on_said: Callable[[Said], None]) -> None:
        self.name = name
        self.errors: list[str] = []
        self._log_file = log_file
        self._on_said = on_said
        self._process: asyncio.subprocess.Process | None = None
        self._answers: asyncio.Queue[Said] = asyncio.Queue()
        self._hand_is_free = asyncio.Lock()
        self._stopping = False
        self.ended = asyncio.Event()
        """Set when the process is gone."""
        self._readers: list[asyncio.Task[None]] = []

    async def start(self, module: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            module,
            *arguments,
            env=dict(environment),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=LINE_BYTES_MAX,
            start_new_session=True,  # Ctrl-C is for the demo, which then stops its programs in order
        )
        self._readers = [asyncio.create_task(self._listen()), asyncio.create_task(self._read_log())]

    async def hand(self, **command: object) -> Said:
        """Tell the hand one thing; its answer. Raises HandError if it could not, or did not answer."""
        async with self._hand_is_free:
            process = self._started()
            if process.returncode is not None or process.stdin is None:
                raise HandError(f"{self.name} is gone")
            process.stdin.write(json.dumps(command).encode() + b"\n")
            await process.stdin.drain()
            try:
                answer = await asyncio.wait_for(self._answers.get(), ANSWER_SECONDS_MAX)
            except TimeoutError as error:
                raise HandError(f"{self.name} did not answer {command}") from error
        if not answer.get("ok"):
            raise HandError(f"{self.name}: {command}: {answer.get('why')}")
        return answer

    async def stop(self) -> None:
        """Ask it to end; kill it, and count that as an error, if it does not."""
        self._stopping = True
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_SECONDS_MAX)
        except TimeoutError:
            self.errors.append("did not stop")
            self._process.kill()
            await self._process.wait()
        await asyncio.gather(*self._readers, return_exceptions=True)

    @property
    def pid(self) -> int:
        """Of the process, once it was started."""
        return self._started().pid

    def _started(self) -> asyncio.subprocess.Process:
        assert self._process is not None, f"{self.name} was not started"
        return self._process

    async def _listen(self) -> None:
        process = self._started()
        assert process.stdout is not None, "its output is a pipe"
        async for line in process.stdout:
            try:
                said: Said = json.loads(line)
            except ValueError:
                self.errors.append(f"said what is no JSON: {line[:200]!r}")
                continue
            if "ok" in said:
                self._answers.put_nowait(said)
            else:
                self._on_said(said)
        status = await process.wait()
        self.ended.set()
        if not self._stopping:
            self.errors.append(f"ended by itself with status {status}")
        elif status not in {0, -15}:
            self.errors.append(f"stopped with status {status}")

    async def _read_log(self) -> None:
        errors = self._started().stderr
        assert errors is not None, "its log is a pipe"
        with self._log_file.open("wb") as log:
            async for line in errors:
                log.write(line)
                log.flush()
                self._judge(line)

    def _judge(self, line: bytes) -> None:
        """Whether a line of the log is an error. A line that is no JSON comes from deep below: a crash, a warning of C
        code."""
        try:
            entry = json.loads(line)
        except ValueError:
            if line.startswith((b"Traceback", b"Fatal")):
                self.errors.append(line.decode(errors="replace").strip())
            return
        if entry.get("level") in _ERROR_LEVELS:
            self.errors.append(str(entry.get("event")))
