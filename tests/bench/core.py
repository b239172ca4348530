"""The server: what a number costs, how soon every screen has a call, how soon it is back, what it holds in memory.

    issue_p50                  one client's wait for a number / (a bare durable commit + a bare Starlette echo)
    issue_throughput_64        numbers a second at 64 clients / the echo's requests a second
    issue_p50_with_history     the same wait in a hall with a long past / in one without
    call_to_last_of_200_p99    from the press of "next" to the last of 200 screens that has the call
    restart                    from the sudden end of the process to the next answered command
    rss_*                      memory of the real programs
    load_generator_ceiling     requests a second of the load generator at a server that does nothing

Real processes, the real database file, everything on. Floors are measured in the same rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench import calling, issuing
from tests.bench.figures import HEADING, Figure, Target, percentile, row
from tests.bench.memory import Held, held_by, held_by_screens
from tests.bench.premises import Premises, tell
from tests.bench.record import Size
from tests.bench.restarting import restart_seconds
from tests.e2e.server_process import ServerProcess

TARGETS: Mapping[str, Target] = {
    "issue_p50": Target("ratio", "at most", 2.0),
    "issue_throughput_64": Target("ratio", "at least", 0.5),
    "issue_p50_with_history": Target("ratio", "at most", 1.2),
    "call_to_last_of_200_p99": Target("value", "at most", 50.0),
    "restart": Target("value", "at most", 2.0),
}
FIELDS = ["HT", "CT", "DD", "CTR", "HKD", "BH"]
FIELD_OF = {2: "HT", 3: "CT", 4: "CTR", 5: "DD", 7: "HKD", 8: "BH"}
"""Counters of the example hall, and a field that each serves."""
SCREENS = 200
RESTARTS = 5
TICKETS_ON_PAPER = 5
SCRATCH = Path(__file__).resolve().parents[2] / ".hall"
"""On the disk that a hall's record would be on; the system's folder for temporary files may be memory."""

Say = Callable[[Figure], None]


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    progress = tell(time.monotonic())
    if not options.json:
        print(HEADING)

    def say(figure: Figure) -> None:
        print(figure.line() if options.json else row(figure, TARGETS), flush=True)

    with _halls(options, progress) as (old, new, lived_in):
        with old.server() as server:
            say(Figure("restart", median(restart_seconds(server, FIELDS) for _ in range(RESTARTS)), "s"))
        with old.server() as old_server, new.server() as new_server:
            _open_counters(new_server, [plan.counter_id for plan in new.document().counters])
            progress("issuing")
            _issue(old_server, new_server, new.folder, options.seconds, say)
            progress("calling")
            _call(new_server, options.presses, say)
            _say_memory("server", held_by(old_server.pid), say)
        progress("memory of the screens")
        with lived_in.server() as server:
            screens = asyncio.run(held_by_screens(server, lived_in.folder / "screens", FIELD_OF, TICKETS_ON_PAPER))
        for name, held in screens.items():
            _say_memory(name, held, say)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hall bench core", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--history", type=int, default=1_000_000, metavar="N", help="tickets of the past (%(default)s)")
    parser.add_argument("--today", type=int, default=10_000, metavar="N", help="tickets of today (%(default)s)")
    parser.add_argument("--seconds", type=float, default=20.0, help="of each measurement of issuing (%(default)s)")
    parser.add_argument("--presses", type=int, default=300, metavar="N", help="of next (%(default)s)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the made record there, use it again next time")
    return parser


@contextmanager
def _halls(options: argparse.Namespace, progress: Callable[[str], None]) -> Iterator[tuple[Premises, ...]]:
    """A hall with a past, one without, and one for a few people at real screens. What is measured is a copy, so that a
    kept record stays what it was."""
    SCRATCH.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=SCRATCH) as scratch:
        made = Premises(options.keep or Path(scratch) / "made")
        entries = made.make(Size(options.history, options.today), progress)
        progress(f"a record of {made.database.stat().st_size / 2**20:.0f} MB; {entries} entries of today, chain intact")
        old = Premises(Path(scratch) / "old")
        old.database.parent.mkdir(mode=0o700)
        shutil.copyfile(made.database, old.database)
        yield old, Premises(Path(scratch) / "new"), Premises(Path(scratch) / "lived-in")


def _open_counters(server: ServerProcess, counters: list[int]) -> None:
    """As they are in the hall with a past, so that the past is all that differs."""
    asker = issuing.Asker(server.port, server.key, FIELDS)
    for counter_id in counters:
        asker.open_counter(counter_id)
    asker.close()


def _issue(old: ServerProcess, new: ServerProcess, folder: Path, seconds: float, say: Say) -> None:
    with issuing.echo("starlette", FIELDS) as (echo, echo_port), issuing.bare_commits(folder) as commit:
        in_old = issuing.Asker(old.port, old.key, FIELDS)
        in_new = issuing.Asker(new.port, new.key, FIELDS)
        parties = {"new": in_new.issue, "old": in_old.issue, "echo": echo.issue, "commit": commit}
        taken = issuing.milliseconds(parties, seconds)
        p50 = {name: percentile(times, 50) for name, times in taken.items()}
        for asker in (in_old, in_new):
            asker.close()
        say(Figure("issue_p50", p50["new"], "ms", p50["commit"] + p50["echo"]))
        say(Figure("issue_p50_with_history", p50["old"], "ms", p50["new"]))
        say(Figure("issue_p99", percentile(taken["new"], 99), "ms"))
        say(Figure("floor_commit_p50", p50["commit"], "ms"))
        say(Figure("floor_echo_p50", p50["echo"], "ms"))
        ports = {"new": (new.port, new.key), "echo": (echo_port, issuing.ECHO_KEY)}
        rate = issuing.requests_a_second(ports, FIELDS, seconds / 2)
        say(Figure("issue_throughput_64", rate["new"], "requests/s", rate["echo"]))
    with issuing.echo("bare", FIELDS) as (_, bare_port):
        rate = issuing.requests_a_second({"bare": (bare_port, issuing.ECHO_KEY)}, FIELDS, seconds / 4)
        say(Figure("load_generator_ceiling", rate["bare"], "requests/s"))


def _call(server: ServerProcess, presses: int, say: Say) -> None:
    taken = calling.press_to_last_ms(server.port, server.key, FIELD_OF, screens=SCREENS, presses=presses)
    say(Figure(f"call_to_last_of_{SCREENS}_p50", percentile(taken, 50), "ms"))
    say(Figure(f"call_to_last_of_{SCREENS}_p99", percentile(taken, 99), "ms"))


def _say_memory(name: str, held: Held, say: Say) -> None:
    say(Figure(f"rss_{name}", held.rss, "MB"))
    say(Figure(f"pss_{name}", held.pss, "MB"))
