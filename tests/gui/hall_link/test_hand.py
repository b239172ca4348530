"""The remote hand on a real window: what it presses arrives, what a person could not press it refuses."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall_link.qt.hand import PERSON_SECONDS, Hand
from hall_link.qt.stage import CRASHED
from tests.gui.hall_link.ui.presses import PressesPresenter
from tests.gui.shown import Show, Shown


class Told:
    """A window with a hand that is told lines directly, and a clock that the test moves."""

    def __init__(self, shown: Shown, presenter: PressesPresenter) -> None:
        self.shown = shown
        self.presenter = presenter
        self.seconds = 100.0
        self.hand = Hand(shown.window, now=lambda: self.seconds)

    def tell(self, **command: object) -> dict[str, object]:
        answers: list[bytes] = []
        self.hand.obey(json.dumps(command).encode(), answers.append)
        self.shown.wait(lambda: answers != [])
        told = json.loads(answers[0])
        assert isinstance(told, dict)
        return told


@pytest.fixture
def told(show: Show) -> Told:
    presenter = PressesPresenter()
    return Told(show("tests.gui.hall_link.ui", "HandField", presenter=presenter), presenter)


@pytest.mark.parametrize("act", ["tap", "click"])
@pytest.mark.parametrize("name", ["open", "field-B", "underWords"])
def test_presses_arrive(told: Told, act: str, name: str) -> None:
    assert told.tell(**{act: name}) == {"ok": True}
    assert told.presenter.names == [name]


def test_key_arrives_at_its_button(told: Told) -> None:
    told.shown.wait(told.shown.window.isActive)
    assert told.tell(key="F2") == {"ok": True}
    assert told.presenter.names == ["open"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere", "not found"),
        ("hidden", "hidden"),
        ("outside", "hidden"),
        ("clipped", "hidden"),
        ("disabled", "disabled"),
        ("busy", "disabled"),
        ("underGlass", "covered"),
        ("underPaper", "covered"),
        ("twin", "ambiguous"),
    ],
)
def test_refuses_what_a_person_could_not_press(told: Told, name: str, why: str) -> None:
    assert told.tell(tap=name) == {"ok": False, "why": why}
    assert told.presenter.names == []


def test_steps_back_while_a_person_is_there(told: Told) -> None:
    told.shown.click("underWords")
    assert told.tell(tap="open") == {"ok": False, "why": "person_busy"}
    assert told.tell(key="F2") == {"ok": False, "why": "person_busy"}
    assert told.tell(look="open")["ok"] is True
    told.seconds += PERSON_SECONDS
    assert told.tell(tap="open") == {"ok": True}
    assert told.presenter.names == ["underWords", "open"]


def test_its_own_presses_are_no_person(told: Told) -> None:
    for act in ("tap", "click", "tap"):
        assert told.tell(**{act: "open"}) == {"ok": True}
    assert told.presenter.names == ["open"] * 3


def test_waits_until_an_item_can_be_used(told: Told) -> None:
    answers: list[bytes] = []
    told.hand.obey(b'{"wait": "late"}', answers.append)
    assert answers == []
    told.shown.click("open")
    told.shown.wait(lambda: answers != [])
    assert json.loads(answers[0]) == {"ok": True}


def test_a_wait_ends(told: Told) -> None:
    answers: list[bytes] = []
    told.hand.obey(b'{"wait": "late", "milliseconds": 3000}', answers.append)
    told.seconds += 3
    told.shown.wait(lambda: answers != [])
    assert json.loads(answers[0]) == {"ok": False, "why": "hidden"}


def test_looks(told: Told) -> None:
    seen = told.tell(look="disabled", property="kind", id=7)
    assert seen == {
        "id": 7, "ok": True, "count": 1, "visible": True, "enabled": False, "usable": False,
        "text": "disabled", "x": 80, "y": 130, "value": 0,
    }  # fmt: skip
    assert told.tell(look="hidden")["visible"] is False


def test_takes_a_picture(told: Told, tmp_path: Path) -> None:
    file = tmp_path / "window.png"
    assert told.tell(picture=str(file)) == {"ok": True}
    assert file.read_bytes().startswith(b"\x89PNG")
    assert told.tell(picture=str(tmp_path / "none" / "window.png"))["ok"] is False


@pytest.mark.parametrize(
    "line", [b"nonsense", b"{}", b'{"tap": "open", "click": "open"}', b'{"tip": "x"}', b'{"key": "F99"}']
)
def test_says_what_it_does_not_understand(told: Told, line: bytes) -> None:
    answers: list[bytes] = []
    told.hand.obey(line, answers.append)
    answer = json.loads(answers[0])
    assert answer["ok"] is False
    assert answer["why"].startswith("not understood")


def test_obeys_lines_from_a_pipe_in_order(told: Told) -> None:
    ours_in, theirs_in = os.pipe()
    theirs_out, ours_out = os.pipe()
    told.hand.listen(ours_in, ours_out)
    os.write(theirs_in, b'{"tap": "open"}\n\n{"look": "open"}\n{"tap": ')
    os.write(theirs_in, b'"nowhere"}\n')
    os.set_blocking(theirs_out, False)
    heard = bytearray()

    def all_heard() -> bool:
        try:
            heard.extend(os.read(theirs_out, 4096))
        except BlockingIOError:
            return False
        return heard.count(b"\n") == 3

    told.shown.wait(all_heard)
    answers = [json.loads(line) for line in heard.splitlines()]
    assert [answer["ok"] for answer in answers] == [True, True, False]
    assert told.presenter.names == ["open"]
    for end in (theirs_in, theirs_out):
        os.close(end)


PROGRAM_SECONDS_MAX = 30
PROGRAM = """
import sys
from hall_link.qt.hand import Hand
from hall_link.qt.stage import Stage
from tests.gui.hall_link.ui.presses import PressesPresenter

with Stage("program") as stage:
    window = stage.show("tests.gui.hall_link.ui", "HandField", {"presenter": PressesPresenter()})
    hand = Hand(window)
    hand.listen()
    sys.exit(stage.run())
"""


@pytest.fixture
def program() -> Iterator[subprocess.Popen[bytes]]:
    """A program of its own with a hand, killed at the end of the test if it is still there."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def test_a_program_obeys_and_ends_cleanly_on_a_signal(program: subprocess.Popen[bytes]) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(b'{"wait": "open"}\n')
    program.stdin.flush()
    assert json.loads(program.stdout.readline()) == {"ok": True}
    program.terminate()
    _, said = program.communicate(timeout=PROGRAM_SECONDS_MAX)
    assert program.returncode == 0, said.decode()


def test_an_exception_in_a_slot_ends_the_program_loudly(program: subprocess.Popen[bytes]) -> None:
    _, said = program.communicate(b'{"wait": "fault"}\n{"tap": "fault"}\n', timeout=PROGRAM_SECONDS_MAX)
    assert program.returncode == CRASHED
    assert b"a bug on purpose" in said
