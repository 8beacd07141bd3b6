"""A copy that the council asks for: the young person hears of it at once, and what only they read is not in it."""

import io
import json
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.core import mail
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.data import archive, requesting
from leavingwell.platform.documents.data.requesting import answer_subject_access, request_my_data
from leavingwell.platform.documents.making import make
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.models import User
from leavingwell.platform.plans.access_log import KINDS, YOURS
from leavingwell.platform.plans.models import Notice, SavedOffer
from leavingwell.platform.plans.services.saving_offers import let_go_of_offer, save_offer
from leavingwell.platform.plans.services.translating_words import translate_words
from leavingwell.platform.plans.services.worries import about_check_in, turn_into_goal
from leavingwell.questionnaires.models import CheckIn, Remark, Survey, SurveyAnswer, SurveyInvitation
from leavingwell.questionnaires.services.check_ins import GivenCheckIn, send_check_in, withdraw_check_in
from leavingwell.questionnaires.services.remarks import GivenRemark, remark_on_question
from leavingwell.translations.localised import LocalizedText
from tests.api import ask, client_of, opaque
from tests.factories import Household

REASON = "She asked by letter, and showed her passport"
LOG = "query($id: ID!) { accessLog(youngPersonId: $id) { edges { node { name deed reason } } } }"
PRIVATE = ("Nobody may know this", "I would put it otherwise", "Would you like more visits?")
SHARED = "My worker may know this"
KEPT, MEANS_SHARED, MEANS_TAKEN_BACK = "Free swimming", "Moja pracownica", "Cofam to"


@pytest.fixture
def told(north: Household) -> Household:
    """What the young person said: to themselves, to editors, in a survey, and to their worker."""
    with scope(north.council):
        young_person, by = north.young_person, north.owner
        for note, to in ((PRIVATE[0], CheckIn.SharedWith.ONLY_ME), (SHARED, CheckIn.SharedWith.WORKER)):
            given = GivenCheckIn(face=2, note=note, shared_with=to)
            send_check_in(young_person, given, by=by, language="en")
            sent = CheckIn.objects.get(note=note)
            turn_into_goal(north.plan, about_check_in(sent), words=f"After {to}", by=by, language="en")
        remark = GivenRemark(question="HOME-01", kind=Remark.Kind.HARD, suggestion=PRIVATE[1])
        remark_on_question(young_person, remark, by=by, language="en")
        survey = Survey.objects.create(title="Visits", question_codes=["HOME-01"], closes_on=timezone.localdate())
        invitation = SurveyInvitation.objects.create(survey=survey, young_person=young_person)
        SurveyAnswer.objects.create(
            invitation=invitation, question_code="HOME-01", kind="choice", language="en", shown_text=PRIVATE[2]
        )
    return north


@pytest.fixture
def kept(told: Household) -> Household:
    """An offer that they keep and one that they let go of; what their check-ins mean, one of which they took back."""
    with scope(told.council):
        young_person, by = told.young_person, told.owner
        for title in (KEPT, "Let go of"):
            save_offer(young_person, uuid4(), LocalizedText(title, "en", "ltr", is_fallback=False), by=by)
        let_go_of_offer(young_person, SavedOffer.objects.get(title="Let go of").offer, by=by)
        for note, meaning in ((SHARED, MEANS_SHARED), ("I take this back", MEANS_TAKEN_BACK)):
            found = CheckIn.objects.filter(note=note).first() or send_check_in(
                young_person, GivenCheckIn(face=1, note=note), by=by, language="en"
            )
            translate_words(young_person, found, language="pl", text=meaning, by=told.worker)
        withdraw_check_in(CheckIn.objects.get(note="I take this back"), by=by)
    return told


def words_of(house: Household, document: Document, who: str, monkeypatch: pytest.MonkeyPatch) -> tuple[ZipFile, str]:
    monkeypatch.setattr(archive, "render", lambda *_given, **_more: b"%PDF")
    with scope(house.council):
        make(Document.objects.get(pk=document.pk))
    answer = client_of(house.people[who], house.council).get(f"/plans/documents/{document.pk}/")
    found = ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    return found, "\n".join(found.read(name).decode() for name in found.namelist())


