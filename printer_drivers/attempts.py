"""Process ids, unique per attempt: an answer to an earlier attempt must never confirm a later one.

Three characters count attempts, the fourth says which of the two questions it is. 238,328 attempts pass before an id
comes again; the count starts at a random place, so that a restarted program does not repeat the ids of the last one.
"""

from dataclasses import dataclass

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ATTEMPTS_BEFORE_REPEAT = len(_DIGITS) ** 3


@dataclass(frozen=True, slots=True)
class AttemptIds:
    """printed: asked before the cut. cut: asked after it. greeting: asked when a line opens."""

    printed: str
    cut: str
    greeting: str


def ids_of(attempt: int) -> AttemptIds:
    """The ids of the attempt with that number."""
    count = attempt % ATTEMPTS_BEFORE_REPEAT
    digits = ""
    for _ in range(3):
        count, digit = divmod(count, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return AttemptIds(printed=f"{digits}p", cut=f"{digits}c", greeting=f"{digits}g")
