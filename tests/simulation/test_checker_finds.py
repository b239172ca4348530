"""The checker can fail: each of these small mistakes in the rules, the service or the storage is found within days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from hall_server.domain import calling, decide, facts, order, places
from hall_server.domain import commands as c
from hall_server.domain.model import CallReason, HallState, PlaceReason, Ticket, Waiting
from hall_server.domain.touched import Touched
from hall_server.service.clock import SystemClock
from hall_server.service.ports import Position
from hall_server.storage.journal import SqlJournal
from hall_server.storage.writer import Transactions
from hall_server.web.feed import Feed
from tests.simulation.__main__ import Ended, Job, live

DAYS_MAX = 30
DAYS_A_LIFE = 3
Mistake = Callable[[pytest.MonkeyPatch], None]


def takes_the_second(patch: pytest.MonkeyPatch) -> None:
    def heads(queues: Iterable[list[Waiting]]) -> Iterator[Waiting]:
        return (queue[min(1, len(queue) - 1)] for queue in queues)

    patch.setattr(order, "_heads", heads)


def forgets_the_arrivals(patch: pytest.MonkeyPatch) -> None:
    def dequeue(state: HallState, ticket: Ticket) -> None:
        order._take(order._queue_of(state, ticket), order.waiting_key(ticket))

    patch.setattr(order, "dequeue", dequeue)


def takes_back_whatever_happened_since(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(calling, "_unchanged_since", lambda *_: True)


def calls_without_saying_why(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(order, "reason_of", lambda _: CallReason.FIRST_COME)


def hides_the_credit(patch: pytest.MonkeyPatch) -> None:
    true = places.of_priority
    patch.setattr(places, "of_priority", lambda *asked: true(*asked)._replace(reason=PlaceReason.ARRIVAL))


def miscounts_the_overtaken(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(order, "overtaken_by", lambda *_: 0)


def carries_out_every_repeat(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqlJournal, "knows", lambda *_: False)


def acknowledges_what_was_not_written(patch: pytest.MonkeyPatch) -> None:
    true = Transactions.run

    def run(self: Transactions, job: Any) -> None:
        true(self, job)

    patch.setattr(Transactions, "run", run)


def says_printed_when_it_failed(patch: pytest.MonkeyPatch) -> None:
    deciders: Any = decide.DECIDERS
    patch.setitem(deciders, c.ReportPrintFailed, facts.printed)


def tells_the_screens_no_calls(patch: pytest.MonkeyPatch) -> None:
    true = Feed.publish

    def publish(self: Feed, state: HallState, position: Position, touched: Touched) -> None:
        true(self, state, position, Touched(touched.tickets, {}, touched.premises))

    patch.setattr(Feed, "publish", publish)


def follows_the_clock_backwards(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SystemClock, "now", lambda clock: clock._machine_ns() // 1_000_000)


MISTAKES: tuple[Mistake, ...] = (
    takes_the_second,
    forgets_the_arrivals,
    takes_back_whatever_happened_since,
    calls_without_saying_why,
    hides_the_credit,
    miscounts_the_overtaken,
    carries_out_every_repeat,
    acknowledges_what_was_not_written,
    says_printed_when_it_failed,
    tells_the_screens_no_calls,
    follows_the_clock_backwards,
)


def _lives() -> Iterator[Ended]:
    return (live(Job(1, life, DAYS_A_LIFE, "small")) for life in range(DAYS_MAX // DAYS_A_LIFE))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.__name__)
def test_a_mistake_is_found(mistake: Mistake, monkeypatch: pytest.MonkeyPatch) -> None:
    mistake(monkeypatch)
    assert any(ended.found for ended in _lives())


def test_an_overtaking_without_a_reason_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    hides_the_credit(monkeypatch)
    assert any(ended.unexplained for ended in _lives())


def test_what_was_found_is_found_again_at_the_same_step(monkeypatch: pytest.MonkeyPatch) -> None:
    miscounts_the_overtaken(monkeypatch)
    first = next(ended for ended in _lives() if ended.found)
    again = live(first.job, first.at)
    assert again.at == first.at
    assert again.found[-len(first.found) :] == first.found
    assert len(again.found) > len(first.found), "the steps that led there are shown too"
