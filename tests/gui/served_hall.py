"""A real hall server in this process, on a thread of its own, for the screens to be tried against."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import httpx

from hall_link.document import HallDocument
from hall_server.bootstrap import running
from hall_server.storage.databases import sqlite_url
from hall_server.web.auth import Keys

KEY = "a-key-for-tests-only"
BOARD_KEY = "a-board-key-for-tests-only"
START_SECONDS_MAX = 20.0


class ServedHall:
    """Serves `document` from `folder` on a free port (the same one when it is started again)."""

    def __init__(self, document: HallDocument, folder: Path) -> None:
        self._document = document
        self._folder = folder
        self._numbers = itertools.count(1)
        self.port = 0
        self.key_file = folder / "hall.key"
        self.key_file.write_text(KEY, "utf-8")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> ServedHall:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Returns when it takes commands."""
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="served hall")
        self._thread.start()
        assert self._ready.wait(START_SECONDS_MAX), "the server did not start in time"
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """Returns when it is gone."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(START_SECONDS_MAX)
        assert not self._thread.is_alive(), "the server did not stop in time"

    def ask(self, command: str, body: Mapping[str, object]) -> dict[str, object]:
        """One command from elsewhere in the hall; the reply's result. Fails when it was not carried out."""
        headers = {
            "Authorization": f"Bearer {KEY}",
            "Hall-Device": "test",
            "Idempotency-Key": f"test-{next(self._numbers):06}",
        }
        reply = httpx.post(f"{self.url}/commands/{command}", headers=headers, json=dict(body), trust_env=False)
        assert reply.status_code == httpx.codes.OK, reply.text
        result: dict[str, object] = reply.json()["result"]
        return result

    def issue(self, field_id: str, times: int = 1) -> None:
        for _ in range(times):
            self.ask("issue_ticket", {"field_id": field_id})

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failure:
            self._failure = failure
            self._ready.set()
            raise

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        database = sqlite_url(self._folder / "hall.db")
        async with running(database, self._document, Keys(KEY, BOARD_KEY), host="127.0.0.1", port=self.port) as it:
            self.port = it.port
            self._ready.set()
            await self._stop.wait()
