"""What this kiosk owes, on its disk, so that it owes it still when it dies at any moment.

It owes two kinds of thing. A question for a number is owed until its ticket stands in the printer's own journal, or
until there is nothing to print: asked again under the same command id, the hall gives the same number and no second
one. A fact, or a number handed back, is owed until the hall has answered. One JSON line for each step, synced before
the step is taken:

    {"step": "owed", "id": "...", "at": 1764..., "name": "issue_ticket", "body": {...}, "language": "vi"}
    {"step": "done", "id": "..."}

When nothing is owed the file is empty: what people asked for is not kept longer than it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

import msgspec
import structlog
from msgspec import Raw

from hall_link.commands import Command
from hall_link.messages import COMMANDS
from kiosk.visit import Language
from printer_drivers.synced_lines import SyncedLines

COMPACT_LINES_MIN = 512
OWED_MAX = 2_000
"""A busy day without a server; beyond it the oldest is forgotten before the disk fills."""

_log = structlog.get_logger("kiosk.ledger")
_SPECS = {spec.command: spec for spec in COMMANDS}
_COMMANDS = {spec.name: spec.command for spec in COMMANDS}


class Owed(msgspec.Struct, frozen=True, tag_field="step", tag="owed"):
    """A line of the file. `at`: seconds of the wall clock; `language`: of the person who asks."""

    id: str
    at: float
    name: str
    body: Raw
    language: Language = "vi"

    @property
    def command(self) -> Command:
        """What is to be said to the hall. Raises msgspec.ValidationError for a command of another version."""
        return msgspec.json.decode(self.body, type=_COMMANDS[self.name])


class Done(msgspec.Struct, frozen=True, tag_field="step", tag="done"):
    """A line of the file."""

    id: str


_DECODER = msgspec.json.Decoder(Owed | Done)


class Ledger:
    """`file`: None to remember in memory alone. `new_id`: a command id that was never used. `clock`: seconds that mean
    the same after a restart. Methods may be called from any thread; a disk that takes nothing is logged, and what is
    owed is then remembered in memory, because the person in front of the screen comes first.
    """

    def __init__(self, file: Path | None, *, new_id: Callable[[], str], clock: Callable[[], float]) -> None:
        self._new_id = new_id
        self._clock = clock
        self._lock = Lock()
        self._owed: dict[str, Owed] = {}
        self._lines = SyncedLines(file) if file is not None else None
        for line in self._lines.read() if self._lines is not None else []:
            self._read(line)

    @property
    def owed(self) -> tuple[Owed, ...]:
        """Everything not done, oldest first."""
        with self._lock:
            return tuple(self._owed.values())

    def age_seconds(self, owed: Owed) -> float:
        """Since it is owed, by the wall clock; never negative, whoever set that clock meanwhile."""
        return max(0.0, self._clock() - owed.at)

    def owe(self, command: Command, language: Language = "vi") -> str:
        """From now on this is owed; returns the command id under which it is to be said."""
        step = Owed(
            self._new_id(), self._clock(), _SPECS[type(command)].name, Raw(msgspec.json.encode(command)), language
        )
        with self._lock:
            self._apply(step)
            self._note(step)
        return step.id

    def done(self, command_id: str) -> None:
        """Nothing more is owed. Again is nothing."""
        with self._lock:
            if command_id in self._owed:
                step = Done(command_id)
                self._apply(step)
                self._note(step)

    def close(self) -> None:
        """Closes the file; what is owed from now on is remembered in memory alone."""
        with self._lock:
            if self._lines is not None:
                self._lines.close()
                self._lines = None

    def _read(self, line: bytes) -> None:
        try:
            step = _DECODER.decode(line)
            if isinstance(step, Owed):
                _ = step.command
        except (msgspec.MsgspecError, KeyError):
            _log.error("a line of the ledger cannot be read")
            return
        self._apply(step)

    def _apply(self, step: Owed | Done) -> None:
        if isinstance(step, Done):
            self._owed.pop(step.id, None)
            return
        self._owed[step.id] = step
        while len(self._owed) > OWED_MAX:
            forgotten = self._owed.pop(next(iter(self._owed)))
            _log.error("too much is owed, the oldest is forgotten", command=forgotten.name)

    def _note(self, step: Owed | Done) -> None:
        if self._lines is None:
            return
        try:
            self._lines.append(msgspec.json.encode(step))
            if not self._owed:
                self._lines.clear()
            elif self._lines.count > COMPACT_LINES_MIN + 2 * len(self._owed):
                self._lines.replace([msgspec.json.encode(one) for one in self._owed.values()])
        except OSError as error:
            _log.error("the disk does not take what is owed", reason=str(error))
