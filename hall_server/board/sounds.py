"""Where the voices leave what they say, and `GET /board/sounds/{name}`, which gives it to the page.

A folder of the server's own, gone with it, with a folder in it for each board: a pass opens that of its own board. A
sound is named after its content, so a browser that has it never asks again.
"""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

from starlette.types import Receive, Scope, Send

from hall_link.board_voice import SOUND_NAME
from hall_server.web import errors
from hall_server.web.auth import Keys

SOUND_BYTES_MAX = 16 * 1024 * 1024
"""A minute of the widest sound; no announcement is longer."""
_SOUND = re.compile(SOUND_NAME + r"\Z")
_KEEP = b"private, max-age=31536000, immutable"


class Sounds:
    """Below `folder`, which the owner makes and removes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, device: str) -> Path:
        """The folder of a board's sounds; made if it is not there."""
        # A prefix, since "." and ".." are names of devices too.
        folder = self._folder / f"board-{device}"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def keep_pass(self, device: str, board_pass: str) -> Path:
        """The file by which a board's voice gets the board's pass; its name is none that is served."""
        file = self.of(device) / "pass"
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="ascii") as made:
            made.write(board_pass)
        return file


class SoundEndpoint:
    """For a board with its pass."""

    def __init__(self, sounds: Sounds, keys: Keys) -> None:
        self._sounds = sounds
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        board = self._keys.board(dict(scope["headers"]))
        if board is None:
            await errors.UNAUTHORIZED.send(send)
            return
        name: str = scope["path_params"]["name"]
        body = await asyncio.to_thread(_read, self._sounds.of(board.actor) / name) if _SOUND.match(name) else None
        if body is None:
            await errors.NOT_FOUND.send(send)
            return
        headers = [
            (b"content-type", b"audio/wav"),
            (b"content-length", b"%d" % len(body)),
            (b"cache-control", _KEEP),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _read(file: Path) -> bytes | None:
    """The sound; None when it is gone, which a page hears as a sound that cannot be played."""
    try:
        return file.read_bytes() if file.stat().st_size <= SOUND_BYTES_MAX else None
    except OSError:
        return None
