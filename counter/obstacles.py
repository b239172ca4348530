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
        return None if desk.waiting or desk.away else "nobody_waits"
    if press is Press.REPRINT:
        if not (desk.waiting or desk.away or desk.current):
            return "nobody_waits"
        return None if any(printer.ready for printer in desk.printers) else "no_printer"
    if press is Press.RETURN:
        return None if desk.away else "nobody_away"
    if desk.stage == "closed":
        if press is not Press.OPEN:
            return "counter_closed"
        return "day_closed" if desk.day == "closed" else None
    if press is Press.OPEN:
        return "counter_open"
    if press is Press.SERVE:
        return None
    if press in {Press.CLOSE, Press.PAUSE, Press.RESUME}:
        return _obstacle_to_leaving(desk, press)
    if desk.stage == "paused":
        return "counter_paused"
    if press is Press.UNDO:
        return None if desk.undo is not None else "nothing_to_undo"
    if press in {Press.NEXT, Press.CHOOSE}:
        return _obstacle_to_calling(desk, press)
    return _obstacle_at_ticket(desk, press)


def _obstacle_to_leaving(desk: Desk, press: Press) -> Obstacle | None:
    if press is Press.RESUME:
        return None if desk.stage == "paused" else "not_paused"
    if desk.current is not None:
        return "somebody_here"
    return "counter_paused" if press is Press.PAUSE and desk.stage == "paused" else None


def _obstacle_to_calling(desk: Desk, press: Press) -> Obstacle | None:
    if desk.stage == "called":
        return "not_started"
    if press is Press.CHOOSE and desk.current is not None:
        return "somebody_here"
    if desk.stage == "idle" and not desk.waiting:
        return "nobody_waits"
    return "no_reasons" if press is Press.CHOOSE and not desk.manual_reasons else None


def _obstacle_at_ticket(desk: Desk, press: Press) -> Obstacle | None:
    if desk.current is None:
        return "nobody_here"
    if press is Press.TRANSFER:
        return None if desk.to_fields or desk.to_counters else "nowhere_to_go"
    if press in {Press.FINISH, Press.HOLD}:
        if not desk.current.serving:
            return "not_started"
        return "no_hold" if press is Press.HOLD and not desk.holds else None
    return "already_started" if desk.current.serving else None
