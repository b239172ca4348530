"""Waits in the words of people."""

import pytest

from hall_server.domain.learned import Expected
from hall_server.domain.waits import Minutes, as_read, promised_ms
from tests.halls import MINUTE


@pytest.mark.parametrize(
    ("middle", "late", "read"),
    [
        (0, 0, (0, 5)),
        (1, 2, (0, 5)),
        (2.4, 7.4, (0, 5)),
        (2.5, 7.5, (5, 10)),
        (11, 19, (10, 20)),
        (12, 13, (10, 15)),
        (52, 78, (50, 80)),
        (58, 59, (60, 70)),
        (100, 144, (100, 140)),
        (178, 181, (180, 210)),
        (200, 290, (210, 300)),
    ],
)
def test_a_range_is_rounded_as_people_say_it(middle: float, late: float, read: tuple[int, int]) -> None:
    assert as_read(Expected(round(middle * MINUTE), round(late * MINUTE))) == Minutes(*read)


def test_what_is_promised_is_the_end_of_what_was_told() -> None:
    assert promised_ms(Expected(11 * MINUTE, 19 * MINUTE)) == 20 * MINUTE
