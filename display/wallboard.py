"""How the parts of a wallboard belong together: one place where every signal finds its slot.

link -> presenter -> window, for the eye; link -> announcer -> speaker, for the ear (`display.ear`); frames and speaker
-> facts -> link.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow

from display.ear import Ear
from display.facts import Facts
from display.occasions import Occasions
from display.speaker import Speaker
from display.ui.frames import FrameWitness
from display.ui.wallboard import WallboardPresenter
from hall_link.qt.link import HallLink


class Wallboard(QObject):
    """Holds the connections; `now` is the monotonic clock of the speaker, in seconds; `occasions`: what the hall says
    by itself, None for a board that only calls."""

    def __init__(
        self,
        link: HallLink,
        presenter: WallboardPresenter,
        window: QQuickWindow,
        speaker: Speaker | None,
        now: Callable[[], float],
        occasions: Occasions | None = None,
    ) -> None:
        super().__init__()
        self._link = link
        self._presenter = presenter
        self._facts = Facts(link)
        self._witness = FrameWitness(window, self)
        self._witness.drawn.connect(self._facts.drawn)
        presenter.visibleChanged.connect(self._witness.expect)
        link.changed.connect(lambda _: presenter.rows_changed())
        link.liveChanged.connect(presenter.refresh)
        self._ear: Ear | None = None
        if speaker is not None:
            self._ear = Ear(link, speaker, self._facts, now, occasions, self)
            speaker.captionChanged.connect(presenter.say)
            speaker.troubleChanged.connect(presenter.set_trouble)

    def start(self) -> None:
        """Begin; the window is there."""
        self._presenter.start()
        self._link.start()
        if self._ear is not None:
            self._ear.start()

    def close(self) -> None:
        """Be silent, let go of the hall."""
        if self._ear is not None:
            self._ear.close()
        self._link.stop()
