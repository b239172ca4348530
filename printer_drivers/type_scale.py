"""Sizes and spaces of a ticket, one set per roll. Large first: many readers are old and without their glasses.

A dot is 1/8 mm, so 26 dots are about 9 point. Nothing is set in the regular weight: heat leaves thin strokes grey, and
a machine reads fewer of its words. The narrow roll is not the wide one shrunk: words stay readable and wrap instead.
"""

from dataclasses import dataclass

from printer_drivers.document import Role
from printer_drivers.paper import PAPER_58, PAPER_80, Paper
from printer_drivers.typeface import Face, Type


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Types by purpose; all spaces in dots."""

    hall: Type
    place: Type
    caption: Type
    number: Type
    field: Type
    procedure: Type
    footer: Type
    label: Type
    value: Type
    bullet: Type
    sentence: Type
    mark: Type
    number_height_max: int
    part_gap: int
    line_gap: int
    row_gap: int
    rule_height: int
    dash: int
    dash_gap: int
    column_gap: int
    qr_side_max: int

    def of(self, role: Role) -> Type:
        """The type of a centred paragraph."""
        return {
            Role.HALL: self.hall,
            Role.PLACE: self.place,
            Role.CAPTION: self.caption,
            Role.FIELD: self.field,
            Role.PROCEDURE: self.procedure,
            Role.FOOTER: self.footer,
        }[role]


_WIDE = TypeScale(
    hall=Type(Face.SEMIBOLD, 27),
    place=Type(Face.MEDIUM, 25),
    caption=Type(Face.MEDIUM, 27),
    number=Type(Face.NUMBER, 320),
    field=Type(Face.BOLD, 42),
    procedure=Type(Face.MEDIUM, 28),
    footer=Type(Face.MEDIUM, 22),
    label=Type(Face.MEDIUM, 26),
    value=Type(Face.BOLD, 27),
    bullet=Type(Face.MEDIUM, 25),
    sentence=Type(Face.MEDIUM, 25),
    mark=Type(Face.BOLD, 30),
    number_height_max=168,
    part_gap=14,
    line_gap=0,
    row_gap=1,
    rule_height=3,
    dash=6,
    dash_gap=4,
    column_gap=24,
    qr_side_max=190,
)

_NARROW = TypeScale(
    hall=Type(Face.SEMIBOLD, 24),
    place=Type(Face.MEDIUM, 22),
    caption=Type(Face.MEDIUM, 24),
    number=Type(Face.NUMBER, 240),
    field=Type(Face.BOLD, 34),
    procedure=Type(Face.MEDIUM, 24),
    footer=Type(Face.MEDIUM, 20),
    label=Type(Face.MEDIUM, 23),
    value=Type(Face.BOLD, 23),
    bullet=Type(Face.MEDIUM, 22),
    sentence=Type(Face.MEDIUM, 21),
    mark=Type(Face.BOLD, 26),
    number_height_max=124,
    part_gap=12,
    line_gap=0,
    row_gap=1,
    rule_height=3,
    dash=6,
    dash_gap=4,
    column_gap=20,
    qr_side_max=150,
)

_SCALES = {PAPER_80: _WIDE, PAPER_58: _NARROW}


def scale_of(paper: Paper) -> TypeScale:
    """The sizes for a roll."""
    return _SCALES[paper]
