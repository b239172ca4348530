"""Ends its own process by SIGKILL at one exact moment of a ticket's way; until then everything does its real work."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from printer_drivers import job_journal
from printer_drivers.job_journal import JobJournal
from printer_drivers.synced_lines import SyncedLines
from printer_drivers.transports.tcp import TcpTransport

Function = Callable[..., Any]
SAID = frozenset({"untold", "told"})
"""Moments around the words that tell of a printed ticket."""


def arrange(moment: str) -> None:
    """Death comes at that moment: a word, and perhaps a number behind it ("bytes 5000")."""
    word, _, number = moment.partition(" ")
    if number:
        _after_bytes(int(number))
    elif word not in SAID:
        ARRANGED[word]()


def say_and_die(moment: str, say: Function) -> Function:
    """`say`, that dies before or after it tells of a printed ticket."""

    def doomed(*words: str) -> None:
        if words[0] == "printed" and moment == "untold":
            die()
        say(*words)
        if words[0] == "printed" and moment == "told":
            die()

    return doomed


def die() -> None:
    """Nothing is flushed, closed or told."""
    os.kill(os.getpid(), signal.SIGKILL)


def _replace(owner: type, name: str, made_of: Callable[[Function], Function]) -> None:
    setattr(owner, name, made_of(getattr(owner, name)))


def _before(function: Function) -> Function:
    def doomed(*_args: object, **_kwargs: object) -> None:
        die()

    return doomed


def _after(function: Function) -> Function:
    def doomed(*args: object, **kwargs: object) -> None:
        function(*args, **kwargs)
        die()

    return doomed


def _torn(step: bytes) -> None:
    """Half of the line that tells of this step reaches the disk."""

    def torn(append: Function) -> Function:
        def doomed(lines: SyncedLines, line: bytes) -> None:
            if step not in line:
                append(lines, line)
                return
            append(lines, line[: len(line) // 2])
            os.truncate(lines._file, lines._file.stat().st_size - len(b"\n"))
            die()

        return doomed

    _replace(SyncedLines, "append", torn)


def _after_bytes(count: int) -> None:
    """The line has taken so many bytes of the first ticket, or all of it when there are fewer."""
    left: list[int] = []

    def counted(begun: Function) -> Function:
        def begins(journal: JobJournal, job_id: str, attempt: int) -> None:
            begun(journal, job_id, attempt)
            left.append(count)

        return begins

    def limited(write: Function) -> Function:
        def writes(line: TcpTransport, data: bytes) -> int:
            taken: int = write(line, data[: left[0]] if left else data)
            if left and taken:
                left[0] -= taken
                if left[0] == 0 or taken == len(data):
                    die()
            return taken

        return writes

    _replace(JobJournal, "begun", counted)
    _replace(TcpTransport, "write", limited)


def _compacting(doom: Callable[[Function], Function]) -> None:
    """The journal is written anew as soon as a ticket begins."""

    def anew(begun: Function) -> Function:
        def begins(journal: JobJournal, job_id: str, attempt: int) -> None:
            job_journal.COMPACT_LINES_MIN = 0
            _replace(Path, "replace", doom)
            begun(journal, job_id, attempt)

        return begins

    _replace(JobJournal, "begun", anew)


ARRANGED: dict[str, Callable[[], None]] = {
    "unwritten": lambda: _replace(JobJournal, "queued", _before),
    "half-written": lambda: _torn(b'"queued"'),
    "written": lambda: _replace(JobJournal, "queued", _after),
    "beginning": lambda: _replace(JobJournal, "begun", _before),
    "half-begun": lambda: _torn(b'"begun"'),
    "begun": lambda: _replace(JobJournal, "begun", _after),
    "compacting": lambda: _compacting(_before),
    "compacted": lambda: _compacting(_after),
    "settled": lambda: _replace(JobJournal, "settled", _after),
}