def asked(house: Household) -> Document:
    with scope(house.council):
        return answer_subject_access(house.plan, language="en", by=house.admin, reason=REASON)


def test_it_is_without_what_only_they_read(told: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    found, words = words_of(told, asked(told), "admin", monkeypatch)
    assert [one for one in PRIVATE if one in words] == []
    assert SHARED in words
    with scope(told.council):
        assert str(CheckIn.objects.get(note=PRIVATE[0]).pk) not in words  # nor what a goal was made of
    log = found.read("log.txt").decode()
    assert log.count("sent a check-in") == 1
    assert "The council asked for it" in found.read("README.txt").decode()
    assert json.loads(found.read("data.json"))["tables"]["surveys"] == []


def test_their_own_has_it_all(told: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    with scope(told.council):
        own = request_my_data(told.plan, language="en", by=told.owner)
    found, words = words_of(told, own, "owner", monkeypatch)
    assert [one for one in (*PRIVATE, SHARED) if one not in words] == []
    with scope(told.council):
        private = CheckIn.objects.get(note=PRIVATE[0])
    goals = json.loads(found.read("data.json"))["tables"]["goals"]
    assert str(private.pk) in {goal["check_in"] for goal in goals}
    assert found.read("log.txt").decode().count("sent a check-in") == 2
    assert "everything that Leaving Well holds" in found.read("README.txt").decode()


def test_what_they_keep_and_what_taken_back_words_mean_is_theirs(
    kept: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, words = words_of(kept, asked(kept), "admin", monkeypatch)
    assert [one for one in (KEPT, MEANS_TAKEN_BACK) if one in words] == []
    assert MEANS_SHARED in words
    log = found.read("log.txt").decode()
    assert log.count(str(YOURS["words.translated"])) == 1
    assert str(KINDS["saved_offer"]) not in log


def test_both_are_in_their_own(kept: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    with scope(kept.council):
        own = request_my_data(kept.plan, language="en", by=kept.owner)
    found, words = words_of(kept, own, "owner", monkeypatch)
    assert [one for one in (KEPT, MEANS_SHARED, MEANS_TAKEN_BACK) if one not in words] == []
    log = found.read("log.txt").decode()
    assert log.count(str(YOURS["words.translated"])) == 2
    assert log.count(str(KINDS["saved_offer"])) == 3


def test_they_and_the_manager_hear_of_it_at_once(
    north: Household, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requesting, "start", lambda document: None)  # before the file is made
    User.objects.filter(pk=north.owner.user.pk).update(email_confirmed_at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        asked(north)
    with scope(north.council):
        told = Notice.objects.filter(kind=Notice.Kind.COPY_ASKED_FOR)
        assert {notice.recipient_id for notice in told} == {north.owner.pk, north.manager.pk}
    assert {letter.to[0] for letter in mail.outbox} == {north.owner.user.email, north.manager.user.email}
    assert not [letter for letter in mail.outbox if REASON in letter.body or north.owner.name in letter.body]


def test_the_reason_stands_in_their_log(north: Household, east: Household) -> None:
    asked(north)
    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    entry = ask(north.owner, north.council, LOG, id=young_person)["data"]["accessLog"]["edges"][0]
    deed = "asked for a copy of all the data about you"
    assert entry["node"] == {"name": north.admin.name, "deed": deed, "reason": REASON}
    for house, who in ((north, "worker"), (north, "supporter"), (east, "owner")):
        read = ask(house.people[who], house.council, LOG, id=young_person)["data"]["accessLog"]["edges"]
        assert read == []


def test_their_own_request_warns_nobody(north: Household) -> None:
    with scope(north.council):
        request_my_data(north.plan, language="en", by=north.owner)
        assert not Notice.objects.filter(kind=Notice.Kind.COPY_ASKED_FOR).exists()
