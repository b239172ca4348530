"""The two clocks a printer's thread lives by, handed in so that tests can bring their own."""

import time
from collections.abc import Callable
from typing import NamedTuple


class Clocks(NamedTuple):
    """steady: seconds that never run backwards. wall: seconds that mean the same after a restart."""

    steady: Callable[[], float]
    wall: Callable[[], float]


CLOCKS = Clocks(time.monotonic, time.time)
"""The machine's own."""
