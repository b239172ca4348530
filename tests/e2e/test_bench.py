"""The core bench runs from end to end at a tiny size and says what it promises, whatever the machine's speed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.bench.core import TARGETS

SECONDS_MAX = 150
EXPECTED = {
    *TARGETS,
    *("issue_p99", "floor_commit_p50", "floor_echo_p50", "load_generator_ceiling", "call_to_last_of_200_p50"),
    *("rss_server", "rss_kiosk", "rss_display", "pss_server", "pss_kiosk", "pss_display"),
}
RATIOS = {name for name, target in TARGETS.items() if target.of == "ratio"}


@pytest.mark.e2e
def test_the_core_bench_says_each_figure_once_in_one_shape() -> None:
    tiny = ["--history", "200", "--today", "50", "--seconds", "0.2", "--presses", "12"]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.bench", "core", "--json", *tiny],
        check=False,
        capture_output=True,
        timeout=SECONDS_MAX,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert all(list(line) == ["name", "value", "unit", "floor", "ratio"] for line in lines)
    names = [line["name"] for line in lines]
    assert len(names) == len(set(names))
    assert set(names) >= EXPECTED
    assert all(line["value"] > 0 for line in lines)
    assert {line["name"] for line in lines if line["ratio"] is not None} == RATIOS
