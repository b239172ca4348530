"""The page as it is seen: every light and shape, longest names, lost and closed; nothing hidden, too pale or small."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import msgspec
import pytest

from hall_link.rows import AnyRow, Words
from tests.e2e.chromium import Chromium, Page
from tests.e2e.played_page import lose, open_played
from tests.gui.display.board_hall import CALLS, FIELDS, LONG_NAME, SERIES, WAITING, BoardHall
from tests.gui.display.test_with_server import DOCUMENT
from tests.gui.served_hall import ServedHall
from tests.unit.display.rows import NOW_MS, a_call, a_field, a_hall

pytestmark = pytest.mark.e2e
CONTRAST_MIN = 7.0
FADED = "rgb(143, 164, 186)"
"""By night, what was true when it was last heard of."""
SIZES = ((1920, 1080), (3840, 2160), (1080, 1920), (1366, 768))
EARLIER = (("B009", 1), ("A044", 2), ("E004", 8), ("A045", 10))


@pytest.fixture(autouse=True)
def cleared(chromium: Chromium) -> Iterator[None]:
    yield
    chromium.clear()


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ServedHall(DOCUMENT, tmp_path_factory.mktemp("hall")) as hall:
        yield hall.url


def usual() -> list[AnyRow]:
    """A hall at work: eight fields, ten calls."""
    fields = [BoardHall._foretold(a_field(SERIES[i], i, name, WAITING[i])) for i, name in enumerate(FIELDS)]
    calls = [a_call(number, counter, at=NOW_MS - 60_000 + i) for i, (number, counter) in enumerate((*EARLIER, *CALLS))]
    return [a_hall(), *fields, *calls]


def longest() -> list[AnyRow]:
    """As long as names, numbers and counters get."""
    name = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính tỉnh Bà Rịa – Vũng Tàu"
    hall = msgspec.structs.replace(a_hall(), name=Words(name))
    fields = [BoardHall._foretold(a_field(SERIES[i], i, LONG_NAME, 123)) for i in range(8)]
    return [hall, *fields, *usual()[9:], a_call("A1047", 112, at=NOW_MS - 1)]


SIZE_OF = "((one) => parseFloat(getComputedStyle(one).fontSize))"
TEXTS = """
const texts = [...document.querySelectorAll('body *')]
  .filter((one) => one.offsetParent && one.children.length === 0 && one.innerText);
"""
MEASURE = f"""
(() => {{
  {TEXTS}
  const inside = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
    && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  const box = (one) => one.getBoundingClientRect();
  const within = (ones, id) => [...document.querySelectorAll(ones)]
    .map((one) => inside(box(one), box(document.getElementById(id))));
  const screen = {{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }};
  const whole = (one) => one.scrollWidth <= one.clientWidth + 1;
  const figures = [...document.querySelectorAll('.number, .count, .told p, #clock, #date, #lunar')];
  return {{
    outside: texts.filter((one) => !inside(box(one), screen)).map((one) => one.innerText),
    cut: figures.filter((one) => one.offsetParent && one.clientWidth && !whole(one)).map((one) => one.innerText),
    lines: within('#lines li', 'recent'),
    cards: within('.card', 'fields'),
    ticker: whole(document.querySelector('.said')),
  }};
}})()
"""


@pytest.mark.parametrize(
    ("size", "look", "rows"),
    list(product(SIZES, ("theme=night", "theme=day&lines=8", "layout=three_columns"), (usual, longest))),
    ids=lambda one: getattr(one, "__name__", str(one)),
)
def test_everything_has_its_place(chromium: Chromium, url: str, size: tuple[int, int], look: str, rows: Any) -> None:
    if "three" in look and size[1] > size[0]:
        look = "layout=upright"
    page = chromium.page(*size, apart=True)
    open_played(page, url, rows(), f"{look}&motion=off")
    seen = page.run(MEASURE)
    assert (seen["outside"], seen["cut"]) == ([], [])
    assert all(seen["lines"])
    assert all(seen["cards"])
    assert len(seen["cards"]) == 8
    assert seen["ticker"]
    assert page.faults == []


CONTRASTS = f"""
(() => {{
  {TEXTS}
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const linear = (value) => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const ground = (one) => {{
    const colour = rgb(getComputedStyle(one).backgroundColor);
    return colour.length < 4 || colour[3] > 0 ? colour : ground(one.parentElement);
  }};
  return texts.map((one) => {{
    const [a, b] = [light(rgb(getComputedStyle(one).color)), light(ground(one))];
    return [one.innerText, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
  }});
}})()
"""


@pytest.mark.parametrize("theme", ["night", "day"])
def test_every_text_stands_out_from_its_ground(chromium: Chromium, url: str, theme: str) -> None:
    page = chromium.page(apart=True)
    open_played(page, url, usual(), f"theme={theme}")
    contrasts = page.run(CONTRASTS)
    assert len(contrasts) > 40
    assert [(text, ratio) for text, ratio in contrasts if ratio < CONTRAST_MIN] == []


def test_from_the_last_row_letters_are_as_high_as_they_must_be_or_it_is_said(chromium: Chromium, url: str) -> None:
    page = chromium.page(apart=True)
    open_played(page, url, usual(), "distance=4&diagonal=65&motion=off")
    millimetres = page.run("65 * 25.4 / Math.hypot(innerWidth, innerHeight)")
    sizes = page.run(f"(() => {{ {TEXTS} return texts.map((one) => [one.innerText, {SIZE_OF}(one)]); }})()")
    assert [text for text, size in sizes if size * 0.7 * millimetres < 4000 / 200 - 0.5] == []
    number = page.run(f"{SIZE_OF}(document.getElementById('newest-number'))")
    assert number * 0.7275 * millimetres >= 4000 / 140
    far = chromium.page(apart=True)
    open_played(far, url, usual(), "distance=12&diagonal=55&voice=off")
    assert far.text("hotline-words").startswith("Lắp đặt: từ ")


def test_lost_closed_and_quiet_are_each_said(chromium: Chromium, url: str) -> None:
    page = chromium.page(apart=True)
    open_played(page, url, usual())
    lose(page)
    assert page.text("since") == "Mất kết nối từ 08:42. Thông tin dưới đây có thể đã cũ."
    assert not page.run("document.getElementById('caption').offsetParent")
    assert page.run("getComputedStyle(document.getElementById('newest-number')).color") == FADED
    quiet = chromium.page(apart=True)
    open_played(quiet, url, usual()[:9], "language=en")
    assert quiet.run("document.querySelector('#quiet h1').innerText") == "No number has been called yet"
    closed = chromium.page(apart=True)
    open_played(closed, url, [a_hall("closed"), *usual()[1:]])
    assert closed.text("happened") == "Hiện ngoài giờ làm việc"
    assert closed.text("still-true") == "Giờ phát số: 07:30 đến 17:00"


def test_a_hall_that_writes_markup_shows_it_as_letters(chromium: Chromium, url: str) -> None:
    page: Page = chromium.page(apart=True)
    rows = usual()
    rows[0] = msgspec.structs.replace(a_hall(), name=Words("<img src=x onerror=alert(1)>"), hotline="<b>1022</b>")
    open_played(page, url, rows, "voice=off")
    assert page.text("hall") == "<img src=x onerror=alert(1)>"
    assert page.text("hotline-words") == "Đường dây nóng: <b>1022</b>"
