"""The command that a press becomes when nothing stands against it; the ticket named is always one on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from counter.desk import Desk, Obstacle, Press
from hall_link.commands import (
    CallChosen,
    CallNext,
    CancelTicket,
    CloseCounter,
    ComeBack,
    Command,
    FinishService,
    HoldTicket,
    MarkMissed,
    OpenCounter,
    PauseCounter,
    Recall,
    ReprintTicket,
    ResumeCounter,
    ResumeTicket,
    ServeFields,
    StartService,
    TransferTicket,
    UndoStep,
)


@dataclass(frozen=True)
class Target:
    """What a press is about besides the ticket at the counter.

    `ticket_id`: the line of the list; `to_field`, `to_counter`: where to send the person; `kiosk_id`: where to print;
    `minutes`: of a hold, as in `HoldChoice`; `reason`: of a chosen call or a break; `fields`, `helps`: what the counter
    serves from now on.
    """

    ticket_id: str | None = None
    to_field: str | None = None
    to_counter: int | None = None
    kiosk_id: str | None = None
    minutes: int | None = None
    reason: str = ""
    fields: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()


HERE = Target()


def obstacle_to(press: Press, desk: Desk, target: Target) -> Obstacle | None:
    """As the desk says, and for a line of the list: that it is still there."""
    obstacle = desk.obstacles.get(press)
    if obstacle is not None:
        return obstacle
    waiting = {line.ticket_id for line in desk.waiting}
    away = {line.ticket_id for line in desk.away}
    here = {desk.current.ticket_id} if desk.current is not None else set()
    listed = {
        Press.CANCEL: waiting | away,
        Press.CHOOSE: waiting,
        Press.RETURN: away,
        Press.REPRINT: waiting | away | here,
    }.get(press)
    return "not_in_queue" if listed is not None and target.ticket_id not in listed else None


def command_of(press: Press, desk: Desk, target: Target) -> Command:
    """Only for a press without an obstacle (`obstacle_to`)."""
    if press in _OF_THE_COUNTER:
        return _command_of_counter(press, desk, target)
    ticket_id = desk.current.ticket_id if desk.current is not None else ""
    match press:
        case Press.START:
            return StartService(desk.counter_id, ticket_id)
        case Press.RECALL:
            return Recall(desk.counter_id, ticket_id)
        case Press.HOLD:
            return HoldTicket(desk.counter_id, ticket_id, until=_until(desk, target))
        case Press.TRANSFER:
            return TransferTicket(desk.counter_id, ticket_id, to_field=target.to_field, to_counter=target.to_counter)
        case Press.MISSED:
            return MarkMissed(desk.counter_id, ticket_id)
        case Press.FINISH:
            return FinishService(desk.counter_id, ticket_id)
        case Press.RETURN:
            return _command_for_return(desk, target.ticket_id or "")
        case Press.CANCEL:
            return CancelTicket(target.ticket_id or "")
        case Press.REPRINT:
            return ReprintTicket(target.ticket_id or "", target.kiosk_id or printing_at(desk))
        case _:
            raise AssertionError(f"{press} is about the counter")


_OF_THE_COUNTER = frozenset(
    {Press.NEXT, Press.CHOOSE, Press.UNDO, Press.OPEN, Press.CLOSE, Press.PAUSE, Press.RESUME, Press.SERVE}
)


def _command_of_counter(press: Press, desk: Desk, target: Target) -> Command:
    counter_id = desk.counter_id
    match press:
        case Press.NEXT:
            return CallNext(counter_id, finishing=desk.current.ticket_id if desk.current is not None else None)
        case Press.CHOOSE:
            return CallChosen(counter_id, target.ticket_id or "", target.reason)
        case Press.UNDO:
            return UndoStep(counter_id, desk.undo.ticket_id if desk.undo is not None else "")
        case Press.OPEN:
            return OpenCounter(counter_id)
        case Press.CLOSE:
            return CloseCounter(counter_id)
        case Press.PAUSE:
            return PauseCounter(counter_id, target.reason)
        case Press.RESUME:
            return ResumeCounter(counter_id)
        case _:
            return ServeFields(counter_id, target.fields, target.helps)


def printing_at(desk: Desk) -> str:
    """The kiosk where a number is printed when nobody chose one; only where one can print."""
    return next(printer.kiosk_id for printer in desk.printers if printer.ready)


def target_of(asking: Press, option_id: str, ticket_id: str) -> Target:
    """What is meant by an option of the short list that `asking` shows, about that ticket."""
    match asking:
        case Press.HOLD:
            return Target(minutes=int(option_id))
        case Press.CHOOSE:
            return Target(ticket_id=ticket_id, reason=option_id)
        case Press.REPRINT:
            return Target(ticket_id=ticket_id, kiosk_id=option_id)
        case _:
            return Target(reason=option_id)


def _until(desk: Desk, target: Target) -> int:
    """The instant of the chosen length; the first choice where none was named (a keypad has no list)."""
    return next((choice.until for choice in desk.holds if choice.minutes == target.minutes), desk.holds[0].until)


def _command_for_return(desk: Desk, ticket_id: str) -> Command:
    states = {line.ticket_id: line.state for line in desk.away}
    return ResumeTicket(ticket_id) if states[ticket_id] == "on_hold" else ComeBack(ticket_id)
