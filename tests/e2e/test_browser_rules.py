"""The page's own machines decide as the programs do (long because the stories stand beside what they prove).

Layout, board, session and calendar are told the same stories. The page cannot run our Python, so the rules of what is
seen stand twice; these tests play both against each other in a real browser, and fail on the first difference.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import random
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from display.board import Board, Moment, Picture
from display.calendar_text import lunar_text
from display.layout import Division, Installed, Wanted, layout_of
from hall_link.effects import Changed, CloseSocket, Effect, LiveChanged, OpenSocket, SendText
from hall_link.feed import Beat, DisplayView, Farewell, Snapshot, Updates
from hall_link.lunar import lunar_date
from hall_link.messages import Problem
from hall_link.rows import AnnouncementRow, AnyRow, CallRow, FieldRow, HallRow, WaitRange, Words
from hall_link.session import Session
from tests.e2e.chromium import Chromium, Page
from tests.gui.display.test_with_server import DOCUMENT
from tests.gui.served_hall import ServedHall
from tests.unit.display.rows import NOW_MS, a_call, a_field, a_hall

pytestmark = pytest.mark.e2e
STEPS = 400
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module")
def page(chromium: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page whose modules can be called; it is not let in, so nothing else happens on it."""
    with ServedHall(DOCUMENT, tmp_path_factory.mktemp("hall")) as hall:
        tab = chromium.page(apart=True)
        tab.open(f"{hall.url}/board/")
        tab.wait("document.readyState === 'complete'")
        yield tab


def told(page: Page, script: str, story: object) -> Any:
    """`script` is the body of an asynchronous function of `story`."""
    return page.run(f"(async (story) => {{ {script} }})({json.dumps(story)})")


SIZES = ((1920, 1080), (3840, 2160), (1366, 768), (1280, 720), (1080, 1920), (2160, 3840), (1024, 768), (800, 1280))
INSTALLED = ((0.0, 0.0), (4.0, 43.0), (5.0, 65.0), (8.0, 55.0), (10.0, 75.0), (12.0, 32.0), (3.0, 98.0))
LAYOUTS = ("auto", "two_columns", "three_columns", "upright")


def test_the_page_is_divided_as_a_board_is(page: Page) -> None:
    story: list[dict[str, Any]] = [
        {"width": width, "height": height, "distance": distance, "diagonal": diagonal, "layout": name, "lines": lines}
        for width, height in SIZES
        for distance, diagonal in INSTALLED
        for name in LAYOUTS
        for lines in (6, 8, 10)
    ]
    layouts = told(
        page,
        "const {layoutOf} = await import('/board/layout.js');"
        "return story.map((one) => layoutOf(one.width, one.height, one));",
        story,
    )
    names = {Division.UPRIGHT: "upright", Division.TWO_COLUMNS: "two_columns", Division.THREE_COLUMNS: "three_columns"}
    for one, layout in zip(story, layouts, strict=True):
        wanted = Wanted(one["layout"], one["lines"])
        ours = layout_of(one["width"], one["height"], wanted, Installed(one["distance"], one["diagonal"]))
        theirs = (layout["division"], layout["text"], layout["lines"], layout["columns"], layout["rows"])
        assert theirs == (names[ours.division], ours.text, ours.lines, ours.field_columns, ours.field_rows), one
        assert (layout["card"], layout["letters"]) == (ours.card_height, ours.sentence_letters)


