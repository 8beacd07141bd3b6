"""What the law wants a plan to say, in the plan's PDF."""

from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.plan_page import plan_page
from leavingwell.platform.documents.services import request_document
from leavingwell.platform.plans.models import CopyGiven, Home, PlanMatter, SuitabilityFactor
from leavingwell.platform.plans.services.copies import Handover, give_copy
from leavingwell.platform.plans.services.homes import Move, record_move, save_home_views
from leavingwell.platform.plans.services.matters import MatterWords, save_matter
from leavingwell.platform.plans.services.signing_off import submit_plan
from leavingwell.platform.plans.services.suitability import Assessment, FactorSeen, assess_suitability
from tests.factories import Household, agree_plan

Factor, Verdict = SuitabilityFactor.Factor, SuitabilityFactor.Verdict


def page(house: Household, language: str = "en") -> str:
    document: Document = request_document(house.plan, language=language, accessible=False, by=house.worker)
    return plan_page(document)


def write(house: Household, matter: PlanMatter.Matter, **words: Any) -> None:
    save_matter(house.plan, matter, MatterWords(**words), by=house.worker, language="en")


def test_the_matters_in_brief(in_north: Household) -> None:
    write(in_north, PlanMatter.Matter.SUPPORT, how="Sam rings each week", by_whom="Sam", by_when=timezone.localdate())
    write(in_north, PlanMatter.Matter.WORK, not_needed_reason="Has a job")
    found = page(in_north)
    assert "10 of 10 parts say what will be done." in found
    assert "Contact and personal support" in found
    assert "Sam rings each week" in found
    assert "Nothing is needed. Why:" in found
    assert "Handed in before" not in found


def test_why_it_was_handed_in_with_gaps(in_north: Household) -> None:
    write(in_north, PlanMatter.Matter.WORK, how="To be talked about")
    submit_plan(in_north.plan, by=in_north.worker, override_reason="Time is short <b>")
    found = page(in_north)
    assert "9 of 10 parts" in found
    assert "Time is short &lt;b&gt;" in found


def test_the_home_and_whether_it_is_suitable(in_north: Household) -> None:
    assert "Where I live" not in page(in_north)
    home = record_move(in_north.young_person, Move(Home.Kind.LODGINGS, "A room in town"), by=in_north.worker)
    assert "Nobody has looked yet" in page(in_north)
    factors = [FactorSeen(one, Verdict.FINE) for one in list(Factor)[1:]]
    factors.append(FactorSeen(Factor.FACILITIES, Verdict.CONCERN, "No cooker"))
    seen = Assessment(suitable=False, reasons="No way to cook", factors=factors, their_views="I eat cold food")
    assess_suitability(home, seen, by=in_north.worker, language="en")
    save_home_views(home, words="I want a kitchen", by=in_north.owner, language="en")
    found = page(in_north)
    for words in ("A room in town", "No way to cook", "No cooker", "I eat cold food", "I want a kitchen"):
        assert words in found
    assert "We think that this home is not right." in found


def test_the_copies(in_north: Household) -> None:
    plan = agree_plan(in_north.plan, worker=in_north.worker, manager=in_north.manager)
    assert "My copies" not in page(in_north)
    day = timezone.localdate()
    given = Handover(form=CopyGiven.Form.PRINTED, language="ar", explained_on=day, interpreter=True)
    give_copy(plan.review, given, by=in_north.worker)
    found = page(in_north)
    assert "My copies" in found
    assert "On paper, العربية" in found
    assert "with an interpreter" in found


def test_it_costs_as_many_queries_for_ten_copies_as_for_two(
    in_north: Household, django_assert_max_num_queries: Any
) -> None:
    plan = agree_plan(in_north.plan, worker=in_north.worker, manager=in_north.manager)
    page(in_north)  # what a process remembers of the council is read
    counted = []
    for number in (2, 8):
        for _ in range(number):
            give_copy(plan.review, Handover(form=CopyGiven.Form.PRINTED, language="en"), by=in_north.worker)
        document = request_document(in_north.plan, language="en", accessible=False, by=in_north.worker)
        with django_assert_max_num_queries(100) as captured:
            plan_page(document)
        counted.append(len(captured))
    assert counted[0] == counted[1]


@pytest.mark.parametrize("language", ["ar", "ti"])
def test_in_other_languages_the_words_stay(in_north: Household, language: str) -> None:
    write(in_north, PlanMatter.Matter.SUPPORT, how="Sam rings each week")
    assert "Sam rings each week" in page(in_north, language)
