"""Bytes of a ticket are never mistaken for others."""

import pytest

from printer_drivers.outgoing import Outgoing


def test_what_was_taken_is_counted_for_the_ticket_only() -> None:
    outgoing = Outgoing()
    outgoing.say(b"hello")
    outgoing.add_ticket(b"ticket")
    assert outgoing.peek() == b"helloticket"
    assert outgoing.taken(3) == 0
    assert outgoing.taken(4) == 2
    assert outgoing.peek() == b"cket"
    assert outgoing.taken(4) == 4
    assert not outgoing


def test_nothing_is_said_inside_a_ticket() -> None:
    outgoing = Outgoing()
    outgoing.add_ticket(b"ticket")
    with pytest.raises(AssertionError):
        outgoing.say(b"hello")
    outgoing.clear()
    outgoing.say(b"hello")
    assert outgoing.taken(5) == 0
