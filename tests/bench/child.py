"""A process of the bench: `python -m MODULE`, spoken to by JSON lines."""

from __future__ import annotations

import json
import subprocess
import sys
from types import TracebackType
from typing import Any

STOP_SECONDS_MAX = 10.0


class Child:
    """Use as a context manager; it is ended on leaving."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Child:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        process = self._process
        process.terminate()
        process.wait(STOP_SECONDS_MAX)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def tell(self, what: object) -> None:
        assert self._process.stdin is not None, "it is a pipe"
        self._process.stdin.write(json.dumps(what).encode() + b"\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """The next line it says. Raises ConnectionError if it ended."""
        assert self._process.stdout is not None, "it is a pipe"
        line = self._process.stdout.readline()
        if not line:
            raise ConnectionError("a process of the bench ended by itself")
        said: dict[str, Any] = json.loads(line)
        return said
