"""The files of the page, read once at the start: markup, style, scripts, and the fonts and icons of every screen.

Nothing of it is secret, and nothing of it comes from anywhere else: the hall needs no Internet. A file's tag is the
hash of its content, so a browser asks each time and fetches only what is new; the page's version is the hash of all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.types import Receive, Scope, Send

import assets
from hall_server.web import errors

PAGE_FOLDER = Path(__file__).with_name("page")
_TYPES = {
    ".html": b"text/html; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".ttf": b"font/ttf",
    ".svg": b"image/svg+xml",
}
ICONS = (
    *("arrow-right", "eye", "hourglass", "info", "landmark", "lock", "megaphone", "moon", "phone"),
    *("triangle-alert", "unplug", "volume-2", "volume-off"),
)
_SAFETY = [
    # Scripts, styles and pictures of this server alone, and in nobody's frame.
    (b"content-security-policy", b"default-src 'self'; connect-src 'self' ws: wss:; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]
INDEX = "index.html"
VERSION = "version"


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file as it is served."""

    content_type: bytes
    body: bytes
    tag: bytes


def page_files() -> Mapping[str, PageFile]:
    """Every file by its path below `/board/`. Raises FileNotFoundError when the installation lacks one."""
    found = {path.name: path for path in sorted(PAGE_FOLDER.iterdir()) if path.suffix in _TYPES}
    found |= {f"fonts/{path.name}": path for path in sorted(assets.path("fonts").glob("*.ttf"))}
    found |= {f"icons/{name}.svg": assets.path(f"icons/{name}.svg") for name in ICONS}
    files = {name: _read(path) for name, path in found.items()}
    version = hashlib.sha256(b"".join(file.tag for file in files.values())).hexdigest()[:16].encode()
    files[VERSION] = PageFile(b"text/plain", version, b'"' + version + b'"')
    return files


def _read(path: Path) -> PageFile:
    body = path.read_bytes()
    return PageFile(_TYPES[path.suffix], body, f'"{hashlib.sha256(body).hexdigest()[:32]}"'.encode())


class PageEndpoint:
    """`/board/{name}`; the page itself where no name is given."""

    def __init__(self, files: Mapping[str, PageFile]) -> None:
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self._files.get(scope["path_params"].get("name") or INDEX)
        if file is None:
            await errors.NOT_FOUND.send(send)
            return
        headers = [(b"content-type", file.content_type), (b"etag", file.tag), (b"cache-control", b"no-cache"), *_SAFETY]
        known = dict(scope["headers"]).get(b"if-none-match") == file.tag
        status, body = (304, b"") if known else (200, file.body)
        if not known:
            headers.append((b"content-length", b"%d" % len(body)))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


class Redirect:
    """`/board` without the stroke under which the page's files are found."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"location", b"/board/"), (b"content-length", b"0")]
        await send({"type": "http.response.start", "status": 308, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
