"""What a good plan has, and five plans drawn by lot: for whoever looks at the quality of their own teams' plans."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import QualityJudgement, Review
from leavingwell.platform.plans.quality import Point, quality_of
from leavingwell.platform.plans.quality_sample import quality_sample
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.judging import judge_quality
from leavingwell.platform.plans.services.reviewing import open_plan
from leavingwell.platform.plans.snapshots import snapshot_of
from tests.api import ask, opaque
from tests.factories import Household, make_young_person
from tests.portal.pages import client, soup, words


@pytest.fixture
def house(north: Household) -> Iterator[Household]:
    with scope(north.council):
        yield north


def agreed(house: Household, number: int) -> list[Any]:
    """Plans of others that were signed off today."""
    found = []
    for _one in range(number):
        plan = open_plan(make_young_person(house.young_person.team, worker=house.worker), by=None)
        snapshot = snapshot_of(plan)
        Review.objects.filter(pk=plan.review.pk).update(
            state="current", authorised_at=timezone.now(), authorised_by=house.manager, snapshot=snapshot
        )
        found.append(plan)
    return found


def points(house: Household) -> dict[Point, bool]:
    return quality_of(house.plan, snapshot_of(house.plan), has_copy=None)


def test_an_empty_plan_lacks_its_heart(house: Household) -> None:
    house.plan.matters.model.objects.filter(plan=house.plan).update(how="")
    lacking = {point for point, met in points(house).items() if not met}
    assert lacking == {Point.OWN_WORDS, Point.THEIR_PART, Point.GOALS, Point.MATTERS}


def test_each_point_is_met_by_what_it_says(house: Household) -> None:
    own, plan = house.young_person.person, house.plan
    add_comment(plan, body="By the sea", by=own, language="en", part="what_matters")
    goal = add_goal(plan, words="A warm room", domain="HOME", by=own, language="en")
    found = points(house)
    assert (found[Point.OWN_WORDS], found[Point.GOALS]) == (True, True)
    assert (found[Point.STEPS], found[Point.BACK_UP]) == (False, False)
    add_action(plan, title="Ring", by=own, language="en", goal=goal, owner_ids=[own.pk])
    found = points(house)
    assert (found[Point.STEPS], found[Point.WHO_AND_WHEN]) == (True, False)
    assert quality_of(plan, snapshot_of(plan), has_copy=False)[Point.COPY] is False


def test_the_same_seed_draws_the_same_five(house: Household) -> None:
    agreed(house, 9)
    first, again, other = (quality_sample(house.manager, timezone.localdate(), seed) for seed in (1, 1, 2))
    assert first.agreed == 9
    assert len(first.plans) == 5
    assert [one.review.pk for one in first.plans] == [one.review.pk for one in again.plans]
    assert {one.review.pk for one in first.plans} != {one.review.pk for one in other.plans}


def test_only_of_ones_own_teams(house: Household, east: Household) -> None:
    agreed(house, 2)
    assert quality_sample(house.manager, timezone.localdate()).agreed == 2
    for who in ("worker", "other_worker", "duty", "analyst", "owner"):
        assert quality_sample(house.people[who], timezone.localdate()).agreed == 0, who
    with scope(east.council):
        assert quality_sample(east.manager, timezone.localdate()).agreed == 0
    assert quality_sample(house.manager, date(2001, 1, 31)).plans == []


def test_constant_queries(house: Household) -> None:
    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            quality_sample(house.manager, timezone.localdate())
        return len(queries)

    agreed(house, 2)
    with_two = number()
    agreed(house, 8)
    assert number() == with_two <= 3


def test_whoever_looks_at_what_a_plan_has_is_noted(house: Household) -> None:
    agreed(house, 3)
    sample = f'{{ qualitySample(month: "{timezone.localdate()}") {{ plans {{ preferredName }} }} }}'
    one = "query($id: ID!) { planQuality(plan: $id) { met } }"
    looks = AuditEntry.objects.filter(action="seen.plan")
    ask(house.analyst, house.council, sample)
    ask(house.other_worker, house.council, one, id=opaque("Plan", house.plan))
    assert not looks.exists()
    ask(house.manager, house.council, sample)
    assert looks.filter(actor_id=house.manager.pk).count() == 3
    ask(house.worker, house.council, one, id=opaque("Plan", house.plan))
    assert looks.get(actor_id=house.worker.pk).young_person_id == house.young_person.pk


def test_a_month_that_cannot_be_is_refused_in_the_api(house: Household) -> None:
    found = ask(house.manager, house.council, '{ qualitySample(month: "9999-12-01") { agreed } }')
    assert found["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_what_was_read_is_counted_apart_for_those_drawn_and_for_the_month(house: Household) -> None:
    agreed(house, 7)
    place, visitor = f"/quality-check/sample/?month={timezone.localdate():%Y-%m}", client(house.manager, house.council)
    drawn = {one.review.pk for one in quality_sample(house.manager, timezone.localdate()).plans}
    other = Review.objects.filter(authorised_at__date__gte=timezone.localdate().replace(day=1)).exclude(pk__in=drawn)[0]
    judge_quality(other, QualityJudgement.Outcome.GOOD, [], by=house.supervisor)
    page = words(visitor.get(place))
    assert "Nobody has read any of these yet." in page
    assert "Of all 7 plans" in page
    judge_quality(Review.objects.get(pk=drawn.pop()), QualityJudgement.Outcome.GOOD, [], by=house.supervisor)
    assert "1 of these 5 has been read." in words(visitor.get(place))


def test_the_page_names_what_fewest_have_and_leads_to_the_plans(house: Household) -> None:
    agreed(house, 3)
    visitor = client(house.manager, house.council)
    page = visitor.get(f"/quality-check/sample/?month={timezone.localdate():%Y-%m}")
    assert "3 plans of 3 that were agreed" in words(page)
    assert "0 of 3" in words(page)
    links = [link["href"] for link in soup(page).select("table.matrix thead a")]
    assert len(links) == 3
    assert visitor.get(links[0]).status_code == 200
    for query in ("month=rubbish&draw=x", "month=9999-99", "draw=-4", "draw=٣"):
        assert visitor.get(f"/quality-check/sample/?{query}").status_code == 200, query
    for who in ("analyst", "owner", "supporter"):
        assert client(house.people[who], house.council).get("/quality-check/sample/").status_code == 403, who
