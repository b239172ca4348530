"""From the sudden end of the server's process to the first command that the next one answers."""

from __future__ import annotations

import time

from tests.bench.issuing import Asker
from tests.e2e.server_process import ServerProcess


def restart_seconds(server: ServerProcess, fields: list[str]) -> float:
    """Kill a server that has given a number, start it again, take the next number. It is up at the end."""
    _issue_one(server, fields)
    began = time.perf_counter()
    server.kill()
    server.start()
    _issue_one(server, fields)
    return time.perf_counter() - began


def _issue_one(server: ServerProcess, fields: list[str]) -> None:
    asker = Asker(server.port, server.key, fields)
    try:
        asker.issue()
    finally:
        asker.close()
