"""The hall's document from TOML and catalogue: the examples that ship, and every mistake with its line."""

from pathlib import Path

import pytest

from hall_link.document import HallDocument
from hall_link.hall_document import CATALOGUE_COLUMNS, CATALOGUE_ROWS_MAX, load_hall_document, read_catalogue
from hall_link.settings import SettingsError

ROOT = Path(__file__).parents[3]
CONFIG = ROOT / "config"
CATALOGUE = CONFIG / "procedures.csv"
HEAD = ",".join(CATALOGUE_COLUMNS) + "\n"
HALL = """\
hall_id = "h"
name = { vi = "Bộ phận một cửa" }
place = { vi = "Phường" }
[[fields]]
field_id = "HT"
series = "A"
name = { vi = "Hộ tịch" }
[[counters]]
counter_id = 1
fields = ["HT"]
[[procedures]]
procedure_id = "1.1"
field_id = "HT"
name = { vi = "Của riêng bộ phận" }
"""


def files(folder: Path, hall: str = HALL, catalogue: str = HEAD) -> tuple[Path, Path]:
    toml, csv = folder / "hall.toml", folder / "procedures.csv"
    toml.write_text(hall, encoding="utf-8")
    csv.write_text(catalogue, encoding="utf-8")
    return toml, csv


def places(folder: Path, hall: str = HALL, catalogue: str = HEAD) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_hall_document(*files(folder, hall, catalogue))
    return [place.removeprefix(f"{folder}/").split(" / ")[0] for place in caught.value.places]


def assert_parts_agree(hall: HallDocument) -> None:
    known = {field.field_id for field in hall.fields}
    assert {field for counter in hall.counters for field in counter.fields} == known, "a field that no counter serves"
    assert {procedure.field_id for procedure in hall.procedures} <= known
    assert len({field.series for field in hall.fields}) == len(hall.fields)
    for field in hall.fields:
        assert (ROOT / "assets" / "icons" / f"{field.icon}.svg").is_file()
        assert field.name.en


def test_the_example_hall_offers_the_whole_catalogue() -> None:
    hall = load_hall_document(CONFIG / "hall.example.toml", CATALOGUE)
    assert len(hall.procedures) == len(read_catalogue(CATALOGUE)) == 66
    assert [counter.counter_id for counter in hall.counters] == list(range(1, 9))
    assert_parts_agree(hall)


def test_the_demo_hall_is_open_round_the_clock_with_three_counters() -> None:
    hall = load_hall_document(CONFIG / "hall.demo.toml", CATALOGUE)
    assert hall.opens == hall.closes
    assert [counter.counter_id for counter in hall.counters] == [1, 2, 3]
    assert [(field.field_id, field.series) for field in hall.fields] == [
        *(("HT", "A"), ("CT", "B"), ("DD", "C"), ("CTR", "D"), ("HKD", "E"), ("BH", "G"), ("BTXH", "H"), ("XD", "K"))
    ]
    assert_parts_agree(hall)


def test_every_procedure_of_the_catalogue_has_a_name_in_both_languages() -> None:
    for procedure in read_catalogue(CATALOGUE):
        assert procedure.name.vi
        assert procedure.name.en


def test_without_a_catalogue_the_hall_stands_alone(tmp_path: Path) -> None:
    toml, _ = files(tmp_path)
    hall = load_hall_document(toml, None)
    assert [procedure.procedure_id for procedure in hall.procedures] == ["1.1"]


def test_the_halls_own_procedure_stands_before_the_catalogues_and_other_fields_are_left_out(tmp_path: Path) -> None:
    catalogue = f'{HEAD}1.1,HT,Khác,,,\n2.2,HT,"Khai sinh, khai tử",Birth,1 ngày,Miễn phí\n3.3,DD,Đất,,,\n'
    hall = load_hall_document(*files(tmp_path, catalogue=catalogue))
    assert [(one.procedure_id, one.name.vi) for one in hall.procedures] == [
        ("1.1", "Của riêng bộ phận"),
        ("2.2", "Khai sinh, khai tử"),
    ]
    assert (hall.procedures[1].name.en, hall.procedures[1].time_limit, hall.procedures[1].fee) == (
        *("Birth", "1 ngày", "Miễn phí"),
    )


def test_mistakes_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    hall = HALL.replace('series = "A"', 'series = "a1"').replace("counter_id = 1", "counter_id = 0")
    catalogue = f"{HEAD}1 1,HT,Tên,,,\n2.2,HT,,,,\n3.3,HT,Tên\n4.4,HT,Tên,,,,\n5.5,HT,Tên,,,\n5.5,HT,Tên,,,\n"
    assert [" ".join(place.split(" ")[:3]) for place in places(tmp_path, hall, catalogue)] == [
        "hall.toml:6: fields[0].series: không",
        "hall.toml:9: counters[0].counter_id: cần",
        "procedures.csv:2: procedure_id: không",
        "procedures.csv:3: name_vi: độ",
        "procedures.csv:4: cần đúng",
        "procedures.csv:5: cần đúng",
        "procedures.csv:7: procedure_id: mã",
    ]


@pytest.mark.parametrize(
    ("catalogue", "told"),
    [
        ("id,name\n1,a\n", "procedures.csv:1: dòng đầu phải là procedure_id,field_id,name_vi,name_en,time_limit,fee"),
        ("", "procedures.csv: tệp trống"),
        (f'{HEAD}1.1,HT,"Tên,,,\n', "procedures.csv:2: không đúng cú pháp CSV (unexpected end of data)"),
    ],
)
def test_what_is_no_catalogue_is_one_clear_mistake(tmp_path: Path, catalogue: str, told: str) -> None:
    assert places(tmp_path, catalogue=catalogue) == [told]


def test_a_catalogue_has_a_bound(tmp_path: Path) -> None:
    lines = "".join(f"{number},HT,Tên,,,\n" for number in range(CATALOGUE_ROWS_MAX + 1))
    assert places(tmp_path, catalogue=HEAD + lines) == [
        f"procedures.csv:{CATALOGUE_ROWS_MAX + 2}: nhiều hơn {CATALOGUE_ROWS_MAX} thủ tục"
    ]


def test_a_hall_without_fields_is_told_so(tmp_path: Path) -> None:
    hall = HALL.replace("[[fields]]", "[[feilds]]")
    assert places(tmp_path, hall) == [
        "hall.toml:4: feilds: không có khóa này; có phải là fields?",
        "hall.toml: fields: thiếu khóa này",
    ]
