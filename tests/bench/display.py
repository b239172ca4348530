"""The wallboard and its voice: how soon a call is heard, and what the voice does when too many come at once.

    call_to_audio_p50, _p99    from the press of "next" to the first sound, with the board as the only subscriber
    call_to_audio_p99_200      the same among 200 subscribers
    overload_staleness_max     40 counters call within 10 s: the oldest call that is still spoken
    words_per_minute           of Vietnamese sentences as they are heard
    call_to_frame_p50, _p99    from the press of "next" to the frame that has the call, as the only subscriber
    call_to_frame_p99_200      the same among 200 subscribers
    frames_per_second          at 1920 x 1080 without a GPU, while the badge of a new call breathes
    cpu_share                  of one core meanwhile; _at_rest: when nothing moves
    rss                        MB after a simulated week of calls; rss_growth_in_a_week: since its first evening

Real processes, a real feed, the real voice. Floors are measured in the same run.
"""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Callable, Mapping, Sequence

from hall_link import logs
from tests.bench import showing, speaking
from tests.bench.figures import HEADING, Figure, Target, row

TARGETS: Mapping[str, Target] = {
    "call_to_audio_p99": Target("value", "at most", 300.0),
    "call_to_audio_p99_200": Target("value", "at most", 300.0),
    "overload_staleness_max": Target("value", "at most", 120.0),
    "frames_per_second": Target("value", "at least", 60.0),
    "cpu_share": Target("value", "at most", 0.15),
    "rss_growth_in_a_week": Target("value", "at most", 5.0),
}
PARTS: Mapping[str, Callable[[int, Callable[[Figure], None]], None]] = {
    "voice": speaking.measure,
    "board": showing.measure,
}


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    logs.set_up(libraries=logging.ERROR)
    if not options.json:
        print(HEADING)

    def say(figure: Figure) -> None:
        print(figure.line() if options.json else row(figure, TARGETS), flush=True)

    for part in options.parts or PARTS:
        PARTS[part](options.presses, say)
    return 0


def _parser() -> argparse.ArgumentParser:
    summary = __doc__.partition("\n")[0] if __doc__ else ""
    parser = argparse.ArgumentParser(prog="hall bench display", description=summary)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="which parts; all of them without")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--presses", type=int, default=200, metavar="N", help="of next (%(default)s)")
    return parser
