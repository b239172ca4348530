"""One kiosk, one folder; a folder that cannot be used is said in words before anybody takes a number."""

from pathlib import Path

import pytest

from hall_link.settings import SettingsError
from kiosk.disk import Disk, default_folder


def test_a_second_kiosk_is_kept_out_until_the_first_has_gone(tmp_path: Path) -> None:
    first = Disk(tmp_path / "kiosk-1")
    with pytest.raises(SettingsError, match="another kiosk is using this folder"):
        Disk(tmp_path / "kiosk-1")
    first.close()
    Disk(tmp_path / "kiosk-1").close()


def test_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "new" / "kiosk-1")
    assert (tmp_path / "new" / "kiosk-1").stat().st_mode & 0o077 == 0
    disk.close()


def test_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "kiosk-1").write_text("")
    with pytest.raises(SettingsError, match=r"kiosk-1: .+cannot be written"):
        Disk(tmp_path / "kiosk-1")


def test_each_device_has_a_folder_of_its_own() -> None:
    assert default_folder("kiosk-2", {"XDG_STATE_HOME": "/state"}) == Path("/state/xep-hang/kiosk-2")
    assert default_folder("kiosk-2", {}) == Path.home() / ".local/state/xep-hang/kiosk-2"
