"""What the speaker needs of a player, so that one without a sound device, or one of a test, can stand in."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal


class Ending(Enum):
    """How a sound came to its end."""

    PLAYED = "played"
    FAILED = "failed"
    OVERDUE = "overdue"


class SoundPlayer(QObject):
    """Plays one WAV file at a time. `ended` carries an `Ending`, exactly once for each `play`, never from inside it."""

    ended = Signal(object)

    @property
    def can_be_heard(self) -> bool:
        """Whether there is a sound device now."""
        raise NotImplementedError

    def play(self, path: Path, seconds: float) -> None:
        """Begin a sound of known length; a second one before the first has ended is a mistake of the caller."""
        raise NotImplementedError

    def set_volume(self, volume: float) -> None:
        """From 0 to 1, from the next sound on. A player without a device has none to set."""

    def stop(self) -> None:
        """Be silent; no `ended` follows."""
        raise NotImplementedError
