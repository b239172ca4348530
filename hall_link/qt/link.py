"""The link of an app to its hall: does with Qt's sockets and timers what `session.py` decides, and decides nothing.

Everything happens on the UI thread and nothing there waits: sockets, requests and timers are Qt's; only zeroconf
browses on a thread of its own and hands what it found over by a signal. Each attempt gets a fresh QWebSocket, whose
signals are cut before it is let go, so no late word of an old one arrives. The hall's key goes into two headers and
nowhere else, least of all a log.
"""

from __future__ import annotations

import random
import secrets
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import assert_never

import structlog
from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkProxy, QNetworkReply, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket

from hall_link.commands import Command
from hall_link.discovery import Browser, FoundServer, servers_of
from hall_link.effects import (
    Accepted,
    Changed,
    CloseSocket,
    DropPost,
    Effect,
    Finished,
    LiveChanged,
    OpenSocket,
    Outcome,
    PostCommand,
    Refused,
    SendText,
    Unreached,
)
from hall_link.feed import AnyView, Duty
from hall_link.messages import DEVICE_HEADER, IDEMPOTENCY_HEADER, Problem
from hall_link.mirror import Mirror
from hall_link.session import Session
from hall_link.settings import LinkSettings, read_key

__all__ = ["FACT_PATIENCE_SECONDS", "Accepted", "HallLink", "Outcome", "Refused", "Unreached"]

FACT_PATIENCE_SECONDS = 24 * 3600.0
"""Facts are kept and sent again for as long as anybody could still want to know."""
COMMAND_PATIENCE_SECONDS = 10.0
FRAME_BYTES_MAX = 16 * 1024 * 1024
REPLY_BYTES_MAX = 1024 * 1024
_TICK_MS_MAX = 60_000
"""A deadline further away than this is looked at again on the way."""

_log = structlog.get_logger("hall_link")


