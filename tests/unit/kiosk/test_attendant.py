"""The visit in motion: one command a question, ends carried back in order, whatever the moment they come at."""

from itertools import count
from pathlib import Path

import pytest

from hall_link.commands import CancelTicket, IssueTicket
from hall_link.effects import Outcome, Unreached
from hall_link.problems import LINK_STOPPED, UNREACHED
from kiosk.attendant import FRESH_SECONDS_MAX, QUESTION_SECONDS_MAX, Attendant, whole_seconds
from kiosk.ledger import Ledger
from kiosk.reports import FACT_PATIENCE_SECONDS
from kiosk.visit import (
    Choosing,
    ClaimMade,
    FieldTouched,
    Holding,
    Issuing,
    LanguageTouched,
    Pace,
    PriorityClaim,
    Told,
)
from tests.gui.kiosk.fake_hall import FakeHall, FakeLink
from tests.unit.kiosk.makers import issued, refusal

pytestmark = pytest.mark.usefixtures("qapp")

TAP = FieldTouched("HT", accepting=True)
PACE = Pace()


def stage(attendant: Attendant) -> object:
    return attendant.kiosk.stage


def test_one_question_is_one_command_with_the_whole_patience() -> None:
    hall = FakeHall()
    hall.attendant.play(TAP)
    hall.attendant.play(TAP)
    [(command, _, patience)] = hall.link.submitted
    assert command == IssueTicket("HT")
    assert patience == PACE.answer_ms / 1000


def test_answer_becomes_number_and_paper() -> None:
    hall = FakeHall()
    hall.attendant.play(TAP)
    hall.answer()
    assert isinstance(stage(hall.attendant), Holding)
    assert [job_id for job_id, _ in hall.printer.jobs] == ["20261124-A007"]
    assert hall.printer.jobs[0][1].footer[-1].endswith("mã 7f3a·c21e"), "the journal's mark reaches the paper"


def test_end_that_comes_before_submit_returns_is_played_after_it() -> None:
    hall = FakeHall()

    class HastyLink(FakeLink):
        def submit(
            self, command: object, done: object, *, patience_seconds: float = 10.0, command_id: str | None = None
        ) -> str:
            assert callable(done)
            outcome: Outcome = Unreached(UNREACHED)
            done(outcome)
            assert stage(attendant) == Issuing(1, "HT"), "nothing is played inside of another event"
            return "command-1"

    hasty = HastyLink(list(hall.link.mirror.rows.values()))
    attendant = Attendant(
        hasty,
        hall.printing,
        hall.reports,
        kiosk_id="kiosk-1",
        pace=PACE,
        without_paper="show",
        clock=lambda: hall.clock,
    )
    attendant.play(TAP)
    assert stage(attendant) == Told("unreached", "HT", UNREACHED)


def test_late_number_is_handed_back_for_as_long_as_it_takes() -> None:
    hall = FakeHall()
    hall.attendant.play(TAP)
    hall.pass_time(PACE.answer_ms)
    assert stage(hall.attendant) == Told("unreached", "HT")
    hall.answer(issued("A007"))
    command, _, patience = hall.link.submitted[-1]
    assert isinstance(command, CancelTicket)
    assert (command.ticket_id, patience) == ("20261124-A007", FACT_PATIENCE_SECONDS)
    assert hall.printer.jobs == []


def test_changed_is_said_only_when_something_can_be_seen() -> None:
    hall = FakeHall()
    said: list[int] = []
    hall.attendant.changed.connect(lambda: said.append(hall.clock))
    hall.pass_time(0)
    hall.pass_time(50)
    assert said == []
    hall.link.at += 1_000
    hall.pass_time(50)
    assert len(said) == 1, "the clock on the page moved"


def test_link_lost_while_asking_changes_nothing_of_the_question() -> None:
    hall = FakeHall()
    hall.attendant.play(TAP)
    hall.lose_link()
    assert stage(hall.attendant) == Issuing(1, "HT")
    assert hall.attendant.kiosk.blocked == "no_server"


def test_seconds_as_people_count_down() -> None:
    assert [whole_seconds(left) for left in (None, 10_000, 9_001, 1, 0)] == [-1, 10, 10, 1, 0]


class Disk:
    """A file that outlives the kiosks of a test, and the wall's clock."""

    def __init__(self, file: Path) -> None:
        self.seconds = 1_000.0
        self._file = file
        self._numbers = count(1)

    def kiosk(self) -> FakeHall:
        """A kiosk that begins with what the one before left."""
        ledger = Ledger(self._file, new_id=lambda: f"owed-{next(self._numbers)}", clock=lambda: self.seconds)
        return FakeHall(ledger=ledger)


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(tmp_path / "ledger")


def test_killed_while_asking_the_visit_goes_on_with_the_same_question(disk: Disk) -> None:
    before = disk.kiosk()
    for touch in (ClaimMade(PriorityClaim("elderly")), LanguageTouched(), TAP):
        before.attendant.play(touch)
        before.pass_time(PACE.settle_ms)
    disk.seconds += FRESH_SECONDS_MAX
    after = disk.kiosk()
    after.attendant.start()
    assert after.link.ids == before.link.ids, "the same id is one ticket"
    assert after.asked == before.asked == [IssueTicket("HT", priority_class="elderly")]
    assert after.attendant.kiosk.language == "en"
    after.answer()
    assert isinstance(stage(after.attendant), Holding)
    assert [job_id for job_id, _ in after.printer.jobs] == ["20261124-A007"]


def test_number_of_somebody_who_must_have_left_is_handed_back(disk: Disk) -> None:
    disk.kiosk().attendant.play(TAP)
    disk.seconds += FRESH_SECONDS_MAX + 1
    after = disk.kiosk()
    after.attendant.start()
    assert isinstance(stage(after.attendant), Choosing)
    after.answer()
    assert [type(command) for command in after.link.commands] == [IssueTicket, CancelTicket]
    assert after.printer.jobs == []
    assert [type(owed.command) for owed in after.ledger.owed] == [CancelTicket], "owed until the hall has answered"


def test_question_of_this_morning_is_not_asked_again(disk: Disk) -> None:
    disk.kiosk().attendant.play(TAP)
    disk.seconds += QUESTION_SECONDS_MAX + 1
    after = disk.kiosk()
    after.attendant.start()
    assert after.link.commands == []
    assert after.ledger.owed == ()


def test_refused_question_is_not_asked_again(disk: Disk) -> None:
    before = disk.kiosk()
    before.attendant.play(TAP)
    before.answer(refusal())
    after = disk.kiosk()
    after.attendant.start()
    assert after.link.commands == []


def test_question_cut_off_by_an_orderly_end_is_asked_again(disk: Disk) -> None:
    before = disk.kiosk()
    before.attendant.play(TAP)
    before.answer(LINK_STOPPED, unreached=True)
    after = disk.kiosk()
    after.attendant.start()
    assert after.asked == [IssueTicket("HT")]
