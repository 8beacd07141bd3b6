"""A directory from its address: every page, never for long or for much, and never inside our own network."""

import gzip
import json
import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from leavingwell.content.open_referral import fetching
from leavingwell.content.open_referral.faults import NotRead
from leavingwell.content.open_referral.fetching import Budget, fetch
from leavingwell.content.open_referral.taking import paging
from leavingwell.content.open_referral.taking.paging import fetch_services
from tests.content.open_referral.directory import key, service

Answer = tuple[int, dict[str, str], bytes]
Says = Callable[[str, dict[str, list[str]]], Answer]


class Server:
    """A directory's server that can be told to say anything."""

    def __init__(self) -> None:
        self.says: Says = lambda path, query: (404, {}, b"")
        self.asked: list[str] = []
        mine = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mine.asked.append(self.path)
                parts = urlsplit(self.path)
                status, headers, body = mine.says(parts.path, parse_qs(parts.query))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture(scope="module")
def _server() -> Iterator[Server]:
    server = Server()
    Thread(target=server.http.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def server(_server: Server, settings: Any) -> Server:
    settings.DIRECTORIES_ANYWHERE = True
    _server.asked.clear()
    return _server


def said(value: Any, **headers: str) -> Answer:
    return 200, headers, json.dumps(value).encode()


def page_of(services: list[Any], number: int, pages: int) -> dict[str, Any]:
    return {
        "total_items": 3,
        "total_pages": pages,
        "page_number": number,
        "last_page": number >= pages,
        "contents": services,
    }


def nothing(_done: int, _total: int) -> None:
    """Nobody watches."""


def refusal(work: Callable[[], Any]) -> str:
    with pytest.raises(NotRead) as refused:
        work()
    return refused.value.fault[0]


def test_every_page_and_every_service_whole(server: Server) -> None:
    def says(path: str, query: dict[str, list[str]]) -> Answer:
        if path == "/api/services":
            number = int(query["page"][0])
            return said(page_of([service(number)] if number < 3 else [service(3, contacts=[])], number, 3))
        return said(service(1, phones=[{"number": "0300"}])) if path.endswith(key(1)) else (500, {}, b"")

    server.says = says
    told: list[tuple[int, int]] = []
    found = fetch_services(f"{server.address}/api/", lambda done, total: told.append((done, total)))
    assert [one["id"] for one in found] == [key(1), key(2), key(3)]
    assert found[0]["phones"] == [{"number": "0300"}]
    assert paging.NOT_FETCHED in found[1]  # it was in the list, so it is not gone
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert len([path for path in server.asked if key(3) in path]) == 0  # the list said it all


def test_pages_that_go_round_or_never_end(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    full = {"contacts": []}
    server.says = lambda path, query: said({"last_page": False, "contents": [service(1, **full)]})
    assert refusal(lambda: fetch_services(server.address, nothing)) == "same_page_again"
    monkeypatch.setattr(paging, "MOST_PAGES", 3)
    server.says = lambda path, query: said({"contents": [service(int(query["page"][0]), **full)]})
    assert refusal(lambda: fetch_services(server.address, nothing)) == "too_many_pages"


def test_too_much_and_bombs(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(b" " * 30_000_000)
    server.says = lambda path, query: (200, {"Content-Encoding": "gzip"}, bomb)
    assert refusal(lambda: fetch(server.address, Budget())) == "too_large"
    server.says = lambda path, query: (200, {"Content-Encoding": "br"}, b"x")
    assert refusal(lambda: fetch(server.address, Budget())) == "packed"
    server.says = lambda path, query: (200, {"Content-Encoding": "gzip"}, b"no gzip")
    assert refusal(lambda: fetch(server.address, Budget())) == "no_answer"
    server.says = lambda path, query: (200, {"Content-Encoding": "gzip"}, gzip.compress(b"[1]"))
    assert fetch(server.address, Budget()) == b"[1]"
    assert refusal(lambda: fetch(server.address, Budget(size=2))) == "too_large"
    assert refusal(lambda: fetch(server.address, Budget(seconds=-1))) == "too_slow"
    monkeypatch.setattr(paging, "MOST_SERVICES", 1)
    server.says = lambda path, query: said([service(1, contacts=[]), service(2, contacts=[])])
    assert refusal(lambda: fetch_services(server.address, nothing)) == "too_many_services"


def test_servers_that_are_broken(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.says = lambda path, query: (503, {}, b"")
    assert refusal(lambda: fetch(server.address, Budget())) == "status"
    server.says = lambda path, query: (302, {"Location": "/again"}, b"")
    assert refusal(lambda: fetch(server.address, Budget())) == "redirects"
    server.says = lambda path, query: (200, {"Content-Length": "10"}, b"x")
    monkeypatch.setattr(fetching, "PATIENCE", 0.3)
    assert refusal(lambda: fetch(server.address, Budget())) == "no_answer"
    assert refusal(lambda: fetch("http://127.0.0.1:9", Budget())) == "no_answer"


@pytest.mark.parametrize(
    "address", ["ftp://a.org", "file:///etc/passwd", "http://", "http://u:p@a.org", "https://a.org:99999"]
)
def test_addresses_that_are_none(address: str) -> None:
    assert refusal(lambda: fetch(address, Budget())) == "address"


@pytest.mark.parametrize(
    "number",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "224.0.0.1",
        ),
        *("::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::"),
        *("64:ff9b:1::a00:1", "2001:0:a00:1::", "::a00:1", "fec0::1", "::ffff:100.64.0.1"),
    ],
)
def test_nothing_inside_our_own_network(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name that leads inside is refused, also when only one of its addresses does."""
    public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 80))
    inside = (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: [public, inside])
    assert refusal(lambda: fetch("http://directory.example.org/", Budget())) == "private_address"


@pytest.mark.parametrize("port", [22, 6379, 8080])
def test_no_port_but_a_websites(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", port))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: [public])
    connect = "urllib3.util.connection.create_connection"
    monkeypatch.setattr(connect, lambda *args, **kwargs: pytest.fail("it connected"))
    assert refusal(lambda: fetch(f"http://directory.example.org:{port}/", Budget())) == "port"


def test_a_public_server_is_asked_also_by_its_long_number(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def connect(place: tuple[str, int], *given: Any, **more: Any) -> Any:
        asked.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    for number in ("2606:4700::1111", "::ffff:93.184.215.14"):
        found = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (number, 80))
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, found=found, **kwargs: [found])
        assert refusal(lambda: fetch("http://directory.example.org:80/", Budget())) == "no_answer"
    assert asked == ["2606:4700::1111", "::ffff:93.184.215.14"]


def test_a_redirect_into_our_network_is_refused_and_so_is_a_name_that_changes_its_mind(
    server: Server, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to the address that was looked at: the name is asked once for each request."""
    looked: list[str] = []
    first = fetching.public_address

    def public_at_first(parts: Any) -> str:
        looked.append(parts.hostname)
        settings.DIRECTORIES_ANYWHERE = len(looked) == 1
        return first(parts)

    monkeypatch.setattr(fetching, "public_address", public_at_first)
    server.says = lambda path, query: (302, {"Location": f"{server.address}/inside"}, b"")
    assert refusal(lambda: fetch(server.address, Budget())) == "private_address"
    assert (len(looked), server.asked) == (2, ["/"])


def test_from_a_safe_address_to_an_unsafe_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "ask", lambda address, budget: ("http://a.org/", b""))
    assert refusal(lambda: fetch("https://a.org/", Budget())) == "downgrade"
