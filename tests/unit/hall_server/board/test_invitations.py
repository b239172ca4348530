"""Codes for televisions: once, for a while, and not to be guessed."""

from __future__ import annotations

import pytest

from hall_server.board.invitations import LIFE_SECONDS, OPEN_MAX, WRONG_MAX, Invitation, Invitations

BOARD = Invitation("tv-1", "main", "theme=day")


@pytest.fixture
def invitations() -> Invitations:
    made = Invitations()
    made.invite(BOARD, "12345678", 0.0)
    return made


def test_a_code_works_once(invitations: Invitations) -> None:
    assert invitations.redeem("12345678", 1.0) == BOARD
    assert invitations.redeem("12345678", 1.0) is None


def test_a_code_works_for_a_while(invitations: Invitations) -> None:
    assert invitations.redeem("12345678", LIFE_SECONDS) is None


def test_a_new_code_for_a_board_ends_its_old_one(invitations: Invitations) -> None:
    invitations.invite(BOARD, "87654321", 1.0)
    assert invitations.redeem("12345678", 1.0) is None
    assert invitations.redeem("87654321", 1.0) == BOARD


def test_whoever_guesses_ends_every_code(invitations: Invitations) -> None:
    for guess in range(WRONG_MAX - 1):
        assert invitations.redeem(f"{guess:08}", 1.0) is None
    other = Invitation("tv-2", "main")
    invitations.invite(other, "11112222", 1.0)
    assert invitations.redeem("00000000", 1.0) is None
    assert invitations.redeem("12345678", 1.0) is None
    assert invitations.redeem("11112222", 1.0) is None


def test_wrong_codes_of_before_do_not_count_against_a_new_one() -> None:
    invitations = Invitations()
    for _ in range(2 * WRONG_MAX):
        invitations.redeem("00000000", 0.0)
    invitations.invite(BOARD, "12345678", 0.0)
    invitations.redeem("00000000", 0.0)
    assert invitations.redeem("12345678", 0.0) == BOARD


def test_there_are_never_more_than_so_many() -> None:
    invitations = Invitations()
    for number in range(OPEN_MAX + 1):
        invitations.invite(Invitation(f"tv-{number}", "main"), f"{number:08}", 0.0)
    assert invitations.redeem("00000000", 0.0) is None
    assert invitations.redeem("00000001", 0.0) == Invitation("tv-1", "main")
