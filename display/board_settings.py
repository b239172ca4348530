"""What the visible half of a wallboard, or the sign of one counter, can be told: see `config/display.example.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from display.layout import Appearance, Installed, Wanted
from display.voice_settings import VoiceSettings

Sentence = Annotated[str, Meta(min_length=1, max_length=120)]


class BoardSettings(VoiceSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of what is seen.

    `zone`: whose calls are shown. `layout`: how the board is divided; `auto` takes two columns, or one on an upright
    screen. `recent_calls`: lines of the list, fewer where they would be too small to read. `theme`: `night` (navy) or
    `day` (paper). `viewing_distance_m`: from the last row to the screen, `diagonal_inches`: of the screen; the sizes
    of all texts follow from both, 0 where nobody has measured. `emblem`: the hall's own picture file for the header.
    `media_folder`, `media`: its own pictures and videos, `beside` the calls, in the large place while nobody was
    called for a while (`idle`), or `off`; `media_seconds`: how long one picture stays. `ticker`: the hall's own
    sentences for the bottom line, in turn. `language`: of the words on the board. `motion`: whether a new call may
    slide in and its badge breathe. `sign_counter`: 0 for a wallboard, else the counter whose sign this is; `arrow`:
    where it points; `sign_chime`: whether the sign rings for its own calls. `backend`: who draws, the `gpu`,
    `software`, or whichever is there (`auto`).
    """

    zone: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] = "main"
    layout: Literal["auto", "two_columns", "three_columns", "upright"] = "auto"
    recent_calls: Annotated[int, Meta(ge=6, le=10)] = 6
    theme: Literal["night", "day"] = "night"
    viewing_distance_m: Annotated[float, Meta(ge=0, le=60)] = 0.0
    diagonal_inches: Annotated[float, Meta(ge=0, le=400)] = 0.0
    emblem: str = ""
    media_folder: str = ""
    media: Literal["beside", "idle", "off"] = "off"
    media_seconds: Annotated[int, Meta(ge=4, le=600)] = 12
    ticker: Annotated[tuple[Sentence, ...], Meta(max_length=20)] = (
        "Xin quý vị giữ phiếu và theo dõi số được gọi trên màn hình.",
    )
    language: Literal["vi", "en"] = "vi"
    motion: bool = True
    sign_counter: Annotated[int, Meta(ge=0, le=999)] = 0
    arrow: Literal["up", "down", "left", "right", "none"] = "down"
    sign_chime: bool = False
    backend: Literal["auto", "software", "gpu"] = "auto"

    @property
    def appearance(self) -> Appearance:
        """How the hall wants its board to look."""
        media_beside = self.media == "beside" and self.media_folder != ""
        return Appearance(
            Wanted(self.layout, self.recent_calls, media_beside),
            Installed(self.viewing_distance_m, self.diagonal_inches),
            night=self.theme == "night",
            motion=self.motion,
        )
