"""What a television is told when it cannot come in or be spoken for; the shape is that of every other error."""

from __future__ import annotations

from hall_link.messages import Problem
from hall_link.rows import Words
from hall_server.web.errors import ErrorAnswer

WRONG_CODE = ErrorAnswer(
    401,
    Problem(
        "wrong_code",
        "request",
        Words("Mã không đúng hoặc đã hết hạn.", "This code is wrong or has expired."),
        Words(
            "Xin kiểm tra lại, hoặc lấy mã mới tại máy chủ: ./hall server board.",
            "Check it, or make a new one at the server: ./hall server board.",
        ),
    ),
)
NO_DATE = ErrorAnswer(
    404,
    Problem(
        "no_date",
        "request",
        Words("Không có ngày này trong lịch.", "There is no such date in the calendar."),
        Words("Ngày viết như 2026-11-24, từ 1900 đến 2100.", "Dates are written as 2026-11-24, from 1900 to 2100."),
    ),
)
VOICES_FULL = Problem(
    "voices_full",
    "environment",
    Words("Đã đủ số màn hình có tiếng.", "No more screens can have a voice."),
    Words("Xin mở màn hình này với ?voice=off.", "Open this screen with ?voice=off."),
    60_000,
)
VOICE_LOST = Problem(
    "voice_lost",
    "environment",
    Words("Giọng đọc của màn hình này đã dừng.", "The voice of this screen has stopped."),
    Words("Màn hình sẽ tự gọi lại.", "The screen asks for it again by itself."),
    1000,
)
VOICE_TAKEN = Problem(
    "voice_taken",
    "environment",
    Words("Màn hình này đang mở ở nơi khác.", "This screen is open elsewhere."),
    Words("Mỗi màn hình cần một mã riêng.", "Each screen needs a code of its own."),
    60_000,
)
NOT_UNDERSTOOD = Problem(
    "voice_not_understood",
    "request",
    Words("Màn hình gửi điều không hiểu được.", "The screen said something that is not understood."),
    Words("Xin tải lại trang.", "Reload the page."),
)
