"""Taking files out, bringing them in and machine drafts, as a translator does it in the admin, without a script."""

import re
from typing import Any

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.platform.people.roles import Role
from leavingwell.translations import runs
from leavingwell.translations.admin.files import views
from leavingwell.translations.models import Origin, Status, Translation
from tests.api import client_of
from tests.factories import Household, make_offer, make_person
from tests.translations.exchange.conftest import Desk, make_unit

INDEX, RUN = "/admin/translation-files/", re.compile(r"/admin/translation-files/runs/[A-Za-z0-9]{24}/")


@pytest.fixture
def client(desk: Desk) -> Client:
    return client_of(desk.translator, desk.house.council)


def send(client: Client, data: bytes, name: str = "arabic.po") -> Any:
    return client.post(f"{INDEX}import/", {"file": SimpleUploadedFile(name, data)})


def with_heading(desk: Desk, words: str = "الانتقال") -> bytes:
    file = polib.pofile(desk.out("po").decode())
    next(entry for entry in file if entry.msgid == "Moving in").msgstr = words
    return str(file).encode()


def test_a_file_goes_out_is_looked_at_and_comes_in(desk: Desk, client: Client) -> None:
    assert "Download the file" in client.get(INDEX).content.decode()
    out = client.get(f"{INDEX}export/?language=ar&format=xliff2&whose=ours&status=missing&area=offer")
    assert out.status_code == 200
    assert out["Content-Disposition"].startswith('attachment; filename="translations-ar-')
    assert b"Moving in" in out.content
    answer = send(client, with_heading(desk))
    assert RUN.fullmatch(answer.url)
    page = client.get(answer.url).content.decode()
    assert "arabic.po" in page
    assert "Bring in 1 text" in page
    assert 'lang="ar" dir="rtl"' in page
    assert not Translation.objects.filter(unit=desk.unit(":heading")).exists()
    seen = re.search(r'name="fingerprint" value="(\w+)"', page)
    assert seen
    done = client.post(answer.url, {"fingerprint": seen[1]}, follow=True).content.decode()
    assert "<strong>1</strong> new" in done
    row = desk.now(desk.unit(":heading"))
    assert (row.status, row.origin, row.applied_hash) == (Status.TRANSLATED, Origin.FILE, "")
    assert AuditEntry.objects.filter(action="translations.imported", actor_id=desk.translator.pk).count() == 1


def test_what_was_left_or_has_changed_is_not_brought_in(desk: Desk, client: Client) -> None:
    left = send(client, with_heading(desk)).url
    assert client.post(left, {"leave": "1"}).url == INDEX
    assert "You left it" in client.post(left, {"fingerprint": "x"}, follow=True).content.decode()
    other = send(client, with_heading(desk)).url
    assert "Something has changed since you looked" in client.post(other, follow=True).content.decode()
    assert not Translation.objects.filter(unit=desk.unit(":heading")).exists()


def test_a_refused_file_is_told_with_its_lines(desk: Desk, client: Client) -> None:
    answer = send(client, with_heading(desk, "%(name)s"))
    assert answer.status_code == 422
    assert re.search(r"Line \d+: .*does not stand in the English", answer.content.decode())
    assert send(client, b"").status_code == 422
    assert client.post(f"{INDEX}import/").status_code == 422
    large = send(client, b"msgid" + bytes(50 * 1024 * 1024))
    assert (large.status_code, "larger than 20 MB" in large.content.decode()) == (422, True)


def test_a_large_file_is_compared_by_the_worker(desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "AT_ONCE", 10)
    run = send(client, with_heading(desk)).url
    page = client.get(run).content.decode()
    assert "Bring in 1 text" in page
    seen = re.search(r'name="fingerprint" value="(\w+)"', page)
    assert seen
    assert "<strong>1</strong> new" in client.post(run, {"fingerprint": seen[1]}, follow=True).content.decode()
    lost = with_heading(desk, "%(name)s")
    for data, why in ((lost, "does not stand in the English"), (b"x" * 20, "The columns are not")):
        page = client.get(send(client, data).url).content.decode()
        assert why in page
        assert "was not brought in" in page


def test_a_wrong_choice_is_told(client: Client) -> None:
    assert client.get(f"{INDEX}export/").url == INDEX
    for query in ("format=po", "language=de&format=po", "language=ar&format=pdf", "language=ar&format=po&area=x"):
        assert client.get(f"{INDEX}export/?{query}").status_code == 422
        assert client.get(f"{INDEX}?language={query}%00").status_code == 200


