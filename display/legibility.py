"""Whether texts on a screen can be read from the last row: measured heights in, what is too small out.

Pure. Heights are those of capital letters, in millimetres, as they were measured on the drawn page; what they must be
stands in `display.layout`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from display.layout import NUMBER_PART, TEXT_PART


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text on the page and how high its capitals are. `is_number`: the called number or its counter."""

    text: str
    height_mm: float
    is_number: bool

    @property
    def legible_to_m(self) -> float:
        """From how far it can be read."""
        return self.height_mm * (NUMBER_PART if self.is_number else TEXT_PART) / 1000


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one screen. `smallest`: the smallest text of each kind, the called number first."""

    distance_m: float
    smallest: tuple[Lettering, ...]
    too_small: tuple[Lettering, ...]

    @property
    def legible_to_m(self) -> float:
        """From how far everything can be read; 0 where nothing was measured."""
        return min((one.legible_to_m for one in self.smallest), default=0.0)


def judge(letterings: Iterable[Lettering], distance_m: float) -> Verdict:
    """What of these texts cannot be read from `distance_m`, the smallest first."""
    ordered = sorted(letterings, key=lambda one: one.legible_to_m)
    kinds = [next((one for one in ordered if one.is_number is is_number), None) for is_number in (True, False)]
    smallest = tuple(one for one in kinds if one is not None)
    return Verdict(distance_m, smallest, tuple(one for one in ordered if one.legible_to_m < distance_m))


def report(verdict: Verdict, diagonal_inches: float, width: int, height: int) -> str:
    """For whoever hangs the screen, in both languages."""
    lines = [f"{width} x {height}, {diagonal_inches:g}″, {verdict.distance_m:g} m"]
    for one in verdict.smallest:
        kind = "số được gọi · called number" if one.is_number else "chữ nhỏ nhất · smallest text"
        lines.append(
            f"{kind}: {one.height_mm:.0f} mm, đọc được từ · legible from {one.legible_to_m:.1f} m  ({one.text})"
        )
    if not verdict.too_small:
        return "\n".join([*lines, "Mọi chữ đều đọc được từ hàng cuối. · Everything is legible from the last row."])
    wanted = diagonal_inches * verdict.distance_m / verdict.legible_to_m
    heights = sorted({round(one.height_mm) for one in verdict.too_small})
    for millimetres in heights:
        texts = dict.fromkeys(one.text for one in verdict.too_small if round(one.height_mm) == millimetres)
        lines.append(f"quá nhỏ · too small: {millimetres} mm  {' | '.join(texts)}")
    lines.append(
        f"Cần màn hình {wanted:.0f}″, hoặc hàng cuối cách {verdict.legible_to_m:.1f} m."
        f" · A screen of {wanted:.0f} inches is needed, or a last row at {verdict.legible_to_m:.1f} m."
    )
    return "\n".join(lines)
