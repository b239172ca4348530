"""Prints the measured coverage of each package beside its floor, and fails when one is below.

The floors are in pyproject.toml under [tool.xep-hang.coverage-floors]: folder -> percent of lines and branches. One
number for the whole project would let a well-tested domain hide an untested printer.
"""

import json
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def floors() -> dict[str, float]:
    """Folder -> least percentage."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    table: dict[str, float] = settings["tool"]["xep-hang"]["coverage-floors"]
    return table


def measured(report: Path, folders: list[str]) -> dict[str, tuple[int, int]]:
    """Folder -> (covered, all) lines and branches. A file counts for the most specific folder that holds it."""
    totals = dict.fromkeys(folders, (0, 0))
    for name, entry in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        holders = [folder for folder in folders if name.startswith(f"{folder}/")]
        assert holders, f"{name} has no floor in pyproject.toml"
        folder = max(holders, key=len)
        summary = entry["summary"]
        covered, everything = totals[folder]
        totals[folder] = (
            covered + summary["covered_lines"] + summary["covered_branches"],
            everything + summary["num_statements"] + summary["num_branches"],
        )
    return totals


def main(arguments: list[str]) -> int:
    """Exit status 0 when every folder reaches its floor. `arguments` is the path of coverage's JSON report."""
    report = Path(arguments[0])
    if not report.exists():
        print(f"coverage: no {report}, the tests did not get that far", file=sys.stderr)
        return 1
    least = floors()
    below = 0
    for folder, (covered, everything) in sorted(measured(report, list(least)).items()):
        percent = 100.0 * covered / everything if everything else 0.0
        short = percent < least[folder]
        below += short
        print(f"coverage {folder:<24} {percent:6.1f} %   floor {least[folder]:3.0f} %{'   BELOW' if short else ''}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
