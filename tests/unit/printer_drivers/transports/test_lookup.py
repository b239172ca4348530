"""Names are looked up without anybody waiting."""

import selectors
import socket
import threading

import pytest

from printer_drivers.transports import LineEvent, Lost, Opened
from printer_drivers.transports.lookup import Endpoint, numeric_endpoint
from printer_drivers.transports.tcp import CONNECT_SECONDS_MAX, TcpTransport

SECONDS_MAX = 5.0


def turn(line: TcpTransport, now: float = 0.0) -> list[LineEvent]:
    with selectors.DefaultSelector() as selector:
        write = selectors.EVENT_WRITE if line.wants_to_write else 0
        selector.register(line.fileno(), selectors.EVENT_READ | write)
        ready = selector.select(SECONDS_MAX)
    return list(line.service(readable=bool(ready), writable=bool(ready), now=now))


@pytest.mark.parametrize(
    ("host", "endpoint"),
    [
        ("192.168.1.50", Endpoint(socket.AF_INET, ("192.168.1.50", 9100))),
        ("::1", Endpoint(socket.AF_INET6, ("::1", 9100, 0, 0))),
        ("printer.lan", None),
    ],
)
def test_a_number_needs_no_looking_up(host: str, endpoint: Endpoint | None) -> None:
    assert numeric_endpoint(host, 9100) == endpoint


def test_a_name_is_found_and_then_connected() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpTransport("localhost", listener.getsockname()[1])
        assert line.open(0.0) is None
        assert not line.closed
        heard: list[LineEvent] = []
        while not heard:
            heard = turn(line)
        assert heard == [Opened()]
        line.close()


def test_a_slow_name_service_holds_nobody_up_and_its_late_answer_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()
    asked: list[str] = []
    real = socket.getaddrinfo

    def slow(host: str, port: int, *, type: int) -> object:
        asked.append(host)
        goes_on.wait(SECONDS_MAX)
        return real("127.0.0.1", port, type=type)

    monkeypatch.setattr("printer_drivers.transports.lookup.socket.getaddrinfo", slow)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = TcpTransport("printer.lan", listener.getsockname()[1])
        assert line.open(0.0) is None
        assert line.deadline == CONNECT_SECONDS_MAX
        late = list(line.service(readable=False, writable=False, now=CONNECT_SECONDS_MAX))
        assert late == [Lost("no answer from the name service")]
        assert line.closed
        assert line.open(10.0) is None
        goes_on.set()
        heard: list[LineEvent] = []
        while not heard:
            heard = turn(line, 10.0)
        assert heard == [Opened()]
        assert asked == ["printer.lan"], "one look-up at a time"
        line.close()


def test_a_name_that_does_not_exist_is_said_so() -> None:
    line = TcpTransport("no-such-printer.invalid", 9100)
    assert line.open(0.0) is None
    [lost] = turn(line)
    assert isinstance(lost, Lost)
    assert line.closed
