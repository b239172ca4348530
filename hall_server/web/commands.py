"""Commands by HTTP: `POST /commands/{name}`, one route for each line of `hall_link.messages.COMMANDS`.

The way of a request: is the server open, who speaks (auth), has it an id, is it JSON of bearable size, does it decode
into the command's wire type, then into the domain's command of the same fields; the hall carries it out, and the answer
is a `CommandReply` or an `ErrorReply`. Everything that can be made once is made once: this is the path that every
number takes. It has no task of its own: `http.py` hands over what arrived, and is told the answer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec
import structlog
from msgspec import Raw

from hall_link import commands as wire
from hall_link.messages import COMMANDS, IDEMPOTENCY_HEADER, CommandReply, CommandSpec
from hall_server.domain import commands as domain
from hall_server.domain.refusals import Refusal
from hall_server.service.hall import Hall
from hall_server.service.line import Answer
from hall_server.service.ports import CommandIdReused, Done, Envelope, StorageOutage
from hall_server.web import errors
from hall_server.web.auth import HeaderMap, Keys
from hall_server.web.bodies import why_no_body
from hall_server.web.doors import Doors
from hall_server.web.errors import ErrorAnswer
from hall_server.web.metrics import Metrics

BODY_BYTES_MAX = 64 * 1024
DOCUMENT_BYTES_MAX = 2 * 1024 * 1024
"""The hall's document, with a catalogue of thousands of procedures, is larger than any other command."""
FINGERPRINT_BYTES = 16

_COMMAND_ID = re.compile(rb"[A-Za-z0-9_-]{8,64}\Z")
_ID_HEADER = IDEMPOTENCY_HEADER.lower().encode()

DOMAIN_COMMANDS: Mapping[type[wire.Command], type[domain.Command]] = {
    spec.command: getattr(domain, spec.command.__name__) for spec in COMMANDS
}
"""Each wire command and the domain's of the same name; a contract test compares their fields one to one."""

log = structlog.get_logger("commands")


def to_domain(command: wire.Command) -> domain.Command:
    """The domain's command with the same fields; cannot fail for a command that was decoded."""
    return msgspec.convert(command, DOMAIN_COMMANDS[type(command)], from_attributes=True)


def body_bytes_max(spec: CommandSpec) -> int:
    return DOCUMENT_BYTES_MAX if spec.command is wire.ConfigureHall else BODY_BYTES_MAX


Tell = Callable[[bytes | ErrorAnswer], None]


class Asked(NamedTuple):
    """What the headers say."""

    command_id: str
    actor: str


class CommandEndpoint:
    """Answers one command. `bytes_max`: of its body."""

    def __init__(self, spec: CommandSpec, hall: Hall, keys: Keys, doors: Doors, metrics: Metrics) -> None:
        self.spec = spec
        self._hall = hall
        self._keys = keys
        self._doors = doors
        self._metrics = metrics
        self.bytes_max = body_bytes_max(spec)
        self._decoder = msgspec.json.Decoder(spec.command)
        self._encoder = msgspec.json.Encoder()
        self._salt = hashlib.blake2b(spec.name.encode() + b"\0", digest_size=FINGERPRINT_BYTES)

    def admit(self, headers: HeaderMap) -> Asked | ErrorAnswer:
        """Before any of the body is looked at."""
        asked = self._who_and_which(headers)
        if isinstance(asked, ErrorAnswer):
            self._metrics.answered(self.spec.name, asked.problem.code)
        return asked

    def take(self, asked: Asked, body: bytes, tell: Tell) -> None:
        """Have the hall carry out what was asked. `tell` is called once, now or later, with the body of the reply or
        with the error."""
        try:
            envelope = self._envelope(asked, body)
            if isinstance(envelope, ErrorAnswer):
                self._tell(tell, envelope)
            else:
                self._hall.ask(envelope, lambda outcome: self._tell(tell, self._reply(asked, outcome)))
        except Exception:
            log.exception("bug", command=self.spec.name)
            self._tell(tell, errors.BUG)

    def _tell(self, tell: Tell, answer: bytes | ErrorAnswer) -> None:
        self._metrics.answered(self.spec.name, answer.problem.code if isinstance(answer, ErrorAnswer) else "done")
        tell(answer)

    def _envelope(self, asked: Asked, body: bytes) -> Envelope | ErrorAnswer:
        if len(body) > self.bytes_max:
            return errors.BODY_TOO_LARGE
        try:
            command = self._decoder.decode(body)
        except msgspec.ValidationError as mistake:
            return errors.invalid(str(mistake))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return errors.MALFORMED
        return Envelope(asked.command_id, asked.actor, to_domain(command), self._fingerprint(command))

    def _reply(self, asked: Asked, outcome: Answer) -> bytes | ErrorAnswer:
        if isinstance(outcome, Done):
            reply = CommandReply(asked.command_id, outcome.seq, outcome.mark, outcome.at, Raw(outcome.result))
            return self._encoder.encode(reply)
        return self._not_done(asked, outcome)

    def _who_and_which(self, headers: HeaderMap) -> Asked | ErrorAnswer:
        if self._doors.closed:
            return errors.STOPPING
        caller = self._keys.caller(headers)
        if isinstance(caller, ErrorAnswer):
            return caller
        if not caller.may_ask(self.spec.name):
            return errors.NOT_WITH_A_PASS
        command_id = headers.get(_ID_HEADER, b"")
        if not _COMMAND_ID.match(command_id):
            return errors.COMMAND_ID
        return why_no_body(headers, self.bytes_max) or Asked(command_id.decode(), caller.actor)

    def _fingerprint(self, command: wire.Command) -> bytes:
        """The same for the same command however its JSON was written, another for any other."""
        digest = self._salt.copy()
        digest.update(self._encoder.encode(command))
        return digest.digest()

    def _not_done(self, asked: Asked, outcome: Refusal | StorageOutage | CommandIdReused) -> ErrorAnswer:
        if isinstance(outcome, Refusal):
            log.info("refused", command=self.spec.name, actor=asked.actor, code=outcome.code.value)
            return errors.refused(outcome)
        if isinstance(outcome, StorageOutage):
            log.warning("not_now", command=self.spec.name, actor=asked.actor, reason=str(outcome))
            return errors.outage(outcome)
        log.warning("command_id_reused", command=self.spec.name, actor=asked.actor, command_id=outcome.command_id)
        return errors.COMMAND_ID_REUSED
