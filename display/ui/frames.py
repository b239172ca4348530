"""Knows when something was really drawn: "shown" is reported for a frame on the screen, not for a value in a model.

After a binding has changed, the frame that is swapped next may have been built before it, when rendering runs in a
thread of its own; the one after that was not. So a call counts as shown with the second frame after it was bound; a
window that draws nothing, because it is hidden or has no screen, shows nothing.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtQuick import QQuickWindow

FRAMES_UNTIL_DRAWN = 2


class FrameWitness(QObject):
    """Watches one window. `drawn` carries an id when something bound under it has been on the screen."""

    drawn = Signal(str)

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._frames_left: dict[str, int] = {}
        window.frameSwapped.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)

    def expect(self, bound: frozenset[str]) -> None:
        """From now on the window is bound to show these, and only these."""
        self._frames_left = {one: self._frames_left.get(one, FRAMES_UNTIL_DRAWN) for one in bound}
        self._window.update()

    def _on_frame(self) -> None:
        waiting = [one for one, frames in self._frames_left.items() if frames > 0]
        for one in waiting:
            self._frames_left[one] -= 1
            if self._frames_left[one] == 0:
                self.drawn.emit(one)
        if any(frames > 0 for frames in self._frames_left.values()):
            self._window.update()
