"""What every ticket of a hall looks like, whatever stands on it: its logo, and how large the print is.

A logo is ready dots: it is read, scaled and turned into black and white once, when a mistake in its file can still be
told to whoever put it there, and never while somebody waits.
"""

from dataclasses import dataclass

from printer_drivers.paper import PAPER_58

LOGO_DOTS_MAX = PAPER_58.text_dots // 8 * 8
"""A logo is as wide as the narrow roll at most, 44 mm, so that the same one suits every kiosk of the hall."""
LOGO_ROWS_MAX = 96
"""12 mm: more of it would make people wait for paper."""


@dataclass(frozen=True, slots=True)
class Logo:
    """Dots in rows of whole bytes, the leftmost dot in the highest bit; a set bit is black."""

    width: int
    ink: bytes

    def __post_init__(self) -> None:
        """Never a row that is not whole."""
        assert self.width % 8 == 0
        assert len(self.ink) % (self.width // 8) == 0

    @property
    def rows(self) -> int:
        """Rows of paper it takes."""
        return len(self.ink) // (self.width // 8)


@dataclass(frozen=True, slots=True)
class Stationery:
    """logo: above everything else; None prints none. large: large print, for halls with many old visitors."""

    logo: Logo | None = None
    large: bool = False


PLAIN = Stationery()
"""What a hall has that has chosen nothing."""
