"""Breaks a paragraph into lines that fit, without ever cutting a word while the word can fit by itself."""

from collections.abc import Callable

Measure = Callable[[str], int]
_SEPARATORS = frozenset({"–", "-", "·", "/", "+", "&"})


def wrap(text: str, width: int, measure: Measure) -> tuple[str, ...]:
    """Lines of at most `width` dots, each as full as possible. A word wider than a line is broken as a last resort."""
    lines: list[str] = []
    line = ""
    for word in _units(text):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, measure)
        lines += full
    return (*lines, line) if line else tuple(lines)


def wrap_evenly(text: str, width: int, measure: Measure) -> tuple[str, ...]:
    """As `wrap`, in the same number of lines but of nearly equal length: for centred names of two or three lines."""
    best = wrap(text, width, measure)
    low, high = 1, width
    while len(best) > 1 and low < high:
        middle = (low + high) // 2
        if any(measure(word) > middle for word in _units(text)):
            low = middle + 1
            continue
        tried = wrap(text, middle, measure)
        if len(tried) <= len(best):
            best, high = tried, middle
        else:
            low = middle + 1
    return best


def _units(text: str) -> list[str]:
    """The words, each with the separator that follows it: no line begins with a dash."""
    units: list[str] = []
    for word in text.split():
        if units and word in _SEPARATORS:
            units[-1] += f" {word}"
        else:
            units.append(word)
    return units


def _pieces(word: str, width: int, measure: Measure) -> list[str]:
    """The word in pieces that fit; one piece in all but absurd cases (an address without a space)."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
