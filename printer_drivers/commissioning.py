"""What one printer answers, asked when it is put up: the profile it will be driven by.

Each kind of answer is asked for by itself and in order, after enough NULs to end whatever a program before left
unfinished. A printer that does not know GS ( H may print its bytes: a few signs on the test ticket then mean just that.
"""

from dataclasses import dataclass, replace

from printer_drivers import commands
from printer_drivers.encoder import RECOVERY_NULS
from printer_drivers.inquiry import Conversation, status_of
from printer_drivers.profile import PrinterProfile
from printer_drivers.replies import AutomaticStatus, InformationBlock, ProcessId, Reply, TransmittedStatus
from printer_drivers.status import PrinterStatus

REPLY_SECONDS_MAX = 2.0
PROBE_ID = "prob"
_MAKER, _MODEL, _FIRMWARE = 66, 67, 65


@dataclass(frozen=True, slots=True)
class Found:
    """The answers. `identity`: maker, model and firmware as the printer calls them; empty when it does not say."""

    profile: PrinterProfile
    status: PrinterStatus
    identity: str


def ask_abilities(conversation: Conversation, assumed: PrinterProfile) -> Found:
    """Asks all questions; what cannot be asked (speed, QR, strips) stays as assumed. Raises LineLost.

    A printer in trouble answers the real-time questions only: put paper in before believing a Found whose status is
    not ready.
    """
    status = status_of(conversation)
    slack = assumed.line_seconds(RECOVERY_NULS)
    clean = bytes(RECOVERY_NULS) + commands.INITIALISE
    automatic = _hears(conversation, clean + commands.AUTOMATIC_STATUS, AutomaticStatus, slack)
    transmit = _hears(conversation, commands.TRANSMIT_PAPER_STATUS, TransmittedStatus)
    ids = conversation.ask(commands.process_id(PROBE_ID), _has(ProcessId), REPLY_SECONDS_MAX)
    profile = replace(
        assumed,
        process_ids=ProcessId(PROBE_ID) in ids,
        transmit_status=transmit,
        automatic_status=automatic,
        realtime_status=status.answers,
    )
    return Found(profile, status, _identity(conversation))


def _identity(conversation: Conversation) -> str:
    words = []
    for question in (_MAKER, _MODEL, _FIRMWARE):
        heard = conversation.ask(commands.identity(question), _has(InformationBlock), REPLY_SECONDS_MAX)
        blocks = [reply.data[1:-1] for reply in heard if isinstance(reply, InformationBlock)]
        if not blocks:
            break
        words.append("".join(chr(byte) for byte in blocks[0] if 0x20 <= byte < 0x7F))
    return " ".join(words)


def _hears(conversation: Conversation, question: bytes, kind: type[Reply], slack: float = 0.0) -> bool:
    heard = conversation.ask(question, _has(kind), REPLY_SECONDS_MAX + slack)
    return any(isinstance(reply, kind) for reply in heard)


class _has:  # noqa: N801
    """Content with replies of which one is of this kind."""

    def __init__(self, kind: type[Reply]) -> None:
        self._kind = kind

    def __call__(self, replies: list[Reply]) -> bool:
        return any(isinstance(reply, self._kind) for reply in replies)
