"""What the installer at a terminal is told, in Vietnamese and English, one line of each."""

from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, JobTaken, PrintFact, StatusChanged
from printer_drivers.job import JobState
from printer_drivers.status import PaperLevel, PrinterStatus, Trouble

Told = tuple[str, str]
"""The same in Vietnamese and in English."""

TROUBLES: dict[Trouble, Told] = {
    Trouble.NO_LINK: (
        "Không nối được máy in: kiểm tra nguồn điện, dây nối và địa chỉ.",
        "No connection to the printer: check power, cable and address.",
    ),
    Trouble.PAPER_OUT: ("Máy in hết giấy: thay cuộn giấy.", "The printer is out of paper: put in a new roll."),
    Trouble.COVER_OPEN: ("Nắp máy in đang mở: đóng nắp lại.", "The printer's cover is open: close it."),
    Trouble.CUTTER_ERROR: (
        "Dao cắt bị kẹt: tắt máy, mở nắp, lấy giấy kẹt ra rồi bật lại.",
        "The cutter is jammed: switch off, open the cover, take the paper out, switch on again.",
    ),
    Trouble.FATAL_ERROR: (
        "Máy in báo hỏng: tắt rồi bật lại; nếu vẫn báo, gọi thợ.",
        "The printer reports a failure: switch it off and on; if it stays, call for repair.",
    ),
    Trouble.RECOVERABLE_ERROR: (
        "Máy in báo lỗi tạm thời, thường do quá nóng: chờ một lát.",
        "The printer reports a passing error, often heat: wait a little.",
    ),
    Trouble.OFFLINE: (
        "Máy in ngoại tuyến: bấm nút Online hoặc đóng nắp.",
        "The printer is offline: press its online button or close its cover.",
    ),
}
READY: Told = ("Máy in sẵn sàng.", "The printer is ready.")
PAPER_LOW: Told = ("Sắp hết giấy.", "Paper is low.")
SILENT: Told = (
    "Đã nối, nhưng máy in không trả lời câu hỏi nào.",
    "Connected, but the printer answers no question.",
)
ONE_WAY: Told = (
    "In qua hàng đợi của hệ điều hành thì không hỏi được máy in.",
    "A printer behind a queue of the operating system cannot be asked.",
)
ENDINGS: dict[JobState, Told] = {
    JobState.FAILED_BEFORE_SEND: ("Chưa gửi gì tới máy in.", "Nothing was sent to the printer."),
    JobState.PRINTED_NOT_CUT: ("Đã in nhưng chưa cắt giấy.", "Printed, but not cut."),
    JobState.SENT_UNCONFIRMED: (
        "Đã gửi. Máy in này không xác nhận, nên hãy xem phiếu có ra đủ không.",
        "Sent. This printer does not confirm, so look whether the ticket came out whole.",
    ),
    JobState.UNKNOWN: (
        "Không biết phiếu đã ra hay chưa: hãy xem máy in.",
        "Nobody knows whether the ticket came out: look at the printer.",
    ),
}
NO_OUTCOME: Told = ("Chờ quá lâu mà không có kết quả.", "Waited too long for an outcome.")
NO_DEVICES: Told = (
    "Không thấy máy in USB hay cổng nối tiếp nào. Máy in mạng không hiện ở đây.",
    "No USB printer and no serial port found. Network printers do not show here.",
)


def of_fact(fact: PrintFact) -> Told:
    """A line for each fact."""
    match fact:
        case JobTaken():
            return ("Đã nhận phiếu.", "The ticket was taken over.")
        case JobPrinted(_, mm):
            return (
                f"Đã in và cắt {mm} mm, máy in đã xác nhận.",
                f"Printed and cut: {mm} mm, confirmed by the printer.",
            )
        case JobHeld(_, trouble):
            return TROUBLES[trouble]
        case JobFailed(_, state, reason):
            vietnamese, english = ENDINGS[state]
            return (f"{vietnamese} ({reason})", f"{english} ({reason})")
        case StatusChanged(status):
            return of_status(status)


def of_status(status: PrinterStatus) -> Told:
    """How the printer is."""
    if status.trouble is not None:
        return TROUBLES[status.trouble]
    if not status.answers:
        return SILENT
    return (f"{READY[0]} {PAPER_LOW[0]}", f"{READY[1]} {PAPER_LOW[1]}") if status.paper is PaperLevel.LOW else READY
