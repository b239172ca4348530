"""Attempts that were given up and may still turn out well: a printer refilled after an hour prints on and says so."""

from collections import OrderedDict

from printer_drivers import job
from printer_drivers.job import Job, JobState
from printer_drivers.orders import Order

EXPECTED_MAX = 16
"""Settled attempts whose late answer is still understood."""


class LateAnswers:
    """By the process id asked after the cut."""

    def __init__(self) -> None:
        self._attempts: OrderedDict[str, tuple[Order, Job]] = OrderedDict()

    def expect(self, order: Order, given_up: Job) -> None:
        """This attempt is settled without an answer."""
        self._attempts[given_up.cut_id] = (order, given_up)
        while len(self._attempts) > EXPECTED_MAX:
            self._attempts.popitem(last=False)

    def confirmed_by(self, identity: str, now: float) -> list[Order]:
        """The order that this id confirms after all, once; nothing for any other id."""
        found = self._attempts.get(identity)
        if found is None or job.answered(found[1], identity, now).state is not JobState.CONFIRMED:
            return []
        del self._attempts[identity]
        return [found[0]]
