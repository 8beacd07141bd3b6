"""The screens "Service directories": for those who write offers, of their own council, without a script."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.content.models import DirectoryFeed, DirectoryImport, OfferPage
from leavingwell.content.services.directory.progress import STILL
from leavingwell.platform.councils.scope import scope
from tests.admin.asking import at, text_of
from tests.content.open_referral.directory import key, make_feed, make_topic, read, service, take
from tests.factories import Household

LIST = "/admin/service-directories/"


def address(row: Any, *more: str) -> str:
    place = "imports/" if isinstance(row, DirectoryImport) else ""
    return f"{LIST}{place}{row.pk}/{''.join(more)}"


def upload(services: Any) -> SimpleUploadedFile:
    return SimpleUploadedFile("ours.json", json.dumps(services).encode(), "application/json")


def page_of(answer: Any) -> BeautifulSoup:
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "html.parser")


def test_from_a_new_directory_to_offers(in_north: Household, django_capture_on_commit_callbacks: Any) -> None:
    client, topic = at(in_north.council, in_north.editor), make_topic()
    assert LIST in client.get("/admin/").content.decode()
    answer = client.post(f"{LIST}add/", {"name": "Community", "address": "", "topic": topic.pk})
    feed = DirectoryFeed.objects.get()
    assert answer["Location"] == address(feed)
    attribute = {"taxonomy_term": {"id": "t", "name": "Sport"}}
    with django_capture_on_commit_callbacks(execute=True):  # where the worker's job runs at once
        answer = client.post(
            address(feed, "import/"), {"file": upload([service(1, attributes=[attribute]), service(2), {}])}
        )
    run = DirectoryImport.objects.get()
    page = page_of(client.get(answer["Location"]))
    assert "Nothing is changed yet." in page.get_text()
    assert [box.has_attr("checked") for box in page.select("input[name=row]")] == [True, True]
    shown = [box["value"] for box in page.select("input[name=shown]")]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(run), {"shown": shown, "row": shown[:1], "publishes": "yes", "apply": "1"})
    done = page_of(client.get(address(run))).get_text()
    assert "1 put on the portal" in " ".join(done.split())
    assert list(OfferPage.objects.values_list("heading_en", "live")) == [("Service 1", True)]
    assert "Sport" in page_of(client.get(address(feed))).get_text()
    assert client.get(address(run, "status/")).json()["moving"] is False
    client.post(address(feed, "topics/"), {"term": ["t"], "topic": ["-"]})
    feed.refresh_from_db()
    assert feed.topics == {"t": "-"}


def test_a_change_of_ours_is_shown_and_stays(in_north: Household) -> None:
    feed = make_feed()
    take(feed, [service(1, alert="A", phones=[{"number": "1"}])])
    ours = OfferPage.objects.get()
    ours.alert_en = "<b>Ours</b>"
    ours.save_revision().publish()
    run = read(feed, [service(1, alert="C", phones=[{"number": "2"}])])
    client = at(in_north.council, in_north.admin)
    page = page_of(client.get(address(run)))
    (conflict,) = page.select(".directory-conflict")
    assert "You changed this." in conflict.get_text()
    assert conflict.find("del").get_text() == "<b>Ours</b>"
    box = conflict.select_one("input[name=theirs]")
    assert not box.has_attr("checked")
    row = run.rows.get()
    client.post(
        address(run),
        {"shown": [row.pk, "rubbish"], "row": [row.pk], "theirs": [box["value"], "x:y", "z"], "go": "changed:1"},
    )
    row.refresh_from_db()
    assert row.overwrites == ["alert_en"]
    assert page_of(client.get(address(run))).select_one("input[name=theirs]").has_attr("checked")


def test_ticks_over_pages_are_kept(in_north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leavingwell.content.open_referral.admin.imports.PER_PAGE", 2)
    run = read(make_feed(), [service(number) for number in range(5)])
    client = at(in_north.council, in_north.editor)
    first = [box["value"] for box in page_of(client.get(address(run))).select("input[name=shown]")]
    answer = client.post(f"{address(run)}?kind=new&p=1", {"shown": first, "row": first[:1], "go": "new:2"})
    assert answer["Location"].endswith("?kind=new&p=2")
    assert run.rows.filter(is_chosen=True).count() == 4
    client.post(f"{address(run)}?kind=new&p=2", {"tick": "none"})
    assert not run.rows.filter(is_chosen=True).exists()
    assert page_of(client.get(f"{address(run)}?kind=nonsense&p=99"))


def test_what_cannot_be_done_is_said(in_north: Household) -> None:
    client, feed = at(in_north.council, in_north.editor), make_feed()
    wrong = client.post(f"{LIST}add/", {"name": "A", "address": "file:///etc/passwd"})
    assert wrong.status_code == 422
    assert "This is not an address" in wrong.content.decode()
    again = client.post(f"{LIST}add/", {"name": feed.name})
    assert "of this name already" in again.content.decode()
    for given in ({}, {"fetch": "1"}, {"file": SimpleUploadedFile("a.json", b"")}):
        assert client.post(address(feed, "import/"), given).status_code == 302
    assert client.post(address(feed, "topics/"), {"term": ["x"], "topic": ["y"]}).status_code == 302
    run = read(feed, b"{")
    assert "This is not JSON" in page_of(client.get(address(run))).get_text()
    for button in ("apply", "leave", "again", "carry_on", "tick"):
        assert client.post(address(run), {button: "1"}).status_code == 302
    assert run.state == "failed"


def test_a_job_that_is_gone_can_be_carried_on(in_north: Household, django_capture_on_commit_callbacks: Any) -> None:
    run, client = read(make_feed(), [service(1)]), at(in_north.council, in_north.editor)
    long_ago = timezone.now() - 2 * STILL
    DirectoryImport.objects.filter(pk=run.pk).update(state="applying", total=1, moved_at=long_ago)
    assert page_of(client.get(address(run))).select("button[name=carry_on]")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(run), {"carry_on": "1"})
    run.refresh_from_db()
    assert run.state == "done"


def test_removing_a_directory_leaves_its_offers(in_north: Household) -> None:
    feed, client = make_feed(), at(in_north.council, in_north.admin)
    take(feed, [service(1)])
    assert "One offer came from this directory" in page_of(client.get(address(feed, "remove/"))).get_text()
    client.post(address(feed, "remove/"))
    assert not DirectoryFeed.objects.exists()
    assert OfferPage.objects.get().live


def places(household: Household) -> tuple[list[str], list[str]]:
    with scope(household.council):
        feed = make_feed(f"Directory of {household.council.slug}")
        run = read(feed, [service(1, name=f"Secret of {household.council.slug}")])
    opened = [LIST, f"{LIST}add/", address(feed), address(feed, "remove/"), address(run), address(run, "status/")]
    return opened, [address(feed), *(address(feed, one) for one in ("topics/", "remove/", "import/")), address(run)]


@pytest.mark.parametrize("role", ["translator", "questionnaire_editor", "worker", "manager", "analyst", "owner"])
def test_not_for_other_roles(north: Household, role: str) -> None:
    opened, posted = places(north)
    client = at(north.council, north.people[role])
    assert not {client.get(one).status_code for one in opened} - {302, 403}
    assert not {client.post(one, {"apply": "1"}).status_code for one in posted} - {302, 403}
    assert LIST not in text_of(client.get("/admin/"))
    with scope(north.council):
        assert DirectoryImport.objects.get().state == "ready"


def test_not_for_visitors(north: Household) -> None:
    opened, posted = places(north)
    client = at(north.council, None)
    answers = [*map(client.get, opened), *map(client.post, posted)]
    assert {answer.status_code for answer in answers} == {302}
    assert all("login" in answer["Location"] for answer in answers)


def test_another_councils_directories_are_not_there(north: Household, east: Household) -> None:
    opened, posted = places(east)
    client = at(north.council, north.admin)
    for one in opened[2:]:
        assert client.get(one).status_code == 404
    for one in posted:
        assert client.post(one, {"apply": "1"}).status_code == 404
    assert "eastmarsh" not in text_of(client.get(LIST))
    own = at(east.council, east.admin)  # the control: there they are
    assert {own.get(one).status_code for one in opened} == {200}


def test_a_tick_on_another_councils_row_does_nothing(north: Household, east: Household) -> None:
    places(east)
    with scope(east.council):
        theirs = DirectoryImport.objects.get().rows.get()
    with scope(north.council):
        run = read(make_feed(), [service(1)])
    client = at(north.council, north.admin)
    client.post(address(run), {"shown": [str(theirs.pk)], "row": [], "go": "new:1"})
    with scope(east.council):
        theirs.refresh_from_db()
        assert theirs.is_chosen


def test_screens_cost_the_same_for_few_and_many(in_north: Household) -> None:
    feed, client = make_feed(), at(in_north.council, in_north.admin)
    take(feed, [service(number) for number in range(10)])

    def cost(number: int) -> list[int]:
        changed = [service(n, email="new@example.org", alert="New") for n in range(number)]
        run, found = read(feed, changed, is_whole=False), []
        for one in (LIST, address(feed), address(run)):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(one).status_code == 200
            found.append(len(queries))
        return found

    cost(1)
    assert cost(2) == cost(10)
    assert key(1) != key(2)
