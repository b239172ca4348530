"""What the client machine asks its shell to do, and what becomes of a command: plain values, so that every decision
of the machine can be seen, compared and tested without a socket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from msgspec import Struct

from hall_link.messages import Problem

# ---------------------------------------------------------------------------------------------------------- outcomes


@dataclass(frozen=True, slots=True)
class Accepted:
    """It was done, durably, as the hall's journal entry `seq`, at `at` (ms). `result`: as the command's line in
    `COMMANDS`; `mark`: the beginning of that entry's hash, for a ticket to carry.
    """

    command_id: str
    seq: int
    at: int
    result: Struct
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not done, for a reason to be shown; asking again in the same way changes nothing."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Unreached:
    """Patience ended without an answer that settles it: it may or may not have been done, but never twice."""

    problem: Problem


Outcome: TypeAlias = Accepted | Refused | Unreached

# ----------------------------------------------------------------------------------------------------------- effects


@dataclass(frozen=True, slots=True)
class OpenSocket:
    """Open a fresh WebSocket to the feed of the server at `server_url`; speak of it as `socket`."""

    socket: int
    server_url: str


@dataclass(frozen=True, slots=True)
class SendText:
    """Send one text message."""

    socket: int
    text: str


@dataclass(frozen=True, slots=True)
class CloseSocket:
    """Let go of the socket at once; nothing that it still says is wanted."""

    socket: int


@dataclass(frozen=True, slots=True)
class PostCommand:
    """POST `body` as command `name` to the server at `server_url`; answer with the same `command_id` and `attempt`."""

    command_id: str
    attempt: int
    server_url: str
    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class DropPost:
    """Stop waiting for the answer to this attempt."""

    command_id: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Rows under these keys were put or dropped."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LiveChanged:
    """The rows are live from now on, or stale from now on."""

    live: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """The one outcome of a command."""

    command_id: str
    outcome: Outcome


Effect: TypeAlias = OpenSocket | SendText | CloseSocket | PostCommand | DropPost | Changed | LiveChanged | Finished
