"""The feed over TCP: live rows, resume, a socket nobody reads, silence at the door, and a graceful stop."""

from __future__ import annotations

import asyncio
import socket as sockets
import time
from itertools import cycle

import msgspec
import pytest
from websockets.exceptions import ConnectionClosed

from hall_link.feed import (
    AnyFrame,
    AnyView,
    Beat,
    CounterView,
    DisplayView,
    Farewell,
    Hello,
    KioskView,
    Resume,
    Snapshot,
    StaffView,
    Updates,
)
from hall_link.rows import TicketRow
from hall_server.domain import commands as c
from hall_server.domain.model import HallDocument, Procedure
from hall_server.domain.words import Words
from hall_server.service.ports import StorageOutage
from hall_server.web import feed, server, socket
from hall_server.web.feed import Subscriber
from tests.halls import document
from tests.unit.hall_server.web.running import DEVICE, KEY, RunningHall, heard


async def test_a_screen_sees_what_is_and_then_what_happens(hall: RunningHall) -> None:
    await hall.begin_day(1)
    async with hall.watch(CounterView(1)) as screen:
        first = await heard(screen)
        assert isinstance(first, Snapshot)
        assert (first.seq, first.mark) == (3, hall.journal.position.mark)
        await hall.post("issue_ticket", {"field_id": "HT"})
        update = await heard(screen)
        assert isinstance(update, Updates)
        assert (update.after, update.seq) == (3, 4)
        assert [row.number for row in update.rows if isinstance(row, TicketRow)] == ["A001"]


async def test_a_screen_that_comes_back_resumes(hall: RunningHall) -> None:
    await hall.begin_day(1)
    async with hall.watch(KioskView()) as screen:
        first = await heard(screen)
        assert isinstance(first, Snapshot)
    await hall.do(c.IssueTicket("HT"))
    async with hall.watch(KioskView(), Resume(first.seq, first.mark)) as screen:
        missed = await heard(screen)
        assert isinstance(missed, Updates)
        assert (missed.after, missed.seq) == (3, 4)


async def test_before_the_first_document_a_kiosk_waits_with_nothing_to_show(hall: RunningHall) -> None:
    async with hall.watch(KioskView()) as screen:
        first = await heard(screen)
        assert isinstance(first, Snapshot)
        assert (first.seq, first.rows) == (0, [])
        await hall.begin_day()
        assert isinstance(await heard(screen), Updates)


async def test_the_feed_beats_with_the_servers_clock(hall: RunningHall) -> None:
    async with hall.watch(KioskView()) as screen:
        await heard(screen)
        hall.clock.time += 1234
        hall.feed.beat()
        beat = msgspec.json.decode(await asyncio.wait_for(screen.recv(), 5), type=AnyFrame)
        assert beat == Beat(0, hall.clock.time)


async def test_during_an_outage_nobody_new_is_shown_anything(hall: RunningHall) -> None:
    await hall.begin_day(1)
    hall.journal.failures.append(StorageOutage("disk full"))
    assert (await hall.post("issue_ticket", {"field_id": "HT"})).status_code == 503
    async with hall.watch(KioskView()) as screen:
        farewell = await heard(screen)
        assert isinstance(farewell, Farewell)
        assert (farewell.error.code, farewell.error.family) == ("outage", "environment")
        assert farewell.error.retry_after_ms is not None
        with pytest.raises(ConnectionClosed) as closed:
            await screen.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1013


async def test_who_says_nothing_at_the_door_is_sent_away(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "HELLO_SECONDS_MAX", 0.01)
    async with hall.socket() as screen:
        farewell = await heard(screen)
        assert isinstance(farewell, Farewell)
        assert farewell.error.code == "hello_late"


async def test_there_is_a_last_seat(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "SUBSCRIBERS_MAX", 1)
    async with hall.watch(KioskView()) as screen, hall.socket() as one_too_many:
        farewell = await heard(one_too_many)
        assert isinstance(farewell, Farewell)
        assert (farewell.error.code, farewell.error.retry_after_ms) == ("feed_full", 5000)
        assert isinstance(await heard(screen), Snapshot)


async def test_a_hello_without_end_is_refused_by_its_size(hall: RunningHall) -> None:
    async with hall.socket() as screen:
        await screen.send(b"x" * (socket.HELLO_BYTES_MAX + 1))
        with pytest.raises(ConnectionClosed) as closed:
            await screen.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009


async def test_a_bug_at_subscribing_is_said_and_hides_its_inside(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: object) -> object:
        raise RuntimeError("the inside")

    monkeypatch.setattr(hall.hall, "read", broken)
    async with hall.watch(KioskView()) as screen:
        data = await screen.recv()
        assert b"inside" not in (data if isinstance(data, bytes) else data.encode())
        with pytest.raises(ConnectionClosed) as closed:
            await screen.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1011


