"""A ticket to try a printer with: it carries every Vietnamese letter, so a clipped accent or a missing glyph shows."""

from printer_drivers.document import TicketContent

VIETNAMESE_LETTERS = (
    "AÁÀẢÃẠ ĂẮẰẲẴẶ ÂẤẦẨẪẬ ĐEÉÈẺẼẸ ÊẾỀỂỄỆ IÍÌỈĨỊ OÓÒỎÕỌ ÔỐỒỔỖỘ ƠỚỜỞỠỢ UÚÙỦŨỤ ƯỨỪỬỮỰ YÝỲỶỸỴ",
    "aáàảãạ ăắằẳẵặ âấầẩẫậ đeéèẻẽẹ êếềểễệ iíìỉĩị oóòỏõọ ôốồổỗộ ơớờởỡợ uúùủũụ ưứừửữự yýỳỷỹỵ",
)


def sample_ticket(taken_at: str) -> TicketContent:
    """The test ticket; `taken_at` is the time to print, such as "08:42 24/11/2026"."""
    return TicketContent(
        hall="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        place="Phiếu in thử",
        caption="SỐ THỨ TỰ",
        number="T000",
        field="In thử",
        procedure="Phiếu này không có giá trị gọi số",
        facts=(("In lúc", taken_at), ("Chữ dễ mất dấu", "Ế Ẫ Ộ Ự ế ẫ ộ ự")),
        bring=VIETNAMESE_LETTERS,
        qr_payload="https://example.invalid/in-thu",
        qr_sentence="Quét mã để thử đầu in: mã phải đọc được ngay.",
        footer=("Không chữ nào được mất dấu hay bị cắt.",),
    )
