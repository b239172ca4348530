"""A hall as small as can be, seen from the wire: a journal, rows at every point of it, stored replies, feeds.

Rows here are tickets: to issue puts one, to cancel drops the oldest, a fact changes none. The model keeps every
version of its rows, so a test can ask what a client at any sequence number must hold.
"""

from dataclasses import dataclass, field

import msgspec

from hall_link.commands import CancelTicket, Command, IssueTicket
from hall_link.feed import AnyFrame, Beat, Hello, Snapshot, Updates
from hall_link.messages import CommandReply, IssuedResult, NoResult
from hall_link.rows import AnyRow, TicketRow
from tests.unit.hall_link.makers import error, hall, problem, ticket

Answer = tuple[int, bytes]
NOBODY_WAITS = problem("refusal", code="nobody_waits")


@dataclass
class ModelHall:
    """`resumable`: the oldest sequence number from which it still knows what was missed."""

    versions: list[dict[str, AnyRow]] = field(default_factory=lambda: [{}, {"hall/hall": hall()}])
    answers: dict[str, Answer] = field(default_factory=dict)
    effects: list[str] = field(default_factory=list)
    issued: int = 0
    resumable: int = 0

    @property
    def seq(self) -> int:
        return len(self.versions) - 1

    def mark(self, seq: int) -> str:
        return f"mark-{seq}"

    # -------------------------------------------------------------------------------------------------------- commands

    def execute(self, command_id: str, command: Command) -> Answer:
        """Once; an id seen before gets the answer that it got."""
        if command_id not in self.answers:
            self.answers[command_id] = self._decide(command_id, command)
        return self.answers[command_id]

    def _decide(self, command_id: str, command: Command) -> Answer:
        now = dict(self.versions[-1])
        waiting = [row for row in now.values() if isinstance(row, TicketRow)]
        result: msgspec.Struct = NoResult()
        if isinstance(command, IssueTicket):
            self.issued += 1
            made = ticket(self.issued)
            now[made.key] = made
            result = IssuedResult(made, len(waiting), [1])
        elif isinstance(command, CancelTicket):
            if not waiting:
                return 409, error(NOBODY_WAITS)
            del now[waiting[0].key]
        self.versions.append(now)
        self.effects.append(command_id)
        raw = msgspec.Raw(msgspec.json.encode(result))
        return 200, msgspec.json.encode(CommandReply(command_id, self.seq, self.mark(self.seq), self.seq, raw))

    # ------------------------------------------------------------------------------------------------------------ feed

    def greet(self, hello: Hello) -> AnyFrame:
        resume = hello.resume
        if resume and self.resumable <= resume.seq <= self.seq and resume.mark == self.mark(resume.seq):
            return self.since(resume.seq)
        return Snapshot(self.seq, self.mark(self.seq), self.seq, list(self.versions[-1].values()))

    def since(self, seq: int) -> Updates:
        before, now = self.versions[seq], self.versions[-1]
        put = [row for key, row in now.items() if before.get(key) != row]
        gone = [key for key in before if key not in now]
        return Updates(seq, self.seq, self.mark(self.seq), self.seq, put, gone)

    def beat(self) -> Beat:
        return Beat(self.seq, self.seq)
