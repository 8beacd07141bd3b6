"""Marks on words hold for the text in which they were made, wherever the words stand in it, and for every text."""

from typing import Any

import pytest
from django.db.models import CharField, TextField

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.data.covering import Cover, block
from leavingwell.platform.documents.data.tables import NEVER, TABLES
from leavingwell.platform.plans.models import Action, Comment, Redaction, Review
from leavingwell.platform.plans.redactable import BY_FIELD, BY_NAME, NOT_MARKED
from leavingwell.platform.plans.services.redacting import redact
from tests.api import ask, codes, do, opaque
from tests.factories import Household

BODY = "Tam came. His brother tam was in court, and Tamsin\nwaited for Tam  Hill."
FACTS = {"choice", "section", "part", "before", "after", "subject_type", "field", "problem"}  # codes
PLACE = "{ redactable(youngPersonId: $id) { subjectId text marks { words outdated } } }"


def marked(house: Household, name: str, row: Any, words: str) -> Redaction:
    with scope(house.council):
        start = str(getattr(row, BY_NAME[name].field)).index(words)
        return redact(
            house.young_person,
            BY_NAME[name],
            row,
            start=start,
            end=start + len(words),
            reason=Redaction.Reason.THIRD_PARTY,
            explanation="His own business",
            by=house.manager,
        )


def shown(house: Household, row: Any, field: str) -> str:
    with scope(house.council):
        return Cover(house.young_person).text(row, field)


@pytest.fixture
def comment(north: Household) -> Comment:
    with scope(north.council):
        return Comment.objects.create(plan=north.plan, body=BODY, language="en", author=north.worker)


def test_the_words_are_left_out_wherever_they_stand(north: Household, comment: Comment) -> None:
    marked(north, "Comment", comment, "Tam")
    gap = block("third_party")
    there = f"{gap} came. His brother {gap} was in court, and Tamsin\nwaited for {gap}  Hill."
    assert shown(north, comment, "body") == there
    subject = opaque("Comment", comment)
    given = {"subjectId": subject, "start": 22, "end": 25, "reason": "SAFETY", "explanation": "x"}
    assert codes(do(north.manager, north.council, "redact", "", **given)) == [("WRONG_STATE", None)]  # it is left out


def test_a_text_that_was_changed_since_is_left_out_whole_until_somebody_looks(north: Household) -> None:
    with scope(north.council):
        action = Action.objects.create(
            plan=north.plan, title="Ring", reason="Tam is ill", language="en", added_by=north.worker
        )
    old = marked(north, "Action.reason", action, "Tam")
    assert shown(north, action, "reason") == f"{block('third_party')} is ill"
    with scope(north.council):
        Action.objects.filter(pk=action.pk).update(reason="His brother Tam is ill")
        action.refresh_from_db()
        person = opaque("YoungPerson", north.young_person)
    assert shown(north, action, "reason") == block("third_party")
    seen = ask(north.manager, north.council, f"query($id: ID!) {PLACE}", id=person)["data"]["redactable"]
    text = next(one for one in seen if one["text"] == "His brother Tam is ill")
    assert text["marks"] == [{"words": "Tam", "outdated": True}]
    marked(north, "Action.reason", action, "Tam")
    do(north.manager, north.council, "liftRedaction", "", redactionId=opaque("Redaction", old))
    assert shown(north, action, "reason") == f"His brother {block('third_party')} is ill"


def test_it_is_read_again_before_anything_is_marked(north: Household, comment: Comment) -> None:
    with scope(north.council):
        action = Action.objects.create(plan=north.plan, title="Ring Tam", language="en", added_by=north.worker)
        Action.objects.filter(pk=action.pk).update(title="Ring")
    with pytest.raises(Exception, match="INVALID start"):
        marked(north, "Action", action, "Tam")


def test_each_text_of_a_table_is_marked_for_itself(north: Household) -> None:
    with scope(north.council):
        review = north.plan.review
        Review.objects.filter(pk=review.pk).update(quality_words="Tam knows", override_reason="Tam knows")
        review.refresh_from_db()
    marked(north, "Review.quality_words", review, "Tam")
    assert shown(north, review, "quality_words") == f"{block('third_party')} knows"
    assert shown(north, review, "override_reason") == "Tam knows"


def test_one_line_in_two_texts_loses_what_is_marked_in_either(north: Household) -> None:
    line = "Tam and Zoe came"
    with scope(north.council):
        rows = [
            Comment.objects.create(plan=north.plan, body=line, language="en", author=north.worker) for _copy in range(2)
        ]
    for row, words in zip(rows, ("Tam", "Zoe"), strict=True):
        marked(north, "Comment", row, words)
    with scope(north.council):
        page = Cover(north.young_person).page(f"<html><body><p>{line}</p><p>They said: {line}!</p></body></html>")
    assert "Tam" not in page
    assert "Zoe" not in page


def test_every_text_of_a_record_can_be_marked_or_is_said_to_need_none() -> None:
    declared = frozenset().union(*NOT_MARKED.values())
    forgotten = []
    for table in TABLES:
        for field in table.model._meta.concrete_fields:
            free = isinstance(field, (TextField, CharField)) and not field.choices and field.name not in NEVER
            if not free or field.name in table.without | FACTS or field.name.endswith(("_code", "language")):
                continue
            name = f"{table.model._meta.label_lower}.{field.name}"
            if (table.model._meta.label_lower, field.name) not in BY_FIELD and name not in declared:
                forgotten.append(name)
    assert forgotten == []
