"""The code polices itself: rules of the house that no ready-made tool knows, each with its own test.

A rule that is only written down is forgotten by the third month; one that fails a test is discussed once.
"""

import ast
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    *("assets", "checks", "config", "counter", "demo", "display", "hall_link", "hall_server", "kiosk"),
    *("printer_drivers", "staff", "tests"),
)
TEXT_SUFFIXES = {
    ".py",
    ".qml",
    ".js",
    ".toml",
    ".csv",
    ".ts",
    ".md",
    ".txt",
    ".service",
    ".mako",
    ".yaml",
    ".lock",
    ".in",
}
LINES_MAX = {".py": 300, ".qml": 250}
REASON_FOR_LENGTH = "long because"
DRAWERS = {"utils", "util", "common", "misc", "helpers", "helper", "base"}
MIGRATIONS = ROOT / "hall_server" / "storage" / "migrations" / "versions"


def project_files() -> Iterator[Path]:
    """Every text file of the project, none of what tools leave behind."""
    yield from (path for path in sorted(ROOT.glob("*")) if path.is_file() and path.suffix in TEXT_SUFFIXES)
    for folder in (*PACKAGES, "docs", "requirements"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in TEXT_SUFFIXES and "__pycache__" not in path.parts:
                yield path


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """Full dotted names of everything that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_file_is_longer_than_its_limit_without_a_reason_on_its_first_line() -> None:
    offenders = []
    for path in project_files():
        if path.is_relative_to(MIGRATIONS):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LINES_MAX.get(path.suffix, sys.maxsize) and REASON_FOR_LENGTH not in lines[0].lower():
            offenders.append(f"{named(path)}: {len(lines)} lines")
    assert not offenders, f"split these, or say '{REASON_FOR_LENGTH} ...' on the first line"


def test_no_file_or_folder_is_a_drawer_for_things_without_a_name() -> None:
    assert not [named(path) for path in project_files() if DRAWERS & {*path.relative_to(ROOT).parts, path.stem}]


def test_all_text_is_in_one_unicode_form() -> None:
    """Composed letters (NFC): otherwise equal words differ, fonts lose accents and the voice spells."""
    assert not [
        named(path)
        for path in project_files()
        if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))
    ]


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
    assert not [named(path) for path in project_files() if later.search(path.read_text(encoding="utf-8"))]


def test_tests_wait_for_things_not_for_time() -> None:
    idle = re.compile(r"\b(qWait|qtbot\.wait|qSleep)" + r"\((?!0\))")
    assert not [named(path) for path in (ROOT / "tests").rglob("*.py") if idle.search(path.read_text(encoding="utf-8"))]


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    offenders = [
        f"{named(path)} imports {name}"
        for path in sorted((ROOT / "hall_server" / "domain").rglob("*.py"))
        for name in imports(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith("hall_server.domain")
    ]
    assert not offenders


def test_the_link_without_its_qt_shell_runs_where_there_is_no_qt() -> None:
    offenders = [
        f"{named(path)} imports {name}"
        for path in sorted((ROOT / "hall_link").rglob("*.py"))
        if not path.is_relative_to(ROOT / "hall_link" / "qt")
        for name in imports(path)
        if name.startswith(("PySide6", "hall_link.qt"))
    ]
    assert not offenders


def pins(lock: Path) -> dict[str, str]:
    """Package -> pinned version with its marker."""
    pinned = re.findall(r"^([\w.-]+)==(.+?)(?: \\)?$", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(pinned)


@pytest.mark.parametrize("name", ["runtime.lock", "dev.lock"])
def test_locks_name_versions_and_hashes_and_no_place_to_get_them_from(name: str) -> None:
    lock = ROOT / "requirements" / name
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|@ |file:", text)
    requirements = re.findall(r"^[\w.-]+==.*(?:\n .*)*", text, re.MULTILINE)
    assert len(requirements) == len(pins(lock)) > 10
    assert not [requirement for requirement in requirements if "--hash=sha256:" not in requirement]


def test_what_is_tested_is_what_a_hall_runs() -> None:
    runtime, dev = pins(ROOT / "requirements" / "runtime.lock"), pins(ROOT / "requirements" / "dev.lock")
    assert runtime.items() <= dev.items()


def unexplained_keys(text: str) -> Iterator[str]:
    """Keys of a TOML file that neither stand under or beside a comment nor are named in an earlier one."""
    said, under_comment = "", False
    for line in text.splitlines():
        key = re.match(r"(?:# ?)?([\w.-]+) *= *\S", line)
        words = re.search(r"(?:^|\s)#.*", line)
        if key and not (under_comment or words or re.search(rf"\b{re.escape(key[1])}\b", said)):
            yield line
        said += words[0] if words else ""
        under_comment = bool(words) or (under_comment and bool(key))


def test_every_key_of_an_example_configuration_is_explained() -> None:
    assert list(unexplained_keys("# why\na = 1\nb = 2\n\nc = 3 # why\n\na = 4\nd = 5\n# d e\n[t]\ne = 6\n")) == [
        "a = 4",
        "d = 5",
    ]
    for path in sorted((ROOT / "config").rglob("*.example.toml")):
        text = path.read_text(encoding="utf-8")
        tomllib.loads(text)
        assert not list(unexplained_keys(text)), named(path)


def test_every_debian_package_is_explained_to_operators() -> None:
    manual = (ROOT / "docs" / "OPERATIONS.md").read_text(encoding="utf-8")
    listed = (ROOT / "config" / "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    packages = [line.split("|")[0].split("#")[0].strip() for line in listed if line and line[0] not in "#["]
    assert len(packages) > 10
    assert not [package for package in packages if f"`{package}`" not in manual]


def test_every_installed_command_has_its_main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for target in (project["scripts"] | project["gui-scripts"]).values():
        module, function = target.split(":")
        tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, target
