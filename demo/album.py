"""Pictures of the screens, taken through the hands: one for each screen and moment, the newest stays."""

from __future__ import annotations

from pathlib import Path

from demo.programs import HandError, Program


class Album:
    """`folder`: where the pictures lie, as `kiosk-1-home.png`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def take(self, program: Program, moment: str) -> None:
        """A picture that cannot be taken is an error of the program, and the play goes on."""
        try:
            await program.hand(picture=str(self._folder / f"{program.name}-{moment}.png"))
        except HandError as error:
            program.errors.append(str(error))
