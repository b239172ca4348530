"""What has been said about tickets that wait: each trouble once a ticket, and not for a line that is just opening."""

from collections.abc import Iterable, Iterator

from printer_drivers.facts import JobHeld
from printer_drivers.orders import Order
from printer_drivers.status import Trouble

NO_LINK_SECONDS_UNSAID = 1.0
"""A line that is just opening is no news."""


class Holds:
    """By job."""

    def __init__(self) -> None:
        self._told: dict[str, Trouble] = {}

    def news(self, trouble: Trouble | None, orders: Iterable[Order], now: float) -> Iterator[JobHeld]:
        """The facts to tell now of the tickets that are open."""
        for order in orders:
            just_opening = trouble is Trouble.NO_LINK and now < order.asked_at + NO_LINK_SECONDS_UNSAID
            if trouble is None or just_opening or self._told.get(order.job_id) is trouble:
                continue
            self._told[order.job_id] = trouble
            yield JobHeld(order.job_id, trouble)

    def unsaid_until(self, orders: Iterable[Order]) -> Iterator[float]:
        """When to speak of a line that did not open, for each ticket of which nothing has been said."""
        return (order.asked_at + NO_LINK_SECONDS_UNSAID for order in orders if order.job_id not in self._told)

    def over(self, job_id: str) -> None:
        """The ticket is settled."""
        self._told.pop(job_id, None)
