"""The made-up ticket that shows a hall what its ticket file does."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from hall_link.rows import Words
from kiosk.look import PRODUCTS_OWN, TicketLook
from kiosk.ticket_picture import draw_ticket
from printer_drivers.stationery import Stationery


@pytest.mark.parametrize(("paper_mm", "dots"), [(80, 576), (58, 384)])
def test_it_is_as_wide_as_the_paper(tmp_path: Path, paper_mm: int, dots: int) -> None:
    draw_ticket(PRODUCTS_OWN, paper_mm, tmp_path / "ticket.png")
    with Image.open(tmp_path / "ticket.png") as picture:
        assert picture.width == dots


def test_it_shows_the_code_the_papers_and_large_print(tmp_path: Path) -> None:
    plain, rich = tmp_path / "plain.png", tmp_path / "rich"
    draw_ticket(PRODUCTS_OWN, 80, plain)
    look = TicketLook(page="https://hall.example/{ticket_id}", bring={"HT": (Words("Giấy chứng sinh"),)})
    draw_ticket(look, 80, rich)
    with Image.open(plain) as without, Image.open(rich) as picture:
        assert picture.height > without.height
        [code] = zxingcpp.read_barcodes(picture.convert("L"))
        assert code.text == "https://hall.example/" + "0" * 32
        height = without.height
    draw_ticket(TicketLook(stationery=Stationery(large=True)), 80, plain)
    with Image.open(plain) as large:
        assert large.height > 1.2 * height
