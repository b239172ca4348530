"""The page of a board before a hall played by the test: the page of a real server, with a feed of the test's own."""

from __future__ import annotations

import json
from collections.abc import Iterable

import msgspec

from hall_link.feed import Beat, Snapshot
from hall_link.rows import AnyRow
from tests.e2e.chromium import Page
from tests.unit.display.rows import NOW_MS

_SOCKET = """
window.played = { snapshot: SNAPSHOT, beat: BEAT, dead: false, sockets: [] };
window.WebSocket = class {
  constructor(url) {
    this.readyState = 0;
    if (url.includes('/voice')) { window.played.voice = this; return; }
    window.played.sockets.push(this);
    if (window.played.dead) { setTimeout(() => this.onerror && this.onerror(), 20); return; }
    setTimeout(() => { this.readyState = 1; this.onopen && this.onopen(); }, 0);
  }
  send(text) {
    const say = (frame) => this.onmessage && !window.played.dead && this.onmessage({ data: JSON.stringify(frame) });
    say(window.played.snapshot);
    this.beats = setInterval(() => say(window.played.beat), 500);
  }
  close() { clearInterval(this.beats); }
};
window.WebSocket.OPEN = 1;
const asked = window.fetch;
window.fetch = (url, options) => {
  const json = (body) => Promise.resolve(new Response(JSON.stringify(body), { status: 200 }));
  if (url === 'visit') return json({ zone: 'main', look: '' });
  if (String(url).startsWith('../commands/')) return json({});
  return asked(url, options);
};
"""


def open_played(page: Page, base_url: str, rows: Iterable[AnyRow], look: str = "", at: int = NOW_MS) -> None:
    """Open the page with these rows on its feed, and wait until it shows them."""
    snapshot = Snapshot(1, "mark", at, list(rows))
    frames = {"SNAPSHOT": snapshot, "BEAT": Beat(1, at)}
    script = _SOCKET
    for name, frame in frames.items():
        script = script.replace(name, msgspec.json.encode(frame).decode())
    page.send("Page.addScriptToEvaluateOnNewDocument", source=script)
    page.open(f"{base_url}/board/?{look}")
    page.wait("window.played && document.body && !document.body.classList.contains('connecting')")
    page.wait(
        "document.fonts.status === 'loaded' && document.getElementById('lunar').innerText !== ''"
        if "language=en" not in look
        else "true"
    )


def lose(page: Page) -> None:
    """The server falls silent."""
    page.run("window.played.dead = true")
    page.wait("document.body.classList.contains('stale')")


def run_json(page: Page, script: str, value: object) -> object:
    """`script` is a function of one argument; called with `value`."""
    return page.run(f"({script})({json.dumps(value)})")
