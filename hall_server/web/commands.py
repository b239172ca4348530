"""Commands by HTTP: `POST /commands/{name}`, one route for each line of `hall_link.messages.COMMANDS`.

The way of a request: is the server open, who speaks (auth), has it an id, is it JSON of bearable size, does it decode
into the command's wire type, then into the domain's command of the same fields; the hall carries it out, and the answer
is a `CommandReply` or an `ErrorReply`. Everything that can be made once is made once: this is the path that every
number takes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec
import structlog
from msgspec import Raw
from starlette.types import Receive, Scope, Send

from hall_link import commands as wire
from hall_link.messages import COMMANDS, IDEMPOTENCY_HEADER, CommandReply, CommandSpec
from hall_server.domain import commands as domain
from hall_server.domain.refusals import Refusal
from hall_server.service.hall import Hall
from hall_server.service.ports import CommandIdReused, Done, Envelope, StorageOutage
from hall_server.web import errors
from hall_server.web.auth import HeaderMap, Keys
from hall_server.web.bodies import CallerLeft, read_body, why_no_body
from hall_server.web.doors import Doors
from hall_server.web.errors import ErrorAnswer
from hall_server.web.metrics import Metrics

BODY_BYTES_MAX = 64 * 1024
DOCUMENT_BYTES_MAX = 2 * 1024 * 1024
"""The hall's document, with a catalogue of thousands of procedures, is larger than any other command."""
FINGERPRINT_BYTES = 16

_COMMAND_ID = re.compile(rb"[A-Za-z0-9_-]{8,64}\Z")
_ID_HEADER = IDEMPOTENCY_HEADER.lower().encode()
_JSON = b"application/json"

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


class _Asked(NamedTuple):
    """What the headers say."""

    command_id: str
    actor: str


class CommandEndpoint:
    """The ASGI endpoint of one command. Its route lets only POST through."""

    def __init__(self, spec: CommandSpec, hall: Hall, keys: Keys, doors: Doors, metrics: Metrics) -> None:
        self.spec = spec
        self._hall = hall
        self._keys = keys
        self._doors = doors
        self._metrics = metrics
        self._bytes_max = body_bytes_max(spec)
        self._decoder = msgspec.json.Decoder(spec.command)
        self._encoder = msgspec.json.Encoder()
        self._salt = hashlib.blake2b(spec.name.encode() + b"\0", digest_size=FINGERPRINT_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = await self._answer(dict(scope["headers"]), receive)
        except CallerLeft:
            return
        except Exception:
            log.exception("bug", command=self.spec.name)
            answer = errors.BUG
        if isinstance(answer, ErrorAnswer):
            self._metrics.answered(self.spec.name, answer.problem.code)
            await answer.send(send)
            return
        self._metrics.answered(self.spec.name, "done")
        headers = [(b"content-type", _JSON), (b"content-length", b"%d" % len(answer))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def _answer(self, headers: HeaderMap, receive: Receive) -> bytes | ErrorAnswer:
        asked = self._who_and_which(headers)
        if isinstance(asked, ErrorAnswer):
            return asked
        body = await read_body(receive, self._bytes_max)
        if isinstance(body, ErrorAnswer):
            return body
        try:
            command = self._decoder.decode(body)
        except msgspec.ValidationError as mistake:
            return errors.invalid(str(mistake))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return errors.MALFORMED
        envelope = Envelope(asked.command_id, asked.actor, to_domain(command), self._fingerprint(command))
        outcome = await self._hall.execute(envelope)
        if isinstance(outcome, Done):
            reply = CommandReply(asked.command_id, outcome.seq, outcome.mark, outcome.at, Raw(outcome.result))
            return self._encoder.encode(reply)
        return self._not_done(asked, outcome)

    def _who_and_which(self, headers: HeaderMap) -> _Asked | ErrorAnswer:
        if self._doors.closed:
            return errors.STOPPING
        actor = self._keys.actor(headers)
        if isinstance(actor, ErrorAnswer):
            return actor
        command_id = headers.get(_ID_HEADER, b"")
        if not _COMMAND_ID.match(command_id):
            return errors.COMMAND_ID
        return why_no_body(headers, self._bytes_max) or _Asked(command_id.decode(), actor)

    def _fingerprint(self, command: wire.Command) -> bytes:
        """The same for the same command however its JSON was written, another for any other."""
        digest = self._salt.copy()
        digest.update(self._encoder.encode(command))
        return digest.digest()

    def _not_done(self, asked: _Asked, outcome: Refusal | StorageOutage | CommandIdReused) -> ErrorAnswer:
        if isinstance(outcome, Refusal):
            log.info("refused", command=self.spec.name, actor=asked.actor, code=outcome.code.value)
            return errors.refused(outcome)
        if isinstance(outcome, StorageOutage):
            log.warning("not_now", command=self.spec.name, actor=asked.actor, reason=str(outcome))
            return errors.outage(outcome)
        log.warning("command_id_reused", command=self.spec.name, actor=asked.actor, command_id=outcome.command_id)
        return errors.COMMAND_ID_REUSED