def test_nothing_to_take_out_is_told(client: Client) -> None:
    answer = client.get(f"{INDEX}export/?language=ar&format=po&area=surveys&whose=ours")
    assert (answer.status_code, "no text of this kind" in answer.content.decode()) == (422, True)


def test_others_see_no_run_and_who_does_not_translate_sees_no_screen(
    desk: Desk, client: Client, east: Household
) -> None:
    run = send(client, with_heading(desk)).url
    for other in (desk.house.people["editor"], desk.house.people["admin"]):
        assert client_of(other, desk.house.council).get(run).status_code == 404
        assert client_of(other, desk.house.council).post(run).status_code == 404
    assert client_of(east.people["translator"], east.council).get(run).status_code == 404
    assert client.get(f"{INDEX}runs/nothing/").status_code == 404
    for who in ("worker", "owner"):
        answer = client_of(desk.house.people[who], desk.house.council).get(INDEX)
        assert answer.status_code in (302, 403, 404)
    assert client_of(None, desk.house.council).get(INDEX).status_code == 302


def test_the_memory_fills_only_what_is_empty_and_marks_it(desk: Desk, client: Client) -> None:
    twin, other = make_unit("twin", desk.sum.source), make_unit("other", "Nobody knows this")
    chosen = {"machine-language": "ar", "machine-machine": "memory", "machine-whose": "ours"}
    before = desk.now(desk.sum)
    page = client.post(f"{INDEX}machine/", chosen, follow=True).content.decode()
    assert "<strong>1</strong> drafts were written" in page
    row = desk.now(twin)
    assert (row.text, row.status, row.origin, row.applied_hash) == (
        before.text,
        Status.MACHINE_DRAFT,
        Origin.MACHINE,
        "",
    )
    assert desk.now(desk.sum).version == before.version
    assert not Translation.objects.filter(unit=other).exists()
    assert client.post(f"{INDEX}machine/", {**chosen, "machine-machine": "remote"}).status_code == 422


def queries(client: Client, data: bytes) -> list[int]:
    """Of sending a file, of looking at what it would change, and of taking the texts out."""
    found = []
    for ask in (
        lambda: send(client, data).url,
        lambda: client.get(found[0][1]),
        lambda: client.get(f"{INDEX}export/?language=ar&format=po"),
    ):
        with CaptureQueriesContext(connection) as asked:
            answer = ask()
        found.append((len(asked), answer))
    return [number for number, _answer in found]


def test_many_texts_cost_as_many_queries_as_few(desk: Desk, client: Client) -> None:
    client.get(INDEX)
    first = queries(client, with_heading(desk))
    for number in range(8):
        make_offer(desk.house.council, f"Offer {number}")
    file = polib.pofile(desk.out("po").decode())
    for entry in file:
        entry.msgstr = entry.msgstr or (f"نص {entry.msgid[-1]}" if entry.msgid.startswith("Offer") else "")
    assert queries(client, str(file).encode()) == first


def test_a_run_is_known_in_its_own_council_alone(desk: Desk, east: Household) -> None:
    run = runs.begin(runs.Run("file", str(desk.translator.pk), "ar"), b"data")
    assert runs.data_of(run) == b"data"
    with scope(east.council):
        assert runs.state_of(run, desk.translator.pk) is None
        assert runs.data_of(run) == b""
    assert reverse("translation_files:run", args=[run]) == f"{INDEX}runs/{run}/"


def test_national_staff_bring_in_what_is_the_nations(desk: Desk, settings: Any) -> None:
    settings.NATIONAL_HOSTS = ["nation.test"]
    with national_scope("a file for a test"):
        editor, welcome = make_person(Role.FRAMEWORK_EDITOR), make_unit("welcome", "Welcome to the nation")
    client = Client(HTTP_HOST="nation.test")
    client.force_login(editor.user, backend="leavingwell.platform.people.backends.AccountBackend")
    file = polib.pofile(client.get(f"{INDEX}export/?language=pl&format=po&area=portal").content.decode())
    assert str(desk.hello.pk) not in {entry.msgctxt for entry in file}
    next(entry for entry in file if entry.msgctxt == str(welcome.pk)).msgstr = "Witamy"
    run = send(client, str(file).encode()).url
    seen = re.search(r'name="fingerprint" value="(\w+)"', client.get(run).content.decode())
    assert seen
    assert "<strong>1</strong> new" in client.post(run, {"fingerprint": seen[1]}, follow=True).content.decode()
    with national_scope("a look for a test"):
        row = Translation.objects.get(unit=welcome)
    assert (row.text, row.council_id, row.status) == ("Witamy", None, Status.TRANSLATED)
