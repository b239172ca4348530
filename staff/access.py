"""What the terminal views ask of the hall's server, each question once and within a bound; and what staff announce.

Plain blocking calls: a person waits at a prompt, and an answer that does not come is said so. Only a command is sent a
second time, with the same id: it is carried out once, whichever answer was lost.
"""

from __future__ import annotations

import queue
import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

import msgspec
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from hall_link.commands import Announce, Command, ConfigureHall, ConfirmRoll, ReprintTicket, WithdrawAnnouncement
from hall_link.discovery import Browser, FoundServer, servers_of
from hall_link.document import HallDocument
from hall_link.feed import AnyFrame, Farewell, Hello, Snapshot, StaffView
from hall_link.messages import (
    DEVICE_HEADER,
    IDEMPOTENCY_HEADER,
    AnnouncedResult,
    CommandReply,
    ErrorReply,
    Problem,
)
from hall_link.mirror import Mirror
from hall_link.preview import HallPreview
from hall_link.rows import AnnouncementRow, Words
from hall_link.settings import read_key
from hall_link.story import TicketStory
from staff.settings import StaffSettings

ANSWER_SECONDS_MAX = 20.0
SEARCH_SECONDS_MAX = 8.0
FRAME_BYTES_MAX = 64 * 1024 * 1024
T = TypeVar("T")
_FRAME = msgspec.json.Decoder(AnyFrame)
_SUBSCRIBERS = re.compile(r'^hall_feed_subscribers\{view="(\w+)"\} ([0-9.]+)$', re.MULTILINE)


class NotAnswered(Exception):
    """The hall said no, or nothing; `problem` is for the person."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


class Standing(NamedTuple):
    """The hall as it stands: everything of today, the server's time of it (ms), and open feeds by kind of view."""

    mirror: Mirror
    at: int
    feeds: Mapping[str, int]


class HallAccess:
    """The hall's server as staff ask it. Raises NotAnswered from every question, SettingsError for the key file."""

    def __init__(self, settings: StaffSettings) -> None:
        self._hall_id = settings.hall_id
        self._headers = {"Authorization": f"Bearer {read_key(settings.key_file)}", DEVICE_HEADER: settings.device}
        self._url = settings.server_url or _found(settings.hall_id)

    def standing(self) -> Standing:
        """Everything of today, from the staff's feed."""
        snapshot = self._snapshot()
        mirror = Mirror()
        mirror.replace(snapshot)
        if self._hall_id and (mirror.hall is None or mirror.hall.hall_id != self._hall_id):
            raise NotAnswered(_OTHER_HALL)
        feeds = {view: int(float(count)) for view, count in _SUBSCRIBERS.findall(self._ask("/metrics").decode())}
        return Standing(mirror, snapshot.at, feeds)

    def story(self, ticket: str) -> TicketStory:
        """A ticket's day, by its id or its number of today."""
        return _read(self._ask(f"/tickets/{ticket}/story"), TicketStory)

    def preview(self, document: HallDocument) -> HallPreview:
        """What the document would change."""
        return _read(self._ask("/preview", msgspec.json.encode(ConfigureHall(document))), HallPreview)

    def announce(self, command: Announce, command_id: str) -> AnnouncementRow:
        """Say and show it; the announcement as it is in force. `command_id`: unguessable, as the wire wants it."""
        return _read(self._command("announce", command, command_id), AnnouncedResult).announcement

    def withdraw(self, announcement_id: str, command_id: str) -> None:
        """Show and say it no more."""
        self._command("withdraw_announcement", WithdrawAnnouncement(announcement_id), command_id)

    def reprint(self, ticket_id: str, kiosk_id: str, command_id: str) -> None:
        """One more paper of the number, at that kiosk."""
        self._command("reprint_ticket", ReprintTicket(ticket_id, kiosk_id), command_id)

    def confirm_roll(self, kiosk_id: str, command_id: str) -> None:
        """There is a new roll of paper in that kiosk."""
        self._command("confirm_roll", ConfirmRoll(kiosk_id), command_id)

    def _command(self, name: str, command: Command, command_id: str) -> bytes:
        """The reply's result."""
        headers, body = {IDEMPOTENCY_HEADER: command_id}, msgspec.json.encode(command)
        try:
            reply = self._ask(f"/commands/{name}", body, headers)
        except NotAnswered as said:
            if said.problem is not _UNREACHED:
                raise
            reply = self._ask(f"/commands/{name}", body, headers)
        return bytes(_read(reply, CommandReply).result)

    def _ask(self, path: str, body: bytes | None = None, more: Mapping[str, str] | None = None) -> bytes:
        request = urllib.request.Request(  # noqa: S310 the address was checked to be http(s) by the settings
            self._url + path, data=body, headers={**self._headers, "Content-Type": "application/json", **(more or {})}
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=ANSWER_SECONDS_MAX) as answer:
                found: bytes = answer.read()
                return found
        except urllib.error.HTTPError as error:
            with error:
                raise NotAnswered(_problem_in(error.read())) from error
        except OSError as error:
            raise NotAnswered(_UNREACHED) from error

    def _snapshot(self) -> Snapshot:
        address = self._url.replace("http", "ws", 1) + "/feed"
        try:
            with connect(
                address, additional_headers=self._headers, max_size=FRAME_BYTES_MAX, open_timeout=ANSWER_SECONDS_MAX,
                proxy=None,
            ) as socket:  # fmt: skip
                socket.send(msgspec.json.encode(Hello(StaffView())).decode())
                frame = _FRAME.decode(socket.recv(timeout=ANSWER_SECONDS_MAX))
        except (OSError, TimeoutError, WebSocketException, msgspec.MsgspecError) as error:
            raise NotAnswered(_UNREACHED) from error
        if isinstance(frame, Farewell):
            raise NotAnswered(frame.error)
        if not isinstance(frame, Snapshot):
            raise NotAnswered(_UNREACHED)
        return frame


def _found(hall_id: str) -> str:
    """The first announced server of the hall."""
    heard: queue.Queue[tuple[FoundServer, ...]] = queue.Queue()
    browser = Browser(heard.put)
    browser.start()
    try:
        while True:
            servers = servers_of(heard.get(timeout=SEARCH_SECONDS_MAX), hall_id)
            if servers:
                return servers[0]
    except queue.Empty:
        raise NotAnswered(_NO_SERVER) from None
    finally:
        browser.stop()


def _read(body: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise NotAnswered(_UNREACHED) from error


def _problem_in(body: bytes) -> Problem:
    try:
        return msgspec.json.decode(body, type=ErrorReply).error
    except msgspec.MsgspecError:
        return _UNREACHED


_CHECK = Words(
    "Xin kiểm tra máy chủ và mạng, hoặc chỉ địa chỉ bằng --server.",
    "Check the server and the network, or give the address with --server.",
)
_UNREACHED = Problem(
    "unreached", "environment", Words("Không nhận được trả lời của máy chủ.", "The server does not answer."), _CHECK
)
_NO_SERVER = Problem(
    "no_server", "environment", Words("Không tìm thấy máy chủ nào trong mạng.", "No server was found."), _CHECK
)
_OTHER_HALL = Problem(
    "other_hall",
    "environment",
    Words("Máy chủ này thuộc bộ phận khác.", "This server belongs to another hall."),
    _CHECK,
)
