"""Looks a name up without making anybody wait: the system's own look-up, on a thread that may take its time."""

import contextlib
import ipaddress
import socket
import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to connect a stream to."""

    family: socket.AddressFamily
    address: tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]


def numeric_endpoint(host: str, port: int) -> Endpoint | None:
    """The endpoint of a numeric address; None for a name."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    if address.version == 4:
        return Endpoint(socket.AF_INET, (host, port))
    return Endpoint(socket.AF_INET6, (host, port, 0, 0))


class Lookup:
    """One look-up; its thread ends with it. `fileno` becomes readable when there is an answer."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._answer: Endpoint | str = "no answer from the name service"
        self._done_in, self._done_out = socket.socketpair()
        threading.Thread(target=self._run, name=f"look up {host}", daemon=True).start()

    def fileno(self) -> int:
        """The descriptor to wait on."""
        return self._done_out.fileno()

    def answer(self) -> Endpoint | str:
        """Once there is one: the endpoint, or why there is none. Ends this look-up."""
        self._done_out.close()
        return self._answer

    def _run(self) -> None:
        try:
            family, _, _, _, address = socket.getaddrinfo(self._host, self._port, type=socket.SOCK_STREAM)[0]
            self._answer = Endpoint(family, address)
        except OSError as problem:
            self._answer = str(problem)
        with contextlib.suppress(OSError):  # nobody waits any more
            self._done_in.send(b"\0")
        self._done_in.close()
