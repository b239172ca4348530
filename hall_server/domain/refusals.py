"""What the hall says when the rules say no: a code for programs, and for the person what happened and what to do now.

A refusal is a value, not an exception: nothing went wrong. Each code has its sentences here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from hall_server.domain.model import Words


class RefusalCode(StrEnum):
    HALL_NOT_CONFIGURED = "hall_not_configured"
    DOCUMENT_INVALID = "document_invalid"
    DOCUMENT_IN_USE = "document_in_use"
    DAY_CLOSED = "day_closed"
    DAY_ALREADY_OPEN = "day_already_open"
    DAY_FROM_BEFORE = "day_from_before"
    LAST_NUMBER_GIVEN = "last_number_given"
    COUNTERS_BUSY = "counters_busy"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_PROCEDURE = "unknown_procedure"
    UNKNOWN_COUNTER = "unknown_counter"
    UNKNOWN_TICKET = "unknown_ticket"
    UNKNOWN_CALL = "unknown_call"
    FIELD_STOPPED = "field_stopped"
    FIELD_NOT_STOPPED = "field_not_stopped"
    FIELD_NOT_SERVED = "field_not_served"
    COUNTER_CLOSED = "counter_closed"
    COUNTER_ALREADY_OPEN = "counter_already_open"
    COUNTER_BUSY = "counter_busy"
    SCREEN_BEHIND = "screen_behind"
    NOBODY_WAITING = "nobody_waiting"
    NOT_AT_THIS_COUNTER = "not_at_this_counter"
    NOT_CALLED = "not_called"
    NOT_BEING_SERVED = "not_being_served"
    TICKET_AT_COUNTER = "ticket_at_counter"
    TICKET_ENDED = "ticket_ended"
    TRANSFER_TARGET = "transfer_target"


class Sentences(NamedTuple):
    """What happened and what to do now, with `{names}` for the refusal's parameters."""

    message_vi: str
    remedy_vi: str
    message_en: str
    remedy_en: str


