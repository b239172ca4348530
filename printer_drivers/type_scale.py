"""Sizes and spaces of a ticket, one set per roll and print. Legible first: many readers are old, and without glasses.

A dot is 1/8 mm, so 26 dots are about 9 point. Nothing is set in the regular weight: heat leaves thin strokes grey, and
a machine reads fewer of its words. The narrow roll is not the wide one shrunk: words stay readable and wrap instead.
Large print sets what is read in the queue in 13 to 15 point; the paper gets longer for it.
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
    second: Type
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
    second=Type(Face.MEDIUM, 22),
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
    second=Type(Face.MEDIUM, 20),
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

_WIDE_LARGE = TypeScale(
    hall=Type(Face.SEMIBOLD, 36),
    place=Type(Face.MEDIUM, 34),
    caption=Type(Face.MEDIUM, 36),
    number=Type(Face.NUMBER, 320),
    field=Type(Face.BOLD, 60),
    procedure=Type(Face.MEDIUM, 40),
    footer=Type(Face.MEDIUM, 32),
    label=Type(Face.MEDIUM, 38),
    value=Type(Face.BOLD, 42),
    bullet=Type(Face.MEDIUM, 36),
    sentence=Type(Face.MEDIUM, 34),
    mark=Type(Face.BOLD, 44),
    second=Type(Face.MEDIUM, 30),
    number_height_max=220,
    part_gap=16,
    line_gap=0,
    row_gap=2,
    rule_height=4,
    dash=8,
    dash_gap=6,
    column_gap=24,
    qr_side_max=230,
)

_NARROW_LARGE = TypeScale(
    hall=Type(Face.SEMIBOLD, 30),
    place=Type(Face.MEDIUM, 29),
    caption=Type(Face.MEDIUM, 30),
    number=Type(Face.NUMBER, 240),
    field=Type(Face.BOLD, 48),
    procedure=Type(Face.MEDIUM, 34),
    footer=Type(Face.MEDIUM, 28),
    label=Type(Face.MEDIUM, 33),
    value=Type(Face.BOLD, 36),
    bullet=Type(Face.MEDIUM, 32),
    sentence=Type(Face.MEDIUM, 30),
    mark=Type(Face.BOLD, 36),
    second=Type(Face.MEDIUM, 26),
    number_height_max=170,
    part_gap=14,
    line_gap=0,
    row_gap=2,
    rule_height=4,
    dash=8,
    dash_gap=6,
    column_gap=20,
    qr_side_max=190,
)

_SCALES = {
    (PAPER_80, False): _WIDE,
    (PAPER_58, False): _NARROW,
    (PAPER_80, True): _WIDE_LARGE,
    (PAPER_58, True): _NARROW_LARGE,
}


def scale_of(paper: Paper, *, large: bool = False) -> TypeScale:
    """The sizes for a roll, in ordinary or in large print."""
    return _SCALES[paper, large]
