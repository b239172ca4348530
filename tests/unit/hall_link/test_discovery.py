"""Discovery on this machine's own loopback, with two real zeroconf ends."""

import ipaddress
import threading
from collections.abc import Callable, Iterator

import pytest
from zeroconf import ServiceInfo, ServiceStateChange

from hall_link import discovery
from hall_link.discovery import SERVERS_MAX, SERVICE_TYPE, Advertiser, Browser, FoundServer, found_in, servers_of

WAIT_SECONDS_MAX = 10.0


class Seen:
    """What a browser said last, to be waited for."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._found: tuple[FoundServer, ...] = ()

    def __call__(self, found: tuple[FoundServer, ...]) -> None:
        with self._news:
            self._found = found
            self._news.notify_all()

    def wait_for(self, hall_id: str, *urls: str) -> None:
        """These servers of the hall and no other."""
        self._wait(lambda: servers_of(self._found, hall_id) == list(urls))

    def wait_for_one_more(self, hall_id: str, url: str) -> None:
        """This one; an old address may still be listed, as caches keep it for a while."""
        self._wait(lambda: url in servers_of(self._found, hall_id))

    def _wait(self, until: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(until, WAIT_SECONDS_MAX)


@pytest.fixture
def seen() -> Iterator[Seen]:
    made = Seen()
    browser = Browser(made)
    browser.start()
    yield made
    browser.stop()
    assert browser.join(WAIT_SECONDS_MAX)


def test_a_server_is_found_with_what_it_says_and_gone_when_it_leaves(seen: Seen) -> None:
    with Advertiser("test-hall-1", "Trung tâm Phục vụ hành chính công " * 3, "127.0.0.1", 8123, path="/hai-chau"):
        seen.wait_for("test-hall-1", "http://127.0.0.1:8123/hai-chau")
        with Advertiser("test-hall-1", "Trung tâm", "127.0.0.1", 8124):
            seen.wait_for("test-hall-1", "http://127.0.0.1:8123/hai-chau", "http://127.0.0.1:8124")
        seen.wait_for("test-hall-1", "http://127.0.0.1:8123/hai-chau")
    seen.wait_for("test-hall-1")


def test_an_address_that_comes_later_is_announced_too(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that started before the network: the second look finds another address."""
    monkeypatch.setattr(discovery, "REFRESH_SECONDS", 0.05)
    first, second = (ipaddress.IPv4Address(text).packed for text in ("127.0.0.1", "127.0.0.2"))
    looks = iter([[first]])
    monkeypatch.setattr(discovery, "addresses_of", lambda _: next(looks, [second]))
    with Advertiser("test-hall-2", "Trung tâm", "0.0.0.0", 8123):  # noqa: S104
        seen.wait_for_one_more("test-hall-2", "http://127.0.0.2:8123")


def test_a_machine_without_any_network_keeps_trying(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "REFRESH_SECONDS", 0.01)
    tried = threading.Semaphore(0)

    def no_network(**settings: object) -> None:
        tried.release()
        raise OSError(19, "No such device")

    monkeypatch.setattr(discovery, "Zeroconf", no_network)
    browser = Browser(lambda _: None)
    browser.start()
    assert tried.acquire(timeout=WAIT_SECONDS_MAX)
    assert tried.acquire(timeout=WAIT_SECONDS_MAX)
    browser.stop()
    assert browser.join(WAIT_SECONDS_MAX)


def announced(**said: str) -> ServiceInfo:
    properties = {"hall": "h", "name": "n", "protocol": "1", "path": ""} | said
    return ServiceInfo(SERVICE_TYPE, f"x.{SERVICE_TYPE}", port=80, parsed_addresses=["10.0.0.2"], properties=properties)


def test_an_announcement_is_read() -> None:
    assert found_in(announced()) == (FoundServer("http://10.0.0.2:80", "h", "n"),)


@pytest.mark.parametrize("said", [{"protocol": "2"}, {"path": "/a?b"}, {"path": "@evil"}, {"path": "//x"}])
def test_an_announcement_that_makes_no_sense_is_left(said: dict[str, str]) -> None:
    assert found_in(announced(**said)) == ()


def test_an_announcement_without_anything_is_left() -> None:
    assert found_in(ServiceInfo(SERVICE_TYPE, f"x.{SERVICE_TYPE}", port=80, parsed_addresses=["10.0.0.2"])) == ()


def test_only_the_halls_own_servers_are_tried_each_once_in_a_stable_order() -> None:
    found = [FoundServer("http://b", "h", "n"), FoundServer("http://a", "h", "n"), FoundServer("http://c", "i", "n")]
    assert servers_of([*found, found[0]], "h") == ["http://a", "http://b"]
    assert servers_of(found, "") == ["http://a", "http://b", "http://c"]


def test_a_wildcard_stands_for_every_address_and_a_name_for_its_own() -> None:
    every = discovery.addresses_of("0.0.0.0")  # noqa: S104
    assert every
    assert all(len(address) == 4 for address in every)
    assert discovery.addresses_of("::") == every
    assert discovery.addresses_of("127.0.0.1") == discovery.addresses_of("localhost") == [b"\x7f\0\0\1"]


def test_more_announcements_than_the_bound_are_not_listened_to() -> None:
    class Endless:
        def get_service_info(self, service_type: str, name: str, timeout: int) -> ServiceInfo:
            return announced(name=name)

    seen: list[tuple[FoundServer, ...]] = []
    browser = Browser(seen.append)
    for number in range(SERVERS_MAX * 2):
        browser._seen(Endless(), SERVICE_TYPE, f"{number}", ServiceStateChange.Added)  # type: ignore[arg-type]
    assert len(seen[-1]) == SERVERS_MAX
    assert len(browser._services) == SERVERS_MAX


def test_a_long_name_is_cut_between_letters() -> None:
    assert discovery._fitting("ệệệ", 8) == "ệệ"
    assert discovery._fitting("", 8) == "hall"
