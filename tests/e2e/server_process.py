"""A hall server as a process of its own, to be killed and started again on the same record and port."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import config

START_SECONDS_MAX = 60.0


class ServerProcess:
    """`folder`: its data; the log of all its lives is `folder/log.jsonl`."""

    def __init__(self, folder: Path, document: Path | None = None) -> None:
        self.folder = folder
        self.port = _free_port()
        self._document = document or Path(config.__file__).with_name("hall.demo.toml")
        self._process: subprocess.Popen[bytes] | None = None
        self._listening = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def key(self) -> str:
        return (self.folder / "hall.key").read_text("ascii").strip()

    @property
    def pid(self) -> int:
        assert self._process is not None, "it was never started"
        return self._process.pid

    def start(self) -> None:
        """Returns when it listens. Raises TimeoutError."""
        self._listening.clear()
        command = [
            sys.executable, "-m", "hall_server", "serve", "--config", str(self._document), "--data", str(self.folder),
            "--host", "127.0.0.1", "--port", str(self.port), "--no-advertise",
        ]  # fmt: skip
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE)
        threading.Thread(target=self._read_log, args=(self._process,), daemon=True).start()
        if not self._listening.wait(START_SECONDS_MAX):
            raise TimeoutError("the server did not listen in time")

    def kill(self) -> None:
        """SIGKILL: no goodbye, no last write."""
        assert self._process is not None, "it was never started"
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """Ask it to stop; its exit status."""
        assert self._process is not None, "it was never started"
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(START_SECONDS_MAX)

    def _read_log(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stderr is not None, "its log is a pipe"
        with process.stderr, (self.folder.parent / "log.jsonl").open("ab") as log:
            for line in process.stderr:
                log.write(line)
                log.flush()
                if line.startswith(b"{") and json.loads(line).get("event") == "listening":
                    self._listening.set()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
