"""How the parts of a wallboard belong together: one place where every signal finds its slot.

link -> presenter -> window, for the eye; link -> announcer -> speaker, for the ear; frames and speaker -> facts ->
link.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow

from display.facts import Facts
from display.hearing import hear
from display.herald import Herald
from display.occasions import Occasions
from display.speaker import Speaker
from display.ui.frames import FrameWitness
from display.ui.wallboard import WallboardPresenter
from hall_link.qt.link import HallLink
from hall_link.rows import CallRow


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
        self._speaker = speaker
        self._now = now
        self._facts = Facts(link)
        self._witness = FrameWitness(window, self)
        self._witness.drawn.connect(self._facts.drawn)
        presenter.visibleChanged.connect(self._witness.expect)
        link.changed.connect(self._on_rows)
        link.liveChanged.connect(presenter.refresh)
        self._herald: Herald | None = None
        if speaker is not None and occasions is not None:
            self._herald = Herald(link, speaker, occasions, now, self)
        if speaker is not None:
            speaker.reported.connect(self._facts.announced)
            speaker.captionChanged.connect(presenter.say)
            speaker.troubleChanged.connect(presenter.set_trouble)

    def start(self) -> None:
        """Begin; the window is there."""
        self._presenter.start()
        self._link.start()
        if self._herald is not None:
            self._herald.start()

    def close(self) -> None:
        """Be silent, let go of the hall."""
        if self._herald is not None:
            self._herald.stop()
        if self._speaker is not None:
            self._speaker.close()
        self._link.stop()

    def _on_rows(self, keys: list[str]) -> None:
        self._presenter.rows_changed()
        if self._speaker is None or not any(key.startswith("call/") for key in keys):
            return
        hear(self._speaker.announcer, self._link.mirror.all(CallRow), self._link.now_ms(), self._now())
        self._speaker.proceed()
