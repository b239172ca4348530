"""A real Chromium without a window, led by its own remote protocol: opens pages, runs scripts in them, takes pictures.

Over the `websockets` that the server needs anyhow; a browser driver would be three more packages for forty lines.
"""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

START_SECONDS_MAX = 60.0
ANSWER_SECONDS_MAX = 30.0
LOOK_SECONDS = 0.05
"""How often something on a page is looked for."""
MESSAGE_BYTES_MAX = 64 * 1024 * 1024
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


class Page:
    """One tab, driven over a connection of its own. `faults`: what scripts threw or wrote as errors."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self.faults: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the protocol; its result. Raises RuntimeError with the browser's refusal."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=ANSWER_SECONDS_MAX))
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                result: dict[str, Any] = message["result"]
                return result
            self._note(message)

    def size(self, width: int, height: int) -> None:
        """The window is so many pixels from now on."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, url: str) -> None:
        self.send("Page.navigate", url=url)

    def run(self, script: str) -> Any:
        """The value of an expression, awaited if it is a promise. Raises RuntimeError when it throws."""
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "threw"))
        return answer["result"].get("value")

    def text(self, element_id: str) -> str:
        """What an element says; "" where there is none."""
        found: str = self.run(f"(document.getElementById({json.dumps(element_id)}) || {{}}).innerText || ''")
        return found

    def wait(self, script: str, seconds: float = 60.0) -> Any:
        """The first value of an expression that is true in JavaScript's sense. Raises TimeoutError."""
        return waited(lambda: self._tried(script), seconds, script)

    def touch(self, x: int, y: int) -> None:
        """A finger on the screen, which is what browsers call a gesture of a person."""
        self.send("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", clickCount=1)
        self.send("Input.dispatchMouseEvent", type="mouseReleased", x=x, y=y, button="left", clickCount=1)

    def type(self, text: str) -> None:
        self.send("Input.insertText", text=text)

    def picture(self, file: Path) -> None:
        """What the page shows now, as PNG."""
        file.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def _tried(self, script: str) -> Any:
        try:
            return self.run(script)
        except RuntimeError:  # the page is being left for another one
            return None

    def _note(self, message: dict[str, Any]) -> None:
        told = message.get("params", {})
        if message.get("method") == "Runtime.exceptionThrown":
            self.faults.append(json.dumps(told["exceptionDetails"])[:500])
        elif message.get("method") == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.faults.append(f"{told['entry']['text']} {told['entry'].get('url', '')}")


class Chromium:
    """The browser, with an empty profile; a context manager. `flags`: besides those it needs to run anywhere."""

    def __init__(self, *flags: str) -> None:
        self._flags = flags
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._sockets = contextlib.ExitStack()
        self._pages: list[Page] = []

    def __enter__(self) -> Self:
        program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
        assert program is not None, "chromium is not installed (config/debian-packages.txt)"
        # No sandbox: tests run as root. No GPU: none is there, and software is what small televisions have.
        command = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--mute-audio",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
            f"--user-data-dir={self._profile.name}", *self._flags, "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._address = self._listening()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sockets.close()
        self._process.terminate()
        self._process.wait(START_SECONDS_MAX)
        assert self._process.stderr is not None, "its log is a pipe"
        self._reader.join(START_SECONDS_MAX)
        self._process.stderr.close()
        self._profile.cleanup()

    def page(self, width: int = 1920, height: int = 1080, *, apart: bool = False) -> Page:
        """A new tab; `apart`: with cookies of its own."""
        with connect(self._address, max_size=MESSAGE_BYTES_MAX, ping_interval=None) as browser:
            context = {}
            if apart:
                context = {"browserContextId": _ask(browser, "Target.createBrowserContext")["browserContextId"]}
            target = _ask(browser, "Target.createTarget", url="about:blank", **context)["targetId"]
        root = self._address.partition("/devtools/")[0]
        socket = connect(f"{root}/devtools/page/{target}", max_size=MESSAGE_BYTES_MAX, ping_interval=None)
        page = Page(self._sockets.enter_context(socket))
        page.size(width, height)
        self._pages.append(page)
        return page

    def clear(self) -> None:
        """Show nothing any more: pages that nobody looks at go on moving, and a small machine has no time for it."""
        for page in self._pages:
            page.open("about:blank")
        self._pages.clear()

    def _listening(self) -> str:
        """Where it listens, once it does; the rest of what it says is let pass."""
        found: list[str] = []
        there = threading.Event()

        def read() -> None:
            assert self._process.stderr is not None, "its log is a pipe"
            for line in self._process.stderr:
                if "DevTools listening on " in line:
                    found.append(line.rpartition(" ")[2].strip())
                    there.set()
            there.set()

        self._reader = threading.Thread(target=read, daemon=True)
        self._reader.start()
        assert there.wait(START_SECONDS_MAX), "chromium did not start in time"
        assert found, "chromium ended at once"
        return found[0]


def _ask(browser: ClientConnection, method: str, **parameters: object) -> dict[str, Any]:
    browser.send(json.dumps({"id": 1, "method": method, "params": parameters}))
    while "id" not in (message := json.loads(browser.recv(timeout=ANSWER_SECONDS_MAX))):
        pass
    result: dict[str, Any] = message["result"]
    return result


def waited(look: Callable[[], Any], seconds: float, what: str) -> Any:
    """The first value of `look` that is true. Raises TimeoutError."""
    until = time.monotonic() + seconds
    pause = threading.Event()
    while not (found := look()):
        if time.monotonic() > until:
            raise TimeoutError(f"not within {seconds} s: {what}")
        pause.wait(LOOK_SECONDS)
    return found
