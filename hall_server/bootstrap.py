"""The composition root: all parts of one hall's server are made and joined here, and taken apart in the order back."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
import time
import uuid
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import structlog

from hall_link.discovery import Advertiser
from hall_link.document import HallDocument
from hall_server import garbage
from hall_server.board.routes import board_routes
from hall_server.board.voices import VoiceProgram
from hall_server.domain import model
from hall_server.domain.commands import ConfigureHall
from hall_server.domain.refusals import Refusal, RefusalCode
from hall_server.service.attendance import Attendance, run_attendance
from hall_server.service.clock import SystemClock
from hall_server.service.hall import Hall
from hall_server.service.ports import Clock, Envelope, StorageOutage
from hall_server.service.timers import give_what_is_due, run_timers
from hall_server.storage.databases import open_engine
from hall_server.storage.journal import SqlJournal
from hall_server.storage.record import SqlRecord
from hall_server.storage.schema import upgrade
from hall_server.web.app import make_app
from hall_server.web.auth import Keys
from hall_server.web.doors import Doors
from hall_server.web.feed import Feed
from hall_server.web.metrics import MeasuredJournal, Metrics
from hall_server.web.results import result_of
from hall_server.web.server import BACKLOG_MAX, HallServer
from hall_server.web.socket import FeedSocket

VOICE_COMMAND = (sys.executable, "-m", "display.page_voice")
"""Speaks for a board in a browser: a program of its own, known here by this command alone."""

log = structlog.get_logger("server")


class DocumentRefused(Exception):
    """The document contradicts itself; `places` say where."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__("\n".join((refusal.message.vi, refusal.message.en, *refusal.places)))
        self.places = refusal.places


@dataclass(frozen=True, slots=True)
class Running:
    """A server that takes commands; `hall.failed` tells of a bug."""

    hall: Hall
    port: int


def program_version() -> str:
    try:
        return version("xep-hang")
    except PackageNotFoundError:  # a checkout that was not installed
        return "0"


def new_id() -> str:
    return uuid.uuid4().hex


async def serve(
    database_url: str,
    document: HallDocument,
    keys: Keys,
    *,
    host: str,
    port: int,
    advertise: bool,
    voice_settings: Path | None = None,
) -> None:
    """Serve one hall until a signal or a bug ends it. Raises DocumentRefused, StorageOutage, OSError, or the bug."""
    signalled = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, signalled.set)
    garbage.starting()
    async with running(database_url, document, keys, host=host, port=port, voice_settings=voice_settings) as it:
        garbage.started()
        log.info("listening", host=host, port=it.port, hall_id=document.hall_id, version=program_version())
        async with _announced(document, host, it.port) if advertise else contextlib.nullcontext():
            waiting = asyncio.ensure_future(signalled.wait())
            await asyncio.wait((waiting, it.hall.failed), return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
        log.info("stopping")
    if it.hall.failed.done():
        it.hall.failed.result()


@asynccontextmanager
async def running(
    database_url: str,
    document: HallDocument,
    keys: Keys,
    *,
    host: str,
    port: int,
    clock: Clock | None = None,
    voice_settings: Path | None = None,
) -> AsyncIterator[Running]:
    """A hall's server from its database to its open port, and on leaving back again, all that was acknowledged kept.

    `voice_settings`: the file that says how boards in browsers speak, None for the usual way.
    """
    engine = open_engine(database_url)
    upgrade(engine)
    listener = socket.create_server((host, port), backlog=BACKLOG_MAX)
    clock = clock or SystemClock()
    metrics, doors = Metrics(), Doors()
    feed = Feed(clock, metrics)
    loop = asyncio.get_running_loop()

    def on_bug(bug: BaseException) -> None:
        loop.call_soon_threadsafe(hall.end, bug)

    journal = SqlJournal(engine, document.hall_id, on_bug)
    hall = Hall(MeasuredJournal(journal, metrics, time.monotonic), clock, feed, result_of)
    try:
        hall.open()
        await _configure(hall, document)
        await give_what_is_due(hall, clock, new_id)
        record = SqlRecord(engine, document.hall_id)
        attendance = Attendance(time.monotonic)
        feeds = FeedSocket(hall, feed, attendance, keys, doors)
        app = make_app(hall, record, clock, feeds, keys, metrics, doors, version=program_version())
        server = HallServer(app, feed, doors, host=host, port=port)
        voice = VoiceProgram(VOICE_COMMAND, voice_settings, lambda: _url_here(host, server.port))
        told = (run_timers(hall, clock, new_id), run_attendance(hall, attendance, new_id))
        with TemporaryDirectory(prefix="hall-board-", ignore_cleanup_errors=True) as sounds:
            app.also(board_routes(hall, keys, doors, voice, Path(sounds)))
            async with _tasks(*told, feed.run()), _serving(server, listener):
                yield Running(hall, server.port)
        await hall.stop()
    finally:
        listener.close()
        await asyncio.to_thread(journal.close)
        engine.dispose()


def _url_here(host: str, port: int) -> str:
    """Where a program on this machine finds the server."""
    return f"http://{'127.0.0.1' if host in {'', '0.0.0.0'} else host}:{port}"  # noqa: S104  (the wildcard's name)


@asynccontextmanager
async def _serving(server: HallServer, listener: socket.socket) -> AsyncIterator[None]:
    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    await server.listening.wait()
    try:
        yield
    finally:
        server.should_exit = True
        await serving


async def _configure(hall: Hall, document: HallDocument) -> None:
    """Put the document in force. One that drops what is in use waits until the next start; the old one stays."""
    wanted = msgspec.convert(document, model.HallDocument, from_attributes=True)
    answer = await hall.execute(Envelope(new_id(), "start", ConfigureHall(wanted), b"configure"))
    if isinstance(answer, StorageOutage):
        raise answer
    if not isinstance(answer, Refusal):
        return
    if answer.code is not RefusalCode.DOCUMENT_IN_USE:
        raise DocumentRefused(answer)
    log.warning("document_waits", why=answer.message.en, places=answer.places)


@asynccontextmanager
async def _tasks(*coroutines: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    tasks = [asyncio.ensure_future(coroutine) for coroutine in coroutines]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def _announced(document: HallDocument, host: str, port: int) -> AsyncIterator[None]:
    """A hall that cannot be announced is found by its address; that is a warning and no failure."""
    advertiser = Advertiser(document.hall_id, document.name.vi, host, port)
    try:
        await asyncio.to_thread(advertiser.__enter__)
    except OSError as error:
        log.warning("not_announced", why=str(error))
        yield
        return
    try:
        yield
    finally:
        await asyncio.to_thread(advertiser.__exit__, None, None, None)
