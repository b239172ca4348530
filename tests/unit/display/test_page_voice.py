"""The pipes between a voice and its page: lines both ways, and an end that is noticed."""

from __future__ import annotations

import os

import pytest
from pytestqt.qtbot import QtBot

from display import page_voice
from display.page_voice import SETTINGS_WRONG, Page
from hall_link.board_voice import Able, Caption, Ended


def test_what_the_page_says_is_told_and_its_end_too(qtbot: QtBot) -> None:
    source, target = os.pipe()
    page = Page()
    told: list[object] = []
    page.told.connect(told.append)
    with qtbot.waitSignal(page.left):
        page.listen(source)
        os.write(target, b'{"voice":"able","able":true}\n{"voice":"ended","number":3,"heard":false}\n')
        os.close(target)
    qtbot.waitUntil(lambda: told == [Able(True), Ended(3, heard=False)])
    os.close(source)


def test_a_message_is_one_line(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    Page().tell(Caption("Mời số\nA001"))
    assert capfd.readouterr().out == '{"voice":"caption","text":"Mời số\\nA001"}\n'


def test_started_by_anybody_else_it_says_what_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HALL_VOICE_SOUNDS", raising=False)
    monkeypatch.setattr("hall_link.logs.set_up", lambda **_: None)
    assert page_voice.main() == SETTINGS_WRONG
    assert "started by the server" in capsys.readouterr().err


def test_a_mistake_in_its_settings_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("HALL_VOICE_SOUNDS", "/nowhere")
    monkeypatch.setenv("HALL_KEY_FILE", "/nowhere/key")
    monkeypatch.setenv("HALL_DEVICE", "not a name")
    monkeypatch.setattr("hall_link.logs.set_up", lambda **_: None)
    assert page_voice.main() == SETTINGS_WRONG
    assert "HALL_DEVICE" in capsys.readouterr().err