class StoryOfABoard:
    """A day of a hall by chance: calls, recalls, people who came, pages of fields, losses, a new day."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._calls: dict[str, CallRow] = {}
        self._now = 10.0
        self._days = 0
        self._issued = 0
        self._since: int | None = None

    def steps(self) -> Iterator[tuple[HallRow | None, list[FieldRow], list[CallRow], Moment, int]]:
        """For each moment the hall, fields, calls, the moment, and how many lines the page has."""
        yield None, [], [], Moment(NOW_MS, self._now, live=False), 6
        for _ in range(STEPS):
            self._now += self._chance.choice((0.0, 0.25, 0.25, 1.0, 3.0, 13.0, 100.0))
            for _ in range(self._chance.choice((0, 0, 1, 1, 2, 12))):
                self._happen()
            calls = sorted(self._calls.values(), key=lambda row: row.called_at)[-24:]
            yield self._hall(), self._fields(), calls, self._moment(), self._chance.choice((4, 6, 6, 6, 10))

    def _server_ms(self) -> int:
        return NOW_MS + round(self._now * 1000)

    def _happen(self) -> None:
        kind = self._chance.random()
        if kind < 0.55 or not self._calls:
            self._issued += 1
            row = a_call(f"A{self._issued:03}", self._chance.randint(1, 40), at=self._server_ms() + self._issued)
            why = Words(f"{row.number} có lịch hẹn.", "It has an appointment.") if kind < 0.1 else None
            row = msgspec.structs.replace(row, why=why)
            self._calls[row.call_id] = row
        elif kind < 0.7:
            before = self._chance.choice(list(self._calls.values()))
            again = a_call(before.number, before.counter_id, at=self._server_ms() + 900, attempt=before.attempt + 1)
            self._calls[before.call_id] = msgspec.structs.replace(before, current=False)
            self._calls[again.call_id] = again
        elif kind < 0.99:
            one = self._chance.choice(list(self._calls.values()))
            self._calls[one.call_id] = msgspec.structs.replace(one, current=False)
        else:
            self._days += 1
            self._calls.clear()

    def _hall(self) -> HallRow:
        day = self._chance.choice(("open", "open", "open", "open", "closing", "closed"))
        return a_hall(day, f"2026-11-{24 + self._days % 6}")  # type: ignore[arg-type]

    def _fields(self) -> list[FieldRow]:
        rows = [a_field("ABCDEFGHKLMN"[place], place, waiting=self._chance.randint(0, 9)) for place in range(9)]
        late_at = self._server_ms() - self._chance.choice((0, 100_000, 1_000_000))
        known: dict[str, Any] = {
            "wait": WaitRange(5, 9),
            "next_numbers": ["A048"],
            "accepting": False,
            "name": Words("Đất", "Land"),
        }
        known["late_at"] = late_at if self._chance.random() < 0.1 else None
        return [
            msgspec.structs.replace(row, **{key: value for key, value in known.items() if self._chance.random() < 0.5})
            for row in rows
        ]

    def announcements(self) -> list[AnnouncementRow]:
        """What staff say now: seldom anything, short or long, here or elsewhere, some of it over."""
        if self._chance.random() < 0.6:
            return []
        return [self._announcement(number) for number in range(self._chance.randint(1, 3))]

    def _announcement(self, number: int) -> AnnouncementRow:
        text = " ".join(
            ["Xin", "quý", "vị", "chờ", "giây", "lát"][: self._chance.randint(2, 6)] * self._chance.randint(1, 9)
        )
        made_at = self._server_ms() - self._chance.choice((0, 0, 5000, -5000))
        until = self._server_ms() + self._chance.choice((0, 60_000))
        zone = self._chance.choice(("", "main", "upstairs"))
        return AnnouncementRow(f"n{number}", Words(text), self._chance.random() < 0.2, zone, made_at, until)

    def _moment(self) -> Moment:
        if self._chance.random() < 0.1:
            self._since = None if self._since is not None else self._server_ms() - 1500
        return Moment(self._server_ms(), self._now, self._since is None, self._since)


_PLAY_BOARD = """
const { Board } = await import('/board/board.js');
const { lunarText } = await import('/board/calendar.js');
const board = new Board(story.ticker, story.language, (iso) => lunarText(story.lunar[iso]), 'main');
return story.steps.map((step) => {
  board.setLayout({ lines: step.lines, columns: 4, rows: 2, letters: story.letters });
  board.takeCalls(step.hall, step.calls, step.moment.server_ms);
  return board.picture(step.hall, step.fields, step.moment, step.announcements);
});
"""


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_shows_what_a_board_shows(page: Page, seed: int, language: str) -> None:
    ticker = ("Xin giữ phiếu.", "Xin theo dõi.")
    board = Board(ticker, language)
    steps: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    dates: dict[str, object] = {}
    day = StoryOfABoard(seed)
    layout = layout_of(1920, 1080, Wanted(), Installed())
    for hall, fields, calls, moment, lines in day.steps():
        said = day.announcements()
        board.set_layout(dataclasses.replace(layout, lines=lines))
        board.take_calls(hall, calls, moment.server_ms)
        ours.append(written(board.picture(hall, fields, moment, said)))
        rows = {"hall": hall, "fields": fields, "calls": calls, "announcements": said}
        steps.append({**msgspec.to_builtins(rows), "moment": dataclasses.asdict(moment), "lines": lines})
        dates |= lunar_dates(ours[-1]["date"])
    letters = layout.sentence_letters
    story = {"letters": letters, "ticker": ticker, "language": language, "lunar": dates, "steps": steps}
    theirs = told(page, _PLAY_BOARD, story)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        assert other == one, f"step {number}"
    assert sum(picture["newest"] is not None for picture in ours) > STEPS / 2


def written(picture: Picture) -> dict[str, Any]:
    """The picture as the page writes it."""
    told: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(picture)))
    return told


def lunar_dates(date: str) -> dict[str, object]:
    """What the server tells of the date that a picture shows."""
    if not date:
        return {}
    day = datetime.datetime.strptime(date.rpartition(" ")[2], "%d/%m/%Y").date()  # noqa: DTZ007  (a date)
    lunar = lunar_date(day)
    return {day.isoformat(): {"day": lunar.day, "month": lunar.month, "leap": lunar.is_leap}}


def test_lunar_dates_are_written_as_a_board_writes_them(page: Page) -> None:
    days = [datetime.date(2025, 1, 1) + datetime.timedelta(days=step) for step in range(0, 800, 3)]
    story = [(lunar.day, lunar.month, lunar.is_leap) for lunar in map(lunar_date, days)]
    texts = told(
        page,
        "const {lunarText} = await import('/board/calendar.js');"
        "return story.map(([day, month, leap]) => lunarText({day, month, leap}));",
        story,
    )
    assert texts == [lunar_text(day) for day in days]


_PLAY_SESSION = """
const { Session } = await import('/board/session.js');
const session = new Session('main', () => 0.5);
const plain = (effect) => effect.effect === 'send' ? { ...effect, text: JSON.parse(effect.text) } : effect;
return story.map(([input, now, ...given]) => {
  const effects = input === 'received' ? session.received(given[0], given[1], now)
    : input === 'connect' || input === 'tick' ? session[input](now) : session[input](given[0], now);
  return [session.phase, session.seq, [...session.rows.keys()].sort(), session.staleSince(), session.nowMs(now),
    effects.map(plain).filter((effect) => effect.effect !== 'changed')];
});
"""


class StoryOfALink:
    """What may happen to a feed, by chance, the odd things more often than in life."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.now = 100.0

    def input(self, session: Session) -> tuple[Any, ...]:
        """The next thing to happen to this session: (name, now, ...)."""
        self.now += self._chance.choice((0.0, 0.01, 0.1, 0.5, 1.0, 1.0, 2.6, 6.0))
        socket = session._socket - (self._chance.random() < 0.05)
        phase = session.phase.value
        if phase == "idle":
            return ("connect", self.now)
        if self._chance.random() < 0.15 or phase == "waiting":
            return ("tick", self.now)
        if phase == "connecting":
            return (self._chance.choice(("opened", "opened", "opened", "lost")), self.now, socket)
        return ("received", self.now, socket, self._frame(session)) if self._chance.random() < 0.95 else (
            "lost", self.now, socket,
        )  # fmt: skip

    def _frame(self, session: Session) -> str:
        seq, at = session.mirror.seq, NOW_MS + round(self.now * 1000)
        rows: list[AnyRow] = [a_call(f"A{self._chance.randint(1, 5):03}"), a_hall()]
        kind = self._chance.random()
        if kind < 0.25:
            frame: Any = Snapshot(seq + self._chance.choice((-1, 0, 1, 5)), f"m{self._chance.random()}", at, rows)
        elif kind < 0.6:
            after = seq + self._chance.choice((0, 0, 0, 0, 0, -1, 1))
            frame = Updates(after, after + self._chance.randint(1, 3), "m", at, rows[:1], ["call/20261124-A001-1"])
        elif kind < 0.9:
            frame = Beat(seq + self._chance.choice((0, 0, 0, 0, 0, 0, 1)), at)
        elif kind < 0.95:
            retry = self._chance.choice((None, 0, 1000, 90_000))
            family: Any = self._chance.choice(("request", "environment", "bug"))
            frame = Farewell(Problem("code", family, Words("vi"), Words("vi"), retry))
        else:
            return self._chance.choice(("", "{", "null", "[]", '{"frame": "riddle"}'))
        return msgspec.json.encode(frame).decode()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_follows_the_feed_as_a_program_does(page: Page, seed: int) -> None:
    session = Session(DisplayView("main"), lambda: 0.5, duty="show")
    session.servers_found(["http://hall"], 100.0)
    story, ours = StoryOfALink(seed), []
    inputs = []
    for _ in range(5 * STEPS):
        happened = story.input(session)
        inputs.append(happened)
        ours.append(outcome(session, happened, story.now))
    theirs = told(page, _PLAY_SESSION, inputs)
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        assert other == one, f"step {number}: {inputs[number]}"
    assert sum(one[0] == "live" for one in ours) > STEPS


def outcome(session: Session, happened: tuple[Any, ...], now: float) -> list[Any]:
    name, _, *given = happened
    effects = getattr(session, name)(*given, now)
    told = [one for effect in effects if (one := named(effect)) is not None]
    keys = sorted(session.mirror.rows)
    return [session.phase.value, session.mirror.seq, keys, session.stale_since, session.now_ms(now), told]


def named(effect: Effect) -> dict[str, Any] | None:
    """The effect as the page writes it."""
    match effect:
        case OpenSocket():
            return {"effect": "open", "socket": effect.socket}
        case SendText():
            return {"effect": "send", "socket": effect.socket, "text": json.loads(effect.text)}
        case CloseSocket():
            return {"effect": "close", "socket": effect.socket}
        case LiveChanged():
            return {"effect": "live", "live": effect.live}
        case Changed():
            return None
        case _:
            raise AssertionError(effect)
