"""The TCP line: addresses, and the ways in which it ends."""

import contextlib
import select
import socket
from collections.abc import Iterator

import pytest

from printer_drivers.transports import Lost, Opened, Received
from printer_drivers.transports.tcp import CONNECT_SECONDS_MAX, PORT_DEFAULT, TcpTransport, address_of

WAIT_SECONDS_MAX = 5.0


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.168.1.50", ("192.168.1.50", PORT_DEFAULT)),
        ("192.168.1.50:9101", ("192.168.1.50", 9101)),
        ("[::1]", ("::1", PORT_DEFAULT)),
        ("[::1]:80", ("::1", 80)),
    ],
)
def test_addresses(text: str, address: tuple[str, int]) -> None:
    assert address_of(text) == address


@pytest.mark.parametrize("text", ["", ":9100", "printer:", "printer:x", "printer:0", "printer:70000"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="printer address"):
        address_of(text)


@contextlib.contextmanager
def opened() -> Iterator[tuple[TcpTransport, socket.socket]]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpTransport(*listener.getsockname())
        assert line.open(0.0) is None
        peer, _ = listener.accept()
        with peer:
            assert events(line, write=True) == [Opened()]
            yield line, peer
        line.close()


def events(line: TcpTransport, *, write: bool = False) -> list[object]:
    readable, writable, _ = select.select([line], [line] if write else [], [], WAIT_SECONDS_MAX)
    return list(line.service(readable=bool(readable), writable=bool(writable), now=0.0))


def test_bytes_go_both_ways() -> None:
    with opened() as (line, peer):
        assert line.write(b"hello") == 5
        assert peer.recv(10) == b"hello"
        peer.sendall(b"\x12")
        assert events(line) == [Received(b"\x12")]


def test_a_peer_that_does_not_read_pushes_back_and_blocks_nobody() -> None:
    with opened() as (line, peer):
        taken = 0
        while count := line.write(bytes(65536)):
            taken += count
        assert line.wants_to_write
        assert taken < 50_000_000
        received = 0
        while received < taken:
            received += len(peer.recv(65536))
        assert events(line, write=True) == []
        assert line.write(b"more") == 4


def test_a_peer_that_hangs_up_is_a_lost_line() -> None:
    with opened() as (line, peer):
        peer.close()
        assert events(line) == [Lost("the printer closed the line")]
        assert line.closed


def test_nobody_there_is_a_lost_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
    line = TcpTransport(*address)
    at_once = line.open(0.0)
    told = [at_once] if at_once else events(line, write=True)
    assert told == [Lost("ECONNREFUSED")]
    assert line.closed


def test_opening_has_an_end() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpTransport(*listener.getsockname())
        assert line.open(100.0) is None
        assert line.deadline == 100.0 + CONNECT_SECONDS_MAX
        late = list(line.service(readable=False, writable=False, now=100.0 + CONNECT_SECONDS_MAX))
    assert late == [Lost("no answer to the connection")]
    assert line.closed
