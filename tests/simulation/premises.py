"""Which hall a life takes place in, how many come, and on which dates: drawn from the seed.

Press reports of real halls stand behind the figures: one field may take 86 % of all numbers, and most people come in
the first two hours of the morning.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from random import Random
from zoneinfo import ZoneInfo

from hall_server.domain.model import CounterPlan, Field, HallDocument, Procedure
from hall_server.domain.policies import (
    Appointments,
    Calendar,
    DecidedDay,
    Helping,
    NoShow,
    Policies,
    PriorityClass,
    Session,
)
from hall_server.domain.words import Words

BUSIEST_FIELD_SHARE = 0.86
ZONES = ("Asia/Ho_Chi_Minh",) * 6 + ("Europe/Berlin", "America/New_York")
FIRST_DATES = ("2026-11-24", "2026-12-30", "2027-02-03", "2026-10-23", "2026-10-30", "2027-03-12", "2027-03-26")
"""An ordinary week, a year's end, Tết, and the days on which some halls change their clocks."""
ARRIVALS_BY_HOUR = {7: 22, 8: 30, 9: 20, 10: 10, 11: 3, 13: 14, 14: 12, 15: 7, 16: 3}
"""How many of a hundred come in each hour."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a hall is."""

    name: str
    fields: tuple[int, int]
    counters: tuple[int, int]
    arrivals: tuple[int, int]


SMALL = Scale("small", (2, 5), (1, 4), (8, 40))
LARGE = Scale("large", (8, 40), (8, 16), (300, 500))


@dataclass(frozen=True, slots=True)
class Premises:
    document: HallDocument
    first_date: datetime.date
    shares: tuple[float, ...]
    scale: Scale

    def local_ms(self, date: datetime.date, hour: int, minute: int = 0) -> int:
        """ms UTC of a local time."""
        local = datetime.datetime.combine(date, datetime.time(hour, minute), ZoneInfo(self.document.time_zone))
        return int(local.timestamp() * 1000)


def draw_premises(rng: Random, scale: Scale) -> Premises:
    fields = rng.randint(*scale.fields)
    document = HallDocument(
        hall_id="hai-chau",
        name=Words("Trung tâm Phục vụ hành chính công"),
        place=Words("Phường Hải Châu"),
        fields=tuple(
            Field(
                f"F{index}",
                _series(index),
                Words(f"Lĩnh vực {index}"),
                rejoin_on_transfer=rng.random() < 0.2,
                one_per_person=rng.random() < 0.15,
            )
            for index in range(fields)
        ),
        counters=_counters(rng, fields, rng.randint(*scale.counters)),
        procedures=(Procedure("1.001193", "F0", Words("Đăng ký khai sinh")),),
        time_zone=rng.choice(ZONES),
        policies=_policies(rng),
    )
    rest = [rng.random() + 0.05 for _ in range(fields - 1)]
    busiest = BUSIEST_FIELD_SHARE if rng.random() < 0.5 else 1 / fields
    shares = (busiest, *((1 - busiest) * share / sum(rest) for share in rest))
    return Premises(document, datetime.date.fromisoformat(rng.choice(FIRST_DATES)), shares, scale)


def other_document(rng: Random, document: HallDocument) -> HallDocument:
    """As staff change it on a day: policies, what counters serve, and now and then too much."""
    kind = rng.randrange(4)
    if kind == 0:
        return replace(document, policies=_policies(rng))
    if kind == 1:
        return replace(document, counters=_counters(rng, len(document.fields), len(document.counters)))
    if kind == 2:
        fields = document.fields[: max(1, len(document.fields) - 1)]
        known = {field.field_id for field in fields}
        counters = tuple(
            replace(
                counter,
                fields=tuple(one for one in counter.fields if one in known) or ("F0",),
                helps=tuple(one for one in counter.helps if one in known),
            )
            for counter in document.counters
        )
        counters = tuple(
            replace(one, helps=tuple(helped for helped in one.helps if helped not in one.fields)) for one in counters
        )
        return replace(document, fields=fields, counters=counters)
    return replace(document, time_zone=rng.choice(ZONES))


def _series(index: int) -> str:
    letters = "ABCDEGHKLMNPQRSTUVXY"
    return letters[index] if index < len(letters) else letters[index // len(letters)] + letters[index % len(letters)]


def _counters(rng: Random, fields: int, counters: int) -> tuple[CounterPlan, ...]:
    """Every field is served somewhere; some counters help."""
    served: list[set[int]] = [set() for _ in range(counters)]
    for index in range(fields):
        for counter in {index % counters, rng.randrange(counters)}:
            served[counter].add(index)
    plans = []
    for index, own in enumerate(served):
        fields_here = sorted(own) or [0]
        others = [one for one in range(fields) if one not in fields_here]
        helps = sorted(rng.sample(others, min(len(others), rng.choice((0, 0, 1, 2)))))
        zone = "main" if index % 3 else "upstairs"
        plans.append(
            CounterPlan(index + 1, tuple(f"F{one}" for one in fields_here), zone, tuple(f"F{one}" for one in helps))
        )
    return tuple(plans)


def _policies(rng: Random) -> Policies:
    sessions = (
        ()
        if rng.random() < 0.3
        else (
            Session(datetime.time(7, 30), datetime.time(11, 30)),
            Session(datetime.time(13, 0), datetime.time(16, 30)),
        )
    )
    return Policies(
        priority_classes=(
            PriorityClass("elderly", Words("Người từ 75 tuổi"), rng.choice((15, 30, 60)), "Luật Người cao tuổi"),
            PriorityClass("disabled", Words("Người khuyết tật nặng"), 45, "Luật Người khuyết tật"),
            PriorityClass("later", Words("Áp dụng từ 2028"), 45, "", datetime.date(2028, 1, 1)),
        ),
        appointments=Appointments(rng.choice((0, 30)), 30, 15) if rng.random() < 0.8 else None,
        no_show=NoShow(rng.choice((10, 60)), rng.choice((0, 1, 2, 5))),
        helping=Helping(rng.choice((0, 10, 20))),
        calendar=Calendar(
            weekdays=(0, 1, 2, 3, 4, 5),
            sessions=sessions,
            saturday_sessions=(Session(datetime.time(7, 30), datetime.time(11, 30)),) if rng.random() < 0.5 else (),
            decided_days=(DecidedDay(datetime.date(2027, 1, 2), Words("Làm bù"), works=True),),
        ),
        undo_seconds=rng.choice((60, 600)),
    )
