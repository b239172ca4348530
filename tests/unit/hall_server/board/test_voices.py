"""Between a page and its voice: whose voice it is, both ways, one for each board, and gone with the page."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from hall_server.board.voices import VOICES_MAX
from hall_server.web.auth import Keys
from tests.unit.hall_server.web.running import BOARD_KEY, KEY, PATIENCE_SECONDS, RunningHall

KEYS = Keys(KEY, BOARD_KEY)
START_SECONDS_MAX = 20.0


def voice_of(hall: RunningHall, device: str = "tv-1") -> connect:
    return hall.socket("/board/voice", Authorization="", Cookie=f"hall-board={KEYS.board_pass(device, 'main')}")


async def told(socket: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), START_SECONDS_MAX))
    return message


async def farewell(socket: ClientConnection) -> str:
    """The code with which the server ends it."""
    async with asyncio.timeout(START_SECONDS_MAX):
        while "error" not in (message := json.loads(await socket.recv())):
            pass
    code: str = message["error"]["code"]
    with pytest.raises(ConnectionClosed):
        await asyncio.wait_for(socket.recv(), PATIENCE_SECONDS)
    return code


async def test_a_voice_knows_whose_it_is_and_both_hear_each_other(hall: RunningHall) -> None:
    async with voice_of(hall) as page:
        who = await told(page)
        assert (who["DEVICE"], who["ZONE"], who["settings"]) == ("tv-1", "main", "")
        assert who["key"] == KEYS.board_pass("tv-1", "main")
        assert who["SERVER_URL"] == f"http://127.0.0.1:{hall.server.port}"
        for message in ({"voice": "able", "able": True}, {"voice": "ended", "number": 7, "heard": False}):
            await page.send(json.dumps(message))
            assert await told(page) == message


@pytest.mark.parametrize(
    "said", ["", "{", "[]", '{"voice": "play"}', '{"voice": "ended", "number": -1, "heard": true}']
)
async def test_a_page_that_cannot_be_understood_is_told_so(hall: RunningHall, said: str) -> None:
    async with voice_of(hall) as page:
        await page.send(said)
        assert await farewell(page) == "voice_not_understood"


async def test_a_voice_that_ends_is_a_voice_lost(hall: RunningHall) -> None:
    async with voice_of(hall) as page:
        await page.send('{"voice": "ended", "number": 0, "heard": true}')
        assert await farewell(page) == "voice_lost"


async def test_a_second_page_of_the_same_board_takes_its_voice(hall: RunningHall) -> None:
    async with voice_of(hall) as first, voice_of(hall) as second:
        assert await farewell(first) == "voice_taken"
        assert (await told(second))["DEVICE"] == "tv-1"


async def test_there_are_only_so_many_voices(hall: RunningHall) -> None:
    async with asyncio.TaskGroup() as group:
        sockets = [group.create_task(_opened(voice_of(hall, f"tv-{number}"))) for number in range(VOICES_MAX)]
    async with voice_of(hall, "tv-more") as page:
        assert await farewell(page) == "voices_full"
    for socket in sockets:
        await socket.result().close()


async def _opened(socket: connect) -> ClientConnection:
    opened = await socket
    await told(opened)
    return opened


async def test_without_a_pass_there_is_no_voice(hall: RunningHall) -> None:
    async with hall.socket("/board/voice") as page:
        assert await farewell(page) == "unauthorized"


async def test_a_stopping_server_says_farewell(hall: RunningHall) -> None:
    async with voice_of(hall) as page:
        await told(page)
        hall.doors.close()
        assert await farewell(page) == "stopping"
    async with voice_of(hall) as page:
        assert await farewell(page) == "stopping"


async def test_a_sound_is_given_to_its_own_board_and_kept_for_ever(hall: RunningHall) -> None:
    name = "0123456789abcdef0123456789abcdef.wav"
    async with voice_of(hall) as page:
        who = await told(page)
        sounds = Path(who["VOICE_SOUNDS"])
        (sounds / name).write_bytes(b"RIFF")
        own = {"Authorization": f"Bearer {KEYS.board_pass('tv-1', 'main')}"}
        response = await hall.http.get(f"/board/sounds/{name}", headers=own)
        assert (response.status_code, response.content) == (200, b"RIFF")
        assert "immutable" in response.headers["cache-control"]
        other = {"Authorization": f"Bearer {KEYS.board_pass('tv-2', 'main')}"}
        assert (await hall.http.get(f"/board/sounds/{name}", headers=other)).status_code == 404
        assert (await hall.http.get(f"/board/sounds/{name}")).status_code == 401
        for none in ("pass", "..%2fpass", "0" * 32 + ".wav", "x.wav"):
            assert (await hall.http.get(f"/board/sounds/{none}", headers=own)).status_code == 404
        assert (sounds / "pass").stat().st_mode & 0o077 == 0
