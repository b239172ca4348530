"""A hall with a server process, a television's browser before it, and the record to look into."""

from __future__ import annotations

import contextlib
import itertools
import json
import sqlite3
from pathlib import Path
from typing import Any

import httpx

from hall_server.board.admission import AskedInvitation
from hall_server.board.asking import ask_for_code
from tests.e2e.chromium import Chromium, Page, waited
from tests.e2e.server_process import ServerProcess

DOCUMENT = """
hall_id = "hai-chau"
name = { vi = "Trung tâm Phục vụ hành chính công" }
place = { vi = "Phường Hải Châu" }
opens = "00:00"
closes = "00:00"

[[fields]]
field_id = "HT"
series = "A"
name = { vi = "Hộ tịch" }

[[fields]]
field_id = "CT"
series = "B"
name = { vi = "Chứng thực" }

[[counters]]
counter_id = 1
fields = ["HT"]

[[counters]]
counter_id = 2
fields = ["CT"]

[[counters]]
counter_id = 3
fields = ["HT"]
zone = "upstairs"
"""


SHOWS_HALL = "document.body && document.getElementById('hall') && document.getElementById('hall').innerText !== ''"


class Scene:
    """`server` runs in `folder`; counters 1 to 3 are open, the third in another zone."""

    def __init__(self, folder: Path, chromium: Chromium) -> None:
        document = folder / "document.toml"
        document.write_text(DOCUMENT, "utf-8")
        self.server = ServerProcess(folder / "data", document)
        self.server.start()
        self._chromium = chromium
        self._numbers = itertools.count(1)
        for counter in (1, 2, 3):
            self.ask("open_counter", counter_id=counter)

    def ask(self, command: str, **body: object) -> dict[str, Any]:
        """A command of a counter or kiosk; its result."""
        headers = {
            "Authorization": f"Bearer {self.server.key}",
            "Hall-Device": "test",
            "Idempotency-Key": f"test-{next(self._numbers):06}",
        }
        url = f"{self.server.url}/commands/{command}"
        reply = httpx.post(url, headers=headers, json=body, trust_env=False)
        assert reply.status_code == httpx.codes.OK, reply.text
        result: dict[str, Any] = reply.json()["result"]
        return result

    def call(self, counter: int, field: str) -> str:
        """Somebody takes a number and is called; the call's id."""
        self.ask("issue_ticket", field_id=field)
        ticket = self.ask("call_next", counter_id=counter)["ticket"]
        call_id: str = ticket["call_id"]
        return call_id

    def serve(self, counter: int, call_id: str) -> None:
        """The person called comes, is served and leaves."""
        ticket_id = call_id.rpartition("-")[0]
        self.ask("start_service", counter_id=counter, ticket_id=ticket_id)
        self.ask("finish_service", counter_id=counter, ticket_id=ticket_id)

    def code(self, device: str, zone: str = "main", look: str = "") -> str:
        return ask_for_code(AskedInvitation(device, zone, look), self.server.key, self.server.port).code

    def board(self, device: str = "tv-1", look: str = "", browser: Chromium | None = None) -> Page:
        """A browser of its own that came in with a code."""
        page = (browser or self._chromium).page(apart=True)
        page.open(f"{self.server.url}/board/#{self.code(device, look=look)}")
        page.wait(SHOWS_HALL)
        return page

    def facts(self) -> list[dict[str, Any]]:
        """What is on record, in its order: {"event", "at", "actor", and what the event says}."""
        database = sqlite3.connect(f"file:{self.server.folder / 'hall.db'}?mode=ro", uri=True)
        with contextlib.closing(database):
            entries = database.execute("SELECT at, actor, events FROM journal ORDER BY seq").fetchall()
        return [
            {"event": kind, "at": at, "actor": actor, **body}
            for at, actor, events in entries
            for kind, body in json.loads(events)
        ]

    def wait_fact(self, seconds: float = 90.0, **wanted: object) -> dict[str, Any]:
        """The first fact with these values. Raises TimeoutError."""

        def found() -> dict[str, Any] | None:
            facts = self.facts()
            return next((one for one in facts if all(one.get(key) == value for key, value in wanted.items())), None)

        try:
            fact: dict[str, Any] = waited(found, seconds, str(wanted))
        except TimeoutError as late:
            raise TimeoutError(f"{late}; on record: {[one for one in self.facts() if 'call_id' in one]}") from None
        return fact
