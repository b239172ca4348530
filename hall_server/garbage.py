"""When the server looks for garbage in cycles: not while it starts, and seldom afterwards.

Python's full collection looks at every object there is. With a busy day in memory that takes tens of milliseconds in
which nobody is served, and during the start, when everything that is read will stay, a quarter of the time. What was
read at the start is therefore left out for good, and what comes later is looked at in larger portions. Nearly all of
the server's garbage is in no cycle and goes at once, whatever is set here.
"""

from __future__ import annotations

import gc

YOUNG_OBJECTS = 10_000
"""New objects that bring on a look at the youngest; well under a millisecond."""
PASSES = 10
"""Looks at one generation that bring on one at the next."""


def starting() -> None:
    """From now on no collections."""
    gc.disable()


def started() -> None:
    """What is there now stays."""
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, PASSES, PASSES)
    gc.enable()
