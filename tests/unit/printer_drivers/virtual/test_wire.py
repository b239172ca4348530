"""The thread at the printer's port: what it lets through, what it answers at once, how it breaks."""

import socket
import threading
from collections.abc import Iterator
from random import Random

import pytest

from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.ports import NetworkPort
from printer_drivers.virtual.wire import PACE_SECONDS, Wire

SECONDS_MAX = 20.0
ASK_PAPER = b"\x10\x04\x04"


class Stand:
    """A wire on its thread, with nobody who takes what it receives but the test."""

    def __init__(self, *, answers_realtime: bool = True, buffer_bytes: int = 64) -> None:
        port = NetworkPort("127.0.0.1", 0)
        self.condition = Condition(lambda: None)
        self.wire = Wire(port, self.condition, Random(1), buffer_bytes=buffer_bytes, answers_realtime=answers_realtime)
        self.address = port.host_and_port
        self._thread = threading.Thread(target=self.wire.run)
        self._thread.start()

    def connect(self) -> socket.socket:
        line = socket.create_connection(self.address, SECONDS_MAX)
        line.settimeout(SECONDS_MAX)
        return line

    def stop(self) -> None:
        self.wire.stop()
        self._thread.join(SECONDS_MAX)
        assert not self._thread.is_alive()


@pytest.fixture
def stand() -> Iterator[Stand]:
    made = Stand()
    yield made
    made.stop()


def test_what_comes_is_in_the_buffer_in_its_order(stand: Stand) -> None:
    with stand.connect() as line:
        line.sendall(b"ticket")
        assert stand.wire.buffer.read(6) == b"ticket"


def test_a_question_is_answered_at_once_though_nothing_is_printed(stand: Stand) -> None:
    stand.condition.set(Fault.PAPER_OUT)
    with stand.connect() as line:
        line.sendall(b"half a ticket" + ASK_PAPER)
        assert line.recv(1) == bytes((stand.condition.realtime_status(4),))


def test_behind_a_full_buffer_no_question_is_heard_until_there_is_room(stand: Stand) -> None:
    with stand.connect() as line:
        line.sendall(bytes(64) + ASK_PAPER)
        line.settimeout(0.1)
        with pytest.raises(TimeoutError):
            line.recv(1)
        stand.wire.buffer.read(64)
        line.settimeout(SECONDS_MAX)
        assert line.recv(1) == b"\x12"


def test_a_mute_printer_says_nothing_and_another_answer_is_not_lost(stand: Stand) -> None:
    with stand.connect() as line:
        line.sendall(b"x")
        stand.wire.buffer.read(1)
        stand.condition.set(Fault.MUTE)
        stand.wire.reply(b"unheard")
        stand.condition.clear(Fault.MUTE)
        stand.wire.reply(b"heard")
        assert line.recv(64) == b"heard"


def test_garbage_comes_before_what_it_says(stand: Stand) -> None:
    with stand.connect() as line:
        line.sendall(b"x")
        stand.wire.buffer.read(1)
        stand.condition.set(Fault.GARBAGE)
        stand.wire.reply(b"word")
        heard = line.recv(64)
        assert heard != b"word"
        assert len(heard) > len(b"word")


def test_the_link_breaks_after_so_many_bytes_and_can_be_made_again(stand: Stand) -> None:
    stand.wire.drop_link(after_bytes=4)
    with stand.connect() as line:
        line.sendall(b"12345678")
        assert stand.wire.buffer.read(4) == b"1234"
        with pytest.raises(ConnectionResetError):
            line.recv(1)
    with stand.connect() as line:
        line.sendall(b"again")
        assert stand.wire.buffer.read(5) == b"again"
    assert stand.wire.buffer.torn_since(0)


def test_a_link_that_is_down_takes_nobody(stand: Stand) -> None:
    with stand.connect() as line:
        line.sendall(b"x")
        stand.wire.buffer.read(1)
        stand.condition.set(Fault.LINK_DOWN)
        stand.wire.wake()
        with pytest.raises(ConnectionResetError):
            line.recv(1)


def test_a_printer_that_answers_no_questions_prints_all_the_same() -> None:
    deaf = Stand(answers_realtime=False)
    with deaf.connect() as line:
        line.sendall(ASK_PAPER + b"x")
        assert deaf.wire.buffer.read(4) == ASK_PAPER + b"x"
        deaf.wire.reply(b"!")
        assert line.recv(8) == b"!"
    deaf.stop()


def test_a_slow_line_delivers_in_small_steps(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []
    append = stand.wire.buffer.append

    def counted(data: bytes) -> None:
        steps.append(len(data))
        append(data)

    monkeypatch.setattr(stand.wire.buffer, "append", counted)
    stand.wire.set_pace(2000.0)
    with stand.connect() as line:
        line.sendall(bytes(60))
        assert stand.wire.buffer.read(60) == bytes(60)
    assert len(steps) >= 3
    assert max(steps) <= 2000.0 * PACE_SECONDS
