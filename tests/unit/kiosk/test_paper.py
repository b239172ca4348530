"""The whole paper ticket: languages, what is shown, the hall's own words."""

from dataclasses import replace

import pytest

from hall_link.rows import PriorityRow, ProcedureRow, WaitRange, Words
from kiosk.look import PHRASES, PRODUCTS_OWN, Languages, Shown, TicketLook
from kiosk.paper import Named, paper_ticket
from kiosk.visit import Language
from printer_drivers.document import TicketContent
from tests.unit.kiosk.makers import claiming, field_row, hall_row, issued

ISSUED = claiming(issued("A007", ahead=17, counters=(5, 6), wait=WaitRange(50, 80)), priority_class="elderly")
NAMED = Named(
    hall_row(),
    field_row(),
    ProcedureRow("1.001193", "HT", Words("Đăng ký khai sinh", "Birth registration")),
    PriorityRow("elderly", Words("Người từ 75 tuổi", "Aged 75 and over"), 30, ""),
)
NOTHING = Shown(*[False] * len(Shown.__struct_fields__))


def ticket(look: TicketLook = PRODUCTS_OWN, chosen: Language = "vi") -> TicketContent:
    return paper_ticket(ISSUED, NAMED, chosen, look)


@pytest.mark.parametrize(
    ("languages", "chosen", "captions"),
    [
        ("chosen", "vi", ["SỐ THỨ TỰ"]),
        ("chosen", "en", ["YOUR NUMBER"]),
        ("vi", "en", ["SỐ THỨ TỰ"]),
        ("both", "vi", ["SỐ THỨ TỰ", "YOUR NUMBER"]),
        ("both", "en", ["YOUR NUMBER", "SỐ THỨ TỰ"]),
    ],
)
def test_languages(languages: Languages, chosen: Language, captions: list[str]) -> None:
    made = ticket(TicketLook(languages=languages), chosen)
    assert [made.caption, *([made.second.caption] if made.second else [])] == captions


def test_a_claim_stands_in_both_languages() -> None:
    made = ticket(TicketLook(languages="both"))
    assert made.second is not None
    assert list(made.facts)[-1] == ("Ưu tiên", "Người từ 75 tuổi")
    assert list(made.second.facts)[-1] == ("Priority", "Aged 75 and over")


def test_what_is_not_shown_leaves_the_number_its_field_and_the_hall() -> None:
    made = ticket(TicketLook(shown=NOTHING, notes=(), bring={"HT": (Words("Giấy chứng sinh"),)}))
    assert made == TicketContent(
        hall="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        place="",
        caption="SỐ THỨ TỰ",
        number="A007",
        field="Hộ tịch",
        footer=("",),
        qr_sentence=PHRASES["vi"].code,
    )


@pytest.mark.parametrize(
    ("hidden", "label"),
    [
        ("ahead", "Người chờ trước"),
        ("wait", "Dự kiến chờ"),
        ("counters", "Quầy sẽ gọi"),
        ("taken", "Lấy số lúc"),
        ("session", "Buổi"),
        ("claim", "Ưu tiên"),
    ],
)
def test_each_fact_can_be_left_out_alone(hidden: str, label: str) -> None:
    all_labels = [label for label, _ in ticket().facts]
    left = [label for label, _ in ticket(TicketLook(shown=Shown(**{hidden: False}))).facts]
    assert left == [other for other in all_labels if other != label]
    assert label in all_labels


def test_hotline_and_mark_can_be_left_out_each() -> None:
    assert ticket(TicketLook(shown=Shown(hotline=False))).footer[-1] == "mã 7f3a·c21e"
    assert ticket(TicketLook(shown=Shown(mark=False))).footer[-1] == "Đường dây nóng 1022"


def test_the_halls_own_words() -> None:
    vi = PHRASES["vi"]._replace(ahead="Trước quý vị", under="ít hơn", either="hay", minutes="ph", session="Ca")
    look = TicketLook(phrases={"vi": vi, "en": PHRASES["en"]}, notes=(Words("Xin giữ trật tự"),))
    made = ticket(look)
    assert dict(made.facts) | {"Trước quý vị": "17", "Dự kiến chờ": "50–80 ph", "Quầy sẽ gọi": "5 hay 6"} == dict(
        made.facts
    )
    assert made.footer[0] == "Xin giữ trật tự"


def test_papers_to_bring_are_those_of_the_field() -> None:
    bring = {"HT": (Words("Giấy chứng sinh", "Birth certificate"),), "DD": (Words("Sổ đỏ"),)}
    assert ticket(TicketLook(bring=bring)).bring == ("Giấy chứng sinh",)
    assert ticket(TicketLook(bring=bring), "en").bring == ("Birth certificate",)


def test_a_code_only_where_there_is_a_page() -> None:
    assert ticket().qr_payload is None
    page = "https://hall.example/t/{ticket_id}"
    assert ticket(TicketLook(page=page)).qr_payload == f"https://hall.example/t/{ISSUED.result.ticket.ticket_id}"


def test_rows_that_are_no_more_leave_their_lines_out() -> None:
    made = paper_ticket(ISSUED, replace_none(NAMED), "vi", PRODUCTS_OWN)
    assert (made.field, made.procedure) == ("", None)
    assert list(made.facts)[-1] == ("Ưu tiên", "elderly")


def replace_none(named: Named) -> Named:
    return named._replace(field=None, procedure=None, priority=None)


def test_the_look_of_the_paper_is_no_part_of_its_words() -> None:
    look = TicketLook()
    assert ticket(replace(look, stationery=replace(look.stationery, large=True))) == ticket(look)
