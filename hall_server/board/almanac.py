"""`GET /board/lunar/{date}`: the lunar date, by the one reckoning of the whole hall. Open: a calendar is no secret."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import Struct
from starlette.types import Receive, Scope, Send

from hall_link.lunar import lunar_date
from hall_server.board.answers import NO_DATE
from hall_server.web.status import send_page

YEARS = range(1900, 2101)
"""For which the reckoning holds."""


class Lunar(Struct, frozen=True):
    """`leap`: the second month of that number."""

    day: int
    month: int
    leap: bool


class AlmanacEndpoint:
    """One date a request; the page asks once a day."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        date = _date(scope["path_params"]["date"])
        if date is None:
            await NO_DATE.send(send)
            return
        lunar = lunar_date(date)
        page = msgspec.json.encode(Lunar(lunar.day, lunar.month, lunar.is_leap))
        await send_page(send, 200, b"application/json", page)


def _date(written: str) -> datetime.date | None:
    try:
        date = datetime.date.fromisoformat(written)
    except ValueError:
        return None
    return date if date.year in YEARS else None
