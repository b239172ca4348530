"""The quick replace does what the standard one does, for every entity of the domain."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

import pytest

from hall_server.domain.model import Call, Counter, Ticket
from hall_server.domain.replacing import replace
from tests.halls import open_hall


@dataclass(frozen=True, slots=True)
class _One:
    value: int


def _entities() -> list[Ticket | Call | Counter]:
    hall = open_hall()
    ticket_id = hall.issue()
    hall.call(1)
    return [hall.ticket(ticket_id), *hall.state.calls.values(), hall.state.counters[1]]


@pytest.mark.parametrize("entity", _entities(), ids=lambda entity: type(entity).__name__)
def test_each_field_is_replaced_alone_as_by_the_standard_function(entity: Ticket | Call | Counter) -> None:
    assert not hasattr(entity, "__post_init__"), "it would not run"
    for field in dataclasses.fields(entity):
        change: dict[str, Any] = {field.name: object()}
        assert replace(entity, **change) == dataclasses.replace(entity, **change)
    assert replace(entity) == entity
    assert replace(entity) is not entity


def test_the_old_one_stays_and_the_new_one_is_frozen() -> None:
    old = _One(1)
    new = replace(old, value=2)
    assert (old.value, new.value) == (1, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        new.value = 3  # type: ignore[misc]


def test_a_field_that_is_not_there_cannot_be_replaced() -> None:
    with pytest.raises(KeyError):
        replace(_One(1), nothing=2)  # type: ignore[call-arg]
