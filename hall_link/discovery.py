"""Finding the hall's server by zeroconf: the server advertises, clients browse.

What is found is a hint where to try, never a proof of who answers there: the feed decides (`session.py`). A killed
server stays announced for minutes, so what is listed is tried, not believed. Interfaces are looked at again every
`REFRESH_SECONDS`, since a program that starts before the network would otherwise never be heard. IPv4 only: every
hall's network has it, and a machine without IPv6 must not fail to start over it.
"""

from __future__ import annotations

import ipaddress
import logging
import re
import socket
import threading
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import NamedTuple, Self

import ifaddr
from zeroconf import (
    Error,
    InterfaceChoice,
    IPVersion,
    ServiceBrowser,
    ServiceInfo,
    ServiceStateChange,
    Zeroconf,
)

from hall_link.feed import PROTOCOL

SERVICE_TYPE = "_xephang._tcp.local."
REFRESH_SECONDS = 5.0
RESOLVE_MS_MAX = 2000
SERVERS_MAX = 16
"""More announcements than any network of halls has; what comes beyond is not listened to."""
_LABEL_BYTES_MAX = 63

_log = logging.getLogger(__name__)


class FoundServer(NamedTuple):
    """`url`: `http://address:port` and the prefix, if there is one."""

    url: str
    hall_id: str
    name: str


def servers_of(found: Iterable[FoundServer], hall_id: str) -> list[str]:
    """The addresses to try for a hall (empty: any), without repetition, in a stable order."""
    return list(dict.fromkeys(one.url for one in sorted(found) if not hall_id or one.hall_id == hall_id))


# ---------------------------------------------------------------------------------------------------------- advertise


class Advertiser:
    """Announces one hall's server until it is closed; a context manager. Entering and leaving may take a second or two.

    `host`: the address that the server listens at; a wildcard stands for every address that the machine has at the
    time. A machine without any multicast interface raises `OSError` on entering; it may be tried again.
    """

    def __init__(self, hall_id: str, name: str, host: str, port: int, *, path: str = "") -> None:
        self._host = host
        self._info = self._describe(hall_id, name, port, path)
        self._stopping = threading.Event()
        self._zeroconf: Zeroconf | None = None
        self._refresher: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._zeroconf = Zeroconf(interfaces=InterfaceChoice.All, ip_version=IPVersion.V4Only, use_asyncio=False)
        self._zeroconf.register_service(self._info, allow_name_change=True)
        self._refresher = threading.Thread(target=self._refresh, name="advertise", daemon=True)
        self._refresher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        if self._refresher is not None:
            self._refresher.join()
        if self._zeroconf is not None:
            self._zeroconf.close()

    def _refresh(self) -> None:
        """Announce on interfaces and addresses that have come since."""
        assert self._zeroconf is not None
        while not self._stopping.wait(REFRESH_SECONDS):
            try:
                self._zeroconf.update_interfaces()
                addresses = addresses_of(self._host)
                if addresses != self._info.addresses_by_version(IPVersion.V4Only):
                    self._info.addresses = addresses
                    self._zeroconf.update_service(self._info)
            except (Error, OSError) as problem:
                _log.warning("interfaces could not be refreshed: %s", problem)

    def _describe(self, hall_id: str, name: str, port: int, path: str) -> ServiceInfo:
        label = f"{_fitting(name, _LABEL_BYTES_MAX - 17)} {socket.gethostname()[:16]}"
        return ServiceInfo(
            SERVICE_TYPE,
            f"{label.replace('.', ' ')}.{SERVICE_TYPE}",
            port=port,
            addresses=addresses_of(self._host),
            properties={"hall": hall_id, "name": name, "protocol": str(PROTOCOL), "path": path},
            server=f"{_host_label()}.local.",
        )


def addresses_of(host: str) -> list[bytes]:
    """The IPv4 addresses, packed, at which a server listening on `host` can be reached; loopback only if there is no
    other.
    """
    try:
        listened = ipaddress.ip_address(host)
    except ValueError:
        return [socket.inet_aton(socket.gethostbyname(host))]
    if isinstance(listened, ipaddress.IPv4Address) and not listened.is_unspecified:
        return [listened.packed]
    all_of_them = [
        ipaddress.IPv4Address(ip.ip)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    ]
    outside = [address for address in all_of_them if not address.is_loopback]
    return sorted({address.packed for address in outside or all_of_them})


def _fitting(text: str, bytes_max: int) -> str:
    """The longest beginning that fits, without half a letter at its end."""
    return text.encode()[:bytes_max].decode(errors="ignore").strip() or "hall"


def _host_label() -> str:
    return re.sub(r"[^A-Za-z0-9-]", "-", socket.gethostname().split(".")[0])[:_LABEL_BYTES_MAX] or "hall"


# ------------------------------------------------------------------------------------------------------------- browse


class Browser:
    """Listens for servers on a thread of its own.

    `on_change` is called there with everything now known, each time that changes. `start` and `stop` return at once;
    `join` waits until the thread has ended.
    """

    def __init__(self, on_change: Callable[[tuple[FoundServer, ...]], None]) -> None:
        self._on_change = on_change
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="discover", daemon=True)
        self._services: dict[str, tuple[FoundServer, ...]] = {}

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()

    def join(self, timeout_seconds: float) -> bool:
        """True when the thread has ended."""
        self._thread.join(timeout_seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        """Browse until told to stop; where there is no interface to listen on yet, try again."""
        while not self._stopping.is_set():
            try:
                with Zeroconf(
                    interfaces=InterfaceChoice.All, ip_version=IPVersion.V4Only, use_asyncio=False
                ) as zeroconf:
                    ServiceBrowser(zeroconf, SERVICE_TYPE, handlers=[self._seen])
                    while not self._stopping.wait(REFRESH_SECONDS):
                        zeroconf.update_interfaces()
            except (Error, OSError) as problem:
                _log.warning("no discovery at present: %s", problem)
                self._stopping.wait(REFRESH_SECONDS)

    def _seen(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        """Called on zeroconf's browsing thread, one change at a time."""
        before = self._known()
        if state_change is ServiceStateChange.Removed:
            self._services.pop(name, None)
        elif name in self._services or len(self._services) < SERVERS_MAX:
            info = zeroconf.get_service_info(service_type, name, timeout=RESOLVE_MS_MAX)
            if info is not None:
                self._services[name] = found_in(info)
        if self._known() != before and not self._stopping.is_set():
            self._on_change(self._known())

    def _known(self) -> tuple[FoundServer, ...]:
        return tuple(sorted(server for servers in self._services.values() for server in servers))[:SERVERS_MAX]


def found_in(info: ServiceInfo) -> tuple[FoundServer, ...]:
    """What an announcement offers; nothing if it is of another protocol or makes no sense."""
    said = {key: value or "" for key, value in info.decoded_properties.items()}
    path = said.get("path", "")
    if said.get("protocol") != str(PROTOCOL) or not info.port or re.fullmatch(r"(/[A-Za-z0-9._-]+)*", path) is None:
        return ()
    return tuple(
        FoundServer(f"http://{address}:{info.port}{path}", said.get("hall", ""), said.get("name", ""))
        for address in info.parsed_addresses(IPVersion.V4Only)
    )