def deaf_socket(port: int, said: Hello | None = None) -> sockets.socket:
    """A connection that asks for the feed, reads that it may have it, and never reads again."""
    deaf = sockets.socket()
    deaf.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", port))
    lines = ["GET /feed HTTP/1.1", "Host: x", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"]
    lines += ["Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", f"Authorization: Bearer {KEY}", f"Hall-Device: {DEVICE}"]
    hello = msgspec.json.encode(said or Hello(StaffView()))
    masked = b"\x82" + bytes([0x80 | len(hello)]) + b"\0\0\0\0" + hello
    deaf.sendall("\r\n".join([*lines, "", ""]).encode())
    deaf.recv(1024)
    deaf.sendall(masked)
    return deaf


async def test_one_that_never_reads_is_dropped_while_others_are_served_in_time(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "OUTBOX_FRAMES_MAX", 4)
    monkeypatch.setattr(feed, "FAREWELL_SECONDS_MAX", 0.05)
    await hall.begin_day(1)
    left = asyncio.Event()
    leave = hall.feed.leave

    def leave_and_say_so(subscriber: Subscriber, view: AnyView) -> None:
        leave(subscriber, view)
        left.set()

    monkeypatch.setattr(hall.feed, "leave", leave_and_say_so)
    deaf = await asyncio.to_thread(deaf_socket, hall.server.port)
    slowest = 0.0
    async with hall.watch(StaffView()) as quick, asyncio.timeout(30):
        await heard(quick)
        versions = cycle((catalogue("x"), catalogue("y")))
        while not hall.metrics.registry.get_sample_value("hall_feed_dropped_total", {"code": "subscriber_slow"}):
            began = time.perf_counter()
            await hall.do(c.ConfigureHall(next(versions)))
            assert isinstance(await heard(quick), Updates)
            slowest = max(slowest, time.perf_counter() - began)
        await left.wait()
        assert hall.metrics.registry.get_sample_value("hall_feed_subscribers", {"view": "staff"}) == 1
    assert slowest < 2.0
    deaf.close()


def catalogue(word: str) -> HallDocument:
    """A document so large that a few of them fill the buffers of the machine."""
    procedures = tuple(Procedure(f"1.{n:06}", "HT", Words(word * 200)) for n in range(2000))
    return document(procedures=procedures)


async def test_a_stop_says_farewell_to_everybody_and_ends_in_time(hall: RunningHall) -> None:
    await hall.begin_day(1)
    began = time.perf_counter()
    async with hall.watch(KioskView()) as one, hall.watch(DisplayView()) as other:
        for screen in (one, other):
            assert isinstance(await heard(screen), Snapshot)
        hall.server.should_exit = True
        for screen in (one, other):
            farewell = await heard(screen)
            assert isinstance(farewell, Farewell)
            assert (farewell.error.code, farewell.error.retry_after_ms) == ("stopping", 1000)
            with pytest.raises(ConnectionClosed) as closed:
                await screen.recv()
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1012
    await asyncio.wait_for(hall.doors.empty(), 5)
    assert time.perf_counter() - began < 5


async def due_of_boards(hall: RunningHall) -> c.Command | None:
    return await hall.hall.read(lambda state, _: hall.attendance.due(state))


async def test_a_wallboard_is_counted_on_as_it_says(hall: RunningHall) -> None:
    await hall.begin_day(1)
    async with hall.watch(DisplayView("upstairs")) as sign, hall.watch(CounterView(1), duty="speak") as counter:
        await heard(sign)
        await heard(counter)
        assert await due_of_boards(hall) is None
    async with hall.watch(DisplayView("upstairs"), duty="speak") as board:
        await heard(board)
        assert await due_of_boards(hall) == c.BoardAnswers(DEVICE, "upstairs", voice=True)
    async with hall.watch(DisplayView(), duty="show") as board:
        await heard(board)
        assert await due_of_boards(hall) == c.BoardAnswers(DEVICE, "main", voice=False)


async def test_a_wallboard_that_does_not_answer_is_cut(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PING_SECONDS", 0.02)
    monkeypatch.setattr(server, "PONG_SECONDS_MAX", 0.05)
    await hall.begin_day(1)
    async with hall.watch(DisplayView(), duty="show") as alive:
        await heard(alive)
        deaf = await asyncio.to_thread(deaf_socket, hall.server.port, Hello(DisplayView(), duty="speak"))
        async with asyncio.timeout(30):
            await asyncio.to_thread(read_to_the_end, deaf)
        deaf.close()
        hall.feed.beat()
        assert isinstance(msgspec.json.decode(await alive.recv(), type=AnyFrame), Beat)


def read_to_the_end(deaf: sockets.socket) -> None:
    try:
        while deaf.recv(4096):
            continue
    except ConnectionResetError:
        return
