"""The thread at the printer's network socket: one connection at a time, as print servers do.

It receives only what the buffer has room for, so a stopped mechanism pushes back on the driver; and it lets every byte
pass the real-time scanner first.
"""

import contextlib
import selectors
import socket
import struct
import threading

from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.receive import RealTimeScanner, ReceiveBuffer

BACKLOG_MAX = 4


class Wire:
    """Listens at once; `run` is the thread's body."""

    def __init__(
        self, host: str, port: int, condition: Condition, *, buffer_bytes: int, answers_realtime: bool
    ) -> None:
        """port: 0 picks a free one. OSError when it is taken."""
        self._condition = condition
        self._answers_realtime = answers_realtime
        self._listener: socket.socket | None = _listen(host, port)
        self.address: tuple[str, int] = self._listener.getsockname()[:2]
        self._peer: socket.socket | None = None
        self._peer_lock = threading.Lock()
        self._scanner = RealTimeScanner(self._asked)
        self._stopping = threading.Event()
        self._drop = threading.Event()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self.buffer = ReceiveBuffer(buffer_bytes, self.wake)

    def reply(self, data: bytes) -> None:
        """Sends to the driver, if one listens; what it does not take at once is lost, as in a real printer."""
        if self._condition.has(Fault.MUTE):
            return
        with self._peer_lock:
            if self._peer is not None:
                with contextlib.suppress(OSError):
                    self._peer.send(data)

    def drop_link(self) -> None:
        """Breaks the connection rudely, once."""
        self._drop.set()
        self.wake()

    def wake(self) -> None:
        """Makes the thread look again."""
        with contextlib.suppress(OSError):  # full (it will wake anyway) or already closed
            self._wake_in.send(b"\0")

    def stop(self) -> None:
        """Ends the thread and all reading."""
        self._stopping.set()
        self.buffer.close()
        self.wake()

    def run(self) -> None:
        """Accepts, receives, scans, until stopped."""
        while not self._stopping.is_set():
            self._mind_the_link()
            with selectors.DefaultSelector() as selector:
                selector.register(self._wake_out, selectors.EVENT_READ)
                source = self._source()
                if source is not None:
                    selector.register(source, selectors.EVENT_READ)
                ready = {key.fileobj for key, _ in selector.select()}
            if self._wake_out in ready:
                self._wake_out.recv(4096)
            if source is not None and source in ready:
                self._accept() if source is self._listener else self._receive()
        self._hang_up(rudely=False)
        for end in (self._listener, self._wake_in, self._wake_out):
            if end is not None:
                end.close()

    def _source(self) -> socket.socket | None:
        """What to wait for: a connection, its bytes, or, with a full buffer, nothing."""
        if self._peer is None:
            return self._listener
        return self._peer if self.buffer.space() > 0 else None

    def _mind_the_link(self) -> None:
        down = self._condition.has(Fault.LINK_DOWN)
        if down or self._drop.is_set():
            self._drop.clear()
            self._hang_up(rudely=True)
        if down and self._listener is not None:
            self._listener.close()
            self._listener = None
        if not down and self._listener is None:
            self._listener = _listen(*self.address)

    def _accept(self) -> None:
        assert self._listener is not None
        with contextlib.suppress(OSError):  # the driver may have left before it was let in
            peer, _ = self._listener.accept()
            peer.setblocking(False)
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._peer_lock:
                self._peer = peer
            self._scanner = RealTimeScanner(self._asked)

    def _receive(self) -> None:
        assert self._peer is not None
        try:
            data = self._peer.recv(self.buffer.space())
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._hang_up(rudely=False)
            return
        self._scanner.scan(data)
        self.buffer.append(data)

    def _hang_up(self, *, rudely: bool) -> None:
        with self._peer_lock:
            peer, self._peer = self._peer, None
        if peer is not None:
            if rudely:
                with contextlib.suppress(OSError):
                    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            peer.close()

    def _asked(self, question: int) -> None:
        if self._answers_realtime:
            self.reply(bytes((self._condition.realtime_status(question),)))


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.create_server((host, port), backlog=BACKLOG_MAX)
    listener.setblocking(False)
    return listener
