"""What a hall must record to be called by a human voice, as the manifest of the folder it will lie in.

Everything that the sentences of calls are made of, and nothing else. Read out one line after the other, cut, and saved
under the names beside them, it is complete.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from display.fullness import steps
from display.reading import Language, Manner, TicketReading, read_number
from display.reading.letters import letters_of
from display.sentences import call_sentence
from display.voice.clips import key_of, spoken_words

COUNTERS_MAX = 99
NUMBERS_MAX = 2000
"""Tickets of one series in a day, of which every word turns up below this."""
Entry = tuple[str, str, str]
"""Section, key, what is said."""


def entries(language: Language, manner: Manner, letters: Iterable[str], counters: int) -> Iterator[Entry]:
    """What must be recorded for tickets of these series and counters from 1 to `counters`."""
    yield from (("phrases", phrase, phrase) for phrase in _phrases(language, manner))
    letters = [letter for letter in dict.fromkeys(letters) if letter in letters_of(language)]
    yield from (("letters", letter, spoken_words("letters", letter, language, manner)) for letter in letters)
    if manner.tickets is TicketReading.DIGITS:
        yield from _of("digits", range(10), language, manner)
    else:
        yield from (("words", word, word) for word in _words_of_numbers(language, manner))
    yield from _of("counters", range(1, min(counters, COUNTERS_MAX) + 1), language, manner)


def manifest(language: Language, found: Iterable[Entry]) -> str:
    """A `clips.toml` for these entries, each with what is to be said behind it."""
    lines = [f'language = "{language.value}"']
    section = ""
    for where, key, words in found:
        if where != section:
            section = where
            lines += ["", f"[{section}]"]
        name = f"{_file_name(where, key)}.wav"
        lines.append(f'"{key}" = "{name}"  # {words}')
    return "\n".join(lines)


def _phrases(language: Language, manner: Manner) -> list[str]:
    """What stands in the sentences around ticket and counter: the words before, between and behind them."""
    found: list[str] = []
    for form in dict.fromkeys(step.form for step in steps((language,), 1)):
        words = call_sentence("A", 1, form, language, manner).spoken
        ticket = letters_of(language)["A"]
        place = spoken_words("counters", "1", language, manner)
        for part in re.split(rf"\b{re.escape(ticket)}\b|{re.escape(place)}", words):
            phrase = " ".join(key_of(part))
            if phrase and phrase not in found:
                found.append(phrase)
    return found


def _words_of_numbers(language: Language, manner: Manner) -> list[str]:
    """Every word in the readings of the numbers a ticket can have, in the order in which they turn up."""
    words = (word for number in range(NUMBERS_MAX) for word in read_number(number, language, manner.style).split())
    return list(dict.fromkeys(words))


def _of(section: str, numbers: Iterable[int], language: Language, manner: Manner) -> Iterator[Entry]:
    return ((section, str(number), spoken_words(section, str(number), language, manner)) for number in numbers)


def _file_name(section: str, key: str) -> str:
    """Plain letters, so that the file survives every disk and archive; Đ, Ă and the like keep a name of their own."""
    if len(key) == 1 and not key.isascii():
        return f"{section}-u{ord(key):04x}"
    plain = unicodedata.normalize("NFD", key.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    return f"{section}-{re.sub(r'[^a-z0-9]+', '-', plain)}"
