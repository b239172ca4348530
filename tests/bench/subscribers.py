"""Many wallboards as one process: they take what the feed says and do nothing with it.

python -m tests.bench.subscribers URL KEY_FILE COUNT        says {"ready": COUNT}, stays until it is ended
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import msgspec
from websockets.asyncio.client import connect

from hall_link.feed import DisplayView, Hello

OPEN_SECONDS_MAX = 30.0


async def _listen(url: str, key: str, number: int, ready: asyncio.Queue[int]) -> None:
    headers = {"Authorization": f"Bearer {key}", "Hall-Device": f"screen-{number}"}
    feed = url.replace("http", "ws", 1) + "/feed"
    async with connect(feed, additional_headers=headers, open_timeout=OPEN_SECONDS_MAX, proxy=None) as socket:
        await socket.send(msgspec.json.encode(Hello(DisplayView())).decode())
        await socket.recv()
        ready.put_nowait(number)
        async for _ in socket:
            pass


async def _run(url: str, key: str, count: int) -> None:
    ready: asyncio.Queue[int] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for number in range(count):
            group.create_task(_listen(url, key, number, ready))
        async with asyncio.timeout(OPEN_SECONDS_MAX):
            for _ in range(count):
                await ready.get()
        print(json.dumps({"ready": count}), flush=True)


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1], Path(sys.argv[2]).read_text("ascii").strip(), int(sys.argv[3])))
