"""The rows of the officer's lists as QML reads them: plain values, already in one language. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter.clock import time_of_day
from counter.desk import Away, CounterChoice, Desk, Waiting
from hall_link.rows import Words


def said(words: Words, language: str) -> str:
    """The text in `language` ("vi" or "en"); in Vietnamese where the hall has given nothing else."""
    return words.en if language == "en" and words.en else words.vi


def joined(texts: Iterable[Words], language: str) -> str:
    return ", ".join(said(words, language) for words in texts)


def what_for(procedure: Words | None, field: Words, language: str) -> str:
    """What a ticket is for: its procedure where the person chose one, else its field."""
    return said(field if procedure is None else procedure, language)


@dataclass(frozen=True)
class Line:
    """A line of the list. `section`: "waiting", "helping", "on_hold" or "missed".

    `reason`: see `counter.desk.WaitingReason`, for the waiting; `reasonText`: the class or time that belongs to it.
    `minutes`: waited; `at`: "08:45", expected back or called in vain. `overdue`: expected before now.
    `paper`: see `counter.desk.Paper`.
    """

    ticketId: str
    number: str
    title: str
    field: str
    section: str
    reason: str
    reasonText: str
    minutes: int
    at: str
    overdue: bool
    paper: str


def lines_of(desk: Desk, language: str, time_zone: str, searched: str = "") -> list[Line]:
    """Who waits, then who is away; only the numbers that contain `searched`."""
    waiting = [_waiting_line(line, language, time_zone) for line in desk.waiting]
    away = [_away_line(line, language, time_zone) for line in desk.away]
    wanted = searched.upper()
    return [line for line in waiting + away if wanted in line.number.upper()]


def _waiting_line(line: Waiting, language: str, time_zone: str) -> Line:
    return Line(
        line.ticket_id,
        line.number,
        what_for(line.procedure, line.field, language),
        said(line.field, language),
        "helping" if line.helping else "waiting",
        line.reason,
        _reason_text(line, language, time_zone),
        line.minutes,
        "",
        overdue=False,
        paper=line.paper,
    )


def _reason_text(line: Waiting, language: str, time_zone: str) -> str:
    if line.reason == "appointment" and line.appointment_at is not None:
        return time_of_day(line.appointment_at, time_zone)
    return said(line.priority, language) if line.reason == "priority" and line.priority is not None else ""


def _away_line(line: Away, language: str, time_zone: str) -> Line:
    return Line(
        line.ticket_id,
        line.number,
        what_for(line.procedure, line.field, language),
        said(line.field, language),
        line.state,
        "",
        "",
        0,
        time_of_day(line.at, time_zone),
        overdue=line.overdue,
        paper=line.paper,
    )


@dataclass(frozen=True)
class Destination:
    """A place to send a ticket to: a field (`fieldId`, `counterId` 0) or a counter (`counterId`, `fieldId` empty).

    `mark`: what is typed for it, the series or the counter's number. `open`: the counters that serve the field now.
    """

    fieldId: str
    counterId: int
    mark: str
    name: str
    open: str
    waiting: int
    busy: bool


def destinations_of(desk: Desk, language: str) -> list[Destination]:
    fields = [
        Destination(
            choice.field_id,
            0,
            choice.series,
            said(choice.name, language),
            ", ".join(str(counter) for counter in choice.counters),
            choice.waiting,
            busy=False,
        )
        for choice in desk.to_fields
    ]
    return fields + [
        Destination("", choice.counter_id, str(choice.counter_id), joined(choice.fields, language), "", 0, choice.busy)
        for choice in desk.to_counters
    ]


@dataclass(frozen=True)
class Seat:
    """A counter to sit down at."""

    counterId: int
    serves: str
    open: bool
    busy: bool


def seats_of(counters: Iterable[CounterChoice], language: str) -> list[Seat]:
    return [Seat(one.counter_id, joined(one.fields, language), one.open, one.busy) for one in counters]


def typed_place(marks: list[str], typed: str) -> int:
    """The place of the first mark that is, or else begins with, what was typed (any case); -1 when there is none."""
    wanted = typed.strip().upper()
    if not wanted:
        return -1
    if wanted in marks:
        return marks.index(wanted)
    return next((place for place, mark in enumerate(marks) if mark.startswith(wanted)), -1)
