"""What each event of a ticket's day is called in its story, in both languages: one line for each kind of event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hall_server.domain import events as e
from hall_server.domain.explain_words import clock, manual, priority
from hall_server.domain.model import CallReason, HallDocument, HallState, PlaceReason, Ticket
from hall_server.domain.words import Words


class Line(NamedTuple):
    """A kind of chapter and its sentence, with `{names}` for the facts."""

    kind: str
    words: Words


LINES: Mapping[type[e.Event], Line] = {
    e.TicketIssued: Line(
        "issued",
        Words(
            "Lấy số {number}, lĩnh vực {field}. Chỗ xếp: {place}, {place_reason}.",
            "Took number {number}, field {field}. Place: {place}, {place_reason}.",
        ),
    ),
    e.TicketCalled: Line(
        "called",
        Words(
            "Quầy {counter} gọi, lần {attempt}: {call_reason}.",
            "Called by counter {counter}, call {attempt}: {call_reason}.",
        ),
    ),
    e.CallShown: Line("shown", Words("Đã hiện trên bảng gọi số.", "Shown on the wallboard.")),
    e.CallSpoken: Line("spoken", Words("Đã đọc trên loa.", "Spoken.")),
    e.CallNotSpoken: Line("not_spoken", Words("Không đọc trên loa ({reason}).", "Not spoken ({reason}).")),
    e.ServiceStarted: Line(
        "started", Words("Bắt đầu làm việc tại quầy {counter}.", "Service began at counter {counter}.")
    ),
    e.TicketFinished: Line("finished", Words("Xong việc.", "Finished.")),
    e.TicketMissed: Line("missed", Words("Đã gọi mà chưa đến.", "Was called and did not come.")),
    e.TicketCameBack: Line(
        "came_back",
        Words(
            "Trở lại sau khi lỡ lượt; xếp sau vài người đang chờ, chỗ {place}.",
            "Came back after missing the call; behind the next few, place {place}.",
        ),
    ),
    e.TicketHeld: Line(
        "held",
        Words(
            "Đi bổ sung giấy tờ, hẹn trở lại {until}; chỗ được giữ.", "Fetches papers until {until}; the place is kept."
        ),
    ),
    e.TicketResumed: Line("resumed", Words("Trở lại, đúng chỗ cũ {place}.", "Back at the same place, {place}.")),
    e.TicketTransferred: Line(
        "transferred", Words("Được chuyển tiếp: {target}; chỗ {place}.", "Sent on: {target}; place {place}.")
    ),
    e.LegFinished: Line(
        "leg_finished",
        Words(
            "Xong một phần, tiếp tục ở lĩnh vực {field}; giữ chỗ {place}.",
            "One part is done, goes on in field {field}; place {place} is kept.",
        ),
    ),
    e.StepUndone: Line(
        "undone", Words("Quầy {counter} hoàn lại bước vừa rồi.", "Counter {counter} took its last step back.")
    ),
    e.TicketReleased: Line(
        "released",
        Words(
            "Quầy đang chờ đã đóng; chờ mọi quầy của lĩnh vực, giữ chỗ {place}.",
            "The awaited counter closed; waits for any counter of the field, place {place} is kept.",
        ),
    ),
    e.TicketCancelled: Line("cancelled", Words("Hủy số. {reason}", "Cancelled. {reason}")),
    e.TicketExpired: Line(
        "expired", Words("Hết giờ làm việc mà chưa được phục vụ.", "The hall closed before service.")
    ),
    e.TicketPrinted: Line("printed", Words("Phiếu đã in xong.", "The ticket is on paper.")),
    e.ReprintAsked: Line(
        "reprint_asked", Words("Xin in lại phiếu ở máy {kiosk}.", "Another paper was asked for at {kiosk}.")
    ),
    e.TicketPrintFailed: Line("print_failed", Words("Phiếu không in được ({reason}).", "Not printed ({reason}).")),
}

_PLACES: Mapping[PlaceReason, Words] = {
    PlaceReason.ARRIVAL: Words("giờ lấy số", "the time of issue"),
    PlaceReason.PRIORITY: Words("ưu tiên {label}", "priority for {label}"),
    PlaceReason.APPOINTMENT: Words("lịch hẹn {slot}", "appointment at {slot}"),
}

_CALLS: Mapping[CallReason, Words] = {
    CallReason.FIRST_COME: Words("đến lượt theo giờ lấy số", "its turn by the time of issue"),
    CallReason.PRIORITY: Words("ưu tiên {label}", "priority for {label}"),
    CallReason.APPOINTMENT: Words("lịch hẹn {slot}", "appointment at {slot}"),
    CallReason.RETURNED: Words("đã trở lại", "came back"),
    CallReason.HELPING: Words("quầy hỗ trợ lĩnh vực này", "the counter helps this field"),
    CallReason.MANUAL: Words("gọi ngoài thứ tự, {note}", "out of order, {note}"),
}


def line(state: HallState, ticket: Ticket, event: e.Event) -> tuple[str, Words]:
    """The kind of chapter and its sentence; `state` and `ticket` as they are after the event."""
    assert state.document is not None, "a hall with tickets has a document"
    found = LINES[type(event)]
    vi, en = (_facts(state, state.document, ticket, event, english) for english in (False, True))
    return found.kind, Words(found.words.vi.format_map(vi).strip(), found.words.en.format_map(en).strip())


def _facts(
    state: HallState, document: HallDocument, ticket: Ticket, event: e.Event, english: bool
) -> Mapping[str, str]:
    """All that a sentence may name; those that the event does not have stay empty."""

    def read(words: Words) -> str:
        return words.en or words.vi if english else words.vi

    field = state.fields.get(ticket.field_id)
    facts = {
        "number": ticket.number,
        "field": read(field.name) if field else ticket.field_id,
        "place": clock(document, ticket.place),
        "slot": clock(document, ticket.appointment_at),
        "label": read(priority(document, ticket.priority_class)),
        "counter": str(getattr(event, "counter_id", None) or ticket.counter_id or ""),
        "attempt": str(getattr(event, "attempt", "")),
        "kiosk": str(getattr(event, "kiosk_id", "")),
        "until": clock(document, ticket.hold_until),
        "note": read(manual(getattr(event, "note", ""))),
        "reason": "" if isinstance(event, e.TicketCalled) else str(getattr(event, "reason", "")),
    }
    place_reason = _PLACES.get(ticket.place_reason)
    facts["place_reason"] = read(place_reason).format_map(facts) if place_reason else ""
    if isinstance(event, e.TicketCalled):
        facts["call_reason"] = read(_CALLS[event.reason]).format_map(facts)
    if isinstance(event, e.TicketTransferred):
        counter = Words(f"quầy {event.for_counter}", f"counter {event.for_counter}")
        facts["target"] = read(counter) if event.for_counter is not None else facts["field"]
    return facts
