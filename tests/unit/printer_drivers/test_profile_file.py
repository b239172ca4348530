"""Profiles on disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from printer_drivers.paper import PAPER_58, PAPER_80
from printer_drivers.profile import SLOW_LINE_BYTES_PER_SECOND, PrinterProfile, Strategy, network_profile
from printer_drivers.profile_file import load_profile, save_profile

CLONE = replace(
    network_profile(PAPER_58), process_ids=False, native_qr=True, mm_per_second=90.5, code_page=52, strips=False
)


@pytest.mark.parametrize("profile", [network_profile(PAPER_80), CLONE, CLONE.silent()])
def test_a_profile_is_read_as_it_was_written(tmp_path: Path, profile: PrinterProfile) -> None:
    file = tmp_path / "printer.toml"
    save_profile(profile, file, remark="EPSON TM-T82")
    assert load_profile(file) == profile
    assert "EPSON TM-T82" in file.read_text(encoding="utf-8")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "paper_mm = 70",
        "paper_mm = 80\nprocess_ids = 1",
        "paper_mm = 80\nmm_per_second = 0",
        "paper_mm = 80\ncode_page = 300",
        'paper_mm = 80\nescpos_name = "x"',
        "paper_mm = 80\nfaster = true",
        "paper_mm = ",
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "printer.toml"
    file.write_text(text)
    with pytest.raises(ValueError, match=r"printer\.toml"):
        load_profile(file)


def test_the_strategy_follows_from_line_and_abilities() -> None:
    fast = network_profile(PAPER_80)
    slow = replace(fast, line_bytes_per_second=float(SLOW_LINE_BYTES_PER_SECOND))
    assert fast.strategy is Strategy.PICTURE
    assert slow.strategy is Strategy.PICTURE, "nothing better is known of it"
    assert replace(slow, own_letters=True).strategy is Strategy.OWN_LETTERS
    assert replace(slow, own_letters=True, code_page=52).strategy is Strategy.CODE_PAGE
    assert replace(fast, own_letters=True, code_page=52).strategy is Strategy.PICTURE


def test_a_printer_behind_a_spooler_says_nothing() -> None:
    silent = network_profile(PAPER_80).silent()
    assert not silent.speaks
    assert not silent.confirms
