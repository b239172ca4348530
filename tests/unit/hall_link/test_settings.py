"""Settings: what is right is loaded; each mistake is told with its place, all at once, in both languages."""

import datetime
import os
from pathlib import Path
from typing import Annotated, Literal

import pytest
from msgspec import Meta, Struct

from hall_link.settings import LinkSettings, SettingsError, load, read_key
from hall_link.written_files import FILE_BYTES_MAX


class Inner(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    weight: Annotated[int, Meta(ge=1)] = 1


class Everything(LinkSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    count: Annotated[int, Meta(ge=1, le=9)] = 5
    loud: bool = False
    size: float = 1.5
    width: Literal[80, 58] = 80
    opens: datetime.time = datetime.time(7, 30)
    zones: tuple[str, ...] = ()
    parts: Annotated[tuple[Inner, ...], Meta(max_length=2)] = ()
    inner: Inner | None = None


NEEDED = 'key_file = "k"\ndevice = "kiosk-1"\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    return file


def places(kind: type[Struct], file: Path | None, env: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(kind, file, env)
    assert str(caught.value) == "\n".join(caught.value.places)
    return [place.removeprefix(f"{file.parent}/") if file else place for place in caught.value.places]


def test_file_and_environment_are_read_and_the_environment_wins(tmp_path: Path) -> None:
    tables = '[[parts]]\nname = "x"\n[inner]\nname = "y"\nweight = 2\n'
    file = written(tmp_path, f'{NEEDED}count = 3\nopens = "08:15"\nzones = ["a", "b"]\n{tables}')
    env = {"HALL_COUNT": "4", "HALL_LOUD": "true", "HALL_SIZE": "2", "HALL_OTHER": "ignored", "HALL_WIDTH": "58"}
    loaded = load(Everything, file, env)
    assert (loaded.count, loaded.loud, loaded.size, loaded.width) == (4, True, 2.0, 58)
    assert loaded.opens == datetime.time(8, 15)
    assert loaded.zones == ("a", "b")
    assert loaded.parts == (Inner("x"),)
    assert loaded.inner == Inner("y", 2)


def test_the_environment_alone_is_enough() -> None:
    env = {"HALL_KEY_FILE": "k", "HALL_DEVICE": "d", "HALL_ZONES": "a, b,", "HALL_OPENS": "06:00"}
    loaded = load(Everything, None, env)
    assert (loaded.key_file, loaded.zones, loaded.opens) == ("k", ("a", "b"), datetime.time(6, 0))


def test_what_the_environment_gives_may_be_missing_in_the_file(tmp_path: Path) -> None:
    env = {"HALL_KEY_FILE": "k", "HALL_DEVICE": "d"}
    assert load(LinkSettings, written(tmp_path, "# nothing\n"), env).device == "d"


def test_toml_times_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(b"\xef\xbb\xbf" + f"{NEEDED}opens = 07:00:00\r\n".encode())
    assert load(Everything, file, {}).opens == datetime.time(7, 0)


MISTAKES = [
    ("count = 0", "count: cần số nguyên >= 1 / needs a whole number >= 1"),
    ('count = "3"', "count: cần số nguyên, không phải chuỗi ký tự / needs a whole number, not text"),
    ("loud = 1", "loud: cần true hoặc false, không phải số nguyên / needs true or false, not a whole number"),
    ("width = 70", "width: không chấp nhận giá trị 70 / 70 is not allowed"),
    ('opens = "7 giờ"', 'opens: cần giờ "HH:MM" / needs a time "HH:MM"'),
    ('zones = "a"', "zones: cần danh sách, không phải chuỗi ký tự / needs a list, not text"),
    ("zones = [1]", "zones[0]: cần chuỗi ký tự, không phải số nguyên / needs text, not a whole number"),
    ('inner = "x"', "inner: cần bảng hoặc để trống, không phải chuỗi ký tự / needs a table or nothing, not text"),
    ("inner = { weight = 2 }", "inner.name: thiếu khóa này / this key is missing"),
    ("cuont = 3", "cuont: không có khóa này; có phải là count? / no such key; did you mean count?"),
    ("qqqqqqqq = 3", "qqqqqqqq: không có khóa này / no such key"),
    ('server_url = "http://u:p@x"', "server_url: không đúng dạng"),
    ('parts = [{name = "a"}, {name = "b"}, {name = "c"}]', "parts: số phần tử phải trong khoảng 0..2 / the number"),
]


@pytest.mark.parametrize(("line", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    file = written(tmp_path, f"# first\n{NEEDED}{line}\n")
    (place,) = places(Everything, file, {})
    assert place.startswith(f"kiosk.toml:4: {told}")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    lines = [
        'device = "kiosk 1"',
        "count = 99",
        'text = """',
        "count = 1",
        '"""',
        "[[parts]]",
        'name = "a"',
        "[[parts]]",
        "weight = 0",
        'nmae = "b"',
        "[inner]",
        "name = 5",
    ]
    file = written(tmp_path, "\n".join(lines))
    told = [place.split(" / ")[0] for place in places(Everything, file, {"HALL_SIZE": "big"})]
    assert [" ".join(place.split(" ")[:2]) for place in told] == [
        "kiosk.toml:1: device:",
        "kiosk.toml:2: count:",
        "kiosk.toml:3: text:",
        "kiosk.toml:9: parts[1].weight:",
        "kiosk.toml:10: parts[1].nmae:",
        "kiosk.toml:8: parts[1].name:",
        "kiosk.toml:12: inner.name:",
        "kiosk.toml: key_file:",
        "HALL_SIZE: cần",
    ]


def test_what_the_environment_lacks_is_told_by_variable() -> None:
    assert places(LinkSettings, None, {"HALL_DEVICE": "a b"}) == [
        r"HALL_DEVICE: không đúng dạng ^[A-Za-z0-9._-]{1,40}$ / does not have the form ^[A-Za-z0-9._-]{1,40}$",
        "HALL_KEY_FILE: chưa được đặt / is not set",
    ]


NOT_UTF_8 = "không phải chữ mã UTF-8 / is not UTF-8 text"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "kiosk.toml: tệp trống / the file is empty"),
        (b" \n\t\n", "kiosk.toml: tệp trống / the file is empty"),
        ("# quầy 3\n# quầy\n".encode() + b'x = "\xff"', f"kiosk.toml:3: {NOT_UTF_8}"),
        (b"\xff\xfe\x00k", f"kiosk.toml:1: {NOT_UTF_8}"),
        (b"a = 1\nb == 2\n", "kiosk.toml:2: không đúng cú pháp TOML"),
        (b"a = 1\na = 2\n", "kiosk.toml:2: không đúng cú pháp TOML"),
        (b'a = "', "kiosk.toml: không đúng cú pháp TOML"),
        (b"#" * (FILE_BYTES_MAX + 1), f"kiosk.toml: lớn hơn {FILE_BYTES_MAX} byte"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_mistake(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(content)
    first, second = places(LinkSettings, file, {"HALL_DEVICE": "a b"})
    assert first.startswith(told)
    assert second.startswith("HALL_DEVICE")


def test_no_file_a_folder_and_what_may_not_be_read_are_clear_mistakes(tmp_path: Path) -> None:
    assert places(LinkSettings, tmp_path / "none.toml", {}) == ["none.toml: không có tệp này / there is no such file"]
    (tmp_path / "folder").mkdir()
    (place,) = places(LinkSettings, tmp_path / "folder", {})
    assert place == "folder: là thư mục, không phải tệp / is a folder, not a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_clear_mistake(tmp_path: Path) -> None:
    file = written(tmp_path, NEEDED)
    file.chmod(0)
    (place,) = places(LinkSettings, file, {})
    assert place.startswith("kiosk.toml: không đọc được (Permission denied)")


def test_a_file_that_fails_while_read_is_a_clear_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise OSError(5, "Input/output error")

    file = written(tmp_path, NEEDED)
    monkeypatch.setattr(Path, "open", fail)
    assert places(LinkSettings, file, {}) == [
        "kiosk.toml: không đọc được (Input/output error) / cannot be read (Input/output error)"
    ]


def test_a_key_is_one_line_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "hall.key"
    file.write_text("0123456789abcdef\n", encoding="utf-8")
    assert read_key(str(file)) == "0123456789abcdef"


@pytest.mark.parametrize("content", ["short", "two\nlines-of-text", "khóa-có-dấu-dài", "x" * 600])
def test_what_is_no_key_is_told_without_its_text(tmp_path: Path, content: str) -> None:
    file = tmp_path / "hall.key"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"hall\.key") as caught:
        read_key(str(file))
    assert content not in str(caught.value)
