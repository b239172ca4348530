from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hall_link.written_files import key_lines, spell, toml_places

TEXT = """\
name = "a"
place.vi = "b"
[limits]
"quoted" = 1
[[counters]]
counter_id = 1
[[counters.desks]]
desk = 1
[[counters]]
counter_id = 2
note = '''
counter_id = 9
'''
[[counters.desks]]
desk = 2
"""


def test_every_key_is_found_on_its_line() -> None:
    lines = {spell(path): line for path, line in key_lines(TEXT).items()}
    assert lines == {
        "name": 1,
        "place.vi": 2,
        "limits": 3,
        "limits.quoted": 4,
        "counters": 5,
        "counters[0]": 5,
        "counters[0].counter_id": 6,
        "counters[0].desks": 7,
        "counters[0].desks[0]": 7,
        "counters[0].desks[0].desk": 8,
        "counters[1]": 9,
        "counters[1].counter_id": 10,
        "counters[1].note": 11,
        "counters[1].desks": 14,
        "counters[1].desks[0]": 14,
        "counters[1].desks[0].desk": 15,
    }


def test_a_key_without_a_line_is_placed_by_what_holds_it() -> None:
    locate = toml_places(Path("hall.toml"), TEXT)
    assert locate(("counters", 1, "fields")) == "hall.toml:9: counters[1].fields"
    assert locate(("missing",)) == "hall.toml: missing"


@given(st.text())
def test_no_text_confuses_the_finder(text: str) -> None:
    count = len(text.splitlines())
    assert all(1 <= line <= count for line in key_lines(text).values())
