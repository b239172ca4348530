"""How events change what is known of the wallboards; a part of `evolve`, the only writer."""

from __future__ import annotations

from hall_server.domain import events as e
from hall_server.domain.model import BOARDS_MAX, Board, HallState
from hall_server.domain.replacing import replace


def answered(state: HallState, event: e.BoardAnswered, at: int) -> None:
    before = state.boards.pop(event.board_id, None)
    speaks = before is not None and before.speaks and before.zone == event.zone and event.voice
    if len(state.boards) >= BOARDS_MAX:
        _forget_the_longest_silent(state)
    state.boards[event.board_id] = Board(event.board_id, event.zone, event.voice, answers=True, speaks=speaks, since=at)


def fell_silent(state: HallState, event: e.BoardFellSilent, at: int) -> None:
    board = state.boards[event.board_id]
    state.boards[event.board_id] = replace(board, answers=False, speaks=False, since=at)


def voice_given(state: HallState, event: e.VoiceGiven, at: int) -> None:
    chosen = state.boards[event.board_id]
    for board in state.boards.values():
        if board.zone == chosen.zone and board.speaks != (board is chosen):
            state.boards[board.board_id] = replace(board, speaks=board is chosen)


def _forget_the_longest_silent(state: HallState) -> None:
    silent = [board for board in state.boards.values() if not board.answers]
    if silent:
        del state.boards[min(silent, key=lambda board: (board.since, board.board_id)).board_id]
