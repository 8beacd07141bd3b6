"""Everybody stands where the services would have put them, and nobody is seen from the other council."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.db.models import F
from django.utils import timezone

from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.joining import NewYoungPerson, add_young_person
from leavingwell.platform.access.services.supporting import add_supporter
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.owned import Owned
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Allocation, Person, User, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Action, Attempt, Plan, Review
from leavingwell.platform.plans.services.signing_off import authorise_plan
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.models import Answer, CheckIn, Response
from tests.platform.demo.conftest import Demo

pytestmark = pytest.mark.django_db
CASE_RELATIONS = (Relation.SELF, Relation.WORKER, Relation.MANAGER, Relation.SUPERVISOR)


@pytest.fixture
def north(small: Demo) -> Iterator[Demo]:
    with scope(small.north):
        yield small


def relations(young_person: YoungPerson) -> set[tuple[str, Any]]:
    rows = YoungPersonGrant.objects.filter(content_object=young_person)
    return set(rows.values_list("permission__codename", "user_id"))


def expected(young_person: YoungPerson) -> set[tuple[str, Any]]:
    team, allocation = young_person.team, young_person.allocations.filter(ends_on=None).first()
    worker = allocation.worker if allocation else None  # from 21 on the door is open, without a worker
    people = (young_person.person, worker, team.manager, team.practice_supervisor)
    return {(relation.value, person.user_id) for relation, person in zip(CASE_RELATIONS, people, strict=True) if person}


def test_relations_are_those_that_the_services_give(north: Demo) -> None:
    wren = YoungPerson.objects.get(person__name="Wren")
    worker = wren.allocations.get(ends_on=None).worker
    new = NewYoungPerson("New", "new@example.org", wren.date_of_birth, YoungPerson.Category.ELIGIBLE, wren.team, worker)
    joined = add_young_person(new, by=None)
    add_supporter(
        joined, name="Ally", email="ally@example.org", relationship="Friend", parts=["goals"], by=joined.person
    )
    ally = Person.objects.get(name="Ally")
    covers = wren.team.duty_covers
    on_duty = {(Relation.DUTY.value, cover.person.user_id) for cover in covers.filter(ends_at__gt=timezone.now())}
    supported = {(Relation.SUPPORTER.value, ally.user_id)}
    assert relations(joined) == expected(joined) | supported | on_duty  # what expected() is worth
    supporters = {(Relation.SUPPORTER.value, one.person.user_id) for one in wren.supporters.all()}
    duty = {(Relation.DUTY.value, cover.person.user_id) for cover in covers.all()}
    assert relations(wren) == expected(wren) | supporters | duty


def test_nobody_has_a_relation_too_few_or_too_many(north: Demo) -> None:
    special = {Relation.SUPPORTER.value, Relation.DUTY.value, Relation.EMERGENCY.value}
    for young_person in YoungPerson.objects.select_related("person", "team__manager", "team__practice_supervisor"):
        found = relations(young_person)
        assert {one for one in found if one[0] not in special} == expected(young_person), young_person


def test_a_former_worker_has_an_ended_allocation_and_no_relation(north: Demo) -> None:
    juno = YoungPerson.objects.get(person__name="Juno")
    linden = Person.objects.get(name="Linden")
    assert Allocation.objects.get(young_person=juno, worker=linden).ends_on
    assert (Relation.WORKER.value, linden.user_id) not in relations(juno)


def test_nothing_of_one_council_is_visible_in_the_other(small: Demo) -> None:
    for own, other in ((small.north, small.east), (small.east, small.north)):
        with scope(own):
            for model in (one for one in apps.get_models() if issubclass(one, Owned)):
                assert not model._base_manager.filter(council=other).exists(), model
            assert not User.objects.filter(council=other).exists()


def test_both_councils_have_rows_to_hide(small: Demo) -> None:
    for council in (small.north, small.east):
        with scope(council):
            for model in (Answer, CheckIn, Plan, Review, Action, AuditEntry, YoungPersonGrant):
                assert model.objects.exists(), model


def moments(review: Review) -> list[Any]:
    """Of one review, in the order in which they must have happened."""
    answered = review.response.answers.order_by("answered_at").values_list("answered_at", flat=True)
    found = [review.response.started_at, *answered, review.submitted_at, review.returned_at, review.authorised_at]
    return [moment for moment in found if moment]


def test_reviews_happened_in_order_and_none_in_the_future(small: Demo) -> None:
    now = timezone.now()
    for council in (small.north, small.east):
        with scope(council):
            for review in Review.objects.select_related("response"):
                found = moments(review)
                assert all(before <= after for before, after in pairwise(found)), review
                assert found[-1] < now, review


def test_one_review_follows_the_other(north: Demo) -> None:
    for plan in Plan.objects.select_related("review").prefetch_related("reviews__response"):
        reviews = sorted(plan.reviews.all(), key=lambda one: one.number)
        assert [one.number for one in reviews] == list(range(1, len(reviews) + 1))
        assert plan.review == reviews[-1]
        assert all(before.authorised_at <= after.response.started_at for before, after in pairwise(reviews))
        assert [one.response.is_latest for one in reviews] == [False] * (len(reviews) - 1) + [True]


def test_a_sign_off_is_not_by_the_one_who_submitted(north: Demo) -> None:
    assert Review.objects.exclude(authorised_by=None).exists()
    assert not Review.objects.filter(authorised_by=F("submitted_by")).exists()


def test_each_answer_fits_the_version_that_it_was_asked_in(north: Demo) -> None:
    for response in Response.objects.select_related("questionnaire_version").prefetch_related("answers"):
        content = Content(response.questionnaire_version.content)
        for answer in response.answers.all():
            assert (answer.kind == "answered") == (answer.choice in content.choice_codes(answer.question_code))
            question = content.question(answer.question_code)
            assert answer.shown_text == content.text(question, "text", "standard", answer.language).value


def test_only_who_has_signed_in_answers_alone_or_checks_in(small: Demo) -> None:
    for council in (small.north, small.east):
        with scope(council):
            alone = Answer.objects.filter(channel="alone")
            assert not alone.filter(response__young_person__joined_at=None).exists()
            assert not alone.exclude(typed_by=F("response__young_person__person")).exists()
            assert not CheckIn.objects.filter(young_person__joined_at=None).exists()


def test_a_plan_without_the_young_person_comes_after_three_tries_in_two_ways(small: Demo) -> None:
    found = 0
    for council in (small.north, small.east):
        with scope(council):
            for response in Response.objects.filter(answers__channel="without").distinct():
                found += 1
                day = timezone.localdate(response.answers.first().answered_at)
                tries = Attempt.objects.filter(plan__young_person=response.young_person, on__lt=day)
                assert tries.count() >= 3
                assert len(set(tries.values_list("channel", flat=True))) >= 2
                assert (tries.first().on - tries.last().on).days >= 14
    assert found >= 2


def test_a_check_in_for_oneself_alone_asks_for_no_call(north: Demo) -> None:
    assert CheckIn.objects.filter(shared_with="only_me").exists()
    assert not CheckIn.objects.filter(shared_with="only_me").exclude(call="no").exists()


def test_a_snapshot_looks_as_the_service_makes_it(north: Demo) -> None:
    lark = Plan.objects.get(young_person__person__name="Lark")
    kept, now = lark.review.snapshot, snapshot_of(lark)
    assert kept["answers"] == now["answers"]
    assert kept["goals"] == now["goals"]
    assert kept["comments"] == now["comments"]
    assert {tuple(one) for one in kept["actions"]} <= {tuple(one) for one in now["actions"]}


def shape(entry: AuditEntry) -> tuple[Any, ...]:
    return entry.action, entry.subject_type, entry.actor_role, sorted(entry.changes), bool(entry.young_person_id)


def test_the_record_reads_as_the_services_write_it(north: Demo) -> None:
    plan = Plan.objects.get(young_person__person__name="Comet")
    before = shape(AuditEntry.objects.filter(action="plan.authorised").first())
    authorise_plan(plan, by=plan.young_person.team.manager, expected_version=plan.review.version)
    written = AuditEntry.objects.filter(action="plan.authorised", young_person_id=plan.young_person_id)
    assert shape(written.order_by("-at").first()) == before


def test_everything_that_was_done_is_on_record(north: Demo) -> None:
    for model, action in ((Review, "review.started"), (CheckIn, "check_in.sent"), (Attempt, "attempt.recorded")):
        noted = set(AuditEntry.objects.filter(action=action).values_list("subject_id", flat=True))
        assert noted == {str(pk) for pk in model.objects.values_list("pk", flat=True)}


def test_young_people_sign_in_by_code_alone(north: Demo) -> None:
    accounts = User.objects.filter(person__role=Role.YOUNG_PERSON)
    assert accounts.exists()
    assert not any(account.has_usable_password() for account in accounts)
