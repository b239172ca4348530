"""The people of the demo: citizens who touch the kiosk, officers who press at their counters. They see only what a
person sees on the screens and on the wall, and they step back where a real person is at work.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from demo.album import Album
from demo.observer import Observer
from demo.programs import HandError, Program
from hall_link.mirror import Mirror
from hall_link.rows import CallRow, CounterRow, FieldRow, TicketRow

TICKET_MS_MAX = 15_000
CALL_SECONDS_MAX = 10.0
ANNOUNCED_SECONDS_MAX = 60.0
READING_SECONDS = 1.0
"""To read "press again if the person really is not there" before pressing again."""
PERSON_SECONDS = 5.0
"""How long to leave a screen alone before looking again whether its real person has gone."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds, as in a hall that is shown to somebody: real ones would be ten times as long."""

    between_citizens: tuple[float, float] = (2.0, 5.0)
    looking_at_number: tuple[float, float] = (1.0, 2.0)
    service: tuple[float, float] = (2.0, 5.0)
    share_recalled: float = 0.08
    share_missed: float = 0.08
    share_transferred: float = 0.1


async def citizens(
    kiosk: Program, observer: Observer, album: Album, dice: Random, pace: Pace, closing: asyncio.Event
) -> None:
    """One after the other, until `closing`; each takes a number for one of the fields."""
    while not closing.is_set():
        await _unless_somebody_is_there(kiosk, lambda: _take_number(kiosk, observer, album, dice, pace))
        await _pause(dice, pace.between_citizens, closing)


async def _take_number(kiosk: Program, observer: Observer, album: Album, dice: Random, pace: Pace) -> None:
    fields = [row.field_id for row in observer.mirror.all(FieldRow) if row.accepting]
    tile = f"fieldTile_{dice.choice(fields)}"
    await kiosk.hand(wait=tile, milliseconds=TICKET_MS_MAX)
    await album.take(kiosk, "home")
    await kiosk.hand(tap=tile)
    await kiosk.hand(wait="doneButton", milliseconds=TICKET_MS_MAX)
    await album.take(kiosk, "number")
    await asyncio.sleep(dice.uniform(*pace.looking_at_number))
    await kiosk.hand(tap="doneButton")


async def officer(
    counter: Program, counter_id: int, observer: Observer, dice: Random, pace: Pace, closing: asyncio.Event
) -> None:
    """Opens the counter and serves whoever comes, until `closing`; ends with nobody at the counter."""
    desk = _Desk(counter, counter_id, observer, dice, pace)
    while not closing.is_set():
        await _unless_somebody_is_there(counter, desk.next_step)
        await _pause(dice, (0.2, 0.6), closing)
    await _unless_somebody_is_there(counter, desk.finish)


class _Desk:
    """What an officer does next, from what the counter and the wall show."""

    def __init__(self, counter: Program, counter_id: int, observer: Observer, dice: Random, pace: Pace) -> None:
        self._counter = counter
        self._counter_id = counter_id
        self._observer = observer
        self._dice = dice
        self._pace = pace

    async def next_step(self) -> None:
        row = self._row(self._observer.mirror)
        if row.state == "closed":
            await self._counter.hand(wait="openCounterButton", milliseconds=TICKET_MS_MAX)
            await self._press("openCounterButton", lambda mirror: self._row(mirror).state == "open")
            return
        ticket = self._ticket(self._observer.mirror)
        if ticket is None:
            if self._somebody_waits():
                await self._press("nextButton", lambda mirror: self._ticket(mirror) is not None)
            return
        if ticket.state == "called":
            await self._receive(ticket)
            return
        await asyncio.sleep(self._dice.uniform(*self._pace.service))
        if self._dice.random() < self._pace.share_transferred and ticket.leg == 1:
            await self._transfer(ticket)
        elif self._somebody_waits():
            await self._press("nextButton", lambda mirror: self._ticket(mirror) not in (None, ticket))
        else:
            await self._press("finishButton", lambda mirror: self._ticket(mirror) is None)

    async def finish(self) -> None:
        """The last person of the day."""
        ticket = self._ticket(self._observer.mirror)
        if ticket is not None and ticket.state == "called":
            await self._receive(ticket, come_for_sure=True)
        if self._ticket(self._observer.mirror) is not None:
            await self._press("finishButton", lambda mirror: self._ticket(mirror) is None)

    async def _receive(self, ticket: TicketRow, *, come_for_sure: bool = False) -> None:
        """Wait until the wall has shown and said it, as a person must, then begin, call again, or give up."""
        await self._observer.until(lambda mirror: _announced(mirror, ticket), ANNOUNCED_SECONDS_MAX)
        fate = 1.0 if come_for_sure else self._dice.random()
        calls_before = len(self._observer.calls())
        if fate < self._pace.share_missed:
            await self._counter.hand(click="missedButton")
            await asyncio.sleep(READING_SECONDS)
            await self._press("missedButton", lambda mirror: self._ticket(mirror) is None)
        elif fate < self._pace.share_missed + self._pace.share_recalled:
            await self._press("recallButton", lambda mirror: len(mirror.all(CallRow)) > calls_before)
        else:
            await self._press("startButton", lambda mirror: _state(mirror, ticket) == "serving")

    async def _transfer(self, ticket: TicketRow) -> None:
        others = [row.field_id for row in self._observer.mirror.all(FieldRow) if row.field_id != ticket.field_id]
        await self._counter.hand(click="transferButton")
        target = f"transferTo_field_{self._dice.choice(others)}"
        await self._counter.hand(wait=target)
        await self._press(target, lambda mirror: self._ticket(mirror) is None)

    async def _press(self, button: str, effect: Callable[[Mirror], bool]) -> None:
        await self._counter.hand(click=button)
        if not await self._observer.until(effect, CALL_SECONDS_MAX):
            raise HandError(f"{self._counter.name}: {button} had no effect")

    def _row(self, mirror: Mirror) -> CounterRow:
        row = mirror.get(f"counter/{self._counter_id}")
        assert isinstance(row, CounterRow), f"the demo's hall has counter {self._counter_id}"
        return row

    def _ticket(self, mirror: Mirror) -> TicketRow | None:
        row = mirror.get(f"ticket/{self._row(mirror).ticket_id}")
        return row if isinstance(row, TicketRow) else None

    def _somebody_waits(self) -> bool:
        fields = set(self._row(self._observer.mirror).fields)
        return any(
            ticket.state == "waiting" and (ticket.for_counter in {None, self._counter_id}) and ticket.field_id in fields
            for ticket in self._observer.tickets()
        )


def _announced(mirror: Mirror, ticket: TicketRow) -> bool:
    call = mirror.get(f"call/{ticket.call_id}")
    return isinstance(call, CallRow) and call.shown_at is not None and call.spoken != "pending"


def _state(mirror: Mirror, ticket: TicketRow) -> str:
    row = mirror.get(ticket.key)
    return row.state if isinstance(row, TicketRow) else ""


async def _unless_somebody_is_there(program: Program, act: Callable[[], Awaitable[None]]) -> None:
    """Do it, and if a real person uses the screen leave it to them; anything else that does not go is an error."""
    try:
        await act()
    except HandError as error:
        if "person_busy" in str(error):
            await asyncio.sleep(PERSON_SECONDS)
        else:
            program.errors.append(str(error))


async def _pause(dice: Random, seconds: tuple[float, float], closing: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(dice.uniform(*seconds)):
            await closing.wait()
    except TimeoutError:
        return
