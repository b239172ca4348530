import json
from pathlib import Path

import pytest

from checks import coverage_floors

FLOORS = {"shop": 80.0, "shop/till": 95.0}


def report(folder: Path, files: dict[str, tuple[int, int]]) -> Path:
    """A report as coverage writes it; file -> (covered, all) statements, without branches."""
    path = folder / "coverage.json"
    entries = {
        name: {
            "summary": {
                "covered_lines": covered,
                "num_statements": everything,
                "covered_branches": 0,
                "num_branches": 0,
            }
        }
        for name, (covered, everything) in files.items()
    }
    path.write_text(json.dumps({"files": entries}), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def floors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage_floors, "floors", lambda: FLOORS)


def test_file_counts_for_the_most_specific_folder(tmp_path: Path) -> None:
    path = report(tmp_path, {"shop/door.py": (8, 10), "shop/till/coin.py": (19, 20)})
    assert coverage_floors.measured(path, list(FLOORS)) == {"shop": (8, 10), "shop/till": (19, 20)}
    assert coverage_floors.main([str(path)]) == 0


def test_one_folder_below_its_floor_fails_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path, {"shop/door.py": (10, 10), "shop/till/coin.py": (18, 20)})
    assert coverage_floors.main([str(path)]) == 1
    below = [line for line in capsys.readouterr().out.splitlines() if line.endswith("BELOW")]
    assert len(below) == 1
    assert "shop/till" in below[0]


def test_folder_of_which_nothing_was_measured_is_below(tmp_path: Path) -> None:
    assert coverage_floors.main([str(report(tmp_path, {"shop/till/coin.py": (20, 20)}))]) == 1


def test_file_without_a_floor_is_a_mistake_in_the_table(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"yard/gate\.py has no floor"):
        coverage_floors.main([str(report(tmp_path, {"yard/gate.py": (1, 1)}))])


def test_missing_report_fails(tmp_path: Path) -> None:
    assert coverage_floors.main([str(tmp_path / "coverage.json")]) == 1
