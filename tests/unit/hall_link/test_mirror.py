import pytest

from hall_link.feed import Resume, Snapshot, Updates
from hall_link.mirror import Mirror
from hall_link.rows import CounterRow, TicketRow
from tests.unit.hall_link.makers import counter, hall, ticket


def test_it_begins_with_nothing_and_nothing_to_resume_from() -> None:
    mirror = Mirror()
    assert (mirror.seq, mirror.rows, mirror.resume, mirror.hall) == (0, {}, None, None)


def test_rows_are_found_by_key_and_by_type() -> None:
    mirror = Mirror()
    mirror.replace(Snapshot(1, "m", 0, [hall(), counter(2), ticket(1), ticket(2)]))
    assert mirror.get("counter/2") == counter(2)
    assert mirror.get("counter/3") is None
    assert mirror.all(TicketRow) == [ticket(1), ticket(2)]
    assert [row.counter_id for row in mirror.all(CounterRow)] == [2]
    assert mirror.hall == hall()
    assert mirror.resume == Resume(1, "m")


def test_a_row_dropped_and_put_in_one_frame_is_dropped() -> None:
    mirror = Mirror()
    mirror.replace(Snapshot(1, "m", 0, [counter(1)]))
    assert mirror.apply(Updates(1, 3, "n", 0, [counter(1), counter(2)], ["counter/1"])) == ("counter/1", "counter/2")
    assert set(mirror.rows) == {"counter/2"}


def test_rows_handed_out_before_are_not_changed_by_a_snapshot() -> None:
    mirror = Mirror()
    mirror.replace(Snapshot(1, "m", 0, [counter(1)]))
    before = mirror.rows
    mirror.replace(Snapshot(2, "n", 0, [counter(2)]))
    assert set(before) == {"counter/1"}


def test_updates_from_elsewhere_are_never_applied() -> None:
    with pytest.raises(AssertionError):
        Mirror().apply(Updates(1, 2, "m", 0, []))
