"""`hall server board`: a code from the running server, or why there is none, in words."""

from __future__ import annotations

import asyncio
import socket

import pytest

from hall_server.board.admission import AskedInvitation, MadeInvitation
from hall_server.board.asking import NoCode, ask_for_code, how_to
from tests.unit.hall_server.web.running import KEY, RunningHall


async def test_a_code_is_asked_for_and_works(hall: RunningHall) -> None:
    await hall.begin_day()
    asked = AskedInvitation("tv-1", "main", "theme=day")
    made = await asyncio.to_thread(ask_for_code, asked, KEY, hall.server.port)
    assert (await hall.http.post("/board/join", json={"code": made.code})).json()["look"] == "theme=day"


async def test_a_refusal_is_told_in_both_languages(hall: RunningHall) -> None:
    await hall.begin_day()
    with pytest.raises(NoCode, match=r"Không có khu vực attic.*There is no zone attic"):
        await asyncio.to_thread(ask_for_code, AskedInvitation("tv-1", "attic"), KEY, hall.server.port)
    with pytest.raises(NoCode, match="not allowed in"):
        await asyncio.to_thread(ask_for_code, AskedInvitation("tv-1"), KEY + "x", hall.server.port)


def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(NoCode, match=f"Không gọi được máy chủ ở cổng {port}"):
            ask_for_code(AskedInvitation("tv-1"), KEY, port)


def test_what_to_do_with_a_code_stands_there_for_people() -> None:
    told = how_to(MadeInvitation("48291357", 900), 8470)
    assert "    4829 1357" in told.splitlines()
    assert ":8470/board/#48291357" in told
    assert "15 phút" in told
