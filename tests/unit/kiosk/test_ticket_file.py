"""The hall's ticket file: what it changes, and every mistake in it with its place and its reason."""

import re
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageDraw

from hall_link.rows import Words
from hall_link.settings import SettingsError
from kiosk.look import PHRASES, PRODUCTS_OWN, Phrases, Shown
from kiosk.ticket_file import OwnWords, look_of, read_ticket_file

EXAMPLE = Path(__file__).parents[3] / "config" / "ticket.example.toml"
KEY = re.compile(r"^# (\w+ = |\[\[)", flags=re.MULTILINE)


def written(folder: Path, text: str) -> Path:
    file = folder / "ticket.toml"
    file.write_text(text, encoding="utf-8")
    return file


def mistakes(folder: Path, text: str) -> dict[str, str]:
    """English reason by place, without the folder."""
    with pytest.raises(SettingsError) as caught:
        read_ticket_file(written(folder, text))
    assert all(mistake.what.vi not in ("", mistake.what.en) for mistake in caught.value.mistakes)
    return {mistake.where.removeprefix(f"{folder}/"): mistake.what.en for mistake in caught.value.mistakes}


def test_no_file_is_the_products_own() -> None:
    assert look_of("") == PRODUCTS_OWN


def test_the_example_changes_nothing_as_it_stands() -> None:
    assert look_of(str(EXAMPLE)) == PRODUCTS_OWN


def test_what_the_example_shows_is_what_holds_without_it(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    products, _, bring = KEY.sub(r"\1", text).partition("\n[[bring]]")
    assert read_ticket_file(written(tmp_path, products)) == PRODUCTS_OWN
    papers = read_ticket_file(written(tmp_path, products + "\n[[bring]]" + bring)).bring["DD"]
    assert papers[1] == Words("Căn cước", "Identity card")


def test_the_example_shows_every_key() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    shown = re.findall(r"^# (\w+) = ", text, flags=re.MULTILINE)
    top = ["languages", "letters", "logo", "page", "notes", "field_id", "papers"]
    both = [name for name in Phrases._fields for _ in range(2)]
    assert sorted(shown) == sorted([*top, *Shown.__struct_fields__, *both])


def test_every_word_of_the_product_can_be_the_halls() -> None:
    assert OwnWords.__struct_fields__ == Phrases._fields


def test_everything_chosen(tmp_path: Path) -> None:
    emblem = Image.new("L", (80, 80), 255)
    ImageDraw.Draw(emblem).ellipse((5, 5, 75, 75), fill=0)
    emblem.save(tmp_path / "emblem.png")
    look = read_ticket_file(
        written(
            tmp_path,
            """
            languages = "both"
            letters = "large"
            logo = "emblem.png"
            page = "https://hall.example/t/{ticket_id}"
            notes = [{ vi = "Xin giữ trật tự" }]
            [show]
            wait = false
            [words.vi]
            caption = "SỐ CỦA QUÝ VỊ"
            [[bring]]
            field_id = "DD"
            papers = [{ vi = "Sổ đỏ", en = "Land certificate" }]
            """,
        )
    )
    assert (look.languages, look.page) == ("both", "https://hall.example/t/{ticket_id}")
    assert look.stationery.large
    assert look.stationery.logo is not None
    assert look.notes == (Words("Xin giữ trật tự"),)
    assert not look.shown.wait
    assert look.shown.ahead
    assert look.phrases["vi"] == PHRASES["vi"]._replace(caption="SỐ CỦA QUÝ VỊ")
    assert look.phrases["en"] == PHRASES["en"]
    assert look.bring == {"DD": (Words("Sổ đỏ", "Land certificate"),)}


def test_notes_can_be_left_out_altogether(tmp_path: Path) -> None:
    assert read_ticket_file(written(tmp_path, "notes = []")).notes == ()


def test_mistakes_of_shape_are_told_together(tmp_path: Path) -> None:
    long = "ă" * 41
    text = f'languages = "fr"\nletters = 1\nlogos = ""\n[words.vi]\nahead = "{long}"\n[show]\nwait = "no"\n'
    assert mistakes(tmp_path, text) == {
        "ticket.toml:1: languages": "'fr' is not allowed",
        "ticket.toml:2: letters": "needs text, not a whole number",
        "ticket.toml:3: logos": "no such key; did you mean logo?",
        "ticket.toml:5: words.vi.ahead": "its length must be <= 40",
        "ticket.toml:7: show.wait": "needs true or false, not text",
    }


def test_mistakes_of_sense_are_told_together(tmp_path: Path) -> None:
    text = """
page = "http://hall.example/t"
logo = "emblem.png"
notes = [{ vi = "Xin chào ☃", en = "Hello 你" }]
[words.en]
code = "🐉 Scan"
[[bring]]
field_id = "DD"
papers = [{ vi = "Sổ đỏ" }]
[[bring]]
field_id = "DD"
papers = [{ vi = "Sổ đỏ" }]
"""
    assert mistakes(tmp_path, text) == {
        "ticket.toml:2: page": "must hold {ticket_id} exactly once",
        "ticket.toml:3: logo": "emblem.png: there is no such file",
        "ticket.toml:4: notes[0].vi": "the ticket's fonts do not have: ☃",
        "ticket.toml:4: notes[0].en": "the ticket's fonts do not have: 你",
        "ticket.toml:6: words.en.code": "the ticket's fonts do not have: 🐉",
        "ticket.toml:11: bring[1].field_id": "this field stands above already",
    }


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("ftp://hall.example/{ticket_id}", "does not have the form"),
        ("http://hall example/{ticket_id}", "does not have the form"),
        ("javascript:alert({ticket_id})", "does not have the form"),
        ("http://hall.example/{ticket_id}/{ticket_id}", "exactly once"),
        (f"http://{'x' * 200}/{{ticket_id}}", "hard to scan"),
    ],
)
def test_addresses_that_no_code_should_carry(tmp_path: Path, page: str, reason: str) -> None:
    [(where, why)] = mistakes(tmp_path, f'page = "{page}"').items()
    assert where == "ticket.toml:1: page"
    assert reason in why


def test_more_than_a_ticket_can_hold(tmp_path: Path) -> None:
    notes = ", ".join(['{ vi = "a" }'] * 5)
    papers = ", ".join(['{ vi = "a" }'] * 9)
    text = f'notes = [{notes}]\n[[bring]]\nfield_id = "DD"\npapers = [{papers}]\n'
    assert list(mistakes(tmp_path, text)) == ["ticket.toml:1: notes", "ticket.toml:4: bring[0].papers"]


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        look_of(str(tmp_path / "gone.toml"))


def test_shown_is_as_the_file_says() -> None:
    assert all(msgspec.structs.asdict(Shown()).values())
