"""Why a press would do nothing now: the one place that says what an officer may do, and in which state."""

from __future__ import annotations

from counter.desk import Desk, Obstacle, Press


def obstacles_at(desk: Desk) -> dict[Press, Obstacle]:
    """Why each press that is not possible now is not; the order of the lines is what the officer should hear first."""
    if not desk.live:
        return dict.fromkeys(Press, "stale")
    found = {press: _obstacle(desk, press) for press in Press}
    return {press: obstacle for press, obstacle in found.items() if obstacle is not None}


def _obstacle(desk: Desk, press: Press) -> Obstacle | None:
    if press is Press.CANCEL:
        return None if desk.waiting or desk.missed else "nobody_waits"
    if desk.stage == "closed":
        if press is not Press.OPEN:
            return "counter_closed"
        return "day_closed" if desk.day == "closed" else None
    if press is Press.OPEN:
        return "counter_open"
    if press is Press.CLOSE:
        return "somebody_here" if desk.current is not None else None
    if press is Press.NEXT:
        return _obstacle_to_next(desk)
    return _obstacle_at_ticket(desk, press)


def _obstacle_to_next(desk: Desk) -> Obstacle | None:
    if desk.stage == "called":
        return "not_started"
    return "nobody_waits" if desk.stage == "idle" and not desk.waiting else None


def _obstacle_at_ticket(desk: Desk, press: Press) -> Obstacle | None:
    if desk.current is None:
        return "nobody_here"
    if press is Press.FINISH:
        return None if desk.current.serving else "not_started"
    if press is Press.TRANSFER:
        return None if desk.to_fields or desk.to_counters else "nowhere_to_go"
    return "already_started" if desk.current.serving else None
