"""The wire's commands and the domain's commands are the same commands: same names, same fields, same defaults."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import msgspec
import pytest

from hall_link import commands as wire
from hall_link import document as wire_document
from hall_link import policies as wire_policies
from hall_link import rows as wire_rows
from hall_link.messages import COMMANDS, CommandSpec
from hall_link.text import Text
from hall_server.domain import commands as domain
from hall_server.domain import model, policies
from hall_server.domain.words import Words
from hall_server.web.commands import DOMAIN_COMMANDS, to_domain

THE_SERVERS_OWN = {domain.BoardAnswers, domain.BoardSilent}
"""What no device may say."""
DOCUMENT = wire_document.HallDocument(
    hall_id="h",
    name=Text("Bộ phận Một cửa", "One-stop"),
    place=Text("Phường X"),
    fields=(wire_document.FieldDocument("HT", "A", Text("Hộ tịch")),),
    counters=(wire_document.CounterDocument(1, ("HT",)),),
    procedures=(wire_document.ProcedureDocument("1.1", "HT", Text("Khai sinh"), "1 ngày", "0"),),
)


def shape_of_struct(kind: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    fields = msgspec.structs.fields(kind)
    return [(field.name, "required" if field.required else msgspec.to_builtins(field.default)) for field in fields]


def shape_of_dataclass(kind: type[Any]) -> list[tuple[str, Any]]:
    return [(field.name, _default(field)) for field in dataclasses.fields(kind)]


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return msgspec.to_builtins(field.default_factory())
    return "required" if field.default is dataclasses.MISSING else msgspec.to_builtins(field.default)


def test_every_command_has_one_line_and_one_domain_command() -> None:
    assert [spec.command for spec in COMMANDS] == list(DOMAIN_COMMANDS)
    assert set(DOMAIN_COMMANDS.values()) == set(get_args(domain.Command)) - THE_SERVERS_OWN
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
        (Text, Words),
        (wire_policies.PoliciesDocument, policies.Policies),
        (wire_policies.PriorityClassDocument, policies.PriorityClass),
        (wire_policies.CalendarDocument, policies.Calendar),
        (wire_policies.SessionDocument, policies.Session),
        (wire_policies.FixedHolidayDocument, policies.FixedHoliday),
        (wire_policies.LunarHolidayDocument, policies.LunarHoliday),
        (wire_policies.DecidedDayDocument, policies.DecidedDay),
    ],
)
def test_the_parts_of_the_document_match_too(wired: type[msgspec.Struct], known: type[Any]) -> None:
    assert sorted(shape_of_struct(wired), key=str) == sorted(shape_of_dataclass(known), key=str)


def test_a_document_comes_over_whole() -> None:
    command = to_domain(wire.ConfigureHall(DOCUMENT))
    assert isinstance(command, domain.ConfigureHall)
    assert isinstance(command.document.fields[0].name, Words)
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
        (wire_rows.PrinterCondition, model.PrinterCondition),
        (wire_rows.ReprintState, model.ReprintState),
    ],
)
def test_the_words_for_states_are_the_same(words: Any, states: Any) -> None:
    assert set(get_args(words)) == {state.value for state in states}
