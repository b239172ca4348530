"""What a bench says: figures, one JSON object a line, or a table for people with each figure's target beside it.

A figure that is worth something on any machine is a ratio to a *floor* measured in the same run: the same work with
nothing of ours in it. No target makes a bench fail: a loaded machine is no fault of the code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement. `floor`: the same unit, without our code, in the same run. `ratio`: value / floor."""

    name: str
    value: float
    unit: str
    floor: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.floor if self.floor else None

    def line(self) -> str:
        """One JSON object: name, value, unit, floor, ratio; four digits that count."""
        return json.dumps(
            {**{key: _rounded(value) for key, value in asdict(self).items()}, "ratio": _rounded(self.ratio)}
        )


@dataclass(frozen=True, slots=True)
class Target:
    """What a figure should reach: its value, or its ratio where that is what counts."""

    of: Literal["value", "ratio"]
    bound: Literal["at most", "at least"]
    limit: float

    def met(self, figure: Figure) -> bool | None:
        """None where the figure has no such number."""
        number = figure.value if self.of == "value" else figure.ratio
        if number is None:
            return None
        return number <= self.limit if self.bound == "at most" else number >= self.limit


def row(figure: Figure, targets: Mapping[str, Target]) -> str:
    """The figure's line of the table for people; its columns stand under `HEADING`."""
    target = targets.get(figure.name)
    wanted = f"{target.of} {target.bound} {target.limit:g}" if target else ""
    verdict = {True: "met", False: "MISSED", None: ""}[target.met(figure) if target else None]
    floor, ratio = _text(figure.floor), _text(figure.ratio)
    return f"{figure.name:26} {_text(figure.value):>10} {figure.unit:10} {floor:>10} {ratio:>8}  {wanted:20} {verdict}"


HEADING = f"{'figure':26} {'value':>10} {'unit':10} {'floor':>10} {'ratio':>8}  {'target':20}"


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of all do not exceed (nearest rank); `values` in any order."""
    if not values:
        raise ValueError("there is no percentile of nothing")
    rank = -(-len(values) * percent // 100)
    return sorted(values)[max(0, int(rank) - 1)]


def _rounded(value: object) -> object:
    return float(f"{value:.4g}") if isinstance(value, float) else value


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}" if value < 1000 else f"{value:.0f}"
