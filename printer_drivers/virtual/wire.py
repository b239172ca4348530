"""The thread at the printer's port: receives, scans, answers, and breaks when told to.

It receives only what the buffer has room for, so a stopped mechanism pushes back on the driver; it lets every byte
pass the real-time scanner first; and it can be as slow as a serial line.
"""

import contextlib
import selectors
import socket
import threading
import time
from random import Random

from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.ports import HungUp, Port
from printer_drivers.virtual.receive import RealTimeScanner, ReceiveBuffer

PACE_SECONDS = 0.01
"""A slow line delivers in steps of about this long."""
GARBAGE_BYTES_MAX = 8


class Wire:
    """`run` is the thread's body; `stop` ends it."""

    def __init__(
        self, port: Port, condition: Condition, chance: Random, *, buffer_bytes: int, answers_realtime: bool
    ) -> None:
        """chance: what garbage is made of."""
        self._port = port
        self._condition = condition
        self._chance = chance
        self._answers_realtime = answers_realtime
        self._port_lock = threading.RLock()
        self._scanner = RealTimeScanner(self._asked)
        self._stopping = threading.Event()
        self._drop = threading.Event()
        self._drop_after: int | None = None
        self._bytes_per_second: float | None = None
        self._next_at = 0.0
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self.buffer = ReceiveBuffer(buffer_bytes, self.wake)

    def reply(self, data: bytes) -> None:
        """Sends to the driver, unless the printer is mute; garbled when it is said to be."""
        if self._condition.has(Fault.MUTE):
            return
        with self._port_lock:
            if self._condition.has(Fault.GARBAGE):
                noise = self._chance.randbytes(self._chance.randint(1, GARBAGE_BYTES_MAX))
                data = noise + (self._chance.randbytes(len(data)) if self._chance.random() < 0.5 else data)
            self._port.send(data)

    def drop_link(self, *, after_bytes: int = 0) -> None:
        """Breaks the connection rudely, once; perhaps only when so many more bytes have come."""
        with self._port_lock:
            self._drop_after = after_bytes or None
        if not after_bytes:
            self._drop.set()
        self.wake()

    def lose_power(self) -> None:
        """The connection breaks, and what has been received is gone: nothing of before comes after."""
        with self._port_lock:
            self.buffer.lose_power()
            self._drop.set()
        self.wake()

    def set_pace(self, bytes_per_second: float | None) -> None:
        """The line delivers so much; None: as it comes."""
        self._bytes_per_second = bytes_per_second
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
        """Receives until stopped."""
        while not self._stopping.is_set():
            self._mind_the_link()
            patience = self._pause()
            with selectors.DefaultSelector() as selector:
                selector.register(self._wake_out, selectors.EVENT_READ)
                source = self._port.source() if patience <= 0 and self._has_room() else None
                if source is not None:
                    selector.register(source, selectors.EVENT_READ)
                ready = {key.fileobj for key, _ in selector.select(patience if patience > 0 else None)}
            if self._wake_out in ready:
                self._wake_out.recv(4096)
            if source is not None and source in ready:
                self._receive()
        with self._port_lock:
            self._port.unplug()
        for end in (self._wake_in, self._wake_out):
            end.close()

    def _has_room(self) -> bool:
        return not self._port.connected or self.buffer.space() > 0

    def _pause(self) -> float:
        return self._next_at - time.monotonic() if self._bytes_per_second is not None else 0.0

    def _mind_the_link(self) -> None:
        down = self._condition.has(Fault.LINK_DOWN)
        if self._drop.is_set():
            self._drop.clear()
            self._hang_up(rudely=True)
        with self._port_lock:
            if down:
                if self._port.source() is not None:
                    self.buffer.seam()
                self._port.unplug()
            else:
                self._port.plug_in()

    def _receive(self) -> None:
        with self._port_lock:
            if self._drop.is_set():
                return
            was_connected = self._port.connected
            try:
                data = self._port.receive(self._count())
            except HungUp:
                self._hang_up(rudely=False)
                return
            if not was_connected:
                self._scanner = RealTimeScanner(self._asked)
            if not data:
                return
            if self._bytes_per_second is not None:
                self._next_at = max(time.monotonic(), self._next_at) + len(data) / self._bytes_per_second
            self._scanner.scan(data)
            self.buffer.append(data)
            if self._drop_after is not None:
                self._drop_after -= len(data)
                if self._drop_after <= 0:
                    self._drop_after = None
                    self._drop.set()

    def _count(self) -> int:
        """Bytes to take now."""
        count = self.buffer.space()
        if self._drop_after is not None:
            count = min(count, self._drop_after)
        if self._bytes_per_second is not None:
            count = min(count, max(1, int(self._bytes_per_second * PACE_SECONDS)))
        return count

    def _hang_up(self, *, rudely: bool) -> None:
        with self._port_lock:
            self._port.hang_up(rudely=rudely)
        self.buffer.seam()

    def _asked(self, question: int) -> None:
        if self._answers_realtime:
            self.reply(bytes((self._condition.realtime_status(question),)))
