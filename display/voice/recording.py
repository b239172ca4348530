"""What was announced, kept as files: a hall can listen to its day, and a test can see that nothing overlapped.

`NNN-A001-1.wav`: the NNN-th announcement of this run, the ticket, the pass; `announcements.jsonl`: one line for each,
written when it ended. Times are milliseconds of one monotonic clock.
"""

import json
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypedDict

import structlog

LOG_NAME = "announcements.jsonl"
NOTICE_NUMBER = "notice"
FILES_MAX = 9999
"""About 2 GB; after that only the log goes on."""

_log = structlog.get_logger("display")


class Subject(TypedDict):
    """Whom or what an announcement is about."""

    call_id: str
    number: str
    counter: int
    form: str


@dataclass(frozen=True, slots=True)
class Announced:
    """One line of the log, of a call or (`number` "notice", `counter` 0, `call_id` its own id) of a notice.

    `ended_by`: "played", "failed" or "overdue"; `spoken`: the sentence was in the sound."""

    call_id: str
    number: str
    counter: int
    pass_number: int
    form: str
    text: str
    spoken: bool
    started_ms: int
    ended_ms: int
    length_ms: int
    ended_by: str
    language: str = "vi"


class Recording:
    """Announcements into `folder`, which is made. A full or read-only disk is a warning, never the end of the voice."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, announced: Announced, sound: Path) -> None:
        """Keep the sound and write its line."""
        self._count += 1
        ticket = re.sub(r"[^A-Za-z0-9]", "", announced.number)
        name = f"{self._count:03}-{ticket}-{announced.pass_number}.wav"
        line = json.dumps({"n": self._count, "file": name, **asdict(announced)}, ensure_ascii=False)
        try:
            if self._count <= FILES_MAX:
                shutil.copyfile(sound, self._folder / name)
            with (self._folder / LOG_NAME).open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            _log.warning("announcement not recorded", detail=str(error))
