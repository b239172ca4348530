"""`GET /tickets/{ticket_id}/story`: a ticket's whole day with all reasons, told from the journal. Changes nothing.

Reading a day and evolving it again takes part of a second in a large hall, so it is done on a thread and a connection
of its own, one at a time, for a bounded line of askers: no number and no call ever waits for it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable

import msgspec
from starlette.types import Receive, Scope, Send

from hall_link import story as wire
from hall_link.rows import Words
from hall_server.domain import words as domain
from hall_server.domain.model import HallState
from hall_server.domain.refusals import RefusalCode, refuse
from hall_server.domain.story import Happening, Story, tell
from hall_server.service.ports import Entry, StorageOutage
from hall_server.service.record import DayRecord
from hall_server.web import errors
from hall_server.web.auth import Keys
from hall_server.web.doors import Doors
from hall_server.web.rows import ticket_row
from hall_server.web.status import send_page

STORIES_IN_LINE_MAX = 8
"""Askers served or waiting at once; whoever comes beyond is told to come back."""
_TICKET = re.compile(r"[A-Za-z0-9-]{1,24}\Z")


class StoryEndpoint:
    """With the hall's key, as `/metrics`: it tells more than a wallboard."""

    def __init__(self, record: DayRecord, keys: Keys, doors: Doors) -> None:
        self._record = record
        self._keys = keys
        self._doors = doors
        self._in_line = 0
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await self._answer(scope)
        if isinstance(answer, errors.ErrorAnswer):
            await answer.send(send)
        else:
            await send_page(send, 200, b"application/json", answer)

    async def _answer(self, scope: Scope) -> bytes | errors.ErrorAnswer:
        if self._doors.closed:
            return errors.STOPPING
        if not self._keys.opens(dict(scope["headers"])):
            return errors.UNAUTHORIZED
        wanted: str = scope["path_params"]["ticket_id"]
        if not _TICKET.match(wanted):
            return errors.NOT_FOUND
        if self._in_line >= STORIES_IN_LINE_MAX:
            return errors.BUSY
        self._in_line += 1
        try:
            async with self._one_at_a_time:
                story = await asyncio.to_thread(self._tell, wanted)
        except StorageOutage as outage:
            return errors.outage(outage)
        finally:
            self._in_line -= 1
        if story is None:
            return errors.refused(refuse(RefusalCode.UNKNOWN_TICKET, ticket=wanted))
        return msgspec.json.encode(story_page(story))

    def _tell(self, wanted: str) -> Story | None:
        def reader(state: HallState, entries: Iterable[Entry]) -> Story | None:
            return tell(state, (Happening(entry.at, entry.actor, entry.events) for entry in entries), wanted)

        return self._record.read_day(reader)


def story_page(story: Story) -> wire.TicketStory:
    """The story as it goes over the wire."""
    return wire.TicketStory(
        ticket=ticket_row(story.ticket),
        chapters=[
            wire.StoryChapter(chapter.at, chapter.kind, chapter.actor, _words(chapter.words))
            for chapter in story.chapters
        ],
        passed=[
            wire.StoryPassing(
                at,
                passing.call_id,
                passing.number,
                passing.counter_id,
                None if passing.why is None else passing.why.value,
                _words(passing.words),
            )
            for at, passing in ((passed.at, passed.passing) for passed in story.passed)
        ],
        in_turn=story.in_turn,
        overtaken=story.overtaken,
        away=story.away,
        untold=story.untold,
        unexplained=story.unexplained,
    )


def _words(words: domain.Words) -> Words:
    return Words(words.vi, words.en)
