"""The hall's own pictures and videos: lists, reads, shows, waits, and goes on whatever a folder holds.

One step at a time: list the folder, choose the next file (`display.playlist`), show it, wait. A file that cannot be
shown is reported once and left alone; a folder that is gone, empty or does not answer is reported once and looked at
again. While nobody sees pictures, because somebody is called, nothing is read and no video runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from PySide6.QtCore import Property, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.playlist import Entry, Kind, Playlist
from display.ui.picture_loader import Listing, PictureLoader, Read
from display.ui.pictures import Pictures

if TYPE_CHECKING:
    from display.ui.video import Video

QML_IMPORT_NAME = "display.ui"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_SECONDS = 15.0
"""How soon a folder in which nothing can be shown is looked at again."""
ANSWER_SECONDS_MAX = 20.0
"""A folder that takes longer is reported."""
BOX = QSize(1920, 1080)
"""No picture is held larger than this."""

_log = structlog.get_logger("display")


@QmlElement
@QmlUncreatable("made by the program")
class MediaPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """`address`: of the picture shown now, "" while there is none; `whenIdle`: only while nobody is called.

    `folder`: None where the hall has no pictures. `pictures`: to be the image provider `hall` of the engine. `watched`
    is told by QML: whether anybody could see them.
    """

    changed = Signal()
    addressChanged = Signal()
    watchedChanged = Signal()

    def __init__(
        self,
        folder: Path | None = None,
        *,
        when_idle: bool = False,
        seconds: float = 12.0,
        emblem: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._when_idle = when_idle
        self._seconds = seconds
        self._emblem_path = emblem
        self.pictures = Pictures()
        self._address, self._emblem, self._emblem_shape = "", "", 1.0
        self._playlist = Playlist()
        self._entry: Entry | None = None
        self._folder_fault = ""
        self._watched = False
        self._due = False
        self._loader: PictureLoader | None = None
        self._video: Video | None = None
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._next)
        self._answer = QTimer(self, singleShot=True, interval=round(ANSWER_SECONDS_MAX * 1000))
        self._answer.timeout.connect(lambda: _log.warning("media folder does not answer", folder=str(folder)))

    def start(self) -> None:
        """Begin; nothing is read before."""
        if self._folder is None and self._emblem_path is None:
            return
        self._loader = PictureLoader(self)
        self._loader.done.connect(self._on_done)
        if self._emblem_path is not None:
            self._loader.read(self._emblem_path, BOX)
        if self._folder is not None:
            self._list()

    def close(self) -> None:
        """Let go of the thread and the player."""
        self._wait.stop()
        self._answer.stop()
        if self._video is not None:
            self._video.stop()
        if self._loader is not None:
            self._loader.close()

    def _next(self) -> None:
        self._due = not self._watched and self._address != ""
        if not self._due:
            self._list()

    def _list(self) -> None:
        assert self._loader is not None and self._folder is not None  # noqa: PT018
        self._answer.start()
        self._loader.list(self._folder)

    def _on_done(self, result: Listing | Read) -> None:
        if isinstance(result, Listing):
            self._answer.stop()
            self._choose(result)
        elif result.path == self._emblem_path:
            self._take_emblem(result)
        else:
            self._answer.stop()
            self._take_picture(result)

    def _choose(self, listing: Listing) -> None:
        if listing.fault and listing.fault != self._folder_fault:
            _log.warning("media folder cannot be read", folder=str(self._folder), fault=listing.fault)
        self._folder_fault = listing.fault
        self._entry, found = self._playlist.next(listing.entries)
        for entry, fault in found:
            _log.warning("media file left out", file=entry.name, fault=fault)
        if self._entry is None:
            self._put(QImage())
            self._wait.start(round(AGAIN_SECONDS * 1000))
        elif self._entry.kind is Kind.VIDEO:
            self._play(self._entry)
        else:
            assert self._loader is not None
            self._answer.start()
            self._loader.read(self._path(self._entry), BOX)

    def _take_picture(self, read: Read) -> None:
        if read.fault:
            self._fail(read.fault)
            return
        self._put(read.image)
        self._wait.start(round(self._seconds * 1000))

    def _play(self, entry: Entry) -> None:
        if self._video is None:
            # Here, for a board that shows no video loads none of what can.
            from display.ui.video import Video

            self._video = Video(self)
            self._video.frame.connect(self._put)
            self._video.ended.connect(self._on_video_ended)
        self._video.play(self._path(entry), running=self._watched or self._address == "")

    def _on_video_ended(self, fault: str) -> None:
        if fault:
            self._fail(fault)
        else:
            self._next()

    def _fail(self, fault: str) -> None:
        """On to the next one: each failure leaves one file fewer, so this comes to an end."""
        assert self._entry is not None
        _log.warning("media file left out", file=self._entry.name, fault=fault)
        self._playlist.failed(self._entry)
        self._list()

    def _take_emblem(self, read: Read) -> None:
        if read.fault:
            _log.warning("emblem cannot be shown", file=str(read.path), fault=read.fault)
        self._emblem = self.pictures.put("emblem", read.image)
        self._emblem_shape = read.image.width() / max(1, read.image.height())
        self.changed.emit()

    def _put(self, image: QImage) -> None:
        before, self._address = self._address, self.pictures.put("media", image)
        self.addressChanged.emit()
        if (before == "") != (self._address == ""):
            self.changed.emit()

    def _path(self, entry: Entry) -> Path:
        assert self._folder is not None
        return self._folder / entry.name

    def _get_watched(self) -> bool:
        return self._watched

    def _set_watched(self, watched: bool) -> None:
        if watched == self._watched:
            return
        self._watched = watched
        if self._video is not None:
            self._video.set_running(watched)
        self.watchedChanged.emit()
        if watched and self._due:
            self._next()

    address = Property(str, lambda self: self._address, notify=addressChanged)
    ready = Property(bool, lambda self: self._address != "", notify=changed)
    whenIdle = Property(bool, lambda self: self._when_idle, constant=True)
    emblem = Property(str, lambda self: self._emblem, notify=changed)
    emblemShape = Property(float, lambda self: self._emblem_shape, notify=changed)
    watched = Property(bool, _get_watched, _set_watched, notify=watchedChanged)
