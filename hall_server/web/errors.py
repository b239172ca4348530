"""Everything that is not a success, in one shape (`ErrorReply`), in words for people, on every route.

The constant answers are encoded once. Over HTTP an answer goes out as a status and a body; on the feed the same
`Problem` goes out in a `Farewell` before the socket is closed with a code.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Send

from hall_link.feed import Farewell
from hall_link.messages import ErrorReply, Problem
from hall_link.rows import Words
from hall_server.domain.refusals import Refusal
from hall_server.service.ports import StorageOutage

STOPPING_RETRY_MS = 1000
"""A restart of the server takes about as long."""
BUSY_RETRY_MS = 5000
CLOSE_POLICY = 1008
CLOSE_BUG = 1011
CLOSE_RESTART = 1012
CLOSE_LATER = 1013

Headers = list[tuple[bytes, bytes]]
LAST_ANSWER = b"connection: close\r\n"
"""The header of an answer after which the connection is closed."""
_ENCODER = msgspec.json.Encoder()

_IN_CHARGE = Words("Xin báo người phụ trách máy.", "Tell the person in charge of the machines.")
_UPDATE = Words(
    "Xin báo người phụ trách kiểm tra phiên bản của chương trình.",
    "Ask the person in charge to check the program's version.",
)
_LATER = Words("Xin thử lại sau giây lát.", "Please try again in a moment.")


class ErrorAnswer:
    """An error as it is sent: `status`, the problem, and the encoded body with its headers."""

    def __init__(self, status: int, problem: Problem, extra: Headers | None = None) -> None:
        self.status = status
        self.problem = problem
        self.body = _ENCODER.encode(ErrorReply(problem))
        self.headers: Headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(self.body)).encode()),
            *(extra or []),
        ]
        if problem.retry_after_ms is not None:
            seconds = -(-problem.retry_after_ms // 1000)
            self.headers.append((b"retry-after", str(seconds).encode()))

    def packet(self, *, last: bool) -> bytes:
        """The whole answer as HTTP/1.1 has it; `last`: the connection is closed after it."""
        lines = [b"HTTP/1.1 %d %s" % (self.status, HTTPStatus(self.status).phrase.encode())]
        lines += [name + b": " + value for name, value in self.headers]
        return b"%b\r\n%b\r\n%b" % (b"\r\n".join(lines), LAST_ANSWER if last else b"", self.body)

    async def send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})

    def response(self) -> Response:
        response = Response(self.body, self.status)
        response.raw_headers = list(self.headers)
        return response


Family = Literal["refusal", "environment", "request", "bug"]


def _answer(
    status: int,
    code: str,
    message: Words,
    remedy: Words,
    *,
    family: Family = "request",
    retry_after_ms: int | None = None,
    extra: Headers | None = None,
) -> ErrorAnswer:
    return ErrorAnswer(status, Problem(code, family, message, remedy, retry_after_ms), extra)


# ------------------------------------------------------------------------------------------------ the caller's mistakes

UNAUTHORIZED = _answer(
    401,
    "unauthorized",
    Words("Thiết bị này chưa được phép vào hệ thống.", "This device is not allowed in."),
    Words("Xin báo người phụ trách kiểm tra khóa của thiết bị.", "Ask the person in charge to check the device's key."),
    extra=[(b"www-authenticate", b"Bearer")],
)
NOT_WITH_A_PASS = _answer(
    403,
    "not_with_a_pass",
    Words("Màn hình này chỉ được hiển thị khu vực của mình.", "This screen may only show its own zone."),
    _IN_CHARGE,
)
DEVICE_NAME = _answer(
    400,
    "device_name",
    Words("Thiết bị chưa xưng tên đúng cách.", "The device did not give its name properly."),
    Words(
        "Cần có Hall-Device: 1 đến 40 chữ cái, chữ số, dấu chấm, gạch.",
        "Hall-Device must hold 1 to 40 letters, digits, dots, dashes.",
    ),
)
COMMAND_ID = _answer(
    400,
    "command_id",
    Words("Yêu cầu không có mã riêng đúng cách.", "The command has no proper id of its own."),
    Words(
        "Cần có Idempotency-Key: 8 đến 64 chữ cái, chữ số, gạch.",
        "Idempotency-Key must hold 8 to 64 letters, digits, dashes.",
    ),
)
COMMAND_ID_REUSED = _answer(
    422,
    "command_id_reused",
    Words("Mã yêu cầu này đã dùng cho một yêu cầu khác.", "This command id was used for another command."),
    Words("Mỗi yêu cầu cần một mã mới.", "Every command needs an id of its own."),
)
NOT_FOUND = _answer(
    404, "not_found", Words("Máy chủ không có địa chỉ này.", "There is nothing at this address."), _UPDATE
)
MALFORMED = _answer(400, "malformed", Words("Nội dung gửi lên không phải JSON.", "The body is not JSON."), _UPDATE)
BAD_REQUEST = _answer(
    400,
    "bad_request",
    Words("Yêu cầu không đúng quy cách HTTP.", "This is not a proper HTTP request."),
    _UPDATE,
    extra=[(b"connection", b"close")],
)
BODY_TOO_LARGE = _answer(413, "too_large", Words("Nội dung gửi lên quá lớn.", "The body is too large."), _UPDATE)
"""The connection stays: closing it on a caller that is still sending would take the answer away from it."""
REQUEST_TOO_SLOW = _answer(
    408,
    "too_slow",
    Words("Yêu cầu không đến kịp.", "The request did not arrive in time."),
    _LATER,
    extra=[(b"connection", b"close")],
)
NOT_JSON = _answer(
    415,
    "not_json",
    Words("Nội dung gửi lên phải là application/json.", "The body must be application/json."),
    _UPDATE,
)
UPGRADE_REQUIRED = _answer(
    426,
    "upgrade_required",
    Words("Địa chỉ này chỉ dùng cho WebSocket.", "This address speaks WebSocket only."),
    _UPDATE,
    extra=[(b"upgrade", b"websocket"), (b"connection", b"upgrade")],
)


def method_not_allowed(allow: str) -> ErrorAnswer:
    """`allow`: the methods that the address knows, as in the header of that name."""
    return _answer(
        405,
        "method_not_allowed",
        Words("Địa chỉ này không nhận cách gọi đó.", "This address does not take that method."),
        _UPDATE,
        extra=[(b"allow", allow.encode("latin-1"))],
    )


def invalid(place: str) -> ErrorAnswer:
    """A body of the wrong shape; `place`: what is wrong and where, in the words of the decoder."""
    return ErrorAnswer(422, _invalid(place))


def _invalid(place: str) -> Problem:
    message = Words("Nội dung gửi lên có chỗ sai.", "The body has a mistake.")
    return Problem("invalid", "request", message, _UPDATE, places=[place[:PLACE_MAX]])


PLACE_MAX = 300
"""Characters; what a caller sent is quoted back to it, but not without end."""

# -------------------------------------------------------------------------------------- refusals, the environment, bugs

STOPPING = _answer(
    503,
    "stopping",
    Words("Máy chủ đang khởi động lại.", "The server is restarting."),
    _LATER,
    family="environment",
    retry_after_ms=STOPPING_RETRY_MS,
)
BUSY = _answer(
    503,
    "busy",
    Words("Máy chủ đang trả lời nhiều câu hỏi.", "The server is answering many questions."),
    _LATER,
    family="environment",
    retry_after_ms=BUSY_RETRY_MS,
)
BUG = _answer(
    500,
    "bug",
    Words("Máy chủ gặp lỗi ngoài dự tính.", "The server met an unexpected fault."),
    _IN_CHARGE,
    family="bug",
)


def problem_of(refusal: Refusal) -> Problem:
    message, remedy = refusal.message, refusal.remedy
    return Problem(
        refusal.code.value,
        "refusal",
        Words(message.vi, message.en),
        Words(remedy.vi, remedy.en),
        places=list(refusal.places),
    )


def refused(refusal: Refusal) -> ErrorAnswer:
    return ErrorAnswer(409, problem_of(refusal))


def outage(reason: StorageOutage) -> ErrorAnswer:
    """What exactly is out is for the log; the person is told that nothing is lost."""
    return _answer(
        503,
        "outage",
        Words("Máy chủ tạm thời chưa nhận được yêu cầu.", "The server cannot take this for the moment."),
        Words("Không mất gì; thiết bị sẽ tự thử lại.", "Nothing is lost; the device tries again by itself."),
        family="environment",
        retry_after_ms=reason.retry_after_ms,
    )


# ----------------------------------------------------------------------------------------------------- only on the feed

HELLO_LATE = Problem(
    "hello_late", "request", Words("Thiết bị không nói muốn xem gì.", "The device did not say what to show."), _UPDATE
)
SECOND_MESSAGE = Problem(
    "second_message",
    "request",
    Words("Thiết bị gửi thêm điều không đúng quy ước.", "The device sent more than the one message it may."),
    _UPDATE,
)
PROTOCOL_UNKNOWN = Problem(
    "protocol_unknown",
    "request",
    Words("Máy chủ và thiết bị không cùng phiên bản giao thức.", "Server and device speak different protocols."),
    _UPDATE,
)
SUBSCRIBER_SLOW = Problem(
    "subscriber_slow",
    "environment",
    Words("Thiết bị nhận dữ liệu quá chậm.", "The device takes its data too slowly."),
    Words("Thiết bị tự kết nối lại.", "The device reconnects by itself."),
)
FEED_FULL = Problem(
    "feed_full",
    "environment",
    Words("Có quá nhiều thiết bị đang kết nối.", "Too many devices are connected."),
    _IN_CHARGE,
    retry_after_ms=BUSY_RETRY_MS,
)


def farewell(problem: Problem) -> bytes:
    """The last frame of a feed."""
    return _ENCODER.encode(Farewell(problem))


def close_code(problem: Problem) -> int:
    """RFC 6455 section 7.4 and its registry: what kind of end this is, for clients that look at nothing else."""
    if problem.code == STOPPING.problem.code:
        return CLOSE_RESTART
    return {"environment": CLOSE_LATER, "bug": CLOSE_BUG}.get(problem.family, CLOSE_POLICY)


# ----------------------------------------------------------------------------------------------- Starlette's own errors


async def framework_error(request: Request, exception: Exception) -> Response:
    """Starlette's refusals (no such address, no such method) in our shape."""
    assert isinstance(exception, HTTPException), "registered for this exception alone"
    if exception.status_code == 405:
        return method_not_allowed((exception.headers or {}).get("Allow", "")).response()
    return (NOT_FOUND if exception.status_code == 404 else BAD_REQUEST).response()
