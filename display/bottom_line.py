"""What stands in the bottom line: why the large number came before others, what staff announce, sorry for long waits;
the hall's own sentences when there is none of these. They take turns.

Pure. What is urgent stands alone. What is too long is cut into pieces of whole words that fit the line, because a line
that moves cannot be read by everybody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from textwrap import wrap

from display.hall_time import is_late, late_field
from display.occasions import LateField
from display.reading import Language
from display.sentences import sorry_line
from hall_link.rows import AnnouncementRow, FieldRow, Words


class Saying(IntEnum):
    """Who speaks in the bottom line."""

    HALL = 0
    WHY = 1
    SORRY = 2
    STAFF = 3
    URGENT = 4


@dataclass(frozen=True, slots=True)
class BottomLine:
    """One sentence, or piece of one."""

    saying: Saying = Saying.HALL
    text: str = ""


NOTHING = BottomLine()
GOES_ON = " …"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it: in which zone of the hall and which language, and how many letters fit the line."""

    zone: str = "main"
    language: str = "vi"
    letters: int = 80


def bottom_lines(
    own: Sequence[str],
    why: str,
    announcements: Iterable[AnnouncementRow],
    fields: Iterable[FieldRow],
    reader: Reader,
    server_ms: int,
) -> list[BottomLine]:
    """Everything that takes turns now, in order; at least one line. `own`: the hall's sentences, as configured; `why`:
    of the large number, or empty."""
    said = [row for row in announcements if row.zone in ("", reader.zone) and row.made_at <= server_ms < row.until]
    said.sort(key=lambda row: (row.made_at, row.announcement_id))
    urgent = [row for row in said if row.urgent]
    if urgent:
        return [line for row in urgent for line in _cut(Saying.URGENT, _read(row.words, reader), reader)]
    lines = _cut(Saying.WHY, why, reader)
    lines += [line for row in said for line in _cut(Saying.STAFF, _read(row.words, reader), reader)]
    late = [late_field(row) for row in fields if is_late(row, server_ms)]
    lines += [line for field in late for line in _cut(Saying.SORRY, _sorry(field, reader), reader)]
    return lines or [BottomLine(Saying.HALL, text) for text in own] or [NOTHING]


def _cut(saying: Saying, text: str, reader: Reader) -> list[BottomLine]:
    """As few pieces as can be, of about one length; each but the last says that it goes on."""
    if len(text) <= reader.letters:
        return [BottomLine(saying, text)] if text else []
    most = reader.letters - len(GOES_ON)
    least = len(wrap(text, most))
    narrower = (wrap(text, width) for width in range(len(text) // least, most))
    *pieces, last = next((cut for cut in narrower if len(cut) == least), wrap(text, most))
    return [*(BottomLine(saying, piece + GOES_ON) for piece in pieces), BottomLine(saying, last)]


def _read(words: Words, reader: Reader) -> str:
    return words.en or words.vi if reader.language == "en" else words.vi


def _sorry(field: LateField, reader: Reader) -> str:
    name = field.en or field.vi if reader.language == "en" else field.vi
    return sorry_line(name, field.high, Language(reader.language))
