"""A hall's picture file as dots for the print head, or the reason why it cannot be."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from printer_drivers import logo
from printer_drivers.logo import FILE_BYTES_MAX, LogoError, logo_of, read_logo
from printer_drivers.paper import PAPER_58, PAPER_80
from printer_drivers.stationery import LOGO_DOTS_MAX, LOGO_ROWS_MAX, Logo
from tests.unit.printer_drivers.tickets import emblem


def picture_of(made: Logo) -> Image.Image:
    return Image.frombytes("1", (made.width, made.rows), made.ink)


def saved(file: Path, picture: Image.Image) -> Path:
    picture.save(file)
    return file


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.gif", "a.jpg", "a.webp", "a.tif"])
def test_any_kind_of_picture_is_taken(tmp_path: Path, name: str) -> None:
    made = read_logo(saved(tmp_path / name, emblem()))
    assert (made.width, made.rows) == (LOGO_ROWS_MAX, LOGO_ROWS_MAX)


def test_it_fits_both_rolls_and_is_as_large_as_they_allow(tmp_path: Path) -> None:
    wide = Image.new("L", (2000, 200), 255)
    ImageDraw.Draw(wide).line((0, 100, 1999, 100), fill=0, width=40)
    ImageDraw.Draw(wide).line((0, 0, 0, 199), fill=0, width=20)
    made = read_logo(saved(tmp_path / "wide.png", wide))
    assert made.width == LOGO_DOTS_MAX <= min(PAPER_58.text_dots, PAPER_80.text_dots)
    assert made.rows == pytest.approx(LOGO_DOTS_MAX / 10, abs=1)


def test_a_small_drawing_in_a_large_white_picture_is_cut_out(tmp_path: Path) -> None:
    sheet = Image.new("L", (2000, 2000), 255)
    sheet.paste(emblem(), (900, 300))
    assert read_logo(saved(tmp_path / "sheet.png", sheet)) == logo_of(emblem())


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (480, 480), (0, 0, 0, 0))
    drawing.paste((0, 0, 0, 255), (0, 0, 480, 480), emblem().point([255 - grey for grey in range(256)]))
    made = picture_of(read_logo(saved(tmp_path / "clear.png", drawing)))
    assert made.getpixel((0, 0)) == 0
    assert made.tobytes() == picture_of(logo_of(emblem())).tobytes()


def test_pale_colours_come_out_black_on_white(tmp_path: Path) -> None:
    pale = Image.new("RGB", (480, 480), "white")
    pale.paste((150, 190, 200), (0, 0, 480, 480), emblem().point([255 - grey for grey in range(256)]))
    assert picture_of(read_logo(saved(tmp_path / "pale.png", pale))).getpixel((48, 2)) == 255


def test_colours_on_white(tmp_path: Path) -> None:
    flag = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(flag).ellipse((20, 20, 280, 280), fill="#DA251D")
    ImageDraw.Draw(flag).ellipse((110, 110, 190, 190), fill="#FFFF00")
    made = picture_of(read_logo(saved(tmp_path / "flag.png", flag)))
    assert made.getpixel((made.width // 2, 12)) == 255
    assert made.getpixel((made.width // 2, made.height // 2)) == 0


def write(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def test_each_mistake_has_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = saved(tmp_path / "whole.png", emblem()).read_bytes()
    black = Image.new("L", (100, 100), 0)
    one_dot = Image.new("L", (1000, 1000), 255)
    one_dot.putpixel((0, 0), 0)
    one_dot.putpixel((999, 999), 0)
    wrong = {
        "there is no such file": tmp_path / "gone.png",
        "is not a picture": write(tmp_path / "words.png", b"no picture at all"),
        "is a damaged picture": write(tmp_path / "half.png", whole[: len(whole) // 2]),
        "is blank": saved(tmp_path / "white.png", Image.new("L", (50, 50), 255)),
        "is 100% ink in black and white: it needs dark lines on white": saved(tmp_path / "black.png", black),
        "is 0% ink in black and white: it needs dark lines on white": saved(tmp_path / "dot.png", one_dot),
        f"is larger than {FILE_BYTES_MAX // 1024**2} MB": write(tmp_path / "huge.png", bytes(FILE_BYTES_MAX + 1)),
    }
    for reason, file in wrong.items():
        with pytest.raises(LogoError) as caught:
            read_logo(file)
        assert str(caught.value) == caught.value.en == reason
        assert caught.value.vi not in ("", caught.value.en)
    monkeypatch.setattr(logo, "PIXELS_MAX", 100)
    with pytest.raises(LogoError, match="too many pixels"):
        read_logo(tmp_path / "whole.png")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(LogoError, match="cannot be read"):
        read_logo(tmp_path)
