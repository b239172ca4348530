"""The two paper rolls of receipt printers, in dots.

At 203 dpi a dot is 1/8 mm. An 80 mm roll has a printable line of 72 mm, a 58 mm roll one of 48 mm.
"""

from dataclasses import dataclass

DOTS_PER_MM = 8
DOTS_PER_INCH = 203


@dataclass(frozen=True, slots=True)
class Paper:
    """A roll: its width in mm as people name it, the printable dots across, and the white kept at both sides."""

    width_mm: int
    dots: int
    margin_dots: int

    @property
    def text_dots(self) -> int:
        """Dots across that the layout may use."""
        return self.dots - 2 * self.margin_dots


PAPER_80 = Paper(width_mm=80, dots=576, margin_dots=22)
PAPER_58 = Paper(width_mm=58, dots=384, margin_dots=12)


def paper_of(width_mm: int) -> Paper:
    """The roll of that width; ValueError for a width no receipt printer has."""
    for paper in (PAPER_80, PAPER_58):
        if paper.width_mm == width_mm:
            return paper
    raise ValueError(f"no paper of {width_mm} mm: 80 or 58")


def dots_to_mm(dots: int) -> float:
    """Length along the paper in millimetres, to a tenth."""
    return round(dots / DOTS_PER_MM, 1)
