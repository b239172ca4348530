"""What stands on a ticket, as words and order; where it lies and how large it is belongs to `layout`.

All strings arrive in the reader's language. They are normalised to NFC here, once, because a letter with two loose
marks is drawn as three glyphs that do not sit on each other; and they lose control characters, because a configured
hall name must not be able to break a line.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class TicketContent:
    """Everything a ticket says.

    facts: (label, value) rows such as ("Người chờ trước", "17").
    bring: papers to bring, one line each.
    qr_payload: address of the ticket's page, with `qr_sentence` beside it; None prints no code.
    reprint_mark: "BẢN IN LẠI" on a second paper of the same number, else None.
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
    """A centred paragraph."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A dashed line between two parts."""


@dataclass(frozen=True, slots=True)
class BigNumber:
    """The number people wait for, as large as the paper allows."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Label at the left, value at the right."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code and the sentence that says what it is for."""

    payload: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Mark:
    """White words on a black bar: this paper is not the first of its number."""

    text: str


Block = Words | Rule | BigNumber | Rows | Bullets | QrCode | Mark


def ticket_document(content: TicketContent) -> tuple[Block, ...]:
    """The blocks of one ticket from top to bottom; the end of the document is the cut."""
    head: list[Block] = [Mark(clean(content.reprint_mark))] if content.reprint_mark else []
    head += _words((Role.HALL, content.hall), (Role.PLACE, content.place))
    number = [
        *_words((Role.CAPTION, content.caption)),
        BigNumber(clean(content.number)),
        *_words((Role.FIELD, content.field), (Role.PROCEDURE, content.procedure or "")),
    ]
    facts = tuple((clean(label), clean(value)) for label, value in content.facts)
    bring = tuple(line for line in map(clean, content.bring) if line)
    code: list[Block] = [QrCode(content.qr_payload, clean(content.qr_sentence))] if content.qr_payload else []
    parts: list[list[Block]] = [
        head,
        number,
        [Rows(facts)] if facts else [],
        [Bullets(bring)] if bring else [],
        code,
        _words(*((Role.FOOTER, line) for line in content.footer)),
    ]
    return _ruled([part for part in parts if part])


def clean(text: str) -> str:
    """NFC, one line, single spaces, nothing that is not a visible character."""
    visible = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def _words(*lines: tuple[Role, str]) -> list[Block]:
    return [Words(role, text) for role, text in ((role, clean(line)) for role, line in lines) if text]


def _ruled(parts: list[list[Block]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for part in parts:
        if blocks:
            blocks.append(Rule())
        blocks += part
    return tuple(blocks)
