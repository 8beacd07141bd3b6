"""A copy of all the data: whole, only for whoever asked, for a week, and without what is somebody else's."""

import csv
import io
import json
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.councils.owned import CouncilOwned
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.data import archive
from leavingwell.platform.documents.data.tables import LEFT_OUT, TABLES
from leavingwell.platform.documents.making import make
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.models import Person, User, YoungPerson
from leavingwell.platform.plans.models import Comment, Redaction
from leavingwell.platform.plans.redactable import BY_NAME
from leavingwell.platform.plans.services.redacting import redact
from leavingwell.platform.plans.services.translating_words import translate_words
from tests.api import ask
from tests.factories import Household
from tests.platform.documents.copies import made, request_copy, zip_of
from tests.portal.pages import Story, tell

SECRET = "Her sister Imogen owes money"


@pytest.fixture
def story(north: Household) -> Story:
    return tell(north)


def note_about_somebody(house: Household) -> Comment:
    with scope(house.council):
        return Comment.objects.create(
            plan=house.plan, body=f"We met twice.\n{SECRET}, she said.", language="en", author=house.worker
        )


def leave_out(house: Household, comment: Comment, words: str) -> Redaction:
    with scope(house.council):
        start = comment.body.index(words)
        return redact(
            house.young_person,
            BY_NAME["Comment"],
            comment,
            start=start,
            end=start + len(words),
            reason=Redaction.Reason.THIRD_PARTY,
            explanation="About her sister",
            by=house.manager,
        )


def test_it_holds_everything_that_is_known_of_them(north: Household, story: Story) -> None:
    document = made(north)
    found = zip_of(north, document)
    assert found.testzip() is None
    names = set(found.namelist())
    assert {"plan.pdf", "log.txt", "data.json", "README.txt", "tables/answers.csv", "tables/comments.csv"} <= names
    assert found.read("plan.pdf").startswith(b"%PDF")
    data = json.loads(found.read("data.json"))["tables"]
    assert data["goals"][0]["words"] == "A warm room"
    assert "Ring the landlord" in {step["title"] for step in data["to-do"]}
    assert data["check-ins"][0]["note"] == "Slept badly"
    assert data["details"][0]["person"] == north.owner.name
    rows = list(csv.reader(io.StringIO(found.read("tables/goals.csv").decode("utf-8-sig"))))
    assert "A warm room" in rows[1]
    assert north.owner.name in found.read("README.txt").decode()


def test_every_table_of_case_data_is_in_it_or_left_out_for_a_reason() -> None:
    """A new table about a young person must be put on one of the two lists."""
    labels = {table.model._meta.label_lower for table in TABLES} | set(LEFT_OUT)
    missing = []
    for model in apps.get_models():
        if issubclass(model, CouncilOwned) and leads_to_young_person(model):
            missing += [model._meta.label_lower] if model._meta.label_lower not in labels else []
    assert missing == []
    assert set(LEFT_OUT) <= {model._meta.label_lower for model in apps.get_models()}


def leads_to_young_person(model: Any, seen: tuple[Any, ...] = ()) -> bool:
    """Through foreign keys between case data, whatever their number."""
    for field in model._meta.concrete_fields:
        other = field.related_model
        if other is YoungPerson:
            return True
        further = other and other not in seen and other is not model and issubclass(other, CouncilOwned)
        if further and leads_to_young_person(other, (*seen, model)):
            return True
    return False


def test_no_e_mail_address_and_no_phone_number_of_anybody_else_is_in_it(north: Household, story: Story) -> None:
    with scope(north.council):
        Person.objects.filter(pk=north.worker.pk).update(phone="07700 900123")
        addresses = list(User.objects.exclude(email="").values_list("email", flat=True))
    found = zip_of(north, made(north))
    texts = b"".join(found.read(name) for name in found.namelist() if not name.endswith(".pdf")).decode()
    assert len(addresses) > 5
    assert [address for address in addresses if address in texts] == []
    assert "07700 900123" not in texts


