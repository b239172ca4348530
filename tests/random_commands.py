"""Commands at random, as a hall would hear them: most make sense at the moment, some are late, double, or nonsense."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from hall_server.domain import commands as c
from hall_server.domain.model import HallState, PrinterCondition
from tests.halls import MORNING

FIELDS = ("HT", "CT", "DD")
COUNTERS = (1, 2, 3)


def a_command(draw: st.DrawFn, state: HallState) -> c.Command:
    """One command that somebody might send now."""
    counter_id = draw(st.sampled_from((*COUNTERS, 9)))
    ticket_id = draw(st.sampled_from(_tickets_of_interest(state, counter_id)))
    field_id = draw(st.sampled_from((*FIELDS, "XX")))
    kind = draw(st.sampled_from(_KINDS))
    return kind(draw, counter_id, ticket_id, field_id)


def _tickets_of_interest(state: HallState, counter_id: int) -> list[str]:
    """The counter's own ticket mostly, so that stories go on."""
    counter = state.counters.get(counter_id)
    own = [counter.ticket_id] * 6 if counter and counter.ticket_id else []
    return [*own, *list(state.tickets)[-5:], "20261124-A001", "nonsense"]


def _transfer(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    to_counter = draw(st.sampled_from((None, None, *COUNTERS)))
    return c.TransferTicket(counter_id, ticket_id, None if to_counter else field_id, to_counter)


def _call_next(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    return c.CallNext(counter_id, draw(st.sampled_from((None, ticket_id))))


def _open_counter(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    fields = draw(st.one_of(st.none(), st.sets(st.sampled_from(FIELDS), min_size=1).map(lambda s: tuple(sorted(s)))))
    return c.OpenCounter(counter_id, fields)


def _spoken(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    return c.ReportSpoken(f"{ticket_id}-1", draw(st.booleans()), "late")


def _announce(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    words = draw(st.sampled_from(("Mời quý vị uống nước", "  ", "Xe 43A-123.45\nxin dời chỗ")))
    zone = draw(st.sampled_from(("", "main", "upstairs", "nowhere")))
    return c.Announce(words, urgent=draw(st.booleans()), zone=zone, minutes=draw(st.sampled_from((1, 480))))


def _board(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    board, zone = f"display-{draw(st.integers(1, 3))}", draw(st.sampled_from(("main", "main", "upstairs")))
    said: tuple[c.Command, ...] = (c.BoardAnswers(board, zone, draw(st.booleans())), c.BoardSilent(board))
    return draw(st.sampled_from(said))


def _of_announcement(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    one = f"20261124-tb{draw(st.integers(1, 3))}"
    zone = draw(st.sampled_from(("main", "upstairs")))
    heard = c.ReportAnnouncementSpoken(one, zone, draw(st.booleans()), "too_late")
    said: tuple[c.Command, ...] = (c.WithdrawAnnouncement(one), heard, heard)
    return draw(st.sampled_from(said))


def _issue_with_a_reason(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    return c.IssueTicket(
        field_id,
        priority_class=draw(st.sampled_from((None, "elderly", "nobody"))),
        appointment_at=draw(st.sampled_from((None, None, MORNING, MORNING + 10 * 60_000))),
        next_fields=draw(st.sampled_from(((), (), ("CT",), ("CT", "DD")))),
    )


def _hold(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    return c.HoldTicket(counter_id, ticket_id, MORNING + draw(st.sampled_from((0, 3_600_000, 86_400_000))))


def _serve(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=2))
    return c.ServeFields(counter_id, tuple(fields), draw(st.sampled_from(((), ("DD",), ("HT", "CT")))))


def _of_paper(draw: st.DrawFn, counter_id: int, ticket_id: str, field_id: str) -> c.Command:
    kiosk, copy = f"kiosk-{draw(st.integers(1, 2))}", draw(st.sampled_from((0, 1, 1, 2)))
    condition = draw(st.sampled_from((PrinterCondition.READY, PrinterCondition.READY, PrinterCondition.NO_PAPER)))
    seen_at = MORNING + draw(st.sampled_from((-60_000, 0, 86_400_000)))
    said: tuple[c.Command, ...] = (
        c.ReportPrinter(kiosk, condition, seen_at, "", draw(st.booleans()), draw(st.sampled_from((None, 3)))),
        c.ReprintTicket(ticket_id, kiosk),
        c.ReprintTicket(ticket_id, kiosk),
        c.ReportPrinted(ticket_id, copy),
        c.ReportPrintFailed(ticket_id, "paper_out", copy),
        c.ConfirmRoll(kiosk),
    )
    return draw(st.sampled_from(said))


_Kind = Callable[[st.DrawFn, int, str, str], c.Command]
_OFTEN: tuple[_Kind, ...] = (
    lambda _d, _c, _t, field_id: c.IssueTicket(field_id),
    lambda _d, _c, _t, field_id: c.IssueTicket(field_id),
    _call_next,
    _call_next,
    lambda _d, counter_id, ticket_id, _f: c.StartService(counter_id, ticket_id),
    lambda _d, counter_id, ticket_id, _f: c.FinishService(counter_id, ticket_id),
    lambda _d, counter_id, ticket_id, _f: c.MarkMissed(counter_id, ticket_id),
    _transfer,
    _open_counter,
)
_SELDOM: tuple[_Kind, ...] = (
    _issue_with_a_reason,
    _issue_with_a_reason,
    _hold,
    _hold,
    _announce,
    _announce,
    _of_announcement,
    _of_announcement,
    _board,
    _board,
    _board,
    _serve,
    lambda _d, _c, ticket_id, _f: c.ResumeTicket(ticket_id),
    lambda _d, _c, ticket_id, _f: c.ResumeTicket(ticket_id),
    lambda _d, _c, ticket_id, _f: c.ComeBack(ticket_id),
    lambda _d, _c, ticket_id, _f: c.ComeBack(ticket_id),
    lambda draw, counter_id, ticket_id, _f: c.CallChosen(counter_id, ticket_id, draw(st.sampled_from(("frail", "x")))),
    lambda _d, counter_id, ticket_id, _f: c.UndoStep(counter_id, ticket_id),
    lambda _d, counter_id, ticket_id, _f: c.UndoStep(counter_id, ticket_id),
    lambda _d, counter_id, _t, _f: c.PauseCounter(counter_id, "lunch"),
    lambda _d, counter_id, _t, _f: c.ResumeCounter(counter_id),
    lambda _d, _c, _t, _f: c.BeginBreak(MORNING + 86_400_000),
    lambda _d, _c, _t, _f: c.EndBreak(),
    lambda _d, counter_id, ticket_id, _f: c.Recall(counter_id, ticket_id),
    lambda _d, _c, ticket_id, _f: c.CancelTicket(ticket_id, "đi về"),
    lambda _d, counter_id, _t, _f: c.CloseCounter(counter_id),
    lambda _d, _c, _t, field_id: c.StopField(field_id),
    lambda _d, _c, _t, field_id: c.ResumeField(field_id),
    *(_of_paper,) * 5,
    lambda _d, _c, ticket_id, _f: c.ReportShown(f"{ticket_id}-1"),
    _spoken,
    lambda _d, _c, _t, _f: c.OpenDay(),
    lambda _d, _c, _t, _f: c.StopIssuing(),
    lambda draw, _c, _t, _f: c.CloseDay(draw(st.booleans())),
)
_KINDS = _OFTEN * 4 + _SELDOM
