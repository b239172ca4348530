"""Memory as the kernel tells it."""

from __future__ import annotations

import os

from tests.bench.memory import held_by, parse_rollup

ROLLUP = """55d0c0a00000-7ffd1b7f3000 ---p 00000000 00:00 0                          [rollup]
Rss:               40960 kB
Pss:               20480 kB
Pss_Dirty:          1024 kB
"""


def test_sizes_are_read_in_mb() -> None:
    assert parse_rollup(ROLLUP) == (40.0, 20.0)


def test_this_process_holds_something() -> None:
    held = held_by(os.getpid())
    assert 0 < held.pss <= held.rss
