"""The codes of all refusals and their sentences, here and nowhere else. Long because it is a table of words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


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
    BREAK = "break"
    NOT_ON_BREAK = "not_on_break"
    UNKNOWN_PRIORITY = "unknown_priority"
    PRIORITY_AND_APPOINTMENT = "priority_and_appointment"
    NO_APPOINTMENTS = "no_appointments"
    PERSON_NEEDED = "person_needed"
    ONE_PER_PERSON = "one_per_person"
    COUNTER_PAUSED = "counter_paused"
    COUNTER_NOT_PAUSED = "counter_not_paused"
    NOT_WAITING = "not_waiting"
    MANUAL_REASON = "manual_reason"
    HOLD_TIME = "hold_time"
    NOT_ON_HOLD = "not_on_hold"
    NOT_MISSED = "not_missed"
    CAME_BACK_TOO_LATE = "came_back_too_late"
    NOTHING_TO_UNDO = "nothing_to_undo"
    UNDO_TOO_LATE = "undo_too_late"
    FIELDS_NEEDED = "fields_needed"
    NOT_IN_FUTURE = "not_in_future"
    UNKNOWN_KIOSK = "unknown_kiosk"
    PRINTER_NOT_READY = "printer_not_ready"
    REPRINT_UNDER_WAY = "reprint_under_way"
    TOO_MANY_REPRINTS = "too_many_reprints"
    UNKNOWN_ZONE = "unknown_zone"
    ANNOUNCEMENT_EMPTY = "announcement_empty"
    TOO_MANY_ANNOUNCEMENTS = "too_many_announcements"
    UNKNOWN_ANNOUNCEMENT = "unknown_announcement"


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
    RefusalCode.BREAK: Sentences(
        "Bộ phận đang nghỉ giữa buổi.",
        "Quầy lấy số mở lại lúc {until}.",
        "The hall is between two sessions.",
        "Numbers are given again at {until}.",
    ),
    RefusalCode.NOT_ON_BREAK: Sentences(
        "Bộ phận không ở giờ nghỉ giữa buổi.",
        "Không cần làm gì thêm.",
        "The hall is not between two sessions.",
        "Nothing more to do.",
    ),
    RefusalCode.UNKNOWN_PRIORITY: Sentences(
        "Không có diện ưu tiên {priority}.",
        "Xin chọn lại diện ưu tiên.",
        "There is no priority class {priority}.",
        "Choose the class again.",
    ),
    RefusalCode.PRIORITY_AND_APPOINTMENT: Sentences(
        "Một phiếu chỉ theo diện ưu tiên hoặc theo lịch hẹn.",
        "Xin chọn một trong hai.",
        "A ticket counts as priority or as appointment.",
        "Choose one of the two.",
    ),
    RefusalCode.NO_APPOINTMENTS: Sentences(
        "Bộ phận này không hẹn giờ.",
        "Xin lấy số như bình thường.",
        "This hall makes no appointments.",
        "Take a number as usual.",
    ),
    RefusalCode.PERSON_NEEDED: Sentences(
        "Lĩnh vực {field} mỗi người một số, nên cần thẻ căn cước khi lấy số.",
        "Xin đưa mã trên thẻ vào máy quét, hoặc gặp cán bộ hướng dẫn.",
        "In the field {field} each person takes one number, so an identity card is needed.",
        "Show the code on the card to the scanner, or ask a member of staff.",
    ),
    RefusalCode.ONE_PER_PERSON: Sentences(
        "Quý vị đã có số {number} ở lĩnh vực {field}.",
        "Xin chờ gọi số {number}. Nếu mất phiếu, xin gặp cán bộ hướng dẫn.",
        "You already have the number {number} in the field {field}.",
        "Please wait for {number} to be called. If the ticket is lost, ask a member of staff.",
    ),
    RefusalCode.COUNTER_PAUSED: Sentences(
        "Quầy {counter} đang tạm nghỉ.",
        "Xin bấm làm việc tiếp trước.",
        "Counter {counter} is on a break.",
        "Resume the counter first.",
    ),
    RefusalCode.COUNTER_NOT_PAUSED: Sentences(
        "Quầy {counter} không tạm nghỉ.",
        "Không cần làm gì thêm.",
        "Counter {counter} is not on a break.",
        "Nothing more to do.",
    ),
    RefusalCode.NOT_WAITING: Sentences(
        "Số {number} không còn đang chờ.",
        "Xin xem lại danh sách chờ.",
        "Number {number} is not waiting any more.",
        "Look at the waiting list again.",
    ),
    RefusalCode.MANUAL_REASON: Sentences(
        "Gọi ngoài thứ tự phải có lý do trong danh sách.",
        "Xin chọn một lý do.",
        "A call out of order needs a reason from the list.",
        "Choose a reason.",
    ),
    RefusalCode.HOLD_TIME: Sentences(
        "Giờ hẹn quay lại không hợp lệ.",
        "Xin chọn một giờ trong vòng {minutes} phút tới.",
        "That is no time to be back at.",
        "Choose a time within the next {minutes} minutes.",
    ),
    RefusalCode.NOT_ON_HOLD: Sentences(
        "Số {number} không ở trạng thái chờ bổ sung.",
        "Xin xem lại số trên phiếu.",
        "Number {number} is not on hold.",
        "Check the number on the ticket.",
    ),
    RefusalCode.NOT_MISSED: Sentences(
        "Số {number} không bị báo vắng.",
        "Xin xem lại số trên phiếu.",
        "Number {number} was not marked missed.",
        "Check the number on the ticket.",
    ),
    RefusalCode.CAME_BACK_TOO_LATE: Sentences(
        "Số {number} đã quá {minutes} phút từ khi báo vắng.",
        "Xin lấy số mới.",
        "Number {number} was missed more than {minutes} minutes ago.",
        "Please take a new number.",
    ),
    RefusalCode.NOTHING_TO_UNDO: Sentences(
        "Quầy {counter} không có bước nào để lấy lại.",
        "Xin xem lại số hiện tại của quầy.",
        "There is no step to take back at counter {counter}.",
        "Look at the counter's present number.",
    ),
    RefusalCode.UNDO_TOO_LATE: Sentences(
        "Chỉ lấy lại được một bước trong vòng {seconds} giây.",
        "Xin dùng các nút khác để sửa.",
        "A step can be taken back within {seconds} seconds only.",
        "Use the other buttons to mend it.",
    ),
    RefusalCode.FIELDS_NEEDED: Sentences(
        "Quầy phải phục vụ ít nhất một lĩnh vực, mỗi lĩnh vực một lần.",
        "Xin chọn lại các lĩnh vực.",
        "A counter serves at least one field, each once.",
        "Choose the fields again.",
    ),
    RefusalCode.NOT_IN_FUTURE: Sentences(
        "Giờ mở lại phải ở sau bây giờ.",
        "Xin chọn lại giờ.",
        "The time to reopen must lie ahead.",
        "Choose the time again.",
    ),
    RefusalCode.UNKNOWN_KIOSK: Sentences(
        "Hôm nay chưa có máy lấy số {kiosk}.",
        "Xin xem máy đã bật chưa, hoặc chọn máy khác.",
        "There is no kiosk {kiosk} today.",
        "See whether it is switched on, or choose another one.",
    ),
    RefusalCode.PRINTER_NOT_READY: Sentences(
        "Máy in của {kiosk} chưa in được.",
        "Xin xem máy in, hoặc chọn máy khác.",
        "The printer of {kiosk} cannot print now.",
        "See to the printer, or choose another one.",
    ),
    RefusalCode.REPRINT_UNDER_WAY: Sentences(
        "Phiếu {number} đang được in lại.",
        "Xin chờ phiếu ra.",
        "Ticket {number} is being printed again already.",
        "Wait for it to come out.",
    ),
    RefusalCode.TOO_MANY_REPRINTS: Sentences(
        "Phiếu {number} đã in lại {count} lần.",
        "Xin ghi số ra giấy cho người dân.",
        "Ticket {number} has been printed again {count} times.",
        "Write the number down for the person.",
    ),
    RefusalCode.UNKNOWN_ZONE: Sentences(
        "Không có khu vực {zone}.",
        "Xin chọn một trong: {zones}.",
        "There is no zone {zone}.",
        "Choose one of: {zones}.",
    ),
    RefusalCode.ANNOUNCEMENT_EMPTY: Sentences(
        "Thông báo chưa có lời.",
        "Xin gõ nội dung bằng tiếng Việt rồi gửi lại.",
        "The announcement has no words.",
        "Type it in Vietnamese, then send it again.",
    ),
    RefusalCode.TOO_MANY_ANNOUNCEMENTS: Sentences(
        "Trên bảng đang có {count} thông báo.",
        "Xin rút bớt một thông báo rồi gửi lại.",
        "The boards show {count} announcements already.",
        "Withdraw one of them, then send it again.",
    ),
    RefusalCode.UNKNOWN_ANNOUNCEMENT: Sentences(
        "Không còn thông báo {announcement}.",
        "Không cần làm gì thêm.",
        "There is no announcement {announcement} any more.",
        "Nothing more to do.",
    ),
}
