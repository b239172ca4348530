"""What goes into the voice and comes out of it: calls, the utterances they become, and what is reported of them."""

from dataclasses import dataclass
from enum import Enum

from display.notices import Notice
from display.reading import Language
from display.sentences import Form


class LeftOut(Enum):
    """Why something was not spoken; the value is the word that goes to the counter."""

    OVER = "call_over"
    RECALLED = "recalled"
    LATE = "too_late"
    LINE_FULL = "line_full"
    QUIET = "quiet_hours"
    WITHDRAWN = "withdrawn"
    NO_WORDS = "no_words"
    NO_VOICE = "no_voice"
    NO_SOUND = "no_sound"


@dataclass(frozen=True, slots=True)
class Call:
    """One call as the voice needs it: `number` "A007", `counter` from 1; a recall is a call with its own `call_id`."""

    call_id: str
    ticket_id: str
    number: str
    counter: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """Say this call now, for the `pass_number`-th time (from 1), in this form and language."""

    call: Call
    form: Form
    pass_number: int
    language: Language = Language.VIETNAMESE
    with_chime: bool = True


@dataclass(frozen=True, slots=True)
class NoticeUtterance:
    """Say this notice now, for the `pass_number`-th time (from 1), in this language."""

    notice: Notice
    pass_number: int
    language: Language
    with_chime: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a call: spoken when `left_out` is None."""

    call_id: str
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class NoticeReport:
    """What became of a notice: spoken at least once when `left_out` is None."""

    notice_id: str
    left_out: LeftOut | None = None
