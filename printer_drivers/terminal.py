"""What the commands at the terminal do: `probe`, `test`, `status`, `list`. Each returns its exit status."""

import queue
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from printer_drivers import words
from printer_drivers.commissioning import Found, ask_abilities
from printer_drivers.devices import found_devices
from printer_drivers.facts import JobFailed, JobPrinted, PrintFact, StatusChanged
from printer_drivers.inquiry import Conversation, LineLost, ask_status
from printer_drivers.job import JobState
from printer_drivers.paper import paper_of
from printer_drivers.profile import PrinterProfile, network_profile
from printer_drivers.profile_file import load_profile, save_profile
from printer_drivers.spool import Printer, profile_for
from printer_drivers.status import PrinterStatus, Trouble
from printer_drivers.transports.address import Place, place_of
from printer_drivers.trial import trial_ticket

TRIAL_JOB = "trial"
OUTCOME_SECONDS_MAX = 60.0
DONE, FAILED = 0, 1

Say = Callable[[str], None]


def probe(address: str, assumed: PrinterProfile, save: Path, say: Say) -> int:
    """Asks the printer what it can do, prints the trial ticket, and stores its profile in `save`."""
    place = place_of(address)
    found = _ask(place, profile_for(place, assumed), say)
    if found is None:
        return FAILED
    _tell(words.of_status(found.status) if place.two_way else words.ONE_WAY, say)
    _describe(found, say)
    if place.two_way and not found.status.ready:
        return FAILED
    started = time.monotonic()
    outcome = _print_trial(address, found.profile, say)
    if isinstance(outcome, JobPrinted):
        # With opening and drawing in it, less than the mechanism's own speed: that only lengthens patience.
        speed = round(outcome.mm / (time.monotonic() - started), 1)
        say(f"tốc độ / speed: {speed} mm/s")
        found = replace(found, profile=replace(found.profile, mm_per_second=max(1.0, speed)))
    elif not (isinstance(outcome, JobFailed) and outcome.state is JobState.SENT_UNCONFIRMED):
        return FAILED
    save_profile(found.profile, save, remark=found.identity)
    say(f"đã ghi / stored: {save}")
    return DONE


def test(address: str, profile: PrinterProfile, say: Say) -> int:
    """Prints the trial ticket and waits for its end."""
    return DONE if isinstance(_print_trial(address, profile, say), JobPrinted) else FAILED


def status(address: str, say: Say) -> int:
    """Asks how the printer is."""
    place = place_of(address)
    if not place.two_way:
        _tell(words.ONE_WAY, say)
        return FAILED
    found = ask_status(place.make_line())
    _tell(words.of_status(found), say)
    return DONE if found.ready and found.answers else FAILED


def list_devices(say: Say) -> int:
    """The addresses of USB printers and serial ports."""
    devices = found_devices()
    for device in devices:
        say(f"{device.address}\t{device.name}")
    if not devices:
        _tell(words.NO_DEVICES, say)
    return DONE


def profile_of(file: Path | None, paper_mm: int) -> PrinterProfile:
    """The stored profile, or what is assumed of a printer nobody has commissioned. OSError, ValueError."""
    return load_profile(file) if file is not None else network_profile(paper_of(paper_mm))


def _ask(place: Place, assumed: PrinterProfile, say: Say) -> Found | None:
    if not place.two_way:
        return Found(assumed, PrinterStatus(connected=True), "")
    try:
        conversation = Conversation(place.make_line())
    except LineLost as problem:
        _tell(words.TROUBLES[Trouble.NO_LINK], say)
        say(f"({problem})")
        return None
    try:
        return ask_abilities(conversation, assumed)
    except LineLost as problem:
        _tell(words.TROUBLES[Trouble.NO_LINK], say)
        say(f"({problem})")
        return None
    finally:
        conversation.close()


def _describe(found: Found, say: Say) -> None:
    profile = found.profile
    say(f"máy / printer: {found.identity or '?'}")
    say(f"giấy / paper: {profile.paper.width_mm} mm, {profile.paper.dots} dots; strategy {profile.strategy.value}")
    for name, able in (
        ("trả lời trạng thái ngay / real-time status (DLE EOT)", profile.realtime_status),
        ("tự báo trạng thái / automatic status (GS a)", profile.automatic_status),
        ("trạng thái theo thứ tự / status in order (GS r)", profile.transmit_status),
        ("xác nhận từng phiếu / process id (GS ( H)", profile.process_ids),
    ):
        say(f"{'có / yes' if able else 'không / no '}  {name}")
    if not profile.confirms:
        _tell(words.ENDINGS[JobState.SENT_UNCONFIRMED], say)


def _print_trial(address: str, profile: PrinterProfile, say: Say) -> PrintFact | None:
    """The last fact about the trial ticket; None when there was none in time."""
    facts: queue.SimpleQueue[PrintFact] = queue.SimpleQueue()
    printer = Printer(address, profile.paper.width_mm, facts.put, profile=profile)
    ticket = trial_ticket(datetime.now().astimezone().strftime("%H:%M %d/%m/%Y"), profile)
    printer.start()
    printer.print_encoded(TRIAL_JOB, ticket)
    try:
        while True:
            fact = facts.get(timeout=OUTCOME_SECONDS_MAX)
            if not isinstance(fact, StatusChanged):
                _tell(words.of_fact(fact), say)
            if isinstance(fact, JobPrinted | JobFailed):
                return fact
    except queue.Empty:
        _tell(words.NO_OUTCOME, say)
        return None
    finally:
        printer.stop()


def _tell(told: words.Told, say: Say) -> None:
    for line in told:
        say(line)
