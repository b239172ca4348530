"""The wire's commands and the domain's commands are the same commands: same names, same fields, same defaults."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import msgspec
import pytest

from hall_link import document as wire_document
from hall_link import messages as wire
from hall_link import rows as wire_rows
from hall_link.messages import COMMANDS, CommandSpec
from hall_server.domain import commands as domain
from hall_server.domain import model
from hall_server.web.commands import DOMAIN_COMMANDS, to_domain

DOCUMENT = wire_document.HallDocument(
    hall_id="h",
    name=wire_document.Text("Bộ phận Một cửa", "One-stop"),
    place=wire_document.Text("Phường X"),
    fields=(wire_document.FieldDocument("HT", "A", wire_document.Text("Hộ tịch")),),
    counters=(wire_document.CounterDocument(1, ("HT",)),),
    procedures=(wire_document.ProcedureDocument("1.1", "HT", wire_document.Text("Khai sinh"), "1 ngày", "0"),),
)


def shape_of_struct(kind: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    fields = msgspec.structs.fields(kind)
    return [(field.name, "required" if field.required else field.default) for field in fields]


def shape_of_dataclass(kind: type[Any]) -> list[tuple[str, Any]]:
    missing = dataclasses.MISSING
    return [
        (field.name, "required" if field.default is missing else field.default) for field in dataclasses.fields(kind)
    ]


def test_every_command_has_one_line_and_one_domain_command() -> None:
    assert [spec.command for spec in COMMANDS] == list(DOMAIN_COMMANDS)
    assert set(DOMAIN_COMMANDS.values()) == set(get_args(domain.Command))
    assert len({spec.name for spec in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.name)
def test_names_and_fields_match_one_to_one(spec: CommandSpec) -> None:
    counterpart = DOMAIN_COMMANDS[spec.command]
    assert counterpart.__name__ == spec.command.__name__
    assert (
        spec.name
        == "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in counterpart.__name__)[1:]
    )
    assert shape_of_struct(spec.command) == shape_of_dataclass(counterpart)


@pytest.mark.parametrize(
    ("wired", "known"),
    [
        (wire_document.HallDocument, model.HallDocument),
        (wire_document.FieldDocument, model.Field),
        (wire_document.ProcedureDocument, model.Procedure),
        (wire_document.CounterDocument, model.CounterPlan),
        (wire_document.Text, model.Words),
    ],
)
def test_the_parts_of_the_document_match_too(wired: type[msgspec.Struct], known: type[Any]) -> None:
    assert sorted(shape_of_struct(wired), key=str) == sorted(shape_of_dataclass(known), key=str)


def test_a_document_comes_over_whole() -> None:
    command = to_domain(wire.ConfigureHall(DOCUMENT))
    assert isinstance(command, domain.ConfigureHall)
    assert isinstance(command.document.fields[0].name, model.Words)
    assert msgspec.json.encode(command.document) == msgspec.json.encode(DOCUMENT)


@pytest.mark.parametrize(
    ("words", "states"),
    [
        (wire_rows.DayState, model.DayState),
        (wire_rows.CounterState, model.CounterState),
        (wire_rows.TicketState, model.TicketState),
        (wire_rows.PrintState, model.PrintState),
        (wire_rows.SpokenState, model.SpokenState),
        (wire_rows.CallReason, model.CallReason),
    ],
)
def test_the_words_for_states_are_the_same(words: Any, states: Any) -> None:
    assert set(get_args(words)) == {state.value for state in states}
