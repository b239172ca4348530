"""Priority and appointment in words, on the screen and on paper, and the times that an appointment may be chosen from.

A claim is what the person says; what became of it is the server's to say (`place_reason`), and the ticket says that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hall_link.rows import HallRow, PriorityRow, TicketRow
from kiosk.ticket import local_time, read
from kiosk.visit import Language
from printer_drivers.document import TicketContent

SLOT_STEP_MS = 15 * 60_000
SLOTS_BEFORE = 3
SLOTS_AFTER = 8
"""Quarter hours offered around the hall's time; a hall's window around an appointment is an hour or so."""


class Phrases(NamedTuple):
    """The words of claims in one language."""

    priority: str
    appointment: str
    not_counted: str


PHRASES: dict[Language, Phrases] = {
    "vi": Phrases("Ưu tiên", "Giờ hẹn", "ngoài giờ hẹn, xếp theo giờ lấy số"),
    "en": Phrases("Priority", "Appointment", "outside its time, by time of issue"),
}


def slots(now: int) -> list[int]:
    """The times to choose from at `now`, ascending (ms): quarter hours, the earliest a while ago."""
    first = now - now % SLOT_STEP_MS - SLOTS_BEFORE * SLOT_STEP_MS
    return [first + step * SLOT_STEP_MS for step in range(SLOTS_BEFORE + 1 + SLOTS_AFTER)]


def slot_text(slot: int, hall: HallRow) -> str:
    """`08:30` on the hall's clock."""
    return f"{local_time(slot, hall.time_zone):%H:%M}"


def outcome(ticket: TicketRow, hall: HallRow, priority: PriorityRow | None, language: Language) -> tuple[str, str]:
    """What the number was given for, as a name and a value: ("Ưu tiên", "Người từ 75 tuổi"); empty for most people."""
    phrases = PHRASES[language]
    if ticket.priority_class is not None:
        return phrases.priority, read(priority.label, language) if priority else ticket.priority_class
    if ticket.appointment_at is not None:
        time = slot_text(ticket.appointment_at, hall)
        counted = ticket.place_reason == "appointment"
        return phrases.appointment, time if counted else f"{time} ({phrases.not_counted})"
    return "", ""


def on_paper(
    words: TicketContent, ticket: TicketRow, hall: HallRow, priority: PriorityRow | None, language: Language
) -> TicketContent:
    """The ticket with its claim among the facts."""
    claim = outcome(ticket, hall, priority, language)
    facts: Sequence[tuple[str, str]] = (*words.facts, claim) if claim[0] else words.facts
    return replace(words, facts=facts)
