"""What answers below `/board`, the wallboard for a television with nothing but a browser.

GET  /board/             open: the page; `{name}`: its files       pages.py
GET  /board/lunar/{date} open: the lunar date                      almanac.py
POST /board/invitations  the hall's key: a code for a television   admission.py
POST /board/join         open: the code for a pass                 admission.py
POST /board/visit        a pass: the pass anew                     admission.py
GET  /board/sounds/{name} a pass: what its voice says              sounds.py
WS   /board/voice        a pass: what is to be played, and when    voices.py
"""

from __future__ import annotations

import secrets
from pathlib import Path

from starlette.routing import BaseRoute, Route, WebSocketRoute

from hall_server.board.admission import Admission, AdmissionEndpoint
from hall_server.board.almanac import AlmanacEndpoint
from hall_server.board.invitations import CODE_DIGITS
from hall_server.board.pages import PageEndpoint, Redirect, page_files
from hall_server.board.sounds import SoundEndpoint, Sounds
from hall_server.board.voices import VoiceProgram, VoiceSocket
from hall_server.service.hall import Hall
from hall_server.web.auth import Keys
from hall_server.web.doors import Doors


def board_routes(hall: Hall, keys: Keys, doors: Doors, voice: VoiceProgram, folder: Path) -> list[BaseRoute]:
    """`folder`: for the sounds, empty; the owner removes it."""
    admission = Admission(hall, keys, new_code)
    sounds = Sounds(folder)
    page = PageEndpoint(page_files())
    return [
        Route("/board", Redirect(), methods=["GET"]),
        Route("/board/lunar/{date}", AlmanacEndpoint(), methods=["GET"]),
        Route("/board/sounds/{name}", SoundEndpoint(sounds, keys), methods=["GET"]),
        Route("/board/invitations", AdmissionEndpoint(doors, admission.invite), methods=["POST"]),
        Route("/board/join", AdmissionEndpoint(doors, admission.join), methods=["POST"]),
        Route("/board/visit", AdmissionEndpoint(doors, admission.visit), methods=["POST"]),
        WebSocketRoute("/board/voice", VoiceSocket(voice, sounds, keys, doors)),
        Route("/board/{name:path}", page, methods=["GET"]),
    ]


def new_code() -> str:
    """A code that nobody can foresee."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
