"""How long to wait before trying again: doubling from a quarter of a second to five, spread so that a hall's devices,
which all lost the same server at the same moment, do not all come back in the same one."""

from __future__ import annotations

BACKOFF_SECONDS_MIN = 0.25
BACKOFF_SECONDS_MAX = 5.0


def backoff_seconds(failures: int, jitter: float) -> float:
    """The pause after `failures` (from 1) failures in a row; `jitter` in [0, 1) chooses between half of it and the
    whole.
    """
    assert failures >= 1
    whole = min(BACKOFF_SECONDS_MAX, BACKOFF_SECONDS_MIN * 2.0 ** min(failures - 1, 10))
    return whole * (0.5 + 0.5 * jitter)
