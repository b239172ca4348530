"""Plays in a browser what another board plays on a sound device: the page is told of a sound, and tells how it ended.

The page fetches the sound by its name, which is the hash of its content, so the same sentence is fetched once in the
life of a television. A page that says nothing any more is given up after the known length of the sound, as any player
is. Until it has said that it may be heard, it may not: a browser keeps silent before somebody touched its screen.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer

from display.voice.playing import Ending, SoundPlayer
from hall_link.board_voice import Able, FromPage, Play

PAGE_MARGIN_SECONDS = 6.0
"""How much longer than its length a sound may take: the page gives up before, after 3 s of fetching and 2 s at the end.
"""
SOUNDS_KEPT_MAX = 256
"""About 200 KB each: 50 MB at most; the one not played for longest goes first."""
_NAME_DIGITS = 32

_log = structlog.get_logger("display")


class PagePlayer(SoundPlayer):
    """See `SoundPlayer`. `tell` takes what the page is to be told; sounds are left in `folder`."""

    def __init__(self, folder: Path, tell: Callable[[Play], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tell = tell
        self._kept: OrderedDict[str, None] = OrderedDict()
        self._able = False
        self._volume = 1.0
        self._number = 0
        self._playing = False
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._on_overdue)

    @property
    def can_be_heard(self) -> bool:
        return self._able

    def play(self, path: Path, seconds: float) -> None:
        if self._playing:
            raise AssertionError("two announcements at once")
        self._playing = True
        self._number += 1
        self._watchdog.start(round((seconds + PAGE_MARGIN_SECONDS) * 1000))
        try:
            sound = self._keep(path)
        except OSError as error:
            _log.warning("sound not kept", detail=str(error))
            self._end(Ending.FAILED)
            return
        self._tell(Play(self._number, sound, seconds, self._volume))

    def set_volume(self, volume: float) -> None:
        self._volume = volume

    def stop(self) -> None:
        self._playing = False
        self._watchdog.stop()

    def heard(self, told: FromPage) -> None:
        """What the page says. Of a sound that was given up before, nothing more is to be learnt."""
        if isinstance(told, Able):
            self._able = told.able
        elif told.number == self._number:
            self._end(Ending.PLAYED if told.heard else Ending.FAILED)

    def _keep(self, path: Path) -> str:
        """The name under which the page finds this sound."""
        name = f"{hashlib.sha256(path.read_bytes()).hexdigest()[:_NAME_DIGITS]}.wav"
        if name not in self._kept:
            part = self._folder / f"{name}.part"
            shutil.copyfile(path, part)
            part.replace(self._folder / name)
        self._kept[name] = None
        self._kept.move_to_end(name)
        while len(self._kept) > SOUNDS_KEPT_MAX:
            oldest, _ = self._kept.popitem(last=False)
            (self._folder / oldest).unlink(missing_ok=True)
        return name

    def _on_overdue(self) -> None:
        _log.warning("page overdue", sound=self._number)
        self._end(Ending.OVERDUE)

    def _end(self, ending: Ending) -> None:
        if not self._playing:
            return
        self._playing = False
        self._watchdog.stop()
        # Later: `ended` never comes from inside `play`.
        QTimer.singleShot(0, self, lambda: self.ended.emit(ending))
