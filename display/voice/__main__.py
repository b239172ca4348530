"""``python -m display.voice``: how something is read, how it sounds, whether the voices work, what must be recorded."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from display.reading import NUMBER_READ_MAX, STYLES, HalfHour, Language, Manner, TicketReading, read_number, read_text
from display.settings import DisplaySettings
from display.voice.commands import check, record_list, say
from display.voice_settings import VoiceSettings
from hall_link import logs
from hall_link.qt.launch import SETTINGS_WRONG
from hall_link.settings import SettingsError, load


def main(arguments: Sequence[str] | None = None) -> int:
    """The program: logs to standard error, then `run`."""
    logs.set_up(libraries=logging.WARNING)
    return run(arguments)


def run(arguments: Sequence[str] | None) -> int:
    """Do what the command line asks; the exit status."""
    told = _parser().parse_args(arguments)
    try:
        settings = _settings(told)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG
    language = Language(told.language)
    if told.command == "read":
        print(words_of(told.text, language, settings.reading_manner()))
        return 0
    if told.command == "say":
        return say(told.text, language, settings, told.out, with_chime=told.chime)
    if told.command == "check":
        return check(settings)
    return record_list(language, settings, told.letters, told.counters, told.folder)


def words_of(text: str, language: Language, manner: Manner) -> str:
    """How `text` is read; digits alone are a quantity."""
    if text.isascii() and text.isdecimal() and int(text) <= NUMBER_READ_MAX:
        return read_number(int(text), language, manner.style)
    return read_text(text, language, manner)


def _settings(told: argparse.Namespace) -> VoiceSettings:
    """From the board's file, if one is named, and the environment; options of the command line go before both."""
    if told.settings is not None:
        settings: VoiceSettings = load(DisplaySettings, told.settings, os.environ)
    else:
        nobody = {"HALL_KEY_FILE": "-", "HALL_DEVICE": "voice"}
        settings = load(VoiceSettings, None, {**os.environ, **nobody})
    given = {
        "reading_style": told.style,
        "ticket_reading": told.tickets,
        "half_hour": told.half_hour,
        "voice_engines": told.engines and tuple(told.engines),
    }
    return msgspec.structs.replace(settings, **{name: value for name, value in given.items() if value})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="voice", description="Thử giọng đọc của bảng hiển thị. Try out the wallboard's voice."
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--settings", type=Path, metavar="FILE", help="display.toml của bảng · the board's settings")
    common.add_argument("--language", choices=[one.value for one in Language], default="vi")
    common.add_argument("--style", choices=list(STYLES), help="linh, nghìn, tư (north); lẻ, ngàn, bốn (south)")
    tickets = [one.value for one in TicketReading]
    common.add_argument("--tickets", choices=tickets, help="A047: không bốn bảy (digits), bốn mươi bảy (number)")
    common.add_argument("--half-hour", choices=[one.value for one in HalfHour], help="ba mươi phút, rưỡi")
    common.add_argument("--engines", nargs="+", choices=("clips", "piper", "espeak"), help="thứ tự · in this order")
    commands = parser.add_subparsers(dest="command", required=True)
    read = commands.add_parser("read", parents=[common], help="đọc thành chữ · how it is read, in words")
    read.add_argument("text")
    say_it = commands.add_parser("say", parents=[common], help="đọc thành tiếng · how it sounds")
    say_it.add_argument("text")
    say_it.add_argument("--out", type=Path, metavar="WAV", help="ghi vào tệp · into a file, instead of being heard")
    say_it.add_argument("--chime", action="store_true", help="có chuông trước · with the chime before")
    commands.add_parser("check", parents=[common], help="kiểm tra giọng đọc · whether the voices work")
    record = commands.add_parser("record-list", parents=[common], help="cần thu âm gì · what must be recorded")
    record.add_argument("--letters", default="ABCDEGHKLMNPQRSTVX", help="chữ của các dãy số · letters of the series")
    record.add_argument("--counters", type=int, default=20, help="số quầy · how many counters there are")
    record.add_argument("--folder", type=Path, help="chỉ in phần còn thiếu · only what this folder lacks")
    return parser


if __name__ == "__main__":
    sys.exit(main())
