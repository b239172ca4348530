"""Volume by time of day, and quiet hours."""

import pytest

from display.hours import Loudness, VoiceHours, minute_of


def test_without_anything_said_it_is_always_the_same() -> None:
    assert VoiceHours(0.8).at(0) == VoiceHours(0.8).at(720) == Loudness(0.8)


@pytest.mark.parametrize(("clock", "volume"), [("06:59", 0.3), ("07:00", 0.6), ("09:30", 1.0), ("23:00", 0.3)])
def test_a_step_holds_until_the_next(clock: str, volume: float) -> None:
    hours = VoiceHours(1.0, ["17:00=0.3", "07:00=0.6", "09:00=1"])
    assert hours.at(minute_of(clock)).volume == volume


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("11:29", False), ("11:30", True), ("13:29", True), ("13:30", False), ("23:00", True), ("05:59", True)],
)
def test_quiet_spans_also_over_midnight(clock: str, quiet: bool) -> None:
    assert VoiceHours(quiet=["11:30-13:30", "22:00-06:00"]).at(minute_of(clock)).quiet is quiet


@pytest.mark.parametrize("written", ["7", "25:00", "07:60", "a:b"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"time|int"):
        minute_of(written)


@pytest.mark.parametrize("written", ["07:00", "07:00=2", "07:00=-1"])
def test_what_is_no_step_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no step"):
        VoiceHours(steps=[written])
