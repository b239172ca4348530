"""Pauses grow, stay bounded, and begin anew."""

from printer_drivers.backoff import REOPEN_SECONDS_MAX, REOPEN_SECONDS_MIN, Backoff


def test_pauses_double_up_to_their_bound() -> None:
    backoff = Backoff()
    pauses = [backoff.next_pause() for _ in range(8)]
    assert pauses[:3] == [REOPEN_SECONDS_MIN, 2 * REOPEN_SECONDS_MIN, 4 * REOPEN_SECONDS_MIN]
    assert pauses[-1] == REOPEN_SECONDS_MAX
    backoff.succeeded()
    assert backoff.next_pause() == REOPEN_SECONDS_MIN
