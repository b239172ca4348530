"""What the paper ticket says: the server's answer and the hall's rows, in the reader's language.

A ticket outlives the screen: it is read an hour later, in the queue, by somebody else in the family. So it says only
what stays true, and times in the hall's own zone with the date. It carries no code to scan where there is no page for
it to open. The mark, the beginning of the hash of the journal entry, lets anybody check later that this number was
given at that time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hall_link.rows import FieldRow, HallRow, ProcedureRow, WaitRange, Words
from kiosk.look import PHRASES, PRODUCTS_OWN, Phrases, TicketLook
from kiosk.visit import Issued, Language
from printer_drivers.document import TicketContent

MARK_DIGITS = 8
"""Printed digits of the mark, in two groups: enough to find one entry among a year's, short enough to read aloud."""
NOON_HOUR = 12
EVENING_HOUR = 18
TICKET_ID = "{ticket_id}"
"""Where the ticket's id stands in the address of its page."""


def content(
    issued: Issued,
    hall: HallRow,
    field: FieldRow | None,
    procedure: ProcedureRow | None,
    language: Language,
    look: TicketLook = PRODUCTS_OWN,
) -> TicketContent:
    """The ticket for `issued` in one language. `field`, `procedure`: their rows as the kiosk last knew them; None
    leaves a line out.
    """
    phrases, shown, ticket = look.phrases[language], look.shown, issued.result.ticket
    bring = look.bring.get(ticket.field_id, ()) if shown.bring else ()
    last = _last_line(hall.hotline if shown.hotline else "", issued.mark if shown.mark else "", phrases)
    return TicketContent(
        hall=read(hall.name, language).upper(),
        place=read(hall.place, language) if shown.place else "",
        caption=phrases.caption,
        number=ticket.number,
        field=read(field.name, language) if field else "",
        procedure=read(procedure.name, language) if procedure and shown.procedure else None,
        facts=tuple(_facts(issued, hall, language, look)),
        bring=tuple(read(paper, language) for paper in bring),
        qr_payload=look.page.replace(TICKET_ID, ticket.ticket_id) or None,
        qr_sentence=phrases.code,
        footer=(*(read(note, language) for note in look.notes), last),
    )


def _facts(issued: Issued, hall: HallRow, language: Language, look: TicketLook) -> Iterator[tuple[str, str]]:
    phrases, shown, result = look.phrases[language], look.shown, issued.result
    taken = local_time(result.ticket.issued_at, hall.time_zone)
    if shown.ahead:
        yield phrases.ahead, str(result.ahead) if result.ahead else phrases.nobody
    if shown.wait and result.wait:
        yield phrases.wait, wait_sentence(result.wait, language, phrases)
    if shown.counters:
        yield phrases.counters, counters_sentence(result.counters, language, phrases)
    if shown.taken:
        yield phrases.taken, taken.strftime("%H:%M %d/%m/%Y")
    if shown.session:
        yield phrases.session, _session(taken, phrases)


def read(words: Words, language: Language) -> str:
    """The text in the reader's language, or in Vietnamese where the hall gave no other."""
    return words.en if language == "en" and words.en else words.vi


def wait_sentence(wait: WaitRange, language: Language, own: Phrases | None = None) -> str:
    """An expected wait: "50–80 phút", "dưới 5 phút". `own`: the hall's words, else the product's."""
    phrases = own or PHRASES[language]
    if wait.low == 0:
        return f"{phrases.under} {wait.high} {phrases.minutes}"
    return f"{wait.low}–{wait.high} {phrases.minutes}"


def counters_sentence(counters: list[int], language: Language, own: Phrases | None = None) -> str:
    """The counters that may call: "5", "5 hoặc 6", "4, 5 hoặc 6"; with none open, where to look."""
    phrases = own or PHRASES[language]
    numbers = [str(counter) for counter in counters]
    if not numbers:
        return phrases.no_counter
    if len(numbers) == 1:
        return numbers[0]
    return f"{', '.join(numbers[:-1])} {phrases.either} {numbers[-1]}"


def local_time(at: int, time_zone: str) -> datetime:
    """`at` (ms since 1970 UTC) on the hall's clock."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(time_zone))


def _session(taken: datetime, phrases: Phrases) -> str:
    if taken.hour < NOON_HOUR:
        return phrases.morning
    return phrases.afternoon if taken.hour < EVENING_HOUR else phrases.evening


def mark_in_words(mark: str) -> str:
    """The beginning of a mark in two groups, as people read it out: "7f3a·c21e"."""
    digits, half = mark[:MARK_DIGITS], MARK_DIGITS // 2
    return f"{digits[:half]}·{digits[half:]}" if digits else ""


def _last_line(hotline: str, mark: str, phrases: Phrases) -> str:
    parts = [f"{phrases.hotline} {hotline}"] if hotline else []
    if mark:
        parts.append(f"{phrases.mark} {mark_in_words(mark)}")
    return " · ".join(parts)
