"""The feed's frames: what a client says once, and what the server tells it from then on.

The feed is a WebSocket at `/feed`, JSON both ways. The client says `Hello`; the server answers with a `Snapshot` or, on
a resume, with what was missed, then `Updates` in sequence order and a `Beat` every `BEAT_SECONDS`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hall_link.messages import Problem
from hall_link.rows import AnyRow

PROTOCOL = 1
BEAT_SECONDS = 1.0
"""How often the server lets a quiet feed be heard."""
DEAD_SECONDS = 2.5
"""A feed that was silent for longer is taken for lost; what it showed is stale."""


class View(Struct, frozen=True, tag_field="view"):
    """What a client wants to see of the hall."""


class KioskView(View, frozen=True, tag="kiosk"):
    """The hall, its fields and procedures, its counters."""


class CounterView(View, frozen=True, tag="counter"):
    """The hall, fields, procedures and counters; the waiting, called and missed tickets this counter may serve, with
    calls."""

    counter_id: int


class DisplayView(View, frozen=True, tag="display"):
    """The hall, its fields and counters, and the last calls in one zone."""

    zone: str = "main"


class StaffView(View, frozen=True, tag="staff"):
    """Everything of today."""


AnyView = KioskView | CounterView | DisplayView | StaffView


class Resume(Struct, frozen=True):
    """Where the client stands: the sequence number of its rows, and the mark that came with it as proof of the same
    hall."""

    seq: int
    mark: str


Duty = Literal["none", "show", "speak"]
"""What the hall counts on a screen for: a wallboard shows the calls of its zone, and may be the one to speak them."""


class Hello(Struct, frozen=True):
    """The client's first and only message on a feed. `duty`: of a display; it is missed when it is gone."""

    view: AnyView
    resume: Resume | None = None
    protocol: int = PROTOCOL
    duty: Duty = "none"


class Frame(Struct, frozen=True, tag_field="frame"):
    """A message from the server on the feed."""


class Snapshot(Frame, frozen=True, tag="snapshot"):
    """The whole view as it stands at `seq`."""

    seq: int
    mark: str
    at: int
    rows: list[AnyRow]


class Updates(Frame, frozen=True, tag="updates"):
    """What changed in the view after `after` up to `seq`: rows to put, keys to drop. `after` other than where the
    client stands is a gap."""

    after: int
    seq: int
    mark: str
    at: int
    rows: list[AnyRow]
    gone: list[str] = []


class Beat(Frame, frozen=True, tag="beat"):
    """Nothing new: the view still stands at `seq`, and the server's clock at `at`."""

    seq: int
    at: int


class Farewell(Frame, frozen=True, tag="farewell"):
    """The server closes this feed and says why; the client comes back after `error.retry_after_ms`, if that is
    given."""

    error: Problem


AnyFrame = Snapshot | Updates | Beat | Farewell
