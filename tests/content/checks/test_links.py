"""Checking links: what counts as broken, and that nobody can make us look into our own network."""

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import SimpleNamespace

import pytest

from leavingwell.content.checks import asking, jobs, public_address
from leavingwell.content.checks.checking_links import check_links
from leavingwell.content.models import CheckedLink, ContentFinding, StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at


class Site(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_HEAD(self):
        self.asked.append(f"{self.command} {self.path}")
        known = {"/ok": 200, "/gone": 404, "/moved": 301, "/inside": 302, "/round": 302, "/shy": 405, "/sick": 503}
        status = 200 if self.path == "/shy" and self.command == "GET" else known.get(self.path.split("?")[0], 404)
        onward = {"/moved": "/ok", "/inside": "http://10.0.0.1/", "/round": "/round"}.get(self.path)
        self.send_response(status)
        if onward:
            self.send_header("Location", onward)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815  # as the library names it

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def anywhere(settings):
    settings.CHECK_LINKS_ANYWHERE = True


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/ok", ("works", "200")),
        ("/ok?a=ü b", ("works", "200")),
        ("/gone", ("broken", "404")),
        ("/moved", ("works", "200")),
        ("/round", ("broken", asking.ROUND)),
        ("/shy", ("works", "200")),
        ("/sick", ("unsure", "503")),
    ],
)
def test_how_a_link_answers(site, anywhere, path, answer):
    assert asking.ask(site + path) == answer


def test_head_comes_first_and_get_only_where_it_is_refused(site, anywhere):
    Site.asked.clear()
    asking.ask(f"{site}/ok")
    asking.ask(f"{site}/shy")
    assert Site.asked == ["HEAD /ok", "HEAD /shy", "GET /shy"]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://8.8.8.8:6379/",
        "http://224.0.0.1/",
        "http://100.64.0.1/",
        "http://[64:ff9b::a00:1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:a00:1::]/",
        "http://[2001:0:a00:1::]/",
        "http://[::a00:1]/",
        "http://[fec0::1]/",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
    ],
)
def test_our_own_network_is_never_asked(address, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *given: pytest.fail("it connected"))
    assert asking.ask(address) == ("broken", asking.PRIVATE)


def test_nor_after_being_sent_there(site, monkeypatch):
    """The first step is let through as if it were public; where it leads on to is looked at as strictly."""
    monkeypatch.setattr(public_address, "is_public", lambda place: place == "127.0.0.1")
    monkeypatch.setitem(public_address.PORTS, "http", int(site.rsplit(":", 1)[1]))
    assert asking.ask(f"{site}/inside") == ("broken", asking.PRIVATE)


def test_the_address_that_was_looked_up_is_the_one_that_is_asked(monkeypatch):
    """A name that answers differently the second time leads nowhere else."""
    seen, places = [], iter(["93.184.215.14", "127.0.0.1"])
    found = lambda host, port, **more: [(0, 0, 0, "", (next(places), port))]  # noqa: E731
    monkeypatch.setattr(public_address.socket, "getaddrinfo", found)

    def connect(place, *given, **more):
        seen.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(public_address.socket, "create_connection", connect)
    assert asking.ask("http://changing.test/") == ("broken", asking.SILENT)
    assert seen == ["93.184.215.14"]


@pytest.mark.parametrize(
    "address", ["http://", "https://nowhere.invalid/", "http://a b/", "http://x:99999/", "http://[x/"]
)
def test_a_mistyped_address_is_an_answer_and_no_crash(address):
    assert asking.ask(address)[0] in ("broken", "unsure")


def leading_to(council, slug, address):
    body = f'<p><a href="{address}">Rent help</a></p>'
    page = StandardPage(title=slug, slug=slug, heading_en=slug, heading_ar=slug, body_en=body, body_ar="<p>نص</p>")
    home_page(council).add_child(instance=page)
    return page


def test_the_job_names_broken_links_and_forgets_old_ones(north, east, site, anywhere):
    with scope(east.council):
        leading_to(east.council, "theirs", f"{site}/gone?east")
    with scope(north.council):
        page = leading_to(north.council, "ours", f"{site}/gone")
        jobs.check_links(north.council.pk)
        kept = list(CheckedLink.objects.values_list("address", "state"))
        assert kept == [(f"{site}/gone", "broken")]
        found = ContentFinding.objects.get(kind="broken_link")
        assert (found.page_id, found.words) == (page.pk, f"{site}/gone (404)")
        page.body_en = f'<p><a href="{site}/ok">Rent help</a></p>'
        page.save_revision()
        check_links()
        assert list(CheckedLink.objects.values_list("address", "state")) == [(f"{site}/ok", "works")]
        assert not ContentFinding.objects.filter(kind="broken_link").exists()
    with scope(east.council):
        assert not CheckedLink.objects.exists()


def test_an_editor_starts_it_and_not_again_at_once(north, monkeypatch):
    started = []
    queue = SimpleNamespace(enqueue=lambda *given, **how: started.append(given))
    monkeypatch.setattr(jobs.django_rq, "get_queue", lambda *given, **how: queue)
    jobs.cache.delete(f"link-check:{north.council.pk}")
    client = at(north.council, north.editor)
    answers = [client.post("/admin/content-checks/") for _time in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert started == [(jobs.check_links, north.council.pk)]
    jobs.cache.delete(f"link-check:{north.council.pk}")
