"""The tables are whole: every command is decided, every event evolves, every refusal has its sentences."""

from __future__ import annotations

import string
from typing import get_args

from hall_server.domain import commands, events
from hall_server.domain.decide import DECIDERS
from hall_server.domain.evolve import EVOLVERS
from hall_server.domain.sentences import SENTENCES, RefusalCode


def test_every_command_has_who_decides_it() -> None:
    assert set(DECIDERS) == set(get_args(commands.Command))


def test_every_event_has_what_it_changes() -> None:
    assert set(EVOLVERS) == set(get_args(events.Event))


def test_every_refusal_speaks_two_languages_with_the_same_parameters() -> None:
    assert set(SENTENCES) == set(RefusalCode)
    for code, text in SENTENCES.items():
        assert all(part.strip() for part in text), code
        assert _names(text.message_vi) == _names(text.message_en), code
        assert _names(text.remedy_vi) == _names(text.remedy_en), code


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
