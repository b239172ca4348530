"""Tickets to print in tests: an ordinary one, a long one, a second paper."""

from dataclasses import replace

from printer_drivers.document import TicketContent

ORDINARY = TicketContent(
    hall="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    place="Phường Hải Châu",
    caption="SỐ THỨ TỰ",
    number="C018",
    field="Đất đai",
    procedure="Cấp đổi Giấy chứng nhận",
    facts=(
        ("Người chờ trước", "17"),
        ("Dự kiến chờ", "50–80 phút"),
        ("Quầy sẽ gọi", "5 hoặc 6"),
        ("Lấy số lúc", "08:42 24/11/2026"),
        ("Buổi", "Sáng"),
    ),
    bring=("Giấy chứng nhận (bản gốc)", "Căn cước của người nộp", "Đơn theo mẫu (bàn viết số 2)"),
    qr_payload="http://192.168.1.20:8080/t/7f3ac21e9b04",
    qr_sentence="Quét để xem còn mấy người trước quý vị, và vì sao.",
    footer=("Thiếu giấy tờ? Báo cán bộ để được giữ chỗ.", "Đường dây nóng 1022 · mã 7f3a·c21e"),
)

LONG = replace(
    ORDINARY,
    number="B1204",
    field="Hộ tịch – Chứng thực – Lao động, Thương binh và Xã hội",
    procedure="Đăng ký lại khai sinh cho người đã có hồ sơ, giấy tờ cá nhân",
    facts=(("Quầy sẽ gọi", "Quầy 3, quầy 4, quầy 5 hoặc quầy ưu tiên ở tầng hai"), ("Buổi", "Chiều")),
)

REPRINT = replace(ORDINARY, reprint_mark="BẢN IN LẠI")
