"""What a hall's document may not say: each mistake with its place, in both languages. Shapes and ranges are checked
before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hall_server.domain.model import HallDocument
from hall_server.domain.policies import Policies, Session


def mistakes_of(document: HallDocument) -> Iterator[str]:
    """Each mistake with its place, in both languages."""
    fields = {field.field_id for field in document.fields}
    yield from _twice("fields.field_id", (field.field_id for field in document.fields))
    yield from _twice("fields.series", (field.series for field in document.fields))
    yield from _twice("counters.counter_id", (str(counter.counter_id) for counter in document.counters))
    yield from _twice("procedures.procedure_id", (procedure.procedure_id for procedure in document.procedures))
    for index, procedure in enumerate(document.procedures):
        if procedure.field_id not in fields:
            yield f"procedures[{index}].field_id = {procedure.field_id}: không có lĩnh vực này / no such field"
    for index, counter in enumerate(document.counters):
        yield from _twice(f"counters[{index}].fields", (*counter.fields, *counter.helps))
        for field_id in (*counter.fields, *counter.helps):
            if field_id not in fields:
                yield f"counters[{index}].fields = {field_id}: không có lĩnh vực này / no such field"
    served = {field_id for counter in document.counters for field_id in counter.fields}
    for index, field in enumerate(document.fields):
        if field.field_id not in served:
            yield f"fields[{index}] = {field.field_id}: không quầy nào phục vụ / no counter serves it"
    yield from _policy_mistakes(document.policies)
    if document.closes < document.opens:
        yield f"closes = {document.closes}: sớm hơn giờ mở cửa / earlier than opens"
    if not _known_zone(document.time_zone):
        yield f"time_zone = {document.time_zone}: không có múi giờ này / no such time zone"


def _twice(place: str, values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield f"{place} = {value}: bị lặp lại / given twice"
        seen.add(value)


def _known_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _policy_mistakes(policies: Policies) -> Iterator[str]:
    yield from _twice("policies.priority_classes.class_id", (one.class_id for one in policies.priority_classes))
    yield from _twice("policies.manual_reasons", policies.manual_reasons)
    slot = policies.appointments
    if slot is not None and slot.early_minutes + slot.grace_minutes == 0:
        yield "policies.appointments: không phút nào để đến đúng hẹn / leaves no minute in which to be in time"
    calendar = policies.calendar
    yield from _twice("policies.calendar.decided_days.date", (day.date.isoformat() for day in calendar.decided_days))
    yield from _session_mistakes("policies.calendar.sessions", calendar.sessions)
    yield from _session_mistakes("policies.calendar.saturday_sessions", calendar.saturday_sessions)


def _session_mistakes(place: str, sessions: tuple[Session, ...]) -> Iterator[str]:
    before = None
    for index, session in enumerate(sessions):
        if session.closes <= session.opens:
            yield f"{place}[{index}]: kết thúc trước khi bắt đầu / ends before it begins"
        if before is not None and session.opens < before.closes:
            yield f"{place}[{index}]: chồng lên buổi trước / overlaps the session before"
        before = session
