"""A hall's state that can go its own way, and one that stays as it is while the other goes on."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from hall_server.domain.learned import Today
from hall_server.domain.model import HallState


def copy_of(state: HallState) -> HallState:
    """What a state holds is frozen, so only its collections are copied: under a millisecond for a day of thousands."""
    return HallState(**_own_collections(state))


def _own_collections(holder: HallState | Today) -> dict[str, Any]:
    return {field.name: _own(getattr(holder, field.name)) for field in fields(holder)}


def _own(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: list(one) if isinstance(one, list) else one for key, one in value.items()}
    return Today(**_own_collections(value)) if isinstance(value, Today) else value
