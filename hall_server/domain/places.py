"""How a place is made: a time, so that everybody can be compared and nobody waits for ever.

walk-in: the time of issue. Priority: the time of issue less the class's credit. Appointment: the slot less the credit,
if checked in inside its window; late, a walk-in. The policies are those in force at the time of issue.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from hall_server.domain.model import PlaceReason
from hall_server.domain.policies import MINUTE_MS, Appointments, PriorityClass


class Place(NamedTuple):
    """A time in ms, and what it was made from."""

    at: int
    reason: PlaceReason


def of_walk_in(now: int) -> Place:
    return Place(now, PlaceReason.ARRIVAL)


def of_priority(now: int, priority: PriorityClass, today: datetime.date) -> Place:
    """A class that does not count yet gives no credit."""
    if priority.since is not None and today < priority.since:
        return of_walk_in(now)
    return Place(now - priority.credit_minutes * MINUTE_MS, PlaceReason.PRIORITY)


def of_appointment(now: int, slot: int, policy: Appointments) -> Place:
    """Outside its window, early or late, it is a walk-in; inside, never later than one."""
    if not slot - policy.early_minutes * MINUTE_MS <= now <= slot + policy.grace_minutes * MINUTE_MS:
        return of_walk_in(now)
    return Place(min(now, slot - policy.credit_minutes * MINUTE_MS), PlaceReason.APPOINTMENT)
