"""Whatever staff may paste, as plain signs: composed letters, digits 0-9, one kind of space, no pictures.

Digits of other scripts, circled and small digits become 0-9; signs that stand for a number (½, Ⅷ, 億) become digits or
words, so that no engine meets them.
"""

import re
import unicodedata

_DASHES = re.compile(r"[‐‑‒–—―−]")
_QUOTES = re.compile("[‘’‚‛`´]")
_SPACES = re.compile(r"\s+")
_KEPT_SIGNS = frozenset(" .,;:?!'-/%@&+=°⁄()\"<>~#$₫€_*")


def cleaned(text: str) -> str:
    """The text in signs that the rules of reading know; control signs, pictures and the like become spaces."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text))
    signs = "".join(_plain(sign) for sign in _QUOTES.sub("'", _DASHES.sub("-", composed)))
    return _SPACES.sub(" ", signs).strip()


def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    number = unicodedata.numeric(sign, None)
    if number is not None:
        return f" {int(number)} " if number.is_integer() and number >= 0 else " "
    if sign.isalpha() or sign in _KEPT_SIGNS or unicodedata.combining(sign):
        return sign
    return " "
