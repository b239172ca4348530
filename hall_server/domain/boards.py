"""Which wallboards are there, and which one of a zone speaks: exactly one, as long as one that can is there.

The voice stays where it is until its board falls silent: a board that comes back does not take it, for people would
hear two voices in turn, and each change is a moment in which a sentence may be heard twice. Whatever was not spoken to
its end is on record as not spoken yet, so the next voice knows by the calls alone what is left for it to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from hall_server.domain.commands import BoardAnswers, BoardSilent
from hall_server.domain.events import BoardAnswered, BoardFellSilent, Event, VoiceGiven
from hall_server.domain.guards import Decision
from hall_server.domain.model import Board, HallState


def answers(state: HallState, command: BoardAnswers, now: int) -> Decision:
    """It speaks at once where nobody does; a zone that it leaves, or no longer speaks for, gets another voice."""
    before = state.boards.get(command.board_id)
    told = (command.zone, command.voice, True)
    if before is not None and (before.zone, before.voice, before.answers) == told:
        return ()
    return (BoardAnswered(command.board_id, command.zone, command.voice), *_voices_after(state, before, command))


def silent(state: HallState, command: BoardSilent, now: int) -> Decision:
    """Its voice goes to the one that has been there for the longest time."""
    board = state.boards.get(command.board_id)
    if board is None or not board.answers:
        return ()
    return (BoardFellSilent(board.board_id), *_successor(state, board))


def _voices_after(state: HallState, before: Board | None, command: BoardAnswers) -> Iterator[Event]:
    keeps = before is not None and before.speaks and before.zone == command.zone and command.voice
    if before is not None and not keeps:
        yield from _successor(state, before)
    others = (board for board in state.boards.values() if board.board_id != command.board_id)
    somebody_speaks = any(board.speaks and board.zone == command.zone for board in others)
    if command.voice and not keeps and not somebody_speaks:
        yield VoiceGiven(command.board_id)


def _successor(state: HallState, left: Board) -> Iterator[Event]:
    """Whoever speaks now for the zone of a board that spoke for it; nobody where none can."""
    able = [
        board
        for board in state.boards.values()
        if board.board_id != left.board_id and board.zone == left.zone and board.answers and board.voice
    ]
    if left.speaks and able:
        yield VoiceGiven(min(able, key=lambda board: (board.since, board.board_id)).board_id)
