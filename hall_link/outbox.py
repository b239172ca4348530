"""Commands on their way to the hall: what was submitted, what was posted, what is tried again, what came of it.

Theory of operation. There are two lanes, one for what people ask and one for the facts that the device reports, so
that a backlog of facts never delays a person. Inside a lane order is kept: only its first command is ever under way,
the next one starts when that has its outcome, so the hall hears things in the order in which they happened. Each
command is

    waiting --post--> posted --answer that settles it--> finished
       ^                 |
       +----pause--------+  no answer in time, no connection, "not now", an answer that is no answer

and is posted every time with the same `command_id`, so that however often it arrives it is done once. When its
patience ends in whatever state, it is finished as `Unreached`. A refusal and a mistake of the caller settle it; "not
now" (`environment`) and a lost connection never do; a `bug` settles it after a few tries, since a fault that repeats
must not block a lane for a day.

Nothing is posted before the feed has shown which server is the hall's (`serve_from`), and every time the feed becomes
live waiting commands go at once. Time comes in as `now` (seconds, monotonic), chance as `jitter`, effects go out as
values.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from hall_link import problems
from hall_link.backoff import backoff_seconds
from hall_link.commands import Command
from hall_link.effects import Accepted, DropPost, Effect, Finished, Outcome, PostCommand, Refused, Unreached
from hall_link.messages import COMMANDS, CommandReply, CommandSpec, ErrorReply, Problem

COMMANDS_OUTSTANDING_MAX = 32
"""More than a person can press for; beyond it a command is refused at once, in words."""
FACTS_OUTSTANDING_MAX = 2000
"""A busy kiosk's day without a server."""
REQUEST_SECONDS_MAX = 4.0
"""An answer that takes longer is given up and asked for again."""
RETRY_AFTER_SECONDS_MAX = 60.0
"""The longest pause that a server may ask for."""
BUG_ANSWERS_MAX = 3

_SPECS = {spec.command: spec for spec in COMMANDS}
_REPLY = msgspec.json.Decoder(CommandReply)
_ERROR = msgspec.json.Decoder(ErrorReply)


def is_fact(spec: CommandSpec) -> bool:
    """A device's report of something that has already happened."""
    return spec.name.startswith("report_")


@dataclass(slots=True)
class _Outstanding:
    command_id: str
    spec: CommandSpec
    body: bytes
    patience_ends: float
    again_at: float
    attempt: int = 0
    answer_due: float | None = None
    """When the posted attempt is given up; None while nothing is posted."""
    failures: int = 0
    bug_answers: int = 0
    problem: Problem = problems.UNREACHED


