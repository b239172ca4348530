"""What stands on a ticket, as words and order; where it lies and how large it is belongs to `layout`.

All strings arrive in the reader's language. They are normalised to NFC here, once, because a letter with two loose
marks is drawn as three glyphs that do not sit on each other; and they lose control characters, because a configured
hall name must not be able to break a line.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from printer_drivers.stationery import PLAIN, Logo, Stationery


@dataclass(frozen=True, slots=True)
class TicketContent:
    """Everything a ticket says.

    facts: (label, value) rows such as ("Người chờ trước", "17").
    bring: papers to bring, one line each.
    qr_payload: address of the ticket's page, with `qr_sentence` beside it; None prints no code.
    reprint_mark: "BẢN IN LẠI" on a second paper of the same number, else None.
    second: the same ticket in another language, whose words stand smaller below these; what is equal stands there once.
    """

    hall: str
    place: str
    caption: str
    number: str
    field: str
    procedure: str | None = None
    facts: Sequence[tuple[str, str]] = ()
    bring: Sequence[str] = ()
    qr_payload: str | None = None
    qr_sentence: str = ""
    footer: Sequence[str] = ()
    reprint_mark: str | None = None
    second: "TicketContent | None" = None


class Role(Enum):
    """What a line of words is for; the layout gives each role its face, size and place."""

    HALL = "hall"
    PLACE = "place"
    CAPTION = "caption"
    FIELD = "field"
    PROCEDURE = "procedure"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Words:
    """A centred paragraph. second: in the second language, below the same in the first."""

    role: Role
    text: str
    second: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The hall's logo, in the middle."""

    logo: Logo


@dataclass(frozen=True, slots=True)
class Rule:
    """A dashed line between two parts."""


@dataclass(frozen=True, slots=True)
class BigNumber:
    """The number people wait for, as large as the paper allows."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Label at the left, value at the right. second: as in `Words`; an empty value is the one above."""

    rows: tuple[tuple[str, str], ...]
    second: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list. second: as in `Words`, without the bullets."""

    items: tuple[str, ...]
    second: bool = False


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code and the sentence that says what it is for, if need be in two languages."""

    payload: str
    sentence: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """White words on a black bar: this paper is not the first of its number."""

    text: str


Block = Words | Picture | Rule | BigNumber | Rows | Bullets | QrCode | Mark


def ticket_document(content: TicketContent, stationery: Stationery = PLAIN) -> tuple[Block, ...]:
    """The blocks of one ticket from top to bottom; the end of the document is the cut."""
    other = content.second if content.second is not None else content
    head: list[Block] = []
    if content.reprint_mark:
        marks = dict.fromkeys((clean(content.reprint_mark), clean(other.reprint_mark or "")))
        head.append(Mark(" · ".join(mark for mark in marks if mark)))
    if stationery.logo is not None:
        head.append(Picture(stationery.logo))
    head += [*_words(Role.HALL, content.hall, other.hall), *_words(Role.PLACE, content.place, other.place)]
    number = [
        *_words(Role.CAPTION, content.caption, other.caption),
        BigNumber(clean(content.number)),
        *_words(Role.FIELD, content.field, other.field),
        *_words(Role.PROCEDURE, content.procedure or "", other.procedure or ""),
    ]
    footer = (_words(Role.FOOTER, *lines) for lines in _pairs(content.footer, other.footer))
    parts: list[list[Block]] = [
        head,
        number,
        [*_rows(content.facts, other.facts)],
        [*_bullets(content.bring, other.bring)],
        _code(content, other),
        [block for line in footer for block in line],
    ]
    return _ruled([part for part in parts if part])


def clean(text: str) -> str:
    """NFC, one line, single spaces, nothing that is not a visible character."""
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _pairs(lines: Sequence[str], others: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line and what it is in the second language, empty where that is the same or missing."""
    for index, line in enumerate(map(clean, lines)):
        other = clean(others[index]) if index < len(others) else ""
        yield line, other if other != line else ""


def _words(role: Role, text: str, other: str) -> list[Block]:
    [(text, other)] = _pairs([text], [other])
    return [Words(role, words, second=second) for words, second in ((text, False), (other, True)) if words]


def _rows(facts: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> Iterator[Rows]:
    labels = _pairs([label for label, _ in facts], [label for label, _ in others])
    values = _pairs([value for _, value in facts], [value for _, value in others])
    together: list[tuple[str, str]] = []
    for (label, other_label), (value, other_value) in zip(labels, values, strict=True):
        together.append((label, value))
        if other_label or other_value:
            yield Rows(tuple(together))
            yield Rows(((other_label, other_value),), second=True)
            together = []
    if together:
        yield Rows(tuple(together))


def _bullets(items: Sequence[str], others: Sequence[str]) -> Iterator[Bullets]:
    together: list[str] = []
    for item, other in _pairs(items, others):
        together += [item] if item else []
        if item and other:
            yield Bullets(tuple(together))
            yield Bullets((other,), second=True)
            together = []
    if together:
        yield Bullets(tuple(together))


def _code(content: TicketContent, other: TicketContent) -> list[Block]:
    if not content.qr_payload:
        return []
    [(sentence, second)] = _pairs([content.qr_sentence], [other.qr_sentence])
    return [QrCode(content.qr_payload, sentence, second)]


def _ruled(parts: list[list[Block]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for part in parts:
        if blocks:
            blocks.append(Rule())
        blocks += part
    return tuple(blocks)
