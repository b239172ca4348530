"""A session on a bench: the test holds the clock, the sockets and the answers, and sees every effect."""

from typing import TypeVar

import msgspec

from hall_link.commands import Command
from hall_link.effects import (
    Changed,
    CloseSocket,
    Effect,
    Finished,
    LiveChanged,
    OpenSocket,
    Outcome,
    PostCommand,
    SendText,
)
from hall_link.feed import AnyFrame, AnyView, Beat, Hello, KioskView, Snapshot, Updates
from hall_link.rows import AnyRow
from hall_link.session import Session
from tests.unit.hall_link.makers import hall

SERVER = "http://10.0.0.2:8300"
E = TypeVar("E", bound=Effect)


class Driven:
    """`now` moves only by `pass_time`; every pause is the longest one (`jitter` near 1)."""

    def __init__(self, view: AnyView | None = None, *, hall_id: str = "", keep_hall: bool = False) -> None:
        self.now = 100.0
        self.session = Session(view or KioskView(), lambda: 0.999, hall_id=hall_id, keep_hall=keep_hall)
        self.effects: list[Effect] = []
        self.all_effects: list[Effect] = []

    # What the world does; each leaves the effects of this one step in `effects`.

    def _took(self, effects: list[Effect]) -> None:
        self.effects = effects
        self.all_effects += effects

    def start(self, *servers: str) -> None:
        self._took(self.session.servers_found(servers or (SERVER,), self.now))
        self._took(self.session.connect(self.now))

    def find(self, *servers: str) -> None:
        self._took(self.session.servers_found(servers, self.now))

    def open(self, socket: int | None = None) -> None:
        self._took(self.session.opened(socket or self.socket, self.now))

    def hear(self, frame: AnyFrame, socket: int | None = None) -> None:
        self.hear_text(msgspec.json.encode(frame), socket)

    def hear_text(self, data: str | bytes, socket: int | None = None) -> None:
        self._took(self.session.received(socket or self.socket, data, self.now))

    def lose(self, socket: int | None = None) -> None:
        self._took(self.session.lost(socket or self.socket, self.now))

    def submit(self, command: Command, command_id: str, patience_seconds: float = 10.0) -> None:
        self._took(self.session.submit(command, command_id, patience_seconds, self.now))

    def answer(self, post: PostCommand, status: int, body: bytes) -> None:
        self._took(self.session.answered(post.command_id, post.attempt, status, body, self.now))

    def fail(self, post: PostCommand) -> None:
        self._took(self.session.post_failed(post.command_id, post.attempt, self.now))

    def pass_time(self, seconds: float) -> None:
        """Let time pass, with a tick at each deadline on the way, as the shell does."""
        until = self.now + seconds
        effects: list[Effect] = []
        while (due := self.session.deadline()) is not None and due <= until:
            self.now = max(self.now, due)
            effects += self.session.tick(self.now)
        self.now = until
        self._took(effects)

    def stop(self) -> None:
        self._took(self.session.stop())

    # Ways that are walked often.

    def go_live(self, *rows: AnyRow, seq: int = 5, mark: str = "m5") -> None:
        """From anywhere before to live rows."""
        if not self.of(OpenSocket, everything=True):
            self.start()
        self.open()
        self.hear(Snapshot(seq, mark, 1_000_000, list(rows) or [hall()]))
        assert self.is_live()

    def beat(self, seq: int, at: int = 1_000_000) -> None:
        self.hear(Beat(seq, at))

    def update(self, after: int, seq: int, *rows: AnyRow, gone: tuple[str, ...] = ()) -> None:
        self.hear(Updates(after, seq, f"m{seq}", 1_000_000, list(rows), list(gone)))

    # What came of it.

    def is_live(self) -> bool:
        return self.session.live

    def of(self, kind: type[E], *, everything: bool = False) -> list[E]:
        return [effect for effect in (self.all_effects if everything else self.effects) if isinstance(effect, kind)]

    @property
    def socket(self) -> int:
        return self.of(OpenSocket, everything=True)[-1].socket

    def stale_since(self) -> int | None:
        return self.session.stale_since

    @property
    def servers_tried(self) -> list[str]:
        return [effect.server_url for effect in self.of(OpenSocket, everything=True)]

    def hello(self) -> Hello:
        """What the last step said to the server."""
        (sent,) = self.of(SendText)
        assert sent.socket == self.socket
        return msgspec.json.decode(sent.text, type=Hello)

    @property
    def closed(self) -> list[int]:
        return [effect.socket for effect in self.of(CloseSocket, everything=True)]

    @property
    def changed(self) -> list[tuple[str, ...]]:
        return [effect.keys for effect in self.of(Changed)]

    @property
    def live_changes(self) -> list[bool]:
        return [effect.live for effect in self.of(LiveChanged, everything=True)]

    @property
    def posts(self) -> list[PostCommand]:
        return self.of(PostCommand)

    def outcomes(self, command_id: str) -> list[Outcome]:
        """Every outcome that the command was ever given."""
        return [one.outcome for one in self.of(Finished, everything=True) if one.command_id == command_id]
