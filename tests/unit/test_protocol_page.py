"""The page about the wire says what the code does: examples are read with the real types, tables are complete."""

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from hall_link import backoff, discovery, feed, messages, outbox, preview, story
from hall_link.feed import AnyView
from hall_link.messages import COMMANDS, CommandReply, Problem

PAGE = (Path(__file__).parents[2] / "docs" / "PROTOCOL.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```json ([\w ]+)\n(.*?)```", PAGE, flags=re.DOTALL)


def read(text: str, kind: Any) -> Any:
    return msgspec.json.decode(text, type=kind)


def named(kind: str) -> Any:
    """The wire's type of this name."""
    return next(getattr(module, kind) for module in (feed, messages, story, preview) if hasattr(module, kind))


def assert_understood(written: Any, understood: Any) -> None:
    """Everything that the example says has a place in the type: a misspelt or outdated key would silently vanish."""
    if isinstance(written, dict):
        for key, value in written.items():
            assert key in understood, f"{key} is not part of the wire"
            assert_understood(value, understood[key])
    elif isinstance(written, list):
        assert len(written) == len(understood)
        for one, other in zip(written, understood, strict=True):
            assert_understood(one, other)
    else:
        assert written == understood


@pytest.mark.parametrize(("kinds", "text"), EXAMPLES, ids=[kinds for kinds, _ in EXAMPLES])
def test_every_example_is_what_the_programs_speak(kinds: str, text: str) -> None:
    kind, *result = kinds.split()
    made = read(text, named(kind))
    assert_understood(read(text, Any), msgspec.json.decode(msgspec.json.encode(made)))
    if isinstance(made, CommandReply):
        inner = msgspec.json.decode(made.result, type=named(result[0]))
        assert_understood(msgspec.json.decode(made.result), msgspec.to_builtins(inner))


def test_every_kind_of_message_has_an_example() -> None:
    shown = {kinds.split()[0] for kinds, _ in EXAMPLES}
    frames = {kind.__name__ for kind in get_args(feed.AnyFrame)}
    assert shown >= frames | {"Hello", "CommandReply", "ErrorReply", "TicketStory", "HallPreview"}


def test_the_table_of_commands_is_complete_and_in_order() -> None:
    told = re.findall(r"^\| `(\w+)` \|(.*?)\| `(\w+)` \|", PAGE, flags=re.MULTILINE)
    wanted = []
    for spec in COMMANDS:
        fields = msgspec.structs.fields(spec.command)
        spelled = ", ".join(f"`{field.name}`" + ("" if field.required else "?") for field in fields)
        wanted.append((spec.name, spelled, spec.result.__name__))
    assert [(name, fields.strip(), result) for name, fields, result in told] == wanted


def test_every_view_is_told_as_it_is_asked_for() -> None:
    asked = [read(text, AnyView) for text in re.findall(r"^\| `(\{\"view\".*?\})` \|", PAGE, flags=re.MULTILINE)]
    assert {type(view) for view in asked} == set(get_args(AnyView))


def test_every_family_of_errors_is_told() -> None:
    families = get_args(next(field.type for field in msgspec.structs.fields(Problem) if field.name == "family"))
    assert set(re.findall(r"^\| `(\w+)` \| \d", PAGE, flags=re.MULTILINE)) == set(families)


@pytest.mark.parametrize(
    "told",
    [
        discovery.SERVICE_TYPE,
        messages.IDEMPOTENCY_HEADER,
        messages.DEVICE_HEADER,
        f"{feed.DEAD_SECONDS} s of silence",
        f"doubles from {backoff.BACKOFF_SECONDS_MIN} s to {backoff.BACKOFF_SECONDS_MAX:.0f} s",
        f"gives a request {outbox.REQUEST_SECONDS_MAX:.0f} s",
        f"`protocol` (`{feed.PROTOCOL}`)",
    ],
)
def test_names_and_times_are_those_of_the_code(told: str) -> None:
    assert told in PAGE
