"""Process ids are printable, four characters, and differ."""

from printer_drivers.attempts import ATTEMPTS_BEFORE_REPEAT, ids_of
from printer_drivers.commands import process_id


def test_ids_of_attempts_differ_and_can_be_sent() -> None:
    seen = [identity for n in range(2000) for identity in (ids_of(n).printed, ids_of(n).cut, ids_of(n).greeting)]
    assert len(set(seen)) == len(seen)
    assert all(process_id(identity).endswith(identity.encode()) for identity in seen)


def test_counting_begins_again_where_it_must() -> None:
    assert ids_of(ATTEMPTS_BEFORE_REPEAT + 5) == ids_of(5)
    assert ids_of(ATTEMPTS_BEFORE_REPEAT - 1).printed == "zzzp"
