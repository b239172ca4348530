"""Reads the file in which a hall says how its tickets look (`config/ticket.example.toml`), all mistakes at once.

The file and the logo beside it are copied to every kiosk of the hall. Whatever would only show when the first person
stands there with a wrong ticket is told when the kiosk starts: a logo that is no picture, an address that no code can
carry, a letter that the ticket's fonts do not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from hall_link.mistakes import SettingsError
from hall_link.rows import Words
from hall_link.settings import Shape
from hall_link.text import Identifier, Text
from hall_link.written_files import KeyPath, parse_toml, read_text, toml_places
from kiosk.look import EVERYTHING, NOTES, PHRASES, PRODUCTS_OWN, Languages, Phrases, Shown, TicketLook
from kiosk.ticket import TICKET_ID
from kiosk.visit import Language
from printer_drivers.logo import LogoError, read_logo
from printer_drivers.qr import QR_PAYLOAD_BYTES_MAX
from printer_drivers.stationery import PLAIN, Stationery
from printer_drivers.typeface import missing_letters

TICKET_ID_BYTES_MAX = 40
Phrase = Annotated[str, Meta(max_length=40)]
Sentence = Annotated[str, Meta(max_length=120)]
PageAddress = Annotated[str, Meta(pattern=r"^(https?://\S+)?$")]


class OwnWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The hall's words in one language; empty ones are the product's. As `kiosk.look.Phrases`."""

    caption: Phrase = ""
    ahead: Phrase = ""
    nobody: Phrase = ""
    wait: Phrase = ""
    minutes: Phrase = ""
    under: Phrase = ""
    counters: Phrase = ""
    either: Phrase = ""
    no_counter: Phrase = ""
    taken: Phrase = ""
    session: Phrase = ""
    morning: Phrase = ""
    afternoon: Phrase = ""
    evening: Phrase = ""
    hotline: Phrase = ""
    mark: Phrase = ""
    code: Sentence = ""
    again: Phrase = ""
    again_at: Phrase = ""

    def phrases(self, language: Language) -> Phrases:
        """All words of that language."""
        own = {name: words for name, words in msgspec.structs.asdict(self).items() if words}
        return PHRASES[language]._replace(**own)


class WordsDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """`[words.vi]` and `[words.en]`."""

    vi: OwnWords = OwnWords()
    en: OwnWords = OwnWords()


class BringDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """What people of a field bring."""

    field_id: Identifier
    papers: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=8)]


class TicketDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    languages: Languages = "chosen"
    letters: Literal["normal", "large"] = "normal"
    logo: Annotated[str, Meta(max_length=400)] = ""
    page: PageAddress = ""
    notes: Annotated[tuple[Text, ...], Meta(max_length=4)] = tuple(Text(note.vi, note.en) for note in NOTES)
    show: Shown = EVERYTHING
    words: WordsDocument = WordsDocument()
    bring: Annotated[tuple[BringDocument, ...], Meta(max_length=200)] = ()


def look_of(ticket_file: str) -> TicketLook:
    """What the hall decided; the product's own when it named no file. Raises `SettingsError`."""
    return read_ticket_file(Path(ticket_file)) if ticket_file else PRODUCTS_OWN


def read_ticket_file(file: Path) -> TicketLook:
    """What the file says. Raises `SettingsError` with every mistake in it and its place."""
    text = read_text(file)
    shape = Shape(toml_places(file, text))
    values = shape.members(TicketDocument, parse_toml(file, text), ())
    if shape.mistakes:
        raise SettingsError(shape.mistakes)
    document = msgspec.convert(values, TicketDocument)
    _check_page(document.page, shape)
    for path, words in _written(document):
        if missing := missing_letters(words):
            shape.note(path, f"phông chữ của phiếu không có: {missing}", f"the ticket's fonts do not have: {missing}")
    fields = [one.field_id for one in document.bring]
    for index, field_id in enumerate(fields):
        if field_id in fields[:index]:
            shape.note(("bring", index, "field_id"), "lĩnh vực này đã có ở trên", "this field stands above already")
    stationery = _stationery(document, file.parent, shape)
    if shape.mistakes:
        raise SettingsError(shape.mistakes)
    return TicketLook(
        languages=document.languages,
        phrases={"vi": document.words.vi.phrases("vi"), "en": document.words.en.phrases("en")},
        shown=document.show,
        notes=tuple(note.words() for note in document.notes),
        bring={one.field_id: tuple(paper.words() for paper in one.papers) for one in document.bring},
        page=document.page,
        stationery=stationery,
    )


def _check_page(page: str, shape: Shape) -> None:
    if not page:
        return
    if page.count(TICKET_ID) != 1:
        shape.note(("page",), f"phải có {TICKET_ID} đúng một lần", f"must hold {TICKET_ID} exactly once")
    longest = len(page.encode()) - len(TICKET_ID) + TICKET_ID_BYTES_MAX
    if longest > QR_PAYLOAD_BYTES_MAX:
        most = QR_PAYLOAD_BYTES_MAX + len(TICKET_ID) - TICKET_ID_BYTES_MAX
        shape.note(("page",), f"dài hơn {most} byte, mã sẽ khó quét", f"longer than {most} bytes: hard to scan")


def _stationery(document: TicketDocument, folder: Path, shape: Shape) -> Stationery:
    large = document.letters == "large"
    if not document.logo:
        return Stationery(large=large)
    try:
        return Stationery(read_logo(folder / document.logo), large)
    except LogoError as problem:
        shape.note(("logo",), f"{document.logo}: {problem.vi}", f"{document.logo}: {problem.en}")
        return PLAIN


def _written(document: TicketDocument) -> Iterator[tuple[KeyPath, str]]:
    """Every text of the file with its place."""
    for language, words in (("vi", document.words.vi), ("en", document.words.en)):
        for name, phrase in msgspec.structs.asdict(words).items():
            yield ("words", language, name), phrase
    for index, note in enumerate(document.notes):
        yield from _both(("notes", index), note.words())
    for index, one in enumerate(document.bring):
        for at, paper in enumerate(one.papers):
            yield from _both(("bring", index, "papers", at), paper.words())


def _both(path: KeyPath, words: Words) -> Iterator[tuple[KeyPath, str]]:
    yield (*path, "vi"), words.vi
    yield (*path, "en"), words.en
