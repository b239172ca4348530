"""The words in which calls, places and overtakings are explained, in both languages.

Two audiences. Who asks about a ticket, at the counter or on its page, hears the class of a priority with its legal
basis. The whole hall reads `in_public`, which says that somebody has priority and never by which class: a class may
tell of an illness.
"""

from __future__ import annotations

from collections.abc import Mapping

from hall_server.domain.calendar import local_time
from hall_server.domain.events import TicketCalled
from hall_server.domain.model import Call, CallReason, HallDocument, HallState, Ticket
from hall_server.domain.words import Words

MANUAL_REASONS: Mapping[str, Words] = {
    "frail": Words("người yếu, mệt", "a frail person"),
    "child": Words("người có trẻ nhỏ", "a person with a small child"),
    "mistake": Words("sửa một lần nhầm trước đó", "an earlier mistake is put right"),
    "supervisor": Words("người phụ trách quyết định", "the supervisor's decision"),
}
"""The reasons of the standard list; a hall's own are shown as it wrote them."""

_PASSINGS: Mapping[str, Words] = {
    "priority": Words(
        "{later} được gọi trước {number} vì thuộc diện ưu tiên {label}.",
        "{later} was called before {number} because it has priority: {label}.",
    ),
    "appointment": Words(
        "{later} được gọi trước {number} vì có lịch hẹn {slot}.",
        "{later} was called before {number} because it has an appointment at {slot}.",
    ),
    "manual": Words(
        "{later} được quầy {counter} gọi ngoài thứ tự, trước {number}; lý do đã ghi: {note}.",
        "{later} was called out of order by counter {counter}, before {number}; the reason on record: {note}.",
    ),
    "came_back": Words(
        "{later} được gọi trước {number} vì {number} đã lỡ lượt gọi và khi trở lại xếp sau vài người đang chờ.",
        "{later} was called before {number} because {number} had missed its call and came back behind the next few.",
    ),
    "rejoined": Words(
        "{later} được gọi trước {number} vì {number} được chuyển đến lúc {place} và xếp theo giờ chuyển.",
        "{later} was called before {number} because {number} was sent on at {place} and stands by that time.",
    ),
    "named": Words(
        "{later} được quầy {counter} gọi trong lúc {number} chờ riêng quầy {awaited}.",
        "{later} was called by counter {counter} while {number} waited for counter {awaited} alone.",
    ),
    "on_hold": Words(
        "{later} được gọi trong lúc {number} tạm vắng để bổ sung giấy tờ; chỗ của {number} vẫn được giữ.",
        "{later} was called while {number} was away to fetch papers; the place of {number} is kept.",
    ),
    "missed": Words(
        "{later} được gọi sau khi {number} đã được gọi mà chưa đến.",
        "{later} was called after {number} had been called and did not come.",
    ),
    "": Words(
        "{later} được gọi trước {number} mà chưa rõ lý do; xin báo người phụ trách.",
        "{later} was called before {number} and the reason is not known; please tell the person in charge.",
    ),
}

_PUBLIC: Mapping[CallReason, Words] = {
    CallReason.PRIORITY: Words(
        "{later} được gọi trước {count} số lấy sớm hơn vì thuộc diện ưu tiên theo quy định.",
        "{later} was called before {count} earlier number(s) because it has priority by law.",
    ),
    CallReason.APPOINTMENT: Words(
        "{later} được gọi trước {count} số lấy sớm hơn vì có lịch hẹn {slot}.",
        "{later} was called before {count} earlier number(s) because it has an appointment at {slot}.",
    ),
    CallReason.RETURNED: Words(
        "{later} được gọi trước {count} số lấy sớm hơn vì trở lại đúng chỗ đã có.",
        "{later} was called before {count} earlier number(s) because it came back to the place it had.",
    ),
    CallReason.MANUAL: Words(
        "{later} được gọi ngoài thứ tự, trước {count} số lấy sớm hơn; cán bộ đã ghi lý do.",
        "{later} was called out of order, before {count} earlier number(s); the officer put the reason on record.",
    ),
}
_PUBLIC_OTHERWISE = Words(
    "{later} được gọi trước {count} số lấy sớm hơn vì những số đó đã lỡ lượt hoặc được chuyển đến sau.",
    "{later} was called before {count} earlier number(s), which had missed a call or were sent on later.",
)


def passing(state: HallState, ticket: Ticket, call: TicketCalled, why: str) -> Words:
    """Why the call came before the ticket; `why`: a value of `explain.Why`, or empty."""
    document = _document(state)
    later = state.tickets[call.ticket_id]
    label, note = priority(document, later.priority_class), manual(call.note)
    facts = {
        "later": later.number,
        "number": ticket.number,
        "counter": str(call.counter_id),
        "awaited": str(ticket.for_counter),
        "slot": clock(document, later.appointment_at),
        "place": clock(document, ticket.place),
    }
    return _filled(_PASSINGS[why], {**facts, "label": label.vi, "note": note.vi}, label=label.en, note=note.en)


def in_public(document: HallDocument, ticket: Ticket, call: Call) -> Words | None:
    """What the wallboard may say of a call that came before earlier numbers; None where it came before nobody."""
    if call.overtook == 0:
        return None
    facts = {"later": ticket.number, "count": str(call.overtook), "slot": clock(document, ticket.appointment_at)}
    return _filled(_PUBLIC.get(call.reason, _PUBLIC_OTHERWISE), facts)


def priority(document: HallDocument, class_id: str | None) -> Words:
    """The class with its legal basis and its credit, as in force then."""
    found = document.policies.priority(class_id) if class_id is not None else None
    if found is None:
        return Words(class_id or "", class_id or "")
    label_en = found.label.en or found.label.vi
    return Words(
        f"{found.label.vi} ({found.legal_basis}; tính sớm hơn {found.credit_minutes} phút)",
        f"{label_en} ({found.legal_basis}; counts {found.credit_minutes} minutes earlier)",
    )


def manual(note: str) -> Words:
    """A reason of the list in words."""
    return MANUAL_REASONS.get(note, Words(note, note))


def clock(document: HallDocument, at: int | None) -> str:
    """A time on the hall's clock, `08:30`; empty where there is none."""
    return "" if at is None else f"{local_time(document, at):%H:%M}"


def _document(state: HallState) -> HallDocument:
    assert state.document is not None, "a hall with tickets has a document"
    return state.document


def _filled(words: Words, facts: Mapping[str, str], **english: str) -> Words:
    """`english`: facts that read otherwise in English."""
    return Words(words.vi.format_map(facts), words.en.format_map({**facts, **english}))
