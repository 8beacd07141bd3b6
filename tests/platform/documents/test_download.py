"""Fetching a document: the permission is asked again, and everybody else is told nothing."""

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_rq import settings as rq_settings

from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.authentication import new_session_token
from leavingwell.platform.people.models import Person
from tests.api import client_of, do, opaque
from tests.factories import Household

CONTENT = b"%PDF-1.7 of the plan"
ALLOWED = ("owner", "worker", "manager", "supervisor", "duty")
REFUSED = ("supporter", "other_owner", "other_worker", "analyst", "admin", "editor", "translator")


@pytest.fixture
def document(north: Household) -> Document:
    with scope(north.council):
        made = Document(plan=north.plan, language="en", requested_by=north.owner, status=Document.Status.READY)
        made.take_council()
        made.file.save("plan.pdf", ContentFile(CONTENT))
    return made


def fetch(document: Document, person: Person | None, council: Council, **headers: str) -> HttpResponse:
    response: Any = client_of(person, council).get(reverse("document", args=[document.pk]), headers=headers)
    return response


def test_the_young_person_and_the_case_team_get_it_and_others_of_the_council_do_not(
    north: Household, document: Document
) -> None:
    tried = {name: fetch(document, north.people[name], north.council).status_code for name in ALLOWED + REFUSED}
    assert tried == dict.fromkeys(ALLOWED, 200) | dict.fromkeys(REFUSED, 404)


def test_it_comes_as_a_file_whose_name_says_nothing_and_is_kept_nowhere(north: Household, document: Document) -> None:
    response: Any = fetch(document, north.owner, north.council)
    assert b"".join(response.streaming_content) == CONTENT
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def without_what_differs(response: Any) -> bytes:
    """The page without its token against forgery and its own address."""
    return re.sub(rb'value="\w{64}"|[0-9a-f-]{36}', b"", response.content)


def test_nobody_learns_whether_it_exists(north: Household, east: Household, document: Document) -> None:
    url = reverse("document", args=["01890000-0000-7000-8000-000000000000"])
    missing = client_of(north.other_owner, north.council).get(url)
    tries = [
        fetch(document, north.other_owner, north.council),
        fetch(document, None, north.council),
        fetch(document, east.owner, east.council),
        fetch(document, east.manager, east.council),
        fetch(document, north.owner, east.council),
        fetch(document, east.owner, north.council),
    ]
    assert {response.status_code for response in [*tries, missing]} == {404}
    assert without_what_differs(tries[0]) == without_what_differs(missing)


def test_a_token_is_as_good_as_a_session_and_a_made_up_one_is_not(
    north: Household, east: Household, document: Document
) -> None:
    with scope(north.council):
        token = new_session_token(north.owner.user)
    with scope(east.council):
        elsewhere = new_session_token(east.owner.user)
    good: Any = fetch(document, None, north.council, **{"X-Session-Token": token})
    assert b"".join(good.streaming_content) == CONTENT
    for wrong in (elsewhere, token[:-1], "x", ""):
        assert fetch(document, None, north.council, **{"X-Session-Token": wrong}).status_code == 404


def test_the_permission_is_the_one_of_the_moment_of_fetching(north: Household, document: Document) -> None:
    with scope(north.council):
        allocate_worker(north.young_person, north.other_worker, by=north.manager)
    assert fetch(document, north.worker, north.council).status_code == 404
    assert fetch(document, north.other_worker, north.council).status_code == 200


def test_there_is_nothing_to_fetch_until_it_is_ready(north: Household, document: Document) -> None:
    for status in (Document.Status.WAITING, Document.Status.RENDERING, Document.Status.FAILED):
        with scope(north.council):
            Document.objects.filter(pk=document.pk).update(status=status)
        assert fetch(document, north.owner, north.council).status_code == 404


def test_a_lost_file_is_not_found(north: Household, document: Document) -> None:
    document.file.storage.delete(document.file.name)
    assert fetch(document, north.owner, north.council).status_code == 404


def test_who_fetched_it_is_noted_and_who_only_asked_is_not(north: Household, document: Document) -> None:
    client, url = client_of(north.worker, north.council), reverse("document", args=[document.pk])
    assert client.head(url).status_code == 200
    assert client.get(url, headers={"Range": "bytes=0-3"}).status_code in (200, 206)
    assert client.post(url).status_code == 405
    with scope(north.council):
        entry = AuditEntry.objects.get(action="document.downloaded")
        assert (entry.actor_id, entry.young_person_id) == (north.worker.pk, north.young_person.pk)
        assert entry.subject_id == str(document.pk)


def test_a_malformed_address_is_not_found(north: Household) -> None:
    assert Client(HTTP_HOST=north.council.host).get("/plans/documents/17/").status_code == 404


FIELDS = "... on Document { id status language problem { code message } downloadUrl }"


def test_while_the_queue_is_down_the_api_says_so_in_words(
    north: Household, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    monkeypatch.setitem(rq_settings.QUEUES, "default", {"URL": "redis://127.0.0.1:9/0", "DEFAULT_TIMEOUT": 60})
    with scope(north.council):
        plan = opaque("Plan", north.plan)
    with django_capture_on_commit_callbacks(execute=True):
        result = do(north.owner, north.council, "requestDocument", FIELDS, planId=plan)
    assert result["__typename"] == "Document"
    with scope(north.council):
        stored = Document.objects.get()
    assert (stored.status, stored.problem) == (Document.Status.FAILED, "NOT_STARTED")
