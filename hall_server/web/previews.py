"""`POST /preview`: the order under another document, before it takes effect. Changes nothing, and needs no command id.

The state is copied in its turn, which is quick because all that it holds is frozen; what takes longer is worked out on
another thread, one preview at a time.
"""

from __future__ import annotations

import asyncio

import msgspec
from starlette.types import Receive, Scope, Send

from hall_link import preview as wire
from hall_link.commands import ConfigureHall
from hall_server.domain import model
from hall_server.domain.copying import copy_of
from hall_server.domain.preview import Preview, Standing, preview
from hall_server.domain.refusals import Refusal
from hall_server.service.hall import Hall
from hall_server.service.ports import Clock, StorageOutage
from hall_server.web import errors
from hall_server.web.auth import HeaderMap, Keys
from hall_server.web.bodies import CallerLeft, read_body, why_no_body
from hall_server.web.commands import DOCUMENT_BYTES_MAX
from hall_server.web.doors import Doors
from hall_server.web.status import send_page

PREVIEWS_IN_LINE_MAX = 2
"""Somebody looks at a new document a few times a year."""


class PreviewEndpoint:
    """With the hall's key: it reads a document and tells how the queue stands."""

    def __init__(self, hall: Hall, clock: Clock, keys: Keys, doors: Doors) -> None:
        self._hall = hall
        self._clock = clock
        self._keys = keys
        self._doors = doors
        self._in_line = 0
        self._one_at_a_time = asyncio.Lock()
        self._decoder = msgspec.json.Decoder(ConfigureHall)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            answer = await self._answer(dict(scope["headers"]), receive)
        except CallerLeft:
            return
        if isinstance(answer, errors.ErrorAnswer):
            await answer.send(send)
        else:
            await send_page(send, 200, b"application/json", answer)

    async def _answer(self, headers: HeaderMap, receive: Receive) -> bytes | errors.ErrorAnswer:
        if self._doors.closed:
            return errors.STOPPING
        if not self._keys.opens(headers):
            return errors.UNAUTHORIZED
        body = why_no_body(headers, DOCUMENT_BYTES_MAX) or await read_body(receive, DOCUMENT_BYTES_MAX)
        if isinstance(body, errors.ErrorAnswer):
            return body
        try:
            document = msgspec.convert(self._decoder.decode(body).document, model.HallDocument, from_attributes=True)
        except msgspec.ValidationError as mistake:
            return errors.invalid(str(mistake))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return errors.MALFORMED
        if self._in_line >= PREVIEWS_IN_LINE_MAX:
            return errors.BUSY
        self._in_line += 1
        try:
            async with self._one_at_a_time:
                return await self._look(document)
        except StorageOutage as outage:
            return errors.outage(outage)
        finally:
            self._in_line -= 1

    async def _look(self, document: model.HallDocument) -> bytes | errors.ErrorAnswer:
        state = await self._hall.read(lambda state, _: copy_of(state))
        now = self._clock.now()
        found = await asyncio.to_thread(preview, state, document, now)
        return errors.refused(found) if isinstance(found, Refusal) else msgspec.json.encode(preview_page(found, now))


def preview_page(found: Preview, at: int) -> wire.HallPreview:
    """The preview as it goes over the wire."""
    return wire.HallPreview(
        at,
        [wire.PreviewedCounter(one.counter_id, list(one.before), list(one.after)) for one in found.counters],
        [wire.PreviewedMove(one.number, one.before, one.after) for one in found.moved],
        [
            wire.PreviewedNewcomer(one.field_id, one.kind, one.class_id, _standing(one.before), _standing(one.after))
            for one in found.newcomers
        ],
    )


def _standing(standing: Standing | None) -> wire.PreviewedStanding | None:
    if standing is None:
        return None
    return wire.PreviewedStanding(standing.place, standing.reason.value, standing.ahead)
