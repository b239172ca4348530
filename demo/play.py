"""The play: open the hall, let people come and be served, take pictures, close, and say what it came to."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import time
from collections.abc import Callable
from random import Random

import msgspec

from demo import people
from demo.album import Album
from demo.narrator import narrate
from demo.observer import Observer
from demo.outcome import Summary, summarise
from demo.scene import COUNTERS, Scene
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, CallRow, TicketRow
from hall_link.settings import read_key

SETTLE_SECONDS_MAX = 90.0
"""After the last citizen: for the last ticket to be printed and the last call to be spoken."""
PICTURE_SECONDS = 10.0


async def play(scene: Scene, *, seconds: float, seed: int, interrupted: asyncio.Event) -> Summary:
    """Play for `seconds` (or until `interrupted`), then let everything come to rest; leaves everything in
    `scene.out`."""
    began = time.monotonic()
    try:
        await scene.open()
        observer = Observer(scene.server_url, read_key(str(scene.key_file)), _narrator(scene.say))
        following = asyncio.create_task(observer.follow())
        album = Album(scene.out / "pictures")
        await _serve_people(scene, observer, album, Random(seed), seconds, interrupted)
        await _take_pictures(scene, album, "end")
        following.cancel()
    finally:
        await scene.close()
    if not following.cancelled():
        with contextlib.suppress(asyncio.CancelledError):
            await following
    errors = sum(len(program.errors) for program in scene.programs.values())
    summary = summarise(observer.tickets(), observer.calls(), errors, time.monotonic() - began)
    (scene.out / "summary.json").write_bytes(msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n")
    return summary


async def _serve_people(
    scene: Scene, observer: Observer, album: Album, dice: Random, seconds: float, interrupted: asyncio.Event
) -> None:
    closing, pace = asyncio.Event(), people.Pace()
    if not await observer.until(lambda mirror: mirror.hall is not None, SETTLE_SECONDS_MAX):
        raise TimeoutError("the staff's feed shows no hall")
    roles = [people.citizens(scene.programs["kiosk-1"], observer, album, dice, pace, closing)]
    roles += [
        people.officer(scene.programs[f"counter-{number}"], number, observer, dice, pace, closing)
        for number in COUNTERS
    ]
    at_work = asyncio.gather(*roles, _photographer(scene, album, closing))
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(interrupted.wait(), seconds)
    scene.say("Hết giờ: không nhận thêm người, chờ việc đang làm xong.")
    closing.set()
    await at_work
    if not await observer.until(_at_rest, SETTLE_SECONDS_MAX):
        scene.say("Chưa in hoặc chưa đọc hết trong thời gian cho phép.")


def _at_rest(mirror: Mirror) -> bool:
    return all(ticket.printed != "pending" for ticket in mirror.all(TicketRow)) and all(
        call.shown_at is not None and call.spoken != "pending" for call in mirror.all(CallRow)
    )


async def _photographer(scene: Scene, album: Album, closing: asyncio.Event) -> None:
    """A picture of each screen now and then."""
    number = 0
    while not closing.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(closing.wait(), PICTURE_SECONDS)
        number += 1
        await _take_pictures(scene, album, f"{number:02d}")


async def _take_pictures(scene: Scene, album: Album, moment: str) -> None:
    screens = [program for name, program in scene.programs.items() if name not in {"server", "printer"}]
    await asyncio.gather(*(album.take(program, moment) for program in screens))


def _narrator(say: Callable[[str], None]) -> Callable[[AnyRow | None, AnyRow], None]:
    """Tells what changes after the first snapshot."""
    begun = False

    def tell(before: AnyRow | None, row: AnyRow) -> None:
        nonlocal begun
        begun = begun or before is not None or isinstance(row, TicketRow)
        if begun:
            for line in narrate(before, row, datetime.datetime.now().astimezone()):
                say(line)

    return tell
