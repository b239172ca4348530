"""General announcements: what staff typed, "closing soon", "we are sorry"; which of them is said next.

Calls go first: a notice is said when nobody waits to be called, and between its passes calls may come. An urgent one
goes before all calls, as soon as the sentence that is being said has ended. A notice that cannot be said within its
patience is left out, for "closing in ten minutes" is worse than silence when it is late.
"""

from collections.abc import Callable
from dataclasses import dataclass

from display.reading import Language

NOTICES_MAX = 16
"""How many may wait; further ones are refused at once."""
PATIENCE_SECONDS = 300.0
"""How long a notice waits for its turn where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One general announcement as typed. `en` empty: none in English. `passes`: how often in the first language.

    `urgent`: goes before all calls, and is said in quiet hours too. `patience_seconds`: how old it may become unsaid.
    `typed`: by staff; the hall has a row of it, and wants to know what became of it.
    """

    notice_id: str
    vi: str
    en: str = ""
    urgent: bool = False
    passes: int = 1
    patience_seconds: float = PATIENCE_SECONDS
    typed: bool = False

    def text(self, language: Language) -> str:
        """As typed in this language; empty when it was not."""
        return self.en if language is Language.ENGLISH else self.vi

    def languages(self, spoken: tuple[Language, ...]) -> tuple[Language, ...]:
        """The language of each pass in a hall where these are spoken: its first one `passes` times, others once."""
        written = [language for language in spoken if self.text(language).strip()]
        return (*written[:1] * self.passes, *written[1:])


@dataclass(slots=True)
class WaitingNotice:
    """A notice in line since `since`, of which so many passes were said."""

    notice: Notice
    since: float
    said: int = 0


class NoticeLine:
    """Notices that wait, in order; the urgent ones are asked for by themselves."""

    def __init__(self) -> None:
        self._waiting: list[WaitingNotice] = []

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def waiting(self) -> list[Notice]:
        """All of them, in order."""
        return [waiting.notice for waiting in self._waiting]

    def add(self, notice: Notice, now: float) -> bool:
        """False when too many wait already."""
        if len(self._waiting) >= NOTICES_MAX:
            return False
        self._waiting.append(WaitingNotice(notice, now))
        return True

    def next(self, *, urgent: bool) -> WaitingNotice | None:
        """The first in line that is urgent, or the first that is not."""
        return next((waiting for waiting in self._waiting if waiting.notice.urgent == urgent), None)

    def remove(self, condition: Callable[[WaitingNotice], bool]) -> list[WaitingNotice]:
        """Take those out of the line and give them back."""
        removed = [waiting for waiting in self._waiting if condition(waiting)]
        self._waiting = [waiting for waiting in self._waiting if not condition(waiting)]
        return removed
