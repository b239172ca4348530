"""What the terminal views need to belong to a hall; the same keys and variables as any device."""

from __future__ import annotations

from typing import Literal

from hall_link.settings import DeviceName, LinkSettings

Language = Literal["vi", "en"]


class StaffSettings(LinkSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`language`: of what is written."""

    device: DeviceName = "staff"
    language: Language = "vi"
