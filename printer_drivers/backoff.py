"""How long to wait before a broken line is opened again: doubling, bounded, and at once again after a success."""

REOPEN_SECONDS_MIN = 0.25
REOPEN_SECONDS_MAX = 4.0


class Backoff:
    """The pause grows from REOPEN_SECONDS_MIN to REOPEN_SECONDS_MAX."""

    def __init__(self) -> None:
        self._seconds = REOPEN_SECONDS_MIN

    def next_pause(self) -> float:
        """Seconds to wait after this failure."""
        seconds = self._seconds
        self._seconds = min(REOPEN_SECONDS_MAX, 2 * seconds)
        return seconds

    def succeeded(self) -> None:
        """The line opened."""
        self._seconds = REOPEN_SECONDS_MIN
