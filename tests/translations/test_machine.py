"""Machines on other servers: what they are asked, what is kept from them, and what may go wrong."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.translations.machine import asking
from leavingwell.translations.machine.http import DeepL, LibreTranslate
from leavingwell.translations.machine.interface import MachineFailed, Source
from leavingwell.translations.machine.machines import choices, machine_called
from leavingwell.translations.machine.protecting import Lost, Protected
from leavingwell.translations.models import Area, Kind, Origin, Status, Translation, TranslationChange, TranslationUnit
from leavingwell.translations.registry import hash_of
from leavingwell.translations.services.machine_drafts import empty_texts, fill
from tests.factories import Household

RICH = '<p data-block-key="a1">See <a linktype="page" id="3">this</a> & %(name)s<br/></p>'


class Server(ThreadingHTTPServer):
    """`answer` is what it says next: a status, and the body or nothing for "each text in capitals"."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, Any], Any]] = []
        self.answer: tuple[int, bytes | None] = (200, None)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        status, said = self.server.answer
        self.send_response(status)
        self.send_header("Location", "http://127.0.0.1/elsewhere")
        self.end_headers()
        self.wfile.write(self.translated(body) if said is None else said)

    def translated(self, body: Any) -> bytes:
        if "q" in body:
            return json.dumps({"translatedText": [f"و {text}" for text in body["q"]]}).encode()
        return json.dumps({"translations": [{"text": f"و {text}"} for text in body["text"]]}).encode()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    settings.MACHINE_TRANSLATION_INSIDE = True
    made = Server()
    Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def test_libretranslate_is_asked_in_its_own_format(server: Server) -> None:
    machine = LibreTranslate(server.address, "secret")
    sources = [Source("Hello %(name)s & <you>"), Source(RICH, is_rich=True)]
    assert machine.translate(sources, "ar") == ["و Hello %(name)s & <you>", f"و {RICH}"]
    path, _headers, body = server.asked[0]
    assert path == "/translate"
    assert body == {
        "q": [
            'Hello <m n="0">%(name)s</m> &amp; &lt;you&gt;',
            '<p n="0">See <a n="1">this</a> & <m n="3">%(name)s</m><br n="2"/></p>',
        ],
        "source": "en",
        "target": "ar",
        "format": "html",
        "api_key": "secret",
    }


def test_deepl_is_asked_in_its_own_format(server: Server) -> None:
    assert DeepL(f"{server.address}/", "secret").translate([Source("Hello {name}")], "pl") == ["و Hello {name}"]
    path, headers, body = server.asked[0]
    assert (path, headers["Authorization"]) == ("/v2/translate", "DeepL-Auth-Key secret")
    assert body == {
        "text": ['Hello <m n="0">{name}</m>'],
        "source_lang": "EN",
        "target_lang": "PL",
        "tag_handling": "xml",
        "ignore_tags": ["m"],
    }


def test_a_broken_answer_is_no_draft() -> None:
    broken = ("no place", '<m n="0">a</m> twice <m n="0">a</m>', '<m n="7">a</m>', '<m n="0">a</m></p>')
    for answer in (*broken, '<m n="0">a</m> <script>x</script>'):
        with pytest.raises(Lost):
            Protected(Source("Hello %(name)s")).restored(answer)


def test_places_may_move_and_words_inside_them_do_not_count() -> None:
    assert Protected(Source("%(a)s has %(b)s")).restored('<m n="1">x</m> <M n="0" >y</m>') == "%(b)s %(a)s"


FAILURES = [
    (403, b"", "did not take our key"),
    (429, b"", "too often"),
    (456, b"", "used up"),
    (400, b"", "may not know this language"),
    (500, b"", "the number 500"),
    (302, b"", "the number 302"),
    (200, b"<html>", "do not understand"),
    (200, b'{"translatedText": ["one", "two"]}', "do not understand"),
    (200, b'{"translatedText": [1]}', "do not understand"),
    (200, b"[]", "do not understand"),
]


