"""A hall played by the test, and the presenter of a board in front of it."""

from collections.abc import Iterable

import msgspec

from display.board import Board
from display.layout import Appearance, Installed, Wanted
from display.ui.media import MediaPresenter
from display.ui.wallboard import WallboardPresenter
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, DayState, FieldRow, WaitRange
from tests.unit.display.rows import NOW_MS, a_call, a_field, a_hall

FIELDS = (
    *("Hộ tịch", "Chứng thực", "Đất đai", "Cư trú"),
    *("Hộ kinh doanh", "Bảo hiểm xã hội", "Bảo trợ xã hội", "Xây dựng"),
)
SERIES = "ABCDEGHKLM"
LONG_NAME = "Tư pháp – Hộ tịch – Chứng thực và nuôi con nuôi có yếu tố nước ngoài"
CALLS = (("E005", 8), ("A046", 2), ("C017", 6), ("B012", 4), ("C018", 5), ("A047", 3))
WAITING = (4, 2, 17, 0, 1, 123, 3, 9, 6, 5)
TICKER = ("Xin quý vị giữ phiếu và theo dõi số được gọi trên màn hình.",)


class BoardHall:
    """Rows, the server's clock and a monotonic clock, all moved by hand. Serves as the presenter's feed."""

    def __init__(
        self,
        wanted: Wanted = Wanted(),  # noqa: B008  (frozen)
        installed: Installed = Installed(),  # noqa: B008  (frozen)
        *,
        motion: bool = False,
        night: bool = True,
        language: str = "vi",
        media: MediaPresenter | None = None,
    ) -> None:
        self.mirror = Mirror()
        self.live = True
        self.stale_since: int | None = None
        self.seconds = 0.0
        self.media = media or MediaPresenter()
        appearance = Appearance(wanted, installed, night=night, motion=motion)
        self.presenter = WallboardPresenter(self, Board(TICKER, language), lambda: self.seconds, appearance)

    def now_ms(self) -> int:
        return NOW_MS + round(self.seconds * 1000)

    def put(self, *rows: AnyRow) -> None:
        for row in rows:
            self.mirror.rows[row.key] = row
        self.presenter.rows_changed()

    def open(self, day: DayState = "open", names: Iterable[str] = FIELDS, *, foretold: bool = False) -> None:
        """The hall and its fields, with people waiting; `foretold`: with who is next and how long it takes."""
        fields = [a_field(SERIES[i], i, name, WAITING[i]) for i, name in enumerate(names)]
        if foretold:
            fields = [self._foretold(field) for field in fields]
        self.put(a_hall(day), *fields)

    @staticmethod
    def _foretold(field: FieldRow) -> FieldRow:
        wait = WaitRange(field.waiting * 3, field.waiting * 5)
        following = [f"{field.series}{48 + place:03}" for place in range(min(3, field.waiting))]
        return msgspec.structs.replace(field, wait=wait, next_numbers=following)

    def call(self, *calls: tuple[str, int]) -> None:
        """Calls made just now, a millisecond apart."""
        self.put(*(a_call(number, counter, at=self.now_ms() + i) for i, (number, counter) in enumerate(calls)))

    def have_called(self, *calls: tuple[str, int]) -> None:
        """Calls of the last minutes: only the last of them is in the large place."""
        start = self.now_ms() - 60_000 - len(calls)
        self.put(*(a_call(number, counter, at=start + i) for i, (number, counter) in enumerate(calls)))

    def lose(self) -> None:
        """The server was last heard a minute ago."""
        self.live, self.stale_since = False, self.now_ms() - 60_000
        self.presenter.refresh()

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.seconds += seconds
        self.presenter.refresh()
