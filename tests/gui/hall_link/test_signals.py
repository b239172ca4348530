"""SIGTERM and SIGINT reach the Qt loop as a wish to quit, and everything is put back afterwards."""

import os
import signal

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hall_link.qt.signals import QuitSignals


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_wakes_the_loop_and_quits(qtbot: QtBot, number: signal.Signals) -> None:
    quits: list[str] = []
    signals = QuitSignals(lambda: quits.append("quit"))
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: quits == ["quit"])
    finally:
        signals.close()


def test_everything_is_put_back(qapp: QObject) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    signals = QuitSignals(lambda: None)
    assert signal.getsignal(signal.SIGTERM) != before[0]
    signals.close()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
    assert signal.set_wakeup_fd(-1) == -1
