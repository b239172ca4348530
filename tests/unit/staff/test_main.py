"""The terminal views against a hall that really listens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from hall_server.domain import commands as c
from hall_server.domain.model import PrinterCondition
from staff.__main__ import EXIT_NOT_ANSWERED, EXIT_SETTINGS, main
from tests.halls import HOUR, MINUTE
from tests.unit.hall_server.web.running import KEY, RunningHall, running_hall


@pytest_asyncio.fixture
async def hall() -> AsyncIterator[RunningHall]:
    async with running_hall() as running:
        await running.begin_day(1)
        yield running


async def page(hall: RunningHall, folder: Path, *arguments: str) -> int:
    """Run the program beside the hall."""
    key_file = folder / "hall.key"
    key_file.write_text(KEY)
    server = f"http://127.0.0.1:{hall.server.port}"
    return await asyncio.to_thread(main, [*arguments, "--server", server, "--key-file", str(key_file)])


async def test_status_says_who_waits_and_what_needs_a_hand(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await hall.do(c.IssueTicket("HT"))
    await hall.do(c.IssueTicket("DD"))
    await hall.do(c.ReportPrintFailed("20261124-C001", "paper_out"))
    await hall.do(c.CallNext(1))
    await hall.do(c.ReportSpoken("20261124-A001-1", spoken=False, reason="no_sound"))
    hall.clock.time += HOUR + 5 * MINUTE
    await hall.do(c.IssueTicket("CT"))
    assert await page(hall, tmp_path, "status") == 0
    written = capsys.readouterr().out
    for told in (
        "Trung tâm Phục vụ hành chính công",
        "đang phát số",
        "A001 đang gọi 65 phút",
        "Đất đai: 1 người chờ mà không quầy nào mở",
        "Đất đai: có người chờ 65 phút",
        "C001: phiếu chưa in được (paper_out)",
        "A001: loa chưa đọc (no_sound)",
        "A001: bảng gọi số chưa hiện",
        "không có bảng gọi số nào kết nối",
    ):
        assert told in written


async def test_a_ticket_is_printed_again_where_that_is_possible(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await hall.do(c.IssueTicket("HT"))
    assert await page(hall, tmp_path, "reprint", "A001") == EXIT_NOT_ANSWERED
    assert "Không máy lấy số nào in được lúc này." in capsys.readouterr().err
    for kiosk_id in ("kiosk-1", "kiosk-2"):
        await hall.do(c.ReportPrinter(kiosk_id, PrinterCondition.READY, hall.clock.now(), f"Máy {kiosk_id[-1]}"))
    assert await page(hall, tmp_path, "reprint", "a001") == EXIT_NOT_ANSWERED
    assert "--at: kiosk-1, kiosk-2" in capsys.readouterr().err
    assert await page(hall, tmp_path, "reprint", "a001", "--at", "kiosk-2") == 0
    assert "Phiếu A001 đang được in lại ở Máy 2" in capsys.readouterr().out
    assert await page(hall, tmp_path, "reprint", "A001", "--at", "kiosk-2") == EXIT_NOT_ANSWERED
    assert "đang được in lại" in capsys.readouterr().err
    assert await page(hall, tmp_path, "reprint", "Z009", "--at", "kiosk-2") == EXIT_NOT_ANSWERED
    assert "không có phiếu Z009" in capsys.readouterr().err


async def test_a_new_roll_is_noted_for_a_kiosk_that_is_there(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await hall.do(c.ReportPrinter("kiosk-1", PrinterCondition.READY, hall.clock.now(), "Máy 1"))
    assert await page(hall, tmp_path, "new-roll", "kiosk-1", "--lang", "en") == 0
    assert "Máy 1: a new roll" in capsys.readouterr().out
    assert await page(hall, tmp_path, "new-roll", "kiosk-9") == EXIT_NOT_ANSWERED
    assert "chưa có máy lấy số kiosk-9" in capsys.readouterr().err


async def test_explain_tells_the_story_in_either_language(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await hall.do(c.IssueTicket("HT"))
    await hall.do(c.IssueTicket("HT", priority_class="elderly"))
    await hall.do(c.CallNext(1))
    assert await page(hall, tmp_path, "explain", "a001") == 0
    written = capsys.readouterr().out
    assert "PHIẾU A001" in written
    assert "A002 được gọi trước A001 vì thuộc diện ưu tiên" in written
    assert "Luật Người cao tuổi" in written
    assert await page(hall, tmp_path, "explain", "20261124-A001", "--lang", "en") == 0
    assert "A002 was called before A001 because it has priority" in capsys.readouterr().out


async def test_announcing_listing_and_withdrawing(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("Mời quý vị uống nước.", "--en", "Water is served.", "--zone", "main", "--minutes", "15", "--urgent")
    assert await page(hall, tmp_path, "announce", *said) == 0
    assert "Đã gửi thông báo tb1, hiện trên bảng đến 08:15" in capsys.readouterr().out
    assert await page(hall, tmp_path, "announce", "--lang", "en") == 0
    assert "main  urgent  Water is served.  [not spoken yet]" in capsys.readouterr().out
    assert await page(hall, tmp_path, "announce", "--withdraw", "tb1") == 0
    assert capsys.readouterr().out == "Không có thông báo nào.\n"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("  ",), "Thông báo chưa có lời."),
        (("Xin chào", "--zone", "roof"), "Xin chọn một trong: main, upstairs."),
        (("Xin chào", "--minutes", "0"), "minutes"),
        (("x" * 301,), "vi"),
        (("--withdraw", "tb7"), "Không còn thông báo tb7."),
    ],
)
async def test_an_announcement_that_cannot_be_is_refused_in_words(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str], said: tuple[str, ...], why: str
) -> None:
    assert await page(hall, tmp_path, "announce", *said) == EXIT_NOT_ANSWERED
    assert why in capsys.readouterr().err


async def test_what_the_hall_refuses_is_said_in_its_own_words(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await page(hall, tmp_path, "explain", "Z999") == EXIT_NOT_ANSWERED
    assert "Hôm nay không có phiếu Z999." in capsys.readouterr().err
    assert await page(hall, tmp_path, "status", "--hall", "elsewhere") == EXIT_NOT_ANSWERED
    assert "bộ phận khác" in capsys.readouterr().err


async def test_preview_shows_what_a_new_document_changes_or_why_it_cannot_be(
    hall: RunningHall, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = "".join(
        f'[[fields]]\nfield_id = "{field}"\nseries = "{series}"\nname = {{ vi = "{field}" }}\n'
        for field, series in (("HT", "A"), ("CT", "B"), ("DD", "C"))
    )
    wanted = (
        'hall_id = "hai-chau"\nname = { vi = "Trung tâm" }\nplace = { vi = "Hải Châu" }\n'
        + fields
        + '[[counters]]\ncounter_id = 1\nfields = ["HT"]\n[[counters]]\ncounter_id = 2\nfields = ["CT", "DD"]\n'
    )
    file = tmp_path / "hall.toml"
    file.write_text(wanted, encoding="utf-8")
    assert await page(hall, tmp_path, "preview", str(file)) == 0
    written = capsys.readouterr().out
    assert "chưa có gì thay đổi" in written
    assert "ưu tiên elderly" in written
    file.write_text(wanted.replace("hai-chau", "elsewhere"), encoding="utf-8")
    assert await page(hall, tmp_path, "preview", str(file)) == EXIT_NOT_ANSWERED
    assert "hall_id: hai-chau -> elsewhere" in capsys.readouterr().err


def test_a_hall_that_does_not_answer_and_settings_that_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HALL_KEY_FILE", raising=False)
    assert main(["status", "--server", "http://127.0.0.1:9"]) == EXIT_SETTINGS
    assert "HALL_KEY_FILE" in capsys.readouterr().err
    key_file = tmp_path / "hall.key"
    key_file.write_text(KEY)
    asked = ["--server", "http://127.0.0.1:9", "--key-file", str(key_file), "--lang", "en"]
    assert main(["status", *asked]) == EXIT_NOT_ANSWERED
    assert "The server does not answer." in capsys.readouterr().err
