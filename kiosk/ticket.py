"""What the paper ticket says: the server's answer and the hall's rows, in the reader's language.

A ticket outlives the screen: it is read an hour later, in the queue, by somebody else in the family. So it says only
what stays true, and times in the hall's own zone with the date. It carries no code to scan while there is no page for
it to open. The mark, the beginning of the hash of the journal entry, lets anybody check later that this number was
given at that time.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hall_link.rows import FieldRow, HallRow, ProcedureRow, WaitRange, Words
from kiosk.visit import (
    Issued,
    Language,
)
from printer_drivers.document import TicketContent

MARK_DIGITS = 8
"""Printed digits of the mark, in two groups: enough to find one entry among a year's, short enough to read aloud."""
NOON_HOUR = 12
EVENING_HOUR = 18


class Phrases(NamedTuple):
    """The ticket's own words in one language."""

    caption: str
    ahead: str
    nobody: str
    wait: str
    minutes: str
    under: str
    counters: str
    either: str
    no_counter: str
    taken: str
    session: str
    sessions: tuple[str, str, str]
    papers: str
    hotline: str
    mark: str


PHRASES: dict[Language, Phrases] = {
    "vi": Phrases(
        caption="SỐ THỨ TỰ",
        ahead="Người chờ trước",
        nobody="Không có ai",
        wait="Dự kiến chờ",
        minutes="phút",
        under="dưới",
        counters="Quầy sẽ gọi",
        either="hoặc",
        no_counter="Xem bảng gọi số",
        taken="Lấy số lúc",
        session="Buổi",
        sessions=("Sáng", "Chiều", "Tối"),
        papers="Thiếu giấy tờ? Xin báo cán bộ để được hướng dẫn.",
        hotline="Đường dây nóng",
        mark="mã",
    ),
    "en": Phrases(
        caption="YOUR NUMBER",
        ahead="People ahead",
        nobody="Nobody",
        wait="Expected wait",
        minutes="min",
        under="under",
        counters="Counter",
        either="or",
        no_counter="See the hall's board",
        taken="Taken at",
        session="Session",
        sessions=("Morning", "Afternoon", "Evening"),
        papers="A paper is missing? Please tell the officer.",
        hotline="Hotline",
        mark="ref",
    ),
}


def content(
    issued: Issued, hall: HallRow, field: FieldRow | None, procedure: ProcedureRow | None, language: Language
) -> TicketContent:
    """The ticket for `issued`. `field`, `procedure`: their rows as the kiosk last knew them; None leaves a line out."""
    phrases = PHRASES[language]
    ticket = issued.result.ticket
    taken = local_time(ticket.issued_at, hall.time_zone)
    wait = issued.result.wait
    facts = (
        (phrases.ahead, str(issued.result.ahead) if issued.result.ahead else phrases.nobody),
        *(((phrases.wait, wait_sentence(wait, language)),) if wait else ()),
        (phrases.counters, counters_sentence(issued.result.counters, language)),
        (phrases.taken, taken.strftime("%H:%M %d/%m/%Y")),
        (phrases.session, _session(taken, phrases)),
    )
    return TicketContent(
        hall=read(hall.name, language).upper(),
        place=read(hall.place, language),
        caption=phrases.caption,
        number=ticket.number,
        field=read(field.name, language) if field else "",
        procedure=read(procedure.name, language) if procedure else None,
        facts=facts,
        footer=(phrases.papers, _last_line(hall.hotline, issued.mark, phrases)),
    )


def read(words: Words, language: Language) -> str:
    """The text in the reader's language, or in Vietnamese where the hall gave no other."""
    return words.en if language == "en" and words.en else words.vi


def wait_sentence(wait: WaitRange, language: Language) -> str:
    """An expected wait: "50–80 phút", "dưới 5 phút"."""
    phrases = PHRASES[language]
    if wait.low == 0:
        return f"{phrases.under} {wait.high} {phrases.minutes}"
    return f"{wait.low}–{wait.high} {phrases.minutes}"


def counters_sentence(counters: list[int], language: Language) -> str:
    """The counters that may call: "5", "5 hoặc 6", "4, 5 hoặc 6"; with none open, where to look."""
    phrases = PHRASES[language]
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
    morning, afternoon, evening = phrases.sessions
    if taken.hour < NOON_HOUR:
        return morning
    return afternoon if taken.hour < EVENING_HOUR else evening


def mark_in_words(mark: str) -> str:
    """The beginning of a mark in two groups, as people read it out: "7f3a·c21e"."""
    digits, half = mark[:MARK_DIGITS], MARK_DIGITS // 2
    return f"{digits[:half]}·{digits[half:]}" if digits else ""


def _last_line(hotline: str, mark: str, phrases: Phrases) -> str:
    parts = [f"{phrases.hotline} {hotline}"] if hotline else []
    if mark:
        parts.append(f"{phrases.mark} {mark_in_words(mark)}")
    return " · ".join(parts)