def test_nothing_of_another_young_person_is_in_it(north: Household, east: Household, story: Story) -> None:
    tell(east)
    with scope(north.council):
        comment = Comment.objects.create(
            plan=north.other_young_person.plan, body="Not hers", language="en", author=north.other_owner
        )
    found = zip_of(north, made(north))
    texts = b"".join(found.read(name) for name in found.namelist() if not name.endswith(".pdf")).decode()
    for stranger in ("Not hers", north.other_owner.name, east.owner.name, str(comment.pk)):
        assert stranger not in texts


def test_marked_words_are_blocks_with_a_letter_and_the_letter_is_explained(north: Household, story: Story) -> None:
    comment = note_about_somebody(north)
    leave_out(north, comment, SECRET)
    found = zip_of(north, made(north))
    texts = {name: found.read(name).decode("utf-8-sig") for name in found.namelist() if not name.endswith(".pdf")}
    assert not [name for name, text in texts.items() if "Imogen" in text]
    assert "We met twice.\n■■■■ (A), she said." in json.loads(texts["data.json"])["tables"]["comments"][-1]["body"]
    assert "(A) Private to somebody else" in texts["README.txt"]
    assert "About her sister" not in texts["data.json"]


def test_what_marked_words_mean_in_another_language_is_left_out_whole(north: Household) -> None:
    comment = note_about_somebody(north)
    leave_out(north, comment, SECRET)
    with scope(north.council):
        translate_words(north.young_person, comment, language="pl", text="Jej siostra Imogen ma długi", by=north.worker)
    found = zip_of(north, made(north))
    assert not [name for name in found.namelist() if "Imogen" in found.read(name).decode("utf-8", "replace")]
    assert "■■■■ (A)" in found.read("tables/translations.csv").decode()


def test_the_plan_in_it_leaves_them_out_as_well(
    north: Household, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out(north, note_about_somebody(north), SECRET)
    pages: list[str] = []

    def drawn(page: str, *_given: Any, **_more: Any) -> bytes:
        pages.append(page)
        return b"%PDF"

    monkeypatch.setattr(archive, "render", drawn)
    made(north)
    assert "Imogen" not in pages[0]
    assert "■■■■ (A), she said." in pages[0]
    assert "We met twice." in pages[0]


def test_without_marks_there_is_no_legend(north: Household, story: Story) -> None:
    assert "■" not in zip_of(north, made(north)).read("README.txt").decode()


def test_the_log_says_who_looked_and_never_from_which_address(north: Household, story: Story) -> None:
    query = "query($id: ID!) { youngPerson(id: $id) { plan { goals { words } } } }"
    ask(north.worker, north.council, query, id=story.person)
    log = zip_of(north, made(north)).read("log.txt").decode()
    assert f"{north.worker.name} (Personal adviser) looked at your plan" in log
    assert "127.0.0.1" not in log


def test_a_formula_in_somebodys_words_is_no_formula_in_a_spreadsheet(north: Household) -> None:
    with scope(north.council):
        Comment.objects.create(plan=north.plan, body="=HYPERLINK(1)", language="en", author=north.owner)
    found = zip_of(north, made(north))
    assert "'=HYPERLINK(1)" in found.read("tables/comments.csv").decode("utf-8-sig")
    assert json.loads(found.read("data.json"))["tables"]["comments"][0]["body"] == "=HYPERLINK(1)"


def test_a_language_that_cannot_be_drawn_gets_the_plan_as_a_page(
    north: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_given: Any, **_more: Any) -> bytes:
        raise archive.CannotDraw("CANNOT_DRAW")

    monkeypatch.setattr(archive, "render", cannot)
    assert "plan.html" in zip_of(north, made(north)).namelist()


@pytest.mark.parametrize("number", [2, 450])
def test_its_queries_grow_by_batches_and_not_by_rows(
    north: Household, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "render", lambda *_given, **_more: b"%PDF")
    with scope(north.council):
        Comment.objects.bulk_create(
            Comment(plan=north.plan, body="Words", language="en", author=north.owner) for _each in range(number)
        )
    document = request_copy(north)
    with scope(north.council), CaptureQueriesContext(connection) as queries:
        make(Document.objects.get(pk=document.pk))
    assert len(queries) < 190