class HallLink(QObject):
    """One app's link. Raises `SettingsError` on construction when the key file cannot be used. `duty`: see `Hello`.

    `changed(keys)`: rows put or dropped by the last frame; `liveChanged(live)`: the rows are live from now on, or
    stale.
    """

    changed = Signal(list)
    liveChanged = Signal(bool)
    _found = Signal(tuple)

    def __init__(
        self, settings: LinkSettings, view: AnyView, parent: QObject | None = None, *, duty: Duty = "none"
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._key = read_key(settings.key_file)
        keep_hall = not settings.server_url
        self._session = Session(view, random.random, hall_id=settings.hall_id, keep_hall=keep_hall, duty=duty)
        self.device, self.view = settings.device, view
        self._sockets: dict[int, QWebSocket] = {}
        self._replies: dict[tuple[str, int], QNetworkReply] = {}
        self._waiting_for: dict[str, Callable[[Outcome], None]] = {}
        self._effects: deque[Effect] = deque()
        self._doing = False
        self._network = QNetworkAccessManager(self)
        self._network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._ticker = QTimer(self)
        self._ticker.setSingleShot(True)
        self._ticker.timeout.connect(self._tick)
        self._browser: Browser | None = None
        self._found.connect(self._servers_found)

    # ------------------------------------------------------------------------------------------------- for the apps

    def start(self) -> None:
        """Begin to look for the hall and stay with it until `stop`."""
        now = time.monotonic()
        if self._settings.server_url:
            self._do(self._session.servers_found([self._settings.server_url.rstrip("/")], now))
        elif self._browser is None:
            self._browser = Browser(self._found.emit)
            self._browser.start()
        self._do(self._session.connect(now))

    def stop(self) -> None:
        """Let go of everything at once; each command without an outcome gets it now (`Unreached`)."""
        if self._browser is not None:
            self._browser.stop()
            self._browser = None
        self._do(self._session.stop())
        self._ticker.stop()

    def submit(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        *,
        patience_seconds: float = COMMAND_PATIENCE_SECONDS,
        command_id: str | None = None,
    ) -> str:
        """Ask something of the hall; `command_id` where it was asked under one before. Returns the command's id; `done`
        is called exactly once, later, on the UI thread."""
        command_id = command_id or secrets.token_hex(16)
        self._waiting_for[command_id] = done
        effects = self._session.submit(command, command_id, patience_seconds, time.monotonic())
        refused = [effect for effect in effects if isinstance(effect, Finished)]
        self._do([effect for effect in effects if effect not in refused])
        if refused:
            QTimer.singleShot(0, self, lambda: self._do(refused))
        return command_id

    @property
    def mirror(self) -> Mirror:
        return self._session.mirror

    @property
    def live(self) -> bool:
        """The rows are what the hall looks like now."""
        return self._session.live

    @property
    def heard_ever(self) -> bool:
        """Some frame was once heard; before that a screen has nothing to show, not even stale."""
        return self._session.heard_ever

    @property
    def stale_since(self) -> int | None:
        """When the last frame was heard, ms by the server's clock; None while live or never heard."""
        return self._session.stale_since

    @property
    def problem(self) -> Problem | None:
        """Why the rows are not live; None while they are."""
        return self._session.problem

    def now_ms(self) -> int:
        """The server's clock as heard last and carried on; before it was ever heard, this machine's own."""
        heard = self._session.now_ms(time.monotonic())
        return time.time_ns() // 1_000_000 if heard is None else heard

    # --------------------------------------------------------------------------------------------------------- inputs

    def _tick(self) -> None:
        self._do(self._session.tick(time.monotonic()))

    def _servers_found(self, found: tuple[FoundServer, ...]) -> None:
        if self._browser is None:
            return
        servers = servers_of(found, self._settings.hall_id)
        _log.info("servers found", servers=servers)
        self._do(self._session.servers_found(servers, time.monotonic()))

    def _opened(self, number: int) -> None:
        self._do(self._session.opened(number, time.monotonic()))

    def _received(self, number: int, data: str | bytes) -> None:
        self._do(self._session.received(number, data, time.monotonic()))

    def _lost(self, number: int) -> None:
        socket = self._sockets.get(number)
        if socket is not None:
            _log.info("feed lost", socket=number, reason=socket.errorString(), code=int(socket.closeCode().value))
        self._do(self._session.lost(number, time.monotonic()))

    def _replied(self, command_id: str, attempt: int) -> None:
        reply = self._replies.pop((command_id, attempt), None)
        if reply is None:
            return
        reply.deleteLater()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        now = time.monotonic()
        if status is None:
            _log.info("command got no answer", command_id=command_id, attempt=attempt, reason=reply.errorString())
            self._do(self._session.post_failed(command_id, attempt, now))
        else:
            body = bytes(reply.readAll().data())
            self._do(self._session.answered(command_id, attempt, int(status), body, now))

    # -------------------------------------------------------------------------------------------------------- effects

    def _do(self, effects: Sequence[Effect]) -> None:
        """Carry out the effects in their order, also when a slot of ours causes more of them on the way."""
        self._effects.extend(effects)
        if self._doing:
            return
        self._doing = True
        try:
            while self._effects:
                self._carry_out(self._effects.popleft())
        finally:
            self._doing = False
            self._wake_at(self._session.deadline())

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case OpenSocket():
                self._open(effect)
            case SendText():
                self._sockets[effect.socket].sendTextMessage(effect.text)
            case CloseSocket():
                self._close(effect.socket)
            case PostCommand():
                self._post(effect)
            case DropPost():
                self._drop_post(effect)
            case Changed():
                self.changed.emit(list(effect.keys))
            case LiveChanged():
                _log.info("live" if effect.live else "stale", problem=self.problem.code if self.problem else None)
                self.liveChanged.emit(effect.live)
            case Finished():
                self._waiting_for.pop(effect.command_id)(effect.outcome)
            case _:
                assert_never(effect)

    def _wake_at(self, deadline: float | None) -> None:
        if deadline is None:
            self._ticker.stop()
            return
        # One millisecond late rather than one early, or the tick would find nothing due and come back at once.
        self._ticker.start(min(max(0, int((deadline - time.monotonic()) * 1000) + 1), _TICK_MS_MAX))

    def _request(self, server_url: str, path: str) -> QNetworkRequest:
        url = QUrl(server_url)
        url.setPath(str(PurePosixPath(url.path() or "/") / path))
        request = QNetworkRequest(url)
        request.setRawHeader(QByteArray(b"Authorization"), QByteArray(f"Bearer {self._key}".encode()))
        request.setRawHeader(QByteArray(DEVICE_HEADER.encode()), QByteArray(self._settings.device.encode()))
        return request

    def _open(self, effect: OpenSocket) -> None:
        number = effect.socket
        socket = QWebSocket(parent=self)
        self._sockets[number] = socket
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        socket.setMaxAllowedIncomingMessageSize(FRAME_BYTES_MAX)
        socket.setMaxAllowedIncomingFrameSize(FRAME_BYTES_MAX)
        socket.connected.connect(lambda: self._opened(number))
        socket.textMessageReceived.connect(lambda text: self._received(number, text))
        socket.binaryMessageReceived.connect(lambda data: self._received(number, bytes(data.data())))
        socket.disconnected.connect(lambda: self._lost(number))
        socket.errorOccurred.connect(lambda _error: self._lost(number))
        request = self._request(effect.server_url, "feed")
        url = request.url()
        url.setScheme("wss" if url.scheme() == "https" else "ws")
        request.setUrl(url)
        _log.info("opening feed", socket=number, server=effect.server_url)
        socket.open(request)

    def _close(self, number: int) -> None:
        socket = self._sockets.pop(number)
        heard = (socket.connected, socket.textMessageReceived, socket.binaryMessageReceived)
        for signal in (*heard, socket.disconnected, socket.errorOccurred):
            signal.disconnect()
        socket.abort()
        socket.deleteLater()

    def _post(self, effect: PostCommand) -> None:
        command_id, attempt = effect.command_id, effect.attempt
        request = self._request(effect.server_url, f"commands/{effect.name}")
        request.setHeader(QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json")
        request.setRawHeader(QByteArray(IDEMPOTENCY_HEADER.encode()), QByteArray(command_id.encode()))
        # A redirect would carry the key to whoever is named in it.
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        )
        request.setAttribute(QNetworkRequest.Attribute.Http2AllowedAttribute, False)
        reply = self._network.post(request, QByteArray(effect.body))
        # A larger answer is never read to its end, and given up like one that does not come.
        reply.setReadBufferSize(REPLY_BYTES_MAX)
        self._replies[command_id, attempt] = reply
        reply.finished.connect(lambda: self._replied(command_id, attempt))

    def _drop_post(self, effect: DropPost) -> None:
        reply = self._replies.pop((effect.command_id, effect.attempt), None)
        if reply is not None:
            reply.finished.disconnect()
            reply.abort()
            reply.deleteLater()
