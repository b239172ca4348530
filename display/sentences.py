"""The sentence that calls a person: for the ear, for the eye, in full and in short.

Caption and speech are made from one template, so that whoever reads the board gets exactly what the others hear.
"""

from dataclasses import dataclass
from enum import Enum

from display.reading import Language, caption_ticket, read_counter, read_ticket


class Form(Enum):
    """How much is said. The short form serves a hall where calls pile up faster than full sentences can be spoken."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One call in words: `spoken` holds no digit and is for an engine, `caption` is for the screen."""

    spoken: str
    caption: str


_TEMPLATES = {
    (Language.VIETNAMESE, Form.FULL): "Mời công dân có số {ticket} đến {counter}",
    (Language.VIETNAMESE, Form.SHORT): "Số {ticket}, {counter}",
    (Language.ENGLISH, Form.FULL): "Number {ticket}, please go to {counter}",
    (Language.ENGLISH, Form.SHORT): "Number {ticket}, {counter}",
}


def call_sentence(number: str, counter: int, form: Form, language: Language = Language.VIETNAMESE) -> Sentence:
    """The sentence that calls ticket `number` ("A007") to counter `counter` (from 1)."""
    template = _TEMPLATES[language, form]
    place = read_counter(counter, language)
    return Sentence(
        spoken=f"{template.format(ticket=read_ticket(number, language), counter=place)}.",
        caption=template.format(ticket=caption_ticket(number, language), counter=place),
    )
