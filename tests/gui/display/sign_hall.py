"""A counter with its people, played by the test, and the presenter of its sign."""

from display.layout import Appearance
from display.ui.sign import SignPresenter
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, CounterRow, CounterState
from tests.unit.display.rows import NOW_MS, a_call, a_hall

COUNTER = 3


class SignHall:
    """Rows and the server's clock, moved by hand. Serves as the presenter's feed."""

    def __init__(self, *, arrow: str = "down", night: bool = True, motion: bool = False) -> None:
        self.mirror = Mirror()
        self.live = True
        self.stale_since: int | None = None
        appearance = Appearance(night=night, motion=motion)
        self.presenter = SignPresenter(self, COUNTER, "main", arrow, lambda: 0.0, appearance)

    def now_ms(self) -> int:
        return NOW_MS

    def put(self, *rows: AnyRow) -> None:
        self.mirror.rows.update({row.key: row for row in rows})
        self.presenter.refresh()

    def open(self, state: CounterState = "open") -> None:
        """The hall, and the counter without anybody."""
        self.put(a_hall(), CounterRow(COUNTER, "main", state, ["HT"]))

    def call(self, number: str = "A047", *, current: bool = True) -> None:
        """Somebody is called here; not `current`: has come, and is served."""
        call = a_call(number, COUNTER, current=current)
        self.put(CounterRow(COUNTER, "main", "open", ["HT"], call.ticket_id), call)

    def lose(self) -> None:
        """The server was last heard a minute ago."""
        self.live, self.stale_since = False, NOW_MS - 60_000
        self.presenter.refresh()
