"""What was acknowledged, kept by those who heard it: nothing of it may be lost, nothing happen twice (invariant 2)."""

from __future__ import annotations

from collections.abc import Iterator

from hall_server.domain.events import DayOpened
from hall_server.service.ports import Done, Entry
from hall_server.storage.journal import OUTCOME_DAYS


class Ledger:
    """`entries` are told as they become durable, `answers` as somebody hears them."""

    def __init__(self) -> None:
        self.checks = 0
        self._by_command: dict[str, Entry] = {}
        self._by_seq: dict[int, Entry] = {}
        self._heard: dict[str, Done] = {}
        self._days: list[int] = []
        self._dates: set[str] = set()

    def durable(self, entry: Entry) -> Iterator[str]:
        for event in entry.events:
            if isinstance(event, DayOpened) and event.business_date not in self._dates:
                self._dates.add(event.business_date)
                self._days.append(entry.seq)
        before = self._by_command.get(entry.command_id)
        self.checks += 1
        if before is not None and before.seq >= self._oldest_known():
            yield f"2: {entry.command_id} was carried out as entry {before.seq} and again as {entry.seq}"
        self._by_command[entry.command_id] = entry
        self._by_seq[entry.seq] = entry

    def entry_of(self, command_id: str) -> Entry | None:
        """What a command did, where it did anything."""
        return self._by_command.get(command_id)

    def heard(self, command_id: str, done: Done, last: int) -> Iterator[str]:
        """An answer; `last`: the newest durable entry."""
        self.checks += 1
        entry = self._by_seq.get(done.seq)
        if done.seq > last or (entry is not None and entry.mark != done.mark):
            yield f"2: {command_id} was acknowledged as entry {done.seq}, which is not in the journal"
            return
        own = self._by_command.get(command_id)
        if own is None:
            return  # it held already when it was asked: nothing was written
        if own.seq != done.seq and own.seq >= self._oldest_known():
            yield f"2: {command_id} is entry {own.seq} and was acknowledged as {done.seq}"
        before = self._heard.setdefault(command_id, done)
        if before != done and before.seq >= self._oldest_known():
            yield f"2: {command_id} got two answers: {before} and {done}"
        self._heard[command_id] = done

    def _oldest_known(self) -> int:
        """The first entry whose command is recognised when it comes again."""
        return self._days[-OUTCOME_DAYS] if len(self._days) >= OUTCOME_DAYS else 0
