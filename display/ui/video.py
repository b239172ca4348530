"""One silent video at a time, frame by frame as pictures, for a renderer that has no GPU.

Sound is never played: the hall's voice is not talked over. Frames beyond `FRAMES_A_SECOND_MAX` are dropped before they
are converted, and each is converted no larger than `WIDTH_MAX`. A video that gives no frame in time is given up.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame, QVideoSink

FRAMES_A_SECOND_MAX = 25
WIDTH_MAX = 1280
FRAME_SECONDS_MAX = 10.0
"""A running video that gives no frame for so long is given up."""


class Video(QObject):
    """`frame` carries each picture; `ended` why a video failed, "" at its end, once for each `play`."""

    frame = Signal(QImage)
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(lambda _error, detail: self._end(detail or "cannot be played"))
        self._overdue = QTimer(self, singleShot=True, interval=round(FRAME_SECONDS_MAX * 1000))
        self._overdue.timeout.connect(lambda: self._end("no picture in time"))
        self._playing = False
        self._last = 0.0

    def play(self, path: Path, *, running: bool) -> None:
        """Begin a video; not `running`: hold it at its first frame."""
        self._playing = True
        self._player.setSource(QUrl.fromLocalFile(str(path)))
        self.set_running(running)

    def set_running(self, running: bool) -> None:
        """Go on, or hold."""
        if not self._playing:
            return
        if running:
            self._overdue.start()
            self._player.play()
        else:
            self._overdue.stop()
            self._player.pause()

    def stop(self) -> None:
        """No word comes any more."""
        self._playing = False
        self._overdue.stop()
        self._player.stop()

    def _on_frame(self, frame: QVideoFrame) -> None:
        now = time.monotonic()
        if not self._playing or now - self._last < 0.9 / FRAMES_A_SECOND_MAX:
            return
        image = frame.toImage()
        if image.isNull():
            return
        self._last = now
        if self._overdue.isActive():
            self._overdue.start()
        if image.width() > WIDTH_MAX:
            image = image.scaledToWidth(WIDTH_MAX, Qt.TransformationMode.FastTransformation)
        self.frame.emit(image)

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status == QMediaPlayer.MediaStatus.EndOfMedia:
            self._end("")
        elif status == QMediaPlayer.MediaStatus.InvalidMedia:
            self._end("cannot be played")

    def _end(self, fault: str) -> None:
        if not self._playing:
            return
        self._playing = False
        self._overdue.stop()
        # Later: a player must not be given the next file while it is still telling of this one.
        QTimer.singleShot(0, self, lambda: self._tell(fault))

    def _tell(self, fault: str) -> None:
        self._player.stop()
        self.ended.emit(fault)
