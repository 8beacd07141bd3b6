"""A form that is sent twice, by a second press or on a slow line, adds what it says once."""

from typing import Any

import pytest
from django.db.models import Model

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, Attempt, Comment, Contact, Crisis, Goal, Home
from tests.portal.pages import Story, form_to

YESTERDAY_OR_SO = "2026-01-05"
CASES: list[tuple[str, str, dict[str, Any], type[Model]]] = [
    ("messages/", "messages/", {"body": "See you at ten"}, Comment),
    ("to-do/", "to-do/", {"title": "Ring the college"}, Action),
    ("plan/", "plan/goals/", {"words": "A garden"}, Goal),
    ("", "attempts/", {"outcome": "Rang, no answer"}, Attempt),
    ("in-touch/", "in-touch/contacts/", {"contact-summary": "We met at the library"}, Contact),
    ("in-touch/", "in-touch/crises/", {"crisis-cause": "home", "crisis-response": "A room for tonight"}, Crisis),
    ("living/", "living/", {"description": "A flat", "kind": "PARENTS", "moved_in_on": "2026-01-05"}, Home),
]


def number_of(story: Story, model: Any) -> int:
    with scope(story.council):
        return int(model.objects.count())


@pytest.mark.parametrize(("page", "action", "typed", "model"), CASES, ids=[case[1] for case in CASES])
def test_once(story: Story, page: str, action: str, typed: dict[str, Any], model: type[Model]) -> None:
    before, visitor, person = number_of(story, model), story.visit("worker"), f"/people/{story.person}/"
    fields = {**form_to(visitor.get(person + page), person + action), **typed}
    for _press in range(2):
        answer = visitor.post(person + action, fields)
        assert answer.status_code == 302, answer.content.decode()[:2000]
    assert number_of(story, model) == before + 1


def test_other_words_from_the_same_page_and_the_same_words_from_the_next_are_added(story: Story) -> None:
    place, visitor = f"/people/{story.person}/messages/", story.visit("worker")
    before = number_of(story, Comment)
    fields = form_to(visitor.get(place), place)
    for words in ("Yes", "No"):
        visitor.post(place, {**fields, "body": words})
    assert number_of(story, Comment) == before + 2
    later = {**fields, "kept_by": form_to(visitor.get(place), place)["kept_by"] + "later"}
    visitor.post(place, {**later, "body": "Yes"})
    assert number_of(story, Comment) == before + 3
