"""`hall demo`: a whole hall on this machine, to see and to touch, or without a screen to prove that it works."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from demo.outcome import Summary
from demo.play import play
from demo.scene import Scene, SceneError

HEADLESS_SECONDS = 60.0
FOREVER_SECONDS = 365 * 24 * 3600.0


def main(arguments: Sequence[str] | None = None) -> int:
    """0 only if every ticket was printed, every call shown and spoken, and nothing went wrong."""
    options = _parser().parse_args(arguments)
    headless = options.headless or not _has_screen()
    seconds = options.seconds or (HEADLESS_SECONDS if headless else FOREVER_SECONDS)
    out = (options.out or Path(tempfile.mkdtemp(prefix="hall-demo-"))).resolve()
    out.mkdir(parents=True, exist_ok=True)
    say("Không có màn hình: các chương trình chạy ngầm." if headless else "Bấm Ctrl-C để dừng.")
    try:
        summary, errors = asyncio.run(_run(headless, seconds, out, options.seed))
    except SceneError as trouble:
        say(f"LỖI  {trouble}")
        return 1
    for error in errors:
        say(f"LỖI  {error}")
    say(msgspec.json.encode(summary).decode())
    say(f"Kết quả: {out}")
    return 0 if summary.as_it_should_be else 1


async def _run(headless: bool, seconds: float, out: Path, seed: int) -> tuple[Summary, list[str]]:
    interrupted = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, interrupted.set)
    with tempfile.TemporaryDirectory(prefix="hall-demo-") as folder:
        scene = Scene(Path(folder), out, headless, say)
        summary = await play(scene, seconds=seconds, seed=seed, interrupted=interrupted)
        errors = [f"{program.name}: {error}" for program in scene.programs.values() for error in program.errors]
        return summary, errors


def say(line: str) -> None:
    print(line, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hall demo", description=__doc__)
    parser.add_argument("--headless", action="store_true", help="without windows (by itself where there is no screen)")
    parser.add_argument("--seconds", type=float, help="how long people come; without a screen 60")
    parser.add_argument("--out", type=Path, help="folder for summary, tickets, pictures, announcements, logs")
    parser.add_argument("--seed", type=int, default=1, help="of the dice that the people throw")
    return parser


def _has_screen() -> bool:
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
