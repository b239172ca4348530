"""The whole paper ticket: what `kiosk.ticket` and `kiosk.claims` say, in the languages that the hall chose."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import msgspec

from hall_link.messages import IssuedResult
from hall_link.rows import FieldRow, HallRow, PriorityRow, ProcedureRow, TicketRow
from kiosk.claims import on_paper
from kiosk.look import TicketLook
from kiosk.ticket import content, local_time
from kiosk.visit import Issued, Language
from printer_drivers.document import TicketContent


class Named(NamedTuple):
    """The rows that a ticket names, as the kiosk last knew them; None where it knows none."""

    hall: HallRow
    field: FieldRow | None
    procedure: ProcedureRow | None
    priority: PriorityRow | None


def paper_ticket(issued: Issued, named: Named, chosen: Language, look: TicketLook) -> TicketContent:
    """The ticket for `issued`, for a person who chose that language on the screen."""
    if look.languages == "vi":
        return _in_one(issued, named, "vi", look)
    first = _in_one(issued, named, chosen, look)
    if look.languages == "chosen":
        return first
    return replace(first, second=_in_one(issued, named, "en" if chosen == "vi" else "vi", look))


def paper_again(ticket: TicketRow, named: Named, look: TicketLook, now: int) -> TicketContent:
    """One more paper of a number, as it is at `now` (ms): who stands before has changed since, so it does not say; and
    it does not look like the first one.
    """
    shown = msgspec.structs.replace(look.shown, ahead=False, wait=False, mark=False)
    issued = Issued(IssuedResult(ticket, 0, named.field.counters if named.field else []), "", now)
    words = paper_ticket(issued, named, "vi", replace(look, shown=shown))
    phrases = look.phrases["vi"]
    again = (phrases.again_at, f"{local_time(now, named.hall.time_zone):%H:%M}")
    return replace(words, facts=(*words.facts, again), reprint_mark=phrases.again)


def _in_one(issued: Issued, named: Named, language: Language, look: TicketLook) -> TicketContent:
    words = content(issued, named.hall, named.field, named.procedure, language, look)
    if not look.shown.claim:
        return words
    return on_paper(words, issued.result.ticket, named.hall, named.priority, language)
