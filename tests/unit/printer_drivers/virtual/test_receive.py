"""The printer's end of the wire: questions heard at once, a buffer with an end."""

import threading

import pytest

from printer_drivers.virtual.receive import Closed, RealTimeScanner, ReceiveBuffer


def test_questions_are_heard_across_any_split() -> None:
    data = b"ab\x10\x04\x01\x10\x10\x04\x04\x10\x04\x09"
    for split in range(len(data) + 1):
        heard: list[int] = []
        scanner = RealTimeScanner(heard.append)
        scanner.scan(data[:split])
        scanner.scan(data[split:])
        assert heard == [1, 4]


def test_one_byte_at_a_time() -> None:
    heard: list[int] = []
    scanner = RealTimeScanner(heard.append)
    for byte in b"\x10\x04\x02\x10\x04\x03":
        scanner.scan(bytes((byte,)))
    assert heard == [2, 3]


def test_a_command_larger_than_the_buffer_is_read_in_pieces() -> None:
    freed = threading.Event()
    buffer = ReceiveBuffer(4, freed.set)
    buffer.append(b"abcd")
    assert buffer.space() == 0
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(buffer.read(6)))
    reader.start()
    assert freed.wait(5.0)
    buffer.append(b"efgh")
    reader.join(5.0)
    assert got == [b"abcdef"]
    assert buffer.read(2) == b"gh"


def test_closing_frees_a_reader() -> None:
    buffer = ReceiveBuffer(4, lambda: None)
    ended = threading.Event()

    def read() -> None:
        with pytest.raises(Closed):
            buffer.read(1)
        ended.set()

    reader = threading.Thread(target=read)
    reader.start()
    buffer.close()
    assert ended.wait(5.0)
    reader.join(5.0)
