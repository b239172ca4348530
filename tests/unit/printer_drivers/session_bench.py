"""A session with a clock and a line that takes all at once, for the tests of what a session does."""

from printer_drivers.encoder import RECOVERY_NULS
from printer_drivers.facts import PrintFact, StatusChanged
from printer_drivers.orders import Order
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import PrinterProfile, network_profile
from printer_drivers.session import Session

READY = b"\x10\x00\x00\x0f"
PAPER_OUT = b"\x18\x00\x0f\x0f"
ASKING = b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"
BODY = b"<body>"


def answer(identity: str) -> bytes:
    return b"\x37\x22" + identity.encode() + b"\x00"


class Bench:
    """A session with a clock and a line that takes all at once."""

    def __init__(self, profile: PrinterProfile | None = None) -> None:
        self.session = Session(profile or network_profile(PAPER_80), first_attempt=0)
        self.now = 0.0
        self.sent = b""
        self.facts: list[PrintFact] = []

    def turn(self) -> None:
        self.session.tick(self.now)
        data = self.session.to_send
        self.sent += data
        self.session.taken(len(data), self.now)
        self.facts += self.session.take_facts()

    def open_line(self) -> None:
        """The line is there, and has taken what is said first; no answer yet."""
        self.session.connected(self.now)
        self.turn()

    def connect(self, *, says: bytes = READY) -> None:
        self.open_line()
        greeting_id = self.sent[-4:].decode()
        if says:
            self.hear(says + answer(greeting_id))

    def hear(self, data: bytes) -> None:
        self.session.received(data, self.now)
        self.turn()

    def ask(self, job_id: str) -> None:
        self.session.submit(Order(job_id, BODY, 120.0, self.now))
        self.turn()

    def later(self, seconds: float) -> None:
        self.now += seconds
        self.turn()

    def lose(self) -> None:
        self.session.lost(self.now)
        self.turn()

    def of_jobs(self) -> list[PrintFact]:
        return [fact for fact in self.facts if not isinstance(fact, StatusChanged)]

    def recovers(self) -> bool:
        """Whether the next line begins by freeing the printer from what was broken off; nothing of it is taken."""
        self.session.connected(self.now)
        return self.session.to_send.startswith(bytes(RECOVERY_NULS))
