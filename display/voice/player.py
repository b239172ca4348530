"""One announcement at a time through one QMediaPlayer, which always comes to an end.

A player may end, fail, or (a device pulled out, a sound server hanging) say nothing any more; a watchdog on the known
length of the sound covers the last. Without a sound card Qt keeps time all the same, so the order and pace of a hall
can be tried anywhere; `can_be_heard` says whether there is anything to hear it with.
"""

from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from display.voice.playing import Ending, SoundPlayer

WATCHDOG_MARGIN_SECONDS = 2.0
"""How much longer than its length a sound may take: opening a sleeping sound device takes up to a second."""

_log = structlog.get_logger("display")


class Player(SoundPlayer):
    """See `SoundPlayer`; `volume` from 0 to 1."""

    def __init__(self, volume: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._output = QAudioOutput(self)
        self._output.setVolume(volume)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)
        self._devices.audioOutputsChanged.connect(self._follow_default_device)
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._on_overdue)
        self._playing = False

    @property
    def can_be_heard(self) -> bool:
        return bool(QMediaDevices.audioOutputs())

    def play(self, path: Path, seconds: float) -> None:
        if self._playing:
            raise AssertionError("two announcements at once")
        self._playing = True
        self._watchdog.start(round((seconds + WATCHDOG_MARGIN_SECONDS) * 1000))
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self._player.play()

    def set_volume(self, volume: float) -> None:
        self._output.setVolume(volume)

    def stop(self) -> None:
        self._playing = False
        self._watchdog.stop()
        self._player.stop()

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._end(Ending.PLAYED)
        elif status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._end(Ending.FAILED)

    def _on_error(self, error: QMediaPlayer.Error, detail: str) -> None:
        if error != QMediaPlayer.Error.NoError:
            _log.warning("player failed", error=error.name, detail=detail)
            self._end(Ending.FAILED)

    def _on_overdue(self) -> None:
        _log.warning("player overdue")
        self._end(Ending.OVERDUE)

    def _end(self, ending: Ending) -> None:
        if not self._playing:
            return
        self._playing = False
        self._watchdog.stop()
        if ending is not Ending.PLAYED:
            self._player.stop()
        # Later: the next sound must not be set while the player is still telling about this one.
        QTimer.singleShot(0, self, lambda: self.ended.emit(ending))

    def _follow_default_device(self) -> None:
        self._output.setDevice(QMediaDevices.defaultAudioOutput())