SENTENCES: Mapping[RefusalCode, Sentences] = {
    RefusalCode.HALL_NOT_CONFIGURED: Sentences(
        "Máy chủ chưa có cấu hình của bộ phận.",
        "Xin báo người phụ trách máy nạp tệp cấu hình.",
        "The server has no configuration for this hall yet.",
        "Ask the person in charge to load the hall's document.",
    ),
    RefusalCode.DOCUMENT_INVALID: Sentences(
        "Cấu hình của bộ phận có chỗ sai.",
        "Xin sửa những chỗ đã nêu rồi nạp lại.",
        "The hall's document has mistakes.",
        "Mend the places named, then load it again.",
    ),
    RefusalCode.DOCUMENT_IN_USE: Sentences(
        "Cấu hình mới bỏ đi những phần đang được dùng.",
        "Xin đợi hết người chờ ở đó, hoặc nạp sau giờ làm việc.",
        "The new document drops parts that are in use now.",
        "Wait until nobody waits there, or load it after hours.",
    ),
    RefusalCode.DAY_CLOSED: Sentences(
        "Bộ phận chưa mở cửa.",
        "Xin mời quý vị trở lại trong giờ làm việc.",
        "The hall is not open.",
        "Please come back during opening hours.",
    ),
    RefusalCode.DAY_ALREADY_OPEN: Sentences(
        "Ngày làm việc đã mở rồi.",
        "Không cần làm gì thêm.",
        "The day is already open.",
        "Nothing more to do.",
    ),
    RefusalCode.DAY_FROM_BEFORE: Sentences(
        "Ngày làm việc {date} chưa được đóng.",
        "Xin đóng ngày cũ trước.",
        "The business day {date} has not been closed.",
        "Close the old day first.",
    ),
    RefusalCode.LAST_NUMBER_GIVEN: Sentences(
        "Hôm nay đã phát số cuối cùng.",
        "Xin mời quý vị trở lại vào buổi làm việc sau.",
        "The last number of today has been given.",
        "Please come back in the next session.",
    ),
    RefusalCode.COUNTERS_BUSY: Sentences(
        "Còn người đang làm việc tại quầy {counters}.",
        "Xin kết thúc ở các quầy đó rồi đóng ngày.",
        "People are still at counter {counters}.",
        "Finish there, then close the day.",
    ),
    RefusalCode.UNKNOWN_FIELD: Sentences(
        "Không có lĩnh vực {field}.",
        "Xin chọn lại trên màn hình.",
        "There is no field {field}.",
        "Please choose again on the screen.",
    ),
    RefusalCode.UNKNOWN_PROCEDURE: Sentences(
        "Lĩnh vực {field} không có thủ tục {procedure}.",
        "Xin chọn lại trên màn hình.",
        "Field {field} has no procedure {procedure}.",
        "Please choose again on the screen.",
    ),
    RefusalCode.UNKNOWN_COUNTER: Sentences(
        "Không có quầy {counter}.",
        "Xin chọn quầy khác.",
        "There is no counter {counter}.",
        "Choose another counter.",
    ),
    RefusalCode.UNKNOWN_TICKET: Sentences(
        "Hôm nay không có phiếu {ticket}.",
        "Xin kiểm tra lại số trên phiếu.",
        "There is no ticket {ticket} today.",
        "Check the number on the ticket.",
    ),
    RefusalCode.UNKNOWN_CALL: Sentences(
        "Hôm nay không có lượt gọi {call}.",
        "Không cần làm gì thêm.",
        "There was no call {call} today.",
        "Nothing more to do.",
    ),
    RefusalCode.FIELD_STOPPED: Sentences(
        "Lĩnh vực {field} tạm ngừng phát số.",
        "Xin hỏi cán bộ hướng dẫn, hoặc trở lại sau.",
        "Field {field} gives no numbers for now.",
        "Please ask the staff, or come back later.",
    ),
    RefusalCode.FIELD_NOT_STOPPED: Sentences(
        "Lĩnh vực {field} vẫn đang phát số.",
        "Không cần làm gì thêm.",
        "Field {field} is giving numbers already.",
        "Nothing more to do.",
    ),
    RefusalCode.FIELD_NOT_SERVED: Sentences(
        "Không có quầy nào được giao lĩnh vực {field}.",
        "Xin hỏi cán bộ hướng dẫn.",
        "No counter of this hall serves field {field}.",
        "Please ask the staff.",
    ),
    RefusalCode.COUNTER_CLOSED: Sentences(
        "Quầy {counter} đang đóng.",
        "Xin mở quầy trước.",
        "Counter {counter} is closed.",
        "Open the counter first.",
    ),
    RefusalCode.COUNTER_ALREADY_OPEN: Sentences(
        "Quầy {counter} đã mở rồi.",
        "Nếu không phải quý vị mở, xin hỏi người phụ trách.",
        "Counter {counter} is already open.",
        "If it was not you, ask the supervisor.",
    ),
    RefusalCode.COUNTER_BUSY: Sentences(
        "Quầy {counter} đang có số {number}.",
        "Xin kết thúc, chuyển, hoặc báo vắng số này trước.",
        "Counter {counter} has number {number}.",
        "Finish, transfer or mark it missed first.",
    ),
    RefusalCode.SCREEN_BEHIND: Sentences(
        "Quầy {counter} không còn ở số đã hiện trên màn hình này.",
        "Xin xem lại số hiện tại rồi bấm lại.",
        "Counter {counter} has moved on from what this screen showed.",
        "Look at the present number, then press again.",
    ),
    RefusalCode.NOBODY_WAITING: Sentences(
        "Không có ai đang chờ quầy {counter}.",
        "Số mới sẽ hiện ra khi có người lấy số.",
        "Nobody waits for counter {counter}.",
        "A new number will show as soon as it is taken.",
    ),
    RefusalCode.NOT_AT_THIS_COUNTER: Sentences(
        "Số {number} không ở quầy {counter}.",
        "Xin xem lại số hiện tại của quầy.",
        "Number {number} is not at counter {counter}.",
        "Look at the counter's present number.",
    ),
    RefusalCode.NOT_CALLED: Sentences(
        "Số {number} không còn ở trạng thái đang gọi.",
        "Xin xem lại số hiện tại của quầy.",
        "Number {number} is not being called.",
        "Look at the counter's present number.",
    ),
    RefusalCode.NOT_BEING_SERVED: Sentences(
        "Số {number} chưa bắt đầu làm việc.",
        "Xin bấm bắt đầu khi công dân đến quầy.",
        "Number {number} is not being served.",
        "Press start when the person is at the counter.",
    ),
    RefusalCode.TICKET_AT_COUNTER: Sentences(
        "Số {number} đang ở quầy {counter}.",
        "Xin kết thúc hoặc báo vắng tại quầy.",
        "Number {number} is at counter {counter}.",
        "Finish it or mark it missed there.",
    ),
    RefusalCode.TICKET_ENDED: Sentences(
        "Số {number} đã kết thúc.",
        "Nếu còn việc, xin lấy số mới.",
        "Number {number} has ended.",
        "Take a new number for further business.",
    ),
    RefusalCode.TRANSFER_TARGET: Sentences(
        "Xin chọn một lĩnh vực hoặc một quầy khác để chuyển đến.",
        "Xin chọn lại nơi chuyển đến.",
        "Choose one field or one other counter to transfer to.",
        "Choose the target again.",
    ),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """`params` fill the sentences; `places` name where the mistakes are, one line each."""

    code: RefusalCode
    params: Mapping[str, str | int] = field(default_factory=dict)
    places: tuple[str, ...] = ()

    @property
    def message(self) -> Words:
        text = SENTENCES[self.code]
        return Words(text.message_vi.format_map(self.params), text.message_en.format_map(self.params))

    @property
    def remedy(self) -> Words:
        text = SENTENCES[self.code]
        return Words(text.remedy_vi.format_map(self.params), text.remedy_en.format_map(self.params))


def refuse(code: RefusalCode, *places: str, **params: str | int) -> Refusal:
    return Refusal(code, params, places)
