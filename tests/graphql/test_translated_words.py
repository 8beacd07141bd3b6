"""What somebody's words mean in another language: an addition with a label, which never replaces the words."""

from typing import Any

import pytest

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Comment, Goal, WordsTranslation
from leavingwell.platform.plans.translated_words import translations_of, visible_translations, words_of
from leavingwell.questionnaires.models import CheckIn
from tests.graphql.asking import ask, codes, opaque
from tests.graphql.questionnaires import queries_of
from tests.graphql.story import Cast

ADD = """mutation($id: ID!, $language: String!, $text: String!, $origin: WordsOrigin) {
  translateWords(input: {subjectId: $id, language: $language, text: $text, origin: $origin}) {
    ... on WordsTranslation { language direction text origin by { name } }
    ... on Problems { problems { code field message } }
  }
}"""
GOALS = """query($id: ID!) { youngPerson(id: $id) { plan { goals {
  words translations { language text origin by { name } }
  threads { first { body translations { text by { name } } } }
} } } }"""


@pytest.fixture
def said(cast: Cast) -> dict[str, Any]:
    """A goal, words on it and a check-in of the owner, all in Arabic."""
    house = cast.north
    with scope(house.council):
        facts: dict[str, Any] = {"plan": house.plan, "language": "ar"}
        goal = Goal.objects.create(**facts, words="أريد بيتا", added_by=house.owner)
        comment = Comment.objects.create(**facts, body="أخاف الليل", author=house.owner, goal=goal, audience="worker")
        check_in = CheckIn.objects.create(young_person=house.young_person, face=2, note="متعب", language="ar")
    return {"Goal": goal, "Comment": comment, "CheckIn": check_in}


def add(cast: Cast, who: str, row: Any, *, household: Any = None, **given: Any) -> dict[str, Any]:
    household = household or cast.north
    values = {"id": opaque(type(row).__name__, row), "language": "en", "text": "What it means", **given}
    found: dict[str, Any] = ask(household.council, ADD, cast.token(household, who), **values)["data"]["translateWords"]
    return found


def code_of(answer: dict[str, Any]) -> str:
    return str(answer["problems"][0]["code"])


@pytest.mark.parametrize("kind", ["Goal", "Comment", "CheckIn"])
def test_staff_who_may_read_words_add_what_they_mean(cast: Cast, said: dict[str, Any], kind: str) -> None:
    row = said[kind]
    made = add(cast, "worker", row, text="  I want a home\n", origin="MACHINE")
    by = {"name": cast.north.worker.name}
    assert made == {"language": "en", "direction": "LTR", "text": "I want a home", "origin": "MACHINE", "by": by}
    with scope(cast.north.council):
        again = type(row).objects.get(pk=row.pk)
        assert [one.text for one in translations_of(again)] == ["I want a home"]
        assert (words_of(again), again.language) == (words_of(row), "ar")
        entry = AuditEntry.objects.get(action="words.translated")
        assert (entry.actor_id, entry.young_person_id) == (cast.north.worker.pk, cast.north.young_person.pk)


def test_the_latest_stands_beside_the_words_and_the_others_are_kept(cast: Cast, said: dict[str, Any]) -> None:
    goal = said["Goal"]
    for text, language in (("First", "en"), ("Chcę dom", "pl"), ("Better", "en")):
        add(cast, "worker", goal, text=text, language=language)
    with scope(cast.north.council):
        assert {one.text for one in translations_of(Goal.objects.get(pk=goal.pk))} == {"Better", "Chcę dom"}
        assert WordsTranslation.objects.count() == 3
        Goal.objects.filter(pk=goal.pk).update(words="أريد غرفة")
        assert translations_of(Goal.objects.get(pk=goal.pk)) == []  # these are other words now


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"language": "ar"}, "INVALID"),
        ({"language": "tlh"}, "INVALID"),
        ({"text": "  "}, "INVALID"),
        ({"text": "x" * 6001}, "TOO_LARGE"),
        ({"id": "none"}, "NOT_FOUND"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], given: dict[str, str], code: str) -> None:
    assert code_of(add(cast, "worker", said["Goal"], **given)) == code
    with scope(cast.north.council):
        assert not WordsTranslation.objects.exists()


def test_nobody_else_adds_anything(cast: Cast, said: dict[str, Any]) -> None:
    for who, code in (("owner", "NOT_ALLOWED"), ("other_owner", "NOT_FOUND"), ("other_worker", "NOT_FOUND")):
        assert code_of(add(cast, who, said["Goal"])) == code
    for who in ("supervisor", "other_worker"):  # words for the worker and the manager alone
        assert code_of(add(cast, who, said["Comment"])) == "NOT_FOUND"
    for row in said.values():
        assert code_of(add(cast, "worker", row, household=cast.east)) == "NOT_FOUND"
    with scope(cast.north.council):
        CheckIn.objects.create(
            young_person=cast.north.young_person, face=2, note="x", language="ar", shared_with="only_me"
        )
        alone = CheckIn.objects.get(note="x")
    assert code_of(add(cast, "worker", alone)) == "NOT_FOUND"


def test_many_cost_as_many_queries_as_two(cast: Cast, said: dict[str, Any]) -> None:
    house, counts, token = cast.north, [], cast.token(cast.north, "worker")
    with scope(house.council):
        ident = opaque("YoungPerson", house.young_person)
    for number in (2, 10):
        with scope(house.council):
            for _one in range(number):
                goal = Goal.objects.create(plan=house.plan, language="ar", words="كلام", added_by=house.owner)
                Comment.objects.create(plan=house.plan, language="ar", body="قول", author=house.owner, goal=goal)
        with scope(house.council):
            rows = [*Goal.objects.filter(translations=None), *Comment.objects.filter(translations=None)]
        for row in rows:
            add(cast, "worker", row)
        answers: list[Any] = []
        counts.append(queries_of(lambda: answers.append(ask(house.council, GOALS, token, id=ident))))  # noqa: B023
        assert codes(answers[0]) == []
    assert counts[0] == counts[1]
    goals = [goal for goal in answers[0]["data"]["youngPerson"]["plan"]["goals"] if goal["words"] == "كلام"]
    assert len(goals) == 12
    assert all(goal["translations"][0]["by"]["name"] == house.worker.name for goal in goals)
    assert all(goal["threads"][0]["first"]["translations"][0]["text"] == "What it means" for goal in goals)


def test_translations_are_as_visible_as_the_words_they_mean(cast: Cast, said: dict[str, Any]) -> None:
    house = cast.north
    private = said["CheckIn"]
    with scope(house.council):
        CheckIn.objects.filter(pk=private.pk).update(shared_with=CheckIn.SharedWith.ONLY_ME)
        for kind, row in (("goal", said["Goal"]), ("comment", said["Comment"]), ("check_in", private)):
            WordsTranslation.objects.create(
                **{kind: row}, young_person=house.young_person, sha256="x", language="en", text=kind, by=house.worker
            )

        def seen(who: str) -> set[str]:
            rows = visible_translations(WordsTranslation.objects.all(), house.people[who])
            return set(rows.values_list("text", flat=True))

        assert seen("owner") == {"goal", "comment", "check_in"}
        assert seen("worker") == {"goal", "comment"}
        assert "comment" not in seen("supporter")
        assert seen("other_owner") == seen("analyst") == set()
