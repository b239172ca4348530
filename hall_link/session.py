"""The client's side of the wire as a pure machine (long because every transition of a feed stands in this one place).

Theory of operation. A session wants one thing, to show what the hall looks like now, and is always in one phase of
getting it. There is no socket, no clock and no chance inside.

    IDLE --connect--> SEEKING --a server is known--> CONNECTING --opened: Hello--> ASKING --answer fits--> LIVE
                         ^                               |  ^                         |                     |
                         |                               |  | pause ends              |                     |
                         |                               v  |                         v                     v
                         +------ no server known ------ WAITING <-- lost, silent, gap, garbage, farewell, too slow

Each attempt has a socket of its own with a number of its own; whatever an older socket still says is ignored, and a
loss that is reported twice is one loss. `Hello` says where the rows stand, and the answer is either what was missed
(`Updates` from there) or everything (`Snapshot`). Only that answer, on the present socket, makes rows live; any loss
makes them stale at once.

Rows move forward only without a gap: updates that follow on the present sequence number are applied, older ones are
ignored, later ones are a gap, and so is a beat at another number. A gap is answered by coming back and resuming, a
second one in a row by coming back and asking for everything. Silence for `DEAD_SECONDS` is a loss. A feed that beats
once where it should has proved itself: failures are counted anew from there, so a server that accepts and fails at
once is still backed off from.

Of several servers found, the one that was live stays first; one that fails before its answer is followed by the next.
A server of another hall is left. Commands (`outbox.py`) go only to the server that the feed has shown to be the
hall's.

Inputs are methods that take `now` (seconds, monotonic) and return effects, to be carried out in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import assert_never

import msgspec

from hall_link import problems
from hall_link.backoff import BACKOFF_SECONDS_MAX, backoff_seconds
from hall_link.commands import Command
from hall_link.effects import Changed, CloseSocket, Effect, LiveChanged, OpenSocket, SendText
from hall_link.feed import DEAD_SECONDS, AnyFrame, AnyView, Beat, Duty, Farewell, Hello, Snapshot, Updates
from hall_link.messages import Problem
from hall_link.mirror import Mirror
from hall_link.outbox import RETRY_AFTER_SECONDS_MAX, Outbox
from hall_link.rows import HallRow

CONNECT_SECONDS_MAX = 3.0
"""From asking for a socket to having it."""
ANSWER_SECONDS_MAX = 5.0
"""From `Hello` to its answer; longer than `DEAD_SECONDS`, as a large snapshot takes its time on a small machine."""

_FRAME = msgspec.json.Decoder(AnyFrame)


class Phase(Enum):
    """Where a session is on its way to live rows."""

    IDLE = "idle"
    SEEKING = "seeking"
    WAITING = "waiting"
    CONNECTING = "connecting"
    ASKING = "asking"
    LIVE = "live"


class Session:
    """One client of one hall.

    `jitter`: a number in [0, 1) each time. `hall_id`: the only hall to accept, empty for any. `keep_hall`: having
    shown a hall, accept no other one; for servers that were found rather than named. `duty`: see `Hello`.
    """

    def __init__(
        self,
        view: AnyView,
        jitter: Callable[[], float],
        *,
        hall_id: str = "",
        keep_hall: bool = False,
        duty: Duty = "none",
    ) -> None:
        self.mirror = Mirror()
        self.phase = Phase.IDLE
        self.problem: Problem | None = problems.NO_SERVER
        """Why the rows are not live; None while they are."""
        self._view = view
        self._duty = duty
        self._jitter = jitter
        self._hall_id = hall_id
        self._keep_hall = keep_hall
        self._outbox = Outbox(jitter)
        self._servers: tuple[str, ...] = ()
        self._server_url = ""
        self._proved_url = ""
        self._socket = 0
        self._due = 0.0
        """When the present phase has lasted too long, or, waiting, long enough."""
        self._failures = 0
        self._distrust = False
        """The last resume led to a gap: ask for everything."""
        self._resumed = False
        self._heard: float | None = None
        self._clock: tuple[int, float] | None = None

    # ------------------------------------------------------------------------------------------------------- queries

    @property
    def live(self) -> bool:
        return self.phase is Phase.LIVE

    @property
    def heard_ever(self) -> bool:
        return self._heard is not None

    def now_ms(self, now: float) -> int | None:
        """The server's clock, carried on from when it was last heard; None before that."""
        if self._clock is None:
            return None
        at, then = self._clock
        return at + int((now - then) * 1000)

    @property
    def stale_since(self) -> int | None:
        """When the last frame was heard, by the server's clock; None while live or when nothing was ever heard."""
        return None if self.live or self._heard is None else self.now_ms(self._heard)

    def deadline(self) -> float | None:
        """When `tick` has something to do next, if no other input comes first."""
        feed = None if self.phase in (Phase.IDLE, Phase.SEEKING) else self._due
        times = [time for time in (feed, self._outbox.deadline()) if time is not None]
        return min(times, default=None)

    # ------------------------------------------------------------------------------------------------ inputs: the feed

    def connect(self, now: float) -> list[Effect]:
        """Want the feed from now on."""
        return self._open(now) if self.phase is Phase.IDLE else []

    def servers_found(self, servers: Sequence[str], now: float) -> list[Effect]:
        """The servers that may be the hall's, the likeliest first. One not known before is tried without finishing a
        pause.
        """
        fresh = [url for url in servers if url not in self._servers]
        self._servers = tuple(dict.fromkeys(servers))
        if self.phase is Phase.SEEKING or (self.phase is Phase.WAITING and fresh):
            if fresh:
                self._server_url = fresh[0]
                self._failures = 0
            return self._open(now)
        return []

    def opened(self, socket: int, now: float) -> list[Effect]:
        if socket != self._socket or self.phase is not Phase.CONNECTING:
            return []
        self.phase = Phase.ASKING
        self._due = now + ANSWER_SECONDS_MAX
        resume = None if self._distrust else self.mirror.resume
        self._resumed = resume is not None
        return [SendText(socket, msgspec.json.encode(Hello(self._view, resume, duty=self._duty)).decode())]

    def received(self, socket: int, data: str | bytes, now: float) -> list[Effect]:
        """One message of the socket."""
        if socket != self._socket or self.phase not in (Phase.ASKING, Phase.LIVE):
            return []
        try:
            frame = _FRAME.decode(data)
        except msgspec.DecodeError:
            return self._drop(now, problems.NOT_A_FRAME)
        match frame:
            case Snapshot():
                return self._snapshot(frame, now)
            case Updates():
                return self._updates(frame, now)
            case Beat():
                return self._beat(frame, now)
            case Farewell():
                return self._farewell(frame, now)
            case _:
                assert_never(frame)

    def lost(self, socket: int, now: float) -> list[Effect]:
        """The socket failed, closed, or never opened. Saying so again changes nothing."""
        return self._drop(now, problems.NOT_CONNECTED) if socket == self._socket else []

    def tick(self, now: float) -> list[Effect]:
        """Time has passed."""
        effects: list[Effect] = []
        if self.phase not in (Phase.IDLE, Phase.SEEKING) and now >= self._due:
            effects = self._open(now) if self.phase is Phase.WAITING else self._drop(now, problems.SILENT)
        return effects + self._outbox.tick(now)

    def stop(self) -> list[Effect]:
        """Want nothing any more. Every command still outstanding gets its outcome."""
        effects: list[Effect] = [*self._outbox.stop(), *self._leave()]
        self.phase = Phase.IDLE
        self.problem = problems.NOT_CONNECTED
        return effects

    # -------------------------------------------------------------------------------------------- inputs: the commands

    def submit(self, command: Command, command_id: str, patience_seconds: float, now: float) -> list[Effect]:
        """Ask something of the hall; exactly one `Finished` with this id follows, perhaps at once."""
        return self._outbox.submit(command, command_id, patience_seconds, now)

    def answered(self, command_id: str, attempt: int, status: int, body: bytes, now: float) -> list[Effect]:
        return self._outbox.answered(command_id, attempt, status, body, now)

    def post_failed(self, command_id: str, attempt: int, now: float) -> list[Effect]:
        return self._outbox.failed(command_id, attempt, now)

    # ----------------------------------------------------------------------------------------------------- transitions

    def _open(self, now: float) -> list[Effect]:
        if not self._server_url:
            self._server_url = next(iter(self._servers), "")
        if not self._server_url:
            self.phase = Phase.SEEKING
            self.problem = problems.NO_SERVER
            return []
        self._socket += 1
        self.phase = Phase.CONNECTING
        self._due = now + CONNECT_SECONDS_MAX
        return [OpenSocket(self._socket, self._server_url)]

    def _leave(self) -> list[Effect]:
        """Let go of the socket, if there is one, and of being live."""
        effects: list[Effect] = []
        if self.phase in (Phase.CONNECTING, Phase.ASKING, Phase.LIVE):
            effects.append(CloseSocket(self._socket))
        if self.phase is Phase.LIVE:
            effects.append(LiveChanged(False))
        return effects

    def _drop(self, now: float, problem: Problem, pause_seconds: float = 0.0) -> list[Effect]:
        """Leave the present socket and come back after a pause of at least `pause_seconds`."""
        if self.phase not in (Phase.CONNECTING, Phase.ASKING, Phase.LIVE):
            return []
        effects = self._leave()
        if self.phase is not Phase.LIVE:
            self._server_url = self._after(self._server_url)
        self.phase = Phase.WAITING
        self.problem = problem
        self._failures += 1
        self._due = now + max(backoff_seconds(self._failures, self._jitter()), pause_seconds)
        return effects

    def _after(self, server_url: str) -> str:
        """The next of the servers found and of the one that was live, which may have stopped being announced."""
        proved = [self._proved_url] if self._proved_url else []
        known: list[str] = list(dict.fromkeys([*self._servers, *proved]))
        if not known:
            return server_url
        place = known.index(server_url) + 1 if server_url in known else 0
        return known[place % len(known)]

    def _gap(self, now: float) -> list[Effect]:
        self._distrust = self._resumed
        return self._drop(now, problems.GAP)

    def _hear(self, now: float) -> None:
        self._heard = now
        self._due = now + DEAD_SECONDS

    def _go_live(self, now: float) -> list[Effect]:
        self.phase = Phase.LIVE
        self.problem = None
        self._proved_url = self._server_url
        return [LiveChanged(True), *self._outbox.serve_from(self._server_url, now)]

    def _snapshot(self, frame: Snapshot, now: float) -> list[Effect]:
        shown = self.mirror.hall if self._keep_hall else None
        expected = self._hall_id or (shown.hall_id if shown is not None else "")
        if expected and not any(isinstance(row, HallRow) and row.hall_id == expected for row in frame.rows):
            return self._drop(now, problems.OTHER_HALL, BACKOFF_SECONDS_MAX if len(self._servers) < 2 else 0.0)
        was_live = self.live
        if was_live and frame.seq <= self.mirror.seq:
            return []
        keys = self.mirror.replace(frame)
        self._clock = (frame.at, now)
        self._hear(now)
        self._distrust = self._resumed = False
        return [Changed(keys), *([] if was_live else self._go_live(now))]

    def _updates(self, frame: Updates, now: float) -> list[Effect]:
        if self.phase is Phase.ASKING and not self._resumed:
            return self._gap(now)
        if frame.after != self.mirror.seq:
            if self.live and frame.seq <= self.mirror.seq:
                self._hear(now)
                return []
            return self._gap(now)
        was_live = self.live
        keys = self.mirror.apply(frame)
        self._hear(now)
        changed: list[Effect] = [Changed(keys)] if keys else []
        return [*changed, *([] if was_live else self._go_live(now))]

    def _beat(self, frame: Beat, now: float) -> list[Effect]:
        if not self.live:
            return []
        if frame.seq != self.mirror.seq:
            return self._gap(now)
        self._clock = (frame.at, now)
        self._hear(now)
        self._failures = 0
        self._resumed = False
        return []

    def _farewell(self, frame: Farewell, now: float) -> list[Effect]:
        asked_for = frame.error.retry_after_ms
        if asked_for is None:
            pause = BACKOFF_SECONDS_MAX if frame.error.family == "request" else 0.0
        else:
            pause = min(asked_for / 1000, RETRY_AFTER_SECONDS_MAX)
        return self._drop(now, frame.error, pause)
