"""``./hall status``, ``explain A007``, ``preview FILE``, ``announce "..."``, ``reprint A007``, ``new-roll KIOSK``.

The hall for staff, in a terminal.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from hall_link.commands import Announce
from hall_link.hall_document import load_hall_document
from hall_link.rows import AnnouncementRow
from hall_link.settings import SettingsError, load
from staff.access import HallAccess, NotAnswered, Standing
from staff.announce_page import announced_page, announcements_page, full_id
from staff.paper_page import kiosk_for, new_roll_page, reprint_page, ticket_id_of
from staff.preview_page import preview_page
from staff.settings import Language, StaffSettings
from staff.status_page import status_page
from staff.story_page import story_page
from staff.wording import read

EXIT_NOT_ANSWERED = 1
EXIT_SETTINGS = 78
"""As the screen programs (EX_CONFIG of sysexits.h)."""
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page asked for on standard output; the exit status: 0, 1 not answered, 2 usage, 78 settings."""
    told = _parser().parse_args(arguments)
    try:
        settings = load(StaffSettings, told.settings, _environment(told, os.environ))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return EXIT_SETTINGS
    try:
        lines = _page(told, HallAccess(settings), settings.language)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return EXIT_SETTINGS
    except NotAnswered as said:
        problem = said.problem
        told_why = (problem.message, problem.remedy)
        print(*(read(words, settings.language) for words in told_why), *problem.places, sep="\n", file=sys.stderr)
        return EXIT_NOT_ANSWERED
    print("\n".join(lines))
    return 0


def _page(told: argparse.Namespace, access: HallAccess, language: Language) -> list[str]:
    if told.command == "preview":
        catalogue = told.file.with_name("procedures.csv")
        document = load_hall_document(told.file, catalogue if catalogue.exists() else None)
        return preview_page(access.preview(document), document.time_zone, language)
    standing = access.standing()
    zone = standing.mirror.hall.time_zone if standing.mirror.hall else DEFAULT_ZONE
    if told.command == "status":
        return status_page(standing, language)
    if told.command == "announce":
        return _announce(told, access, standing, zone, language)
    if told.command == "reprint":
        kiosk_id = kiosk_for(told.at, standing)
        access.reprint(ticket_id_of(told.ticket, standing), kiosk_id, secrets.token_hex(16))
        return reprint_page(told.ticket.upper(), kiosk_id, standing, language)
    if told.command == "new-roll":
        access.confirm_roll(told.kiosk, secrets.token_hex(16))
        return new_roll_page(told.kiosk, standing, language)
    return story_page(access.story(told.ticket.upper()), zone, language)


def _announce(
    told: argparse.Namespace, access: HallAccess, standing: Standing, zone: str, language: Language
) -> list[str]:
    rows, command_id = standing.mirror.all(AnnouncementRow), secrets.token_hex(16)
    if told.text is not None:
        command = Announce(told.text, told.en, told.urgent, told.zone, told.minutes)
        return announced_page(access.announce(command, command_id), zone, language)
    if told.withdraw is not None:
        withdrawn = full_id(told.withdraw, rows)
        access.withdraw(withdrawn, command_id)
        rows = [row for row in rows if row.announcement_id != withdrawn]
    return announcements_page(rows, standing.at, zone, language)


def _environment(told: argparse.Namespace, environment: Mapping[str, str]) -> dict[str, str]:
    """What the command line says goes before the environment, and that before the file."""
    given = {
        "HALL_SERVER_URL": told.server,
        "HALL_HALL_ID": told.hall,
        "HALL_KEY_FILE": told.key_file,
        "HALL_LANGUAGE": told.lang,
    }
    staff = {name: value for name, value in environment.items() if name != "HALL_DEVICE"}
    return {**staff, **{name: value for name, value in given.items() if value is not None}}


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--settings", type=Path, metavar="FILE", help="TOML; HALL_... goes before it")
    shared.add_argument("--server", metavar="URL", help="địa chỉ máy chủ; bỏ trống: tự tìm · empty: found by itself")
    shared.add_argument("--hall", metavar="ID", help="bộ phận nào · which hall, where several are found")
    shared.add_argument("--key-file", metavar="FILE", help="tệp khóa của bộ phận · the hall's key file")
    shared.add_argument("--lang", choices=("vi", "en"), help="tiếng Việt hoặc tiếng Anh · Vietnamese or English")
    parser = argparse.ArgumentParser(prog="hall", description="Bộ phận nhìn từ bàn lệnh · the hall in a terminal")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser(
        "status",
        parents=[shared],
        help="ai chờ, quầy, thiết bị, cảnh báo · who waits, counters, devices, warnings",
    )
    explaining = commands.add_parser(
        "explain", parents=[shared], help="vì sao một phiếu được gọi lúc ấy · a ticket's story with all reasons"
    )
    explaining.add_argument("ticket", metavar="A007", help="số hôm nay hoặc mã phiếu · today's number, or the id")
    announcing = commands.add_parser(
        "announce", parents=[shared], help="đọc và hiện một thông báo · say and show an announcement"
    )
    announcing.add_argument("text", nargs="?", help="lời tiếng Việt; bỏ trống: xem · in Vietnamese; empty: show all")
    announcing.add_argument("--en", default="", metavar="TEXT", help="lời tiếng Anh · the same in English")
    announcing.add_argument("--urgent", action="store_true", help="đọc trước mọi lượt gọi · said before all calls")
    announcing.add_argument("--zone", default="", help="bỏ trống: cả bộ phận · empty: the whole hall")
    announcing.add_argument("--minutes", type=int, default=10, help="hiện bao lâu · how long it is shown (1-480)")
    announcing.add_argument("--withdraw", metavar="tb1", help="rút lại một thông báo · take one back")
    reprinting = commands.add_parser(
        "reprint", parents=[shared], help="in lại một phiếu ở một máy lấy số · print a ticket again at a kiosk"
    )
    reprinting.add_argument("ticket", metavar="A007", help="số hôm nay hoặc mã phiếu · today's number, or the id")
    reprinting.add_argument("--at", metavar="KIOSK", help="máy nào; bỏ trống: máy duy nhất in được · which kiosk")
    rolling = commands.add_parser(
        "new-roll", parents=[shared], help="đã thay cuộn giấy ở một máy · a kiosk has a new roll of paper"
    )
    rolling.add_argument("kiosk", help="tên thiết bị, như kiosk-1 · the device's name, such as kiosk-1")
    previewing = commands.add_parser(
        "preview", parents=[shared], help="cấu hình mới sẽ đổi gì · what a new document would change"
    )
    previewing.add_argument("file", type=Path, help="cấu hình của bộ phận, TOML · the hall's document")
    return parser


if __name__ == "__main__":
    sys.exit(main())
