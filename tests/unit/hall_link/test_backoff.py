from hypothesis import given
from hypothesis import strategies as st

from hall_link.backoff import BACKOFF_SECONDS_MAX, BACKOFF_SECONDS_MIN, backoff_seconds


@given(failures=st.integers(1, 10**6), jitter=st.floats(0, 1, exclude_max=True))
def test_every_pause_is_inside_its_bounds(failures: int, jitter: float) -> None:
    assert BACKOFF_SECONDS_MIN / 2 <= backoff_seconds(failures, jitter) <= BACKOFF_SECONDS_MAX


def test_devices_that_fail_together_come_back_apart() -> None:
    assert backoff_seconds(5, 0.0) * 2 == backoff_seconds(5, 1.0)
