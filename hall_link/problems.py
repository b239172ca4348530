"""What the client itself has to say when the hall could not be asked: the same `Problem` that the server's answers
carry, so that a screen shows both in one way."""

from __future__ import annotations

from typing import Final

from hall_link.messages import Problem
from hall_link.rows import Words

_ASK_STAFF = Words("Vui lòng báo cán bộ hướng dẫn.", "Please tell a member of staff.")
_BY_ITSELF = Words(
    "Thiết bị tự kết nối lại; xin chờ giây lát.", "The device reconnects by itself; please wait a moment."
)

UNREACHED: Final = Problem(
    "server_unreached",
    "environment",
    Words("Chưa nhận được trả lời của máy chủ.", "The server has not answered."),
    Words(
        "Yêu cầu có thể đã được thực hiện hoặc chưa; hãy xem lại màn hình khi có kết nối.",
        "It may or may not have been done; look at the screen again once it is connected.",
    ),
)
NOT_AN_ANSWER: Final = Problem(
    "not_an_answer",
    "environment",
    Words("Máy chủ trả lời không đúng quy cách.", "The server's answer could not be understood."),
    _ASK_STAFF,
)
TOO_MANY_OUTSTANDING: Final = Problem(
    "too_many_outstanding",
    "environment",
    Words("Quá nhiều yêu cầu đang chờ trả lời.", "Too many requests are waiting for an answer."),
    _BY_ITSELF,
)
LINK_STOPPED: Final = Problem(
    "link_stopped",
    "environment",
    Words("Chương trình đã dừng trước khi có trả lời.", "The program stopped before there was an answer."),
    UNREACHED.remedy,
)
NO_SERVER: Final = Problem(
    "no_server",
    "environment",
    Words("Chưa tìm thấy máy chủ.", "No server has been found yet."),
    _BY_ITSELF,
)
NOT_CONNECTED: Final = Problem(
    "not_connected",
    "environment",
    Words("Mất kết nối với máy chủ.", "The connection to the server is lost."),
    _BY_ITSELF,
)
SILENT: Final = Problem(
    "server_silent",
    "environment",
    Words("Máy chủ không gửi tín hiệu.", "The server has gone silent."),
    _BY_ITSELF,
)
GAP: Final = Problem(
    "gap",
    "environment",
    Words("Thiếu một phần dữ liệu; đang lấy lại.", "Some data was missed and is being fetched again."),
    _BY_ITSELF,
)
NOT_A_FRAME: Final = Problem(
    "not_a_frame",
    "environment",
    Words("Dữ liệu từ máy chủ không đúng quy cách.", "The server's data could not be understood."),
    _ASK_STAFF,
)
OTHER_HALL: Final = Problem(
    "other_hall",
    "environment",
    Words("Máy chủ này thuộc một bộ phận khác.", "This server belongs to another hall."),
    _ASK_STAFF,
)
