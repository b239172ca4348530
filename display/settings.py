"""What a wallboard can be told, by `config/display.example.toml` or the environment (`HALL_` + the capital name)."""

from __future__ import annotations

from display.board_settings import BoardSettings


class DisplaySettings(BoardSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is seen (`BoardSettings`), what is heard (`VoiceSettings`), and how it belongs to the hall
    (`LinkSettings`).
    """
