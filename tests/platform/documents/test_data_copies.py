"""Who may ask for and fetch a copy of all the data, and how long it lasts."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.data import archive, requesting
from leavingwell.platform.documents.making import make
from leavingwell.platform.documents.models import Document
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.problems import Problems
from tests.api import ask, client_of, codes, do, opaque
from tests.factories import Household
from tests.platform.documents.copies import FIELDS, fetch, made, request_copy, zip_of

OTHERS = ("worker", "manager", "duty", "supervisor", "supporter", "other_owner", "other_worker", "admin", "analyst")


def test_nobody_but_the_young_person_asks_for_sees_or_fetches_it(north: Household) -> None:
    document = made(north)
    query = "query($id: ID!) { document(id: $id) { id downloadUrl } dataCopies { id } }"
    for who in OTHERS:
        answer = ask(north.people[who], north.council, query, id=opaque("Document", document))["data"]
        assert answer == {"document": None, "dataCopies": []}, who
        assert fetch(document, north, who).status_code == 404, who
        if who != "other_owner":
            assert codes(do(north.people[who], north.council, "requestMyData", FIELDS)) == [("NOT_ALLOWED", None)], who


def test_nor_another_council_nor_somebody_signed_out(north: Household, east: Household) -> None:
    document = made(north)
    answers = [fetch(document, north, None)]
    answers += [fetch(document, east, who) for who in ("owner", "manager", "admin", None)]
    stranger = client_of(north.owner, east.council)
    answers.append(stranger.get(f"/plans/documents/{document.pk}/"))
    assert {answer.status_code for answer in answers} == {404}
    assert codes(do(None, north.council, "requestMyData", FIELDS)) == [("NOT_ALLOWED", None)]


def test_after_a_week_it_is_gone_and_the_row_stays(north: Household) -> None:
    document = made(north)
    with scope(north.council):
        week_ago = timezone.now() - timedelta(days=7, minutes=1)
        Document.objects.filter(pk=document.pk).update(finished_at=week_ago)
    assert fetch(document, north, "owner").status_code == 404
    call_command("remove_expired_copies")
    with scope(north.council):
        kept = Document.objects.get(pk=document.pk)
        assert (kept.status, kept.file.name) == (Document.Status.READY, "")
        assert not kept.file.storage.exists(document.file.name)
        assert requesting.remove_expired() == 0
    assert fetch(document, north, "owner").status_code == 404


def test_a_plan_as_a_file_stays_for_good(north: Household) -> None:
    with scope(north.council):
        plan = Document(plan=north.plan, language="en", requested_by=north.owner, finished_at=timezone.now())
        assert plan.expires_at is None
        assert not plan.has_expired


def test_while_one_is_being_made_a_second_request_is_the_first(north: Household) -> None:
    first = request_copy(north)
    again = do(north.owner, north.council, "requestMyData", FIELDS)
    assert again["id"] == opaque("Document", first)


def test_the_sixth_copy_of_a_day_waits(north: Household) -> None:
    for _each in range(requesting.MOST_A_DAY):
        do(north.owner, north.council, "requestMyData", FIELDS)
        with scope(north.council):
            Document.objects.update(status=Document.Status.READY)
    assert codes(do(north.owner, north.council, "requestMyData", FIELDS)) == [("CONFLICT", None)]


def test_a_run_that_dies_half_way_leaves_nothing_to_fetch_and_the_next_one_makes_it_whole(
    north: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = request_copy(north)
    with monkeypatch.context() as broken, scope(north.council):
        broken.setattr(archive, "log_lines", lambda _person, own: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            make(Document.objects.get(pk=document.pk))
    assert fetch(document, north, "owner").status_code == 404
    with scope(north.council):
        half = Document.objects.get(pk=document.pk)
        assert (half.status, half.file.name) == (Document.Status.RENDERING, "")
        make(half)
    assert zip_of(north, Document(pk=document.pk)).testzip() is None


def test_who_asked_is_told_that_it_is_ready_and_each_fetch_is_noted(north: Household) -> None:
    document = made(north)
    fetch(document, north, "owner")
    with scope(north.council):
        assert Notice.objects.get(kind="data_ready").recipient_id == north.owner.pk
        assert AuditEntry.objects.filter(action="data.downloaded", actor_id=north.owner.pk).count() == 1


def test_the_administrator_answers_a_request_with_a_reason_and_fetches_only_that(north: Household) -> None:
    own = made(north)
    with scope(north.council):
        with pytest.raises(Problems, match="INVALID reason"):
            requesting.answer_subject_access(north.plan, language="en", by=north.admin, reason=" ")
        with pytest.raises(Problems, match="NOT_ALLOWED"):
            requesting.answer_subject_access(north.plan, language="en", by=north.manager, reason="She asked by letter")
        asked = requesting.answer_subject_access(
            north.plan, language="en", by=north.admin, reason="She asked by letter, and showed her passport"
        )
        make(asked)
        assert AuditEntry.objects.get(action="data.requested", actor_id=north.admin.pk).reason.startswith("She asked")
    assert fetch(asked, north, "admin").status_code == 200
    assert fetch(own, north, "admin").status_code == 404
    assert fetch(asked, north, "owner").status_code == 404
    assert fetch(asked, north, "manager").status_code == 404
