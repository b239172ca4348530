"""The sentences of the hall: for the ear, for the eye, in full and in short.

Caption and speech are made from one template, so that whoever reads the board gets exactly what the others hear.
"""

from dataclasses import dataclass
from enum import Enum

from display.reading import Language, Manner, caption_ticket, read_counter, read_text, read_ticket


class Form(Enum):
    """How much is said. The short form serves a hall where calls pile up faster than full sentences can be spoken."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in words: `spoken` holds no digit and is for an engine, `caption` is for the screen."""

    spoken: str
    caption: str


_TEMPLATES = {
    (Language.VIETNAMESE, Form.FULL): "Mời công dân có số {ticket} đến {counter}",
    (Language.VIETNAMESE, Form.SHORT): "Số {ticket}, {counter}",
    (Language.ENGLISH, Form.FULL): "Number {ticket}, please go to {counter}",
    (Language.ENGLISH, Form.SHORT): "Number {ticket}, {counter}",
}
_CLOSING = {
    Language.VIETNAMESE: "Kính thưa quý vị, còn {minutes} phút nữa {who} ngừng phát số. "
    "Quý vị đang chờ vẫn được phục vụ. Xin cảm ơn quý vị.",
    Language.ENGLISH: "In {minutes} minutes {who} gives its last number. Everybody who waits will be served. "
    "Thank you.",
}
_THE_HALL = {Language.VIETNAMESE: "bộ phận một cửa", Language.ENGLISH: "this office"}
_A_FIELD = {Language.VIETNAMESE: "lĩnh vực {field}", Language.ENGLISH: "the field {field}"}
_APOLOGY = {
    Language.VIETNAMESE: "Xin lỗi quý vị đang chờ lĩnh vực {field}: thời gian chờ lâu hơn đã in trên phiếu. {now}"
    "Số của quý vị vẫn được giữ. Xin cảm ơn quý vị.",
    Language.ENGLISH: "We are sorry: the wait for {field} is longer than printed. {now}Your number is kept. Thank you.",
}
_NOW_AT_MOST = {
    Language.VIETNAMESE: "Nay quý vị còn chờ không quá {high} phút. ",
    Language.ENGLISH: "It is now {high} minutes at most. ",
}


_SORRY_LINE = {
    Language.VIETNAMESE: "Xin lỗi quý vị, {field} chờ lâu hơn trên phiếu{now}.",
    Language.ENGLISH: "We are sorry, {field} takes longer than printed{now}.",
}
_SORRY_NOW = {Language.VIETNAMESE: ", nay không quá {high} phút", Language.ENGLISH: ", now {high} minutes at most"}


def call_sentence(
    number: str,
    counter: int,
    form: Form,
    language: Language = Language.VIETNAMESE,
    manner: Manner | None = None,
) -> Sentence:
    """The sentence that calls ticket `number` ("A007") to counter `counter` (from 1)."""
    manner = manner or Manner()
    template = _TEMPLATES[language, form]
    place = read_counter(counter, language, manner.style)
    return Sentence(
        spoken=f"{template.format(ticket=read_ticket(number, language, manner), counter=place)}.",
        caption=template.format(ticket=caption_ticket(number, language, manner), counter=place),
    )


def typed_sentence(text: str, language: Language, manner: Manner | None = None) -> Sentence:
    """What staff typed: shown as it stands, spoken in words. `spoken` is empty when there is no word in it."""
    return Sentence(spoken=read_text(text, language, manner), caption=text.strip())


def closing_text(minutes: int, field: str, language: Language) -> str:
    """The announcement that in so many minutes the last number is given in `field`, or, empty, in the whole hall; as it
    would be typed."""
    who = _A_FIELD[language].format(field=field) if field else _THE_HALL[language]
    return _CLOSING[language].format(minutes=minutes, who=who)


def apology_text(field: str, high: int | None, language: Language) -> str:
    """Sorry for a wait in `field` that passes what was printed; with the minutes that it takes now at most, where that
    is foretold; as it would be typed."""
    now = "" if high is None else _NOW_AT_MOST[language].format(high=high)
    return _APOLOGY[language].format(field=field, now=now)


def sorry_line(field: str, high: int | None, language: Language) -> str:
    """The same in one line of a board."""
    now = "" if high is None else _SORRY_NOW[language].format(high=high)
    return _SORRY_LINE[language].format(field=field, now=now)