class Outbox:
    """`jitter` returns a number in [0, 1) each time a pause is chosen."""

    def __init__(self, jitter: Callable[[], float]) -> None:
        self._jitter = jitter
        self._server_url = ""
        self._asked: list[_Outstanding] = []
        self._facts: list[_Outstanding] = []

    # ------------------------------------------------------------------------------------------------------- inputs

    def submit(self, command: Command, command_id: str, patience_seconds: float, now: float) -> list[Effect]:
        """Take a command; `command_id` must be new."""
        spec = _SPECS[type(command)]
        lane, most = (self._facts, FACTS_OUTSTANDING_MAX) if is_fact(spec) else (self._asked, COMMANDS_OUTSTANDING_MAX)
        assert self._find(command_id) is None, "one id for two commands"
        if len(lane) >= most:
            return [Finished(command_id, Refused(problems.TOO_MANY_OUTSTANDING))]
        body = msgspec.json.encode(command)
        lane.append(_Outstanding(command_id, spec, body, now + patience_seconds, again_at=now))
        return self._post_due(now)

    def serve_from(self, server_url: str, now: float) -> list[Effect]:
        """The feed is live at this server: post there, and post what waits without finishing its pause."""
        self._server_url = server_url
        for one in (*self._asked, *self._facts):
            one.again_at = min(one.again_at, now)
        return self._post_due(now)

    def answered(self, command_id: str, attempt: int, status: int, body: bytes, now: float) -> list[Effect]:
        """The HTTP answer to an attempt; a late one to an attempt already given up settles the command as well."""
        one = self._find(command_id)
        if one is None:
            return []
        outcome = self._outcome(one, status, body)
        if outcome is not None:
            drop: list[Effect] = []
            if one.answer_due is not None and one.attempt != attempt:
                drop = [DropPost(command_id, one.attempt)]
            return [*drop, *self._finish(one, outcome), *self._post_due(now)]
        return self._pause(one, attempt, now)

    def failed(self, command_id: str, attempt: int, now: float) -> list[Effect]:
        """The attempt ended without an HTTP answer."""
        one = self._find(command_id)
        if one is None:
            return []
        if one.attempt == attempt:
            one.problem = problems.UNREACHED
        return self._pause(one, attempt, now)

    def tick(self, now: float) -> list[Effect]:
        """Let time pass: give up answers that are overdue, then patience that has ended, then post what is due."""
        effects: list[Effect] = []
        for one in (*self._asked, *self._facts):
            if now >= one.patience_ends:
                if one.answer_due is not None:
                    effects.append(DropPost(one.command_id, one.attempt))
                effects += self._finish(one, Unreached(one.problem))
            elif one.answer_due is not None and now >= one.answer_due:
                effects.append(DropPost(one.command_id, one.attempt))
                one.problem = problems.UNREACHED
                effects += self._pause(one, one.attempt, now)
        return effects + self._post_due(now)

    def stop(self) -> list[Effect]:
        """Give everything up; each command still gets its one outcome."""
        effects: list[Effect] = []
        for one in (*self._asked, *self._facts):
            if one.answer_due is not None:
                effects.append(DropPost(one.command_id, one.attempt))
            effects += self._finish(one, Unreached(problems.LINK_STOPPED))
        self._server_url = ""
        return effects

    # ------------------------------------------------------------------------------------------------------ queries

    @property
    def outstanding(self) -> int:
        return len(self._asked) + len(self._facts)

    def deadline(self) -> float | None:
        """When `tick` has something to do next; None: nothing is outstanding."""
        times = [one.patience_ends for one in (*self._asked, *self._facts)]
        for lane in (self._asked, self._facts):
            if lane and lane[0].answer_due is not None:
                times.append(lane[0].answer_due)
            elif lane and self._server_url:
                times.append(lane[0].again_at)
        return min(times, default=None)

    # --------------------------------------------------------------------------------------------------- transitions

    def _find(self, command_id: str) -> _Outstanding | None:
        return next((one for one in (*self._asked, *self._facts) if one.command_id == command_id), None)

    def _post_due(self, now: float) -> list[Effect]:
        effects: list[Effect] = []
        for lane in (self._asked, self._facts):
            if not lane or not self._server_url:
                continue
            one = lane[0]
            if one.answer_due is None and one.again_at <= now < one.patience_ends:
                one.attempt += 1
                one.answer_due = now + REQUEST_SECONDS_MAX
                effects.append(PostCommand(one.command_id, one.attempt, self._server_url, one.spec.name, one.body))
        return effects

    def _pause(self, one: _Outstanding, attempt: int, now: float) -> list[Effect]:
        """Back to waiting; what an attempt given up before says about failing is old news."""
        if attempt != one.attempt or one.answer_due is None:
            return []
        one.answer_due = None
        one.failures += 1
        pause = backoff_seconds(one.failures, self._jitter())
        asked_for = (one.problem.retry_after_ms or 0) / 1000
        one.again_at = now + max(pause, min(asked_for, RETRY_AFTER_SECONDS_MAX))
        return []

    def _finish(self, one: _Outstanding, outcome: Outcome) -> list[Effect]:
        lane = self._facts if is_fact(one.spec) else self._asked
        lane.remove(one)
        return [Finished(one.command_id, outcome)]

    def _outcome(self, one: _Outstanding, status: int, body: bytes) -> Outcome | None:
        """What the answer settles; None where it has to be sent again, for the reason then in `one.problem`."""
        try:
            if status == 200:
                reply = _REPLY.decode(body)
                result = msgspec.json.decode(reply.result, type=one.spec.result)
                if reply.command_id == one.command_id:
                    return Accepted(reply.command_id, reply.seq, reply.at, result, reply.mark)
                one.problem = problems.NOT_AN_ANSWER
                return None
            one.problem = _ERROR.decode(body).error
        except msgspec.DecodeError:
            one.problem = problems.NOT_AN_ANSWER
            return None
        if one.problem.family in ("refusal", "request"):
            return Refused(one.problem)
        if one.problem.family == "bug":
            one.bug_answers += 1
            return Unreached(one.problem) if one.bug_answers >= BUG_ANSWERS_MAX else None
        return None
