"""Whether the answers to GS r belong to the ticket in hand, on printers that have no process ids.

An answer is one byte without a name, and noise looks like it. So a ticket asks STATUS_ASKED_TIMES at its end and is
confirmed only by that many equal, well-formed answers in a row; and after a ticket whose answers did not all come
nothing is sent until the printer has been ready and silent for QUIET_SECONDS, or they would confirm the next one.
"""

from printer_drivers.encoder import STATUS_ASKED_TIMES

QUIET_SECONDS = 4.0
"""Longer than a printer that is ready needs for the rest of one ticket and the cut."""


class PaperAnswers:
    """Counts for one printer, across its lines."""

    def __init__(self) -> None:
        self._outstanding = False
        self._abandoned = False
        self._run = 0
        self._last: int | None = None
        self.quiet_at: float | None = None
        """When the silence will be long enough, as far as is known now."""
        self.ever_complete = False
        """This printer does answer."""

    @property
    def settled(self) -> bool:
        """No answer to an earlier ticket can come any more."""
        return not self._outstanding

    def asked(self) -> None:
        """A ticket begins; it ends with the questions."""
        self._outstanding, self._abandoned = True, False
        self._run, self._last = 0, None
        self.quiet_at = None

    def heard(self, value: int, now: float, *, all_sent: bool) -> bool:
        """An answer; True when it completes those of the ticket in hand, all of which has been sent."""
        if self._abandoned:
            self.quiet_at = now + QUIET_SECONDS
        if self._abandoned or not all_sent:
            return False
        well_formed = value in _WELL_FORMED
        self._run = (self._run + 1 if value == self._last else 1) if well_formed else 0
        self._last = value
        if self._run < STATUS_ASKED_TIMES:
            return False
        self._outstanding, self.ever_complete = False, True
        return True

    def given_up(self, *, asked: bool) -> None:
        """The ticket is not waited for any longer. asked: bytes of it have left, so answers may still come, on this
        line or the next, or never.
        """
        self._outstanding &= asked
        self._abandoned = self._outstanding

    def time_passed(self, now: float, *, can_answer: bool, slack: float) -> None:
        """It has been silent long enough, perhaps. can_answer: the printer is ready and has been sent everything, so
        that its silence means something. slack: seconds that bytes may still be under way.
        """
        if not self._abandoned:
            return
        if self.quiet_at is None or not can_answer:
            self.quiet_at = now + slack + QUIET_SECONDS
        elif now >= self.quiet_at:
            self._outstanding = self._abandoned = False
            self.quiet_at = None


_WELL_FORMED = frozenset(low | out for low in (0x00, 0x03) for out in (0x00, 0x0C))
"""Both near-end sensors say the same, and both end sensors."""
