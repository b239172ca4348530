"""Whether a printer may still stand inside something that a lost line broke off, and must be freed of it first.

What a line has taken is not what the printer has got: the rest waits in buffers, for paper if need be, and is gone with
the line. Then the printer takes the next ticket for the missing dots of the last one, and even confirms what came out.
So everything sent stays in doubt until the printer has answered the last question after it. Status reports prove
nothing, for they may have been on their way before. A printer that cannot answer such questions is believed when it has
had time and no trouble.
"""

UNPROVEN_SECONDS = 10.0
"""What a printer that proves nothing may need for what it was sent, from when it was at rest."""


class LineDoubt:
    """For one printer, across its lines."""

    def __init__(self, *, spooled: bool) -> None:
        """spooled: the line takes whole jobs, so that nothing is ever broken off."""
        self._spooled = spooled
        self._unproven = False
        self._question = ""
        self._slack_seconds = 0.0
        self._at_rest_since: float | None = None
        self.must_free = False
        """The next line must begin with a recovery, or this one still owes it."""

    def broken_off(self) -> None:
        """An earlier run of the program ended inside a ticket."""
        self.must_free = not self._spooled

    def asked(self, identity: str) -> None:
        """The process id asked last, after everything else that is sent."""
        self._question = identity

    def sent(self, line_seconds: float) -> None:
        """The line took bytes of a ticket, or a whole recovery; they are under way for so long at most."""
        self.must_free = False
        self._unproven = not self._spooled
        self._slack_seconds = line_seconds
        self._at_rest_since = None

    def answered(self, identity: str) -> None:
        """A process id came back."""
        if identity == self._question:
            self.proven()

    def proven(self) -> None:
        """The printer is through with all that was sent."""
        self.must_free = self._unproven = False

    def time_passed(self, now: float, *, at_rest: bool, proves: bool) -> None:
        """at_rest: nothing is printed or sent, and no trouble is known. proves: this printer has answered questions in
        their order before, so that time says nothing.
        """
        if not at_rest or proves:
            self._at_rest_since = None
        elif self._at_rest_since is None:
            self._at_rest_since = now
        elif now >= self._at_rest_since + self._slack_seconds + UNPROVEN_SECONDS:
            self._unproven = False

    def lost(self) -> None:
        """The line broke."""
        self.must_free |= self._unproven
        self._at_rest_since = None
