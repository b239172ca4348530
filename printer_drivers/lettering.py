"""Lines of letters as ESC/POS bytes: in letters we define on the way, or in the printer's own Vietnamese page.

Chinese mode is switched off first: with it on, two letters beyond ASCII make one Chinese character.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from printer_drivers import commands
from printer_drivers.character_page import LINE_DOTS, Code, Element, Line, Space
from printer_drivers.encoder import EncodedTicket, native_code, opening
from printer_drivers.letters import letter_columns
from printer_drivers.paper import dots_to_mm
from printer_drivers.profile import PrinterProfile, Strategy
from printer_drivers.realtime import without_real_time

CODE_PAGE_CODEC = "cp1258"
LINE_FEED = b"\n"


def encode_lines(elements: Iterable[Element], profile: PrinterProfile) -> EncodedTicket:
    """The body of a ticket, in the profile's strategy (own letters or code page)."""
    wanted = tuple(elements)
    body = bytearray(opening(profile) + commands.CHINESE_MODE_OFF + commands.line_spacing(LINE_DOTS))
    own = profile.strategy is not Strategy.CODE_PAGE
    alphabet = _Alphabet()
    if not own:
        assert profile.code_page is not None
        body += commands.code_page(profile.code_page)
    for element in wanted:
        match element:
            case Line():
                body += b"".join(_line(element, alphabet if own else None))
            case Space(dots):
                body += commands.feed(dots)
            case Code(payload, module_dots):
                body += commands.PICTURES_CENTRED + native_code(payload, module_dots, profile)
    return EncodedTicket(bytes(body), dots_to_mm(sum(element.dots for element in wanted)))


def in_code_page(text: str) -> bytes:
    """Windows-1258: a letter with a tone is the letter and then its tone. What is not in it becomes a question mark."""
    return b"".join(_letter_in_code_page(letter) for letter in text)


def _line(line: Line, alphabet: "_Alphabet | None") -> Iterator[bytes]:
    plain = alphabet is None or (line.magnified > 1 and line.text.isascii())
    if alphabet is not None and not plain:
        yield from alphabet.define(line.text)
    yield commands.PICTURES_CENTRED if line.centred else commands.PICTURES_LEFT
    if line.magnified > 1:
        yield commands.magnified(line.magnified)
    if line.white:
        yield commands.reversed_letters(True)
    if alphabet is None:
        yield in_code_page(line.text)
    elif plain:
        # The printer's own figures, magnified, are sharper than ours.
        yield line.text.encode("ascii")
    else:
        yield commands.OWN_LETTERS_ON + alphabet.spelled(line.text) + commands.OWN_LETTERS_OFF
    yield LINE_FEED
    if line.white:
        yield commands.reversed_letters(False)
    if line.magnified > 1:
        yield commands.magnified(1)


class _Alphabet:
    """The letters that the printer has been given so far. A line has fewer letters than there are codes."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def define(self, text: str) -> Iterator[bytes]:
        """Definitions of the letters of this line that the printer lacks; full, it begins anew."""
        letters = sorted(set(text) - {" "})
        missing = [letter for letter in letters if letter not in self._codes]
        if len(self._codes) + len(missing) > commands.LAST_LETTER_CODE - commands.FIRST_LETTER_CODE + 1:
            self._codes, missing = {}, letters
        for letter in missing:
            code = commands.FIRST_LETTER_CODE + len(self._codes)
            self._codes[letter] = code
            yield commands.define_letter(code, without_real_time(letter_columns(letter)))

    def spelled(self, text: str) -> bytes:
        """The codes of a line."""
        return bytes(self._codes.get(letter, 0x20) for letter in text)


def _letter_in_code_page(letter: str) -> bytes:
    for spelling in (letter, *_with_loose_tone(letter)):
        try:
            return spelling.encode(CODE_PAGE_CODEC)
        except UnicodeEncodeError:
            continue
    return b"?"


def _with_loose_tone(letter: str) -> Iterator[str]:
    """The letter with each of its marks taken off and put behind it: ế is ê and an acute, ậ is â and a dot."""
    loose = unicodedata.normalize("NFD", letter)
    base, marks = loose[0], loose[1:]
    for mark in marks:
        others = "".join(other for other in marks if other != mark)
        yield unicodedata.normalize("NFC", base + others) + mark