def test_what_goes_wrong_is_told_in_words_without_the_key(server: Server) -> None:
    for status, body, why in FAILURES:
        server.answer = (status, body)
        with pytest.raises(MachineFailed) as failed:
            LibreTranslate(server.address, "secret").translate([Source("a")], "ar")
        assert why in str(failed.value.message)
        assert "secret" not in str(failed.value)


def test_an_address_inside_the_network_is_never_asked(server: Server, settings: Any, monkeypatch: Any) -> None:
    settings.MACHINE_TRANSLATION_INSIDE = False
    secret = f"https://127.0.0.1:{server.server_port}"
    for address in (secret, server.address, "https://localhost", "https://[::1]", "https://a:b@example.org", "ftp://x"):
        with pytest.raises(MachineFailed):
            LibreTranslate(address).translate([Source("a")], "ar")
    assert server.asked == []
    monkeypatch.setattr(asking, "LARGEST", 3)
    settings.MACHINE_TRANSLATION_INSIDE = True
    with pytest.raises(MachineFailed):
        LibreTranslate(server.address).translate([Source("a")], "ar")


def test_a_server_that_is_not_there_or_says_nothing(server: Server, monkeypatch: Any) -> None:
    server.shutdown()
    monkeypatch.setattr(asking, "TIMEOUT", asking.Timeout(connect=0.1, read=0.1))
    for address in (server.address, "http://no-such-host.invalid"):
        with pytest.raises(MachineFailed):
            DeepL(address).translate([Source("a")], "ar")


def test_the_settings_say_which_machine_there_is(settings: Any) -> None:
    assert [code for code, _label in choices()] == ["memory"]
    assert machine_called("remote") is None
    settings.MACHINE_TRANSLATION_FORMAT, settings.MACHINE_TRANSLATION_ADDRESS = "deepl", "https://example.org"
    assert dict(choices())["remote"] == "DeepL"
    assert isinstance(machine_called("remote"), DeepL)


def make_unit(key: str, source: str, kind: str = Kind.PLAIN, plural: str = "") -> TranslationUnit:
    facts = {"area": Area.PORTAL, "label": key, "kind": kind, "source": source, "source_plural": plural}
    return TranslationUnit.objects.create(key=f"portal::{key}", source_hash=hash_of(source, plural), **facts)


def test_drafts_are_marked_wait_for_a_person_and_hold_nothing_wrong(north: Household, server: Server) -> None:
    with scope(north.council):
        fine, rich = make_unit("fine", "Hello %(name)s"), make_unit("rich", "<p>More</p>", Kind.RICH)
        make_unit("many", "%(n)s day", Kind.PLURAL, "%(n)s days")
        make_unit("short", "Ok")
        TranslationUnit.objects.filter(key="portal::short").update(max_length=2)
        by, counts = north.people["translator"], Counter[str]()
        found = empty_texts("ar", by=by, areas=[Area.PORTAL], whose="ours")
        fill(found, "ar", LibreTranslate(server.address), by=by, step=lambda: None, counts=counts)
        assert counts == {"filled": 2, "left": 1}
        row = Translation.objects.get(unit=fine)
        assert (row.text, row.status, row.origin) == ("و Hello %(name)s", Status.MACHINE_DRAFT, Origin.MACHINE)
        assert row.applied_hash == ""
        assert "More" in Translation.objects.get(unit=rich).text
        assert TranslationChange.objects.get(unit=fine).why == "LibreTranslate"
        again = empty_texts("ar", by=by, areas=[Area.PORTAL], whose="ours")
        assert [unit.label for unit in again] == ["short"]


@pytest.mark.parametrize(
    "answer",
    ["<" + "a" * 300_000, '<m n="0">' * 60_000, '<m n="0"' + " " * 300_000, "<m " + "n=" * 200_000, "<a" + "/" * 9999],
)
def test_no_answer_takes_long_to_read(answer: str) -> None:
    begun = time.monotonic()
    with suppress(Lost):
        Protected(Source("Hello %(name)s")).restored(answer)
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("number", ["9" * 5000, "99999", "٣"])
def test_a_number_that_was_never_given_is_lost(number: str) -> None:
    with pytest.raises(Lost):
        Protected(Source("Hello %(name)s")).restored(f'<m n="{number}">x</m>')
