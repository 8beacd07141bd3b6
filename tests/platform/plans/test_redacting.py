"""Marking words about somebody else: by the team's manager, with a reason, and the record keeps them."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.access.services.details import update_details
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.data.covering import Cover, covered, lines_of
from leavingwell.platform.plans.models import Action, Attempt, Comment, Crisis, Redaction
from leavingwell.platform.plans.services.actions import ActionChanges, add_action, update_action
from leavingwell.platform.plans.services.finishing_goals import drop_goal
from leavingwell.platform.plans.services.goals import GoalChanges, add_goal, update_goal
from tests.api import ask, codes, do, opaque
from tests.factories import Household

BODY = "His brother Tam was in court."
FIELDS = "... on Redaction { id start end reason explanation liftedAt }"
TEXTS = """query($id: ID!, $search: String) { redactable(youngPersonId: $id, search: $search) {
  subjectId kind text by marks { id start end reason explanation by } } }"""


@pytest.fixture
def comment(north: Household) -> Comment:
    with scope(north.council):
        return Comment.objects.create(plan=north.plan, body=BODY, language="en", author=north.worker)


def mark(house: Household, row: Any, who: str = "manager", **more: Any) -> dict[str, Any]:
    given = {"start": 12, "end": 15, "reason": "THIRD_PARTY", "explanation": "His brother's own business", **more}
    subject = opaque(type(row).__name__, row)
    return do(house.people[who], house.council, "redact", FIELDS, **{"subjectId": subject, **given})


def texts(house: Household, who: str = "manager", **more: Any) -> list[dict[str, Any]]:
    with scope(house.council):
        identity = opaque("YoungPerson", house.young_person)
    found: list[dict[str, Any]] = ask(house.people[who], house.council, TEXTS, id=identity, **more)["data"][
        "redactable"
    ]
    return found


def test_the_manager_marks_words_and_the_record_keeps_them(north: Household, comment: Comment) -> None:
    made = mark(north, comment)
    assert (made["start"], made["end"], made["liftedAt"]) == (12, 15, None)
    found = next(text for text in texts(north) if text["text"] == BODY)
    assert [(one["start"], one["reason"], one["by"]) for one in found["marks"]] == [
        (12, "THIRD_PARTY", north.manager.name)
    ]
    with scope(north.council):
        comment.refresh_from_db()
        assert comment.body == BODY
        assert Cover(north.young_person).text(comment, "body") == "His brother ■■■■ (A) was in court."


def test_taken_back_the_words_are_shown_again(north: Household, comment: Comment) -> None:
    made = mark(north, comment)["id"]
    lifted = do(north.manager, north.council, "liftRedaction", FIELDS, redactionId=made)
    assert lifted["liftedAt"]
    assert codes(do(north.manager, north.council, "liftRedaction", FIELDS, redactionId=made)) == [("WRONG_STATE", None)]
    with scope(north.council):
        assert Cover(north.young_person).text(comment, "body") == BODY
        assert Redaction.objects.filter(pk__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"start": 15, "end": 12}, ("INVALID", "start")),
        ({"start": -1, "end": 3}, ("INVALID", "start")),
        ({"start": 0, "end": 5000}, ("INVALID", "start")),
        ({"start": 3, "end": 4}, ("INVALID", "start")),
        ({"explanation": "  "}, ("INVALID", "explanation")),
        ({"explanation": "x" * 501}, ("TOO_LARGE", "explanation")),
        ({"subjectId": "nonsense"}, ("NOT_FOUND", "subjectId")),
    ],
)
def test_bad_input_is_answered(north: Household, comment: Comment, given: dict[str, Any], problem: Any) -> None:
    assert codes(mark(north, comment, **given)) == [problem]


def test_the_same_words_twice_is_told(north: Household, comment: Comment) -> None:
    mark(north, comment)
    assert codes(mark(north, comment)) == [("WRONG_STATE", None)]


def test_the_young_persons_own_words_cannot_be_marked(north: Household) -> None:
    with scope(north.council):
        own = Comment.objects.create(plan=north.plan, body=BODY, language="en", author=north.owner)
    assert codes(mark(north, own)) == [("NOT_FOUND", "subjectId")]
    assert BODY not in [text["text"] for text in texts(north)]


def written_by(house: Household, first: str, then: str) -> dict[str, Any]:
    """A goal and an action made by one and rewritten by another, and what both can say of the young person."""
    made, writer = house.people[first], house.people[then]
    with scope(house.council):
        goal = add_goal(house.plan, words="Garden", by=made, language="en")
        action = add_action(house.plan, title="Old", measure="Old", by=made, language="en")
        update_goal(goal, GoalChanges(contingency=f"{then} on Tam"), by=writer)
        drop_goal(goal, reason=f"{then}: Tam left", by=writer)
        stuck = {"status": Action.Status.STUCK, "reason": f"{then}: Tam is away"}
        update_action(action, ActionChanges(title=f"{then}: ring Tam", measure=f"{then}: Tam rang", **stuck), by=writer)
        update_details(house.young_person, {"needs": f"{then}: no Tam"}, by=writer)
        return {
            "Goal.contingency": goal,
            "Goal.finished_because": goal,
            "Action": action,
            "Action.measure": action,
            "Action.reason": action,
            "YoungPerson.needs": house.young_person,
        }


def test_what_the_young_person_rewrote_is_theirs(north: Household) -> None:
    rows = written_by(north, "worker", "owner")
    assert [one["text"] for one in texts(north, search="Tam")] == []
    for name, row in rows.items():
        given = {"subjectId": opaque(name, row), "start": 0, "end": 3, "reason": "LEGAL", "explanation": "x"}
        assert codes(do(north.manager, north.council, "redact", FIELDS, **given)) == [("NOT_FOUND", "subjectId")], name


def test_what_staff_rewrote_of_theirs_can_be_marked(north: Household) -> None:
    rows = written_by(north, "owner", "worker")
    found = texts(north, search="Tam")
    assert {one["by"] for one in found} == {north.worker.name}
    assert {one["subjectId"] for one in found} == {opaque(name, row) for name, row in rows.items()}
    for name, row in rows.items():
        given = {"subjectId": opaque(name, row), "start": 0, "end": 3, "reason": "LEGAL", "explanation": "x"}
        assert do(north.manager, north.council, "redact", FIELDS, **given)["start"] == 0, name


def test_a_mark_holds_no_longer_where_the_young_person_wrote_it_anew(north: Household) -> None:
    action = written_by(north, "owner", "worker")["Action"]
    mark(north, action, start=0, end=3)
    with scope(north.council):
        action.refresh_from_db()
        assert "■" in Cover(north.young_person).text(action, "title")
        action = update_action(action, ActionChanges(title="I ring Tam"), by=north.owner)
        assert Cover(north.young_person).text(action, "title") == "I ring Tam"


def test_as_many_questions_for_ten_goals_as_for_two(north: Household) -> None:
    counts = []
    for more in (2, 8):
        for _each in range(more):
            written_by(north, "owner", "worker")
        with CaptureQueriesContext(connection) as queries:
            texts(north)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("who", ["owner", "worker", "duty", "supervisor"])
def test_others_who_see_the_record_may_not(north: Household, comment: Comment, who: str) -> None:
    assert codes(mark(north, comment, who)) == [("NOT_ALLOWED", None)]
    assert texts(north, who) == []
    made = mark(north, comment)["id"]
    refused = do(north.people[who], north.council, "liftRedaction", FIELDS, redactionId=made)
    assert codes(refused) == [("NOT_FOUND", "redactionId")]


def test_outsiders_find_nothing(north: Household, east: Household, comment: Comment) -> None:
    for who in ("other_worker", "other_owner", "analyst", "admin"):
        assert codes(mark(north, comment, who)) == [("NOT_FOUND", "subjectId")]
        assert texts(north, who) == []
    given = {"subjectId": opaque("Comment", comment), "start": 0, "end": 3, "reason": "LEGAL", "explanation": "x"}
    assert codes(do(east.manager, east.council, "redact", FIELDS, **given)) == [("NOT_FOUND", "subjectId")]
    assert codes(do(None, north.council, "redact", FIELDS, **given)) == [("NOT_ALLOWED", None)]


def test_texts_of_other_kinds_can_be_found_by_their_words(north: Household) -> None:
    with scope(north.council):
        Attempt.objects.create(plan=north.plan, channel="call", outcome="Tam answered", by=north.worker)
        Crisis.objects.create(
            young_person=north.young_person, cause="home", response="Tam took him in", recorded_by=north.worker
        )
    assert {text["text"] for text in texts(north, search="tam")} == {"Tam answered", "Tam took him in"}
    assert texts(north, search="nobody") == []


def marks(*places: tuple[int, int]) -> list[Redaction]:
    return [Redaction(start=start, end=end, reason="safety") for start, end in places]


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([(0, 3)], "■■■■ (B) brother"),
        ([(4, 11)], "His ■■■■ (B)"),
        ([(0, 5), (2, 11)], "■■■■ (B)"),
        ([(0, 3), (3, 4)], "■■■■ (B)■■■■ (B)brother"),
        ([], "His brother"),
    ],
)
def test_blocks_stand_in_place_of_the_words(places: list[tuple[int, int]], shown: str) -> None:
    assert covered("His brother", marks(*places)) == shown


def test_a_mark_over_several_lines_covers_its_part_of_each() -> None:
    text = "One two\n  three four\nfive"
    assert lines_of(text, marks((4, 15))) == {"One two": "One ■■■■ (B)", "three four": "■■■■ (B) four"}
