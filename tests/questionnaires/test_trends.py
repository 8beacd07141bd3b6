"""Change since the last review, when the questions are not the same any more; and the council's own bands."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.state_of_play import Standing, state_of_play
from leavingwell.questionnaires.models import Answer, QuestionnaireVersion, Response
from leavingwell.questionnaires.scoring import Change, Phase
from leavingwell.questionnaires.services.publishing.storing import About, store
from leavingwell.questionnaires.services.rules import set_rules
from tests.factories import Household
from tests.questionnaires.contents import content, question
from tests.questionnaires.test_proposals import RULES, outcomes

YES, NO = "yes", "no"
ONE_USED_TO_BE = [{"kind": "renamed", "from": "HOME-01", "to": ["HOME-21"]}]
THE_OTHER_WAY = [
    {"kind": "recoded", "from": "HOME-01", "to": ["HOME-21"], "choices": {"yes": "no", "not_sure": None, "no": "yes"}}
]


def version(household: Household, *codes: str, moves: Any = ()) -> QuestionnaireVersion:
    """Stored as it is: what publishing checks is another test's."""
    asked = content(*(question(code, is_core=True) for code in codes))
    return store(outcomes(), asked, household.editor, About(moves=moves))


def review(household: Household, asked: QuestionnaireVersion, days_ago: int, **answers: str) -> Response:
    person, young_person = household.owner, household.young_person
    started = timezone.now() - timedelta(days=days_ago)
    made = Response.objects.create(
        young_person=young_person, questionnaire_version=asked, started_at=started, is_latest=False, version=1
    )
    for code, choice in answers.items():
        Answer.objects.create(
            response=made,
            question_code=code.replace("_", "-"),
            kind="answered",
            choice=choice,
            answered_by=person,
            typed_by=person,
            channel="alone",
            language="en",
        )
    return made


def standing(household: Household) -> Standing:
    [found] = state_of_play(household.plan)
    return found


@pytest.fixture
def house(in_north: Household) -> Household:
    """No review but those of the test."""
    Response.objects.filter(young_person=in_north.young_person).update(started_at=timezone.now() - timedelta(days=999))
    return in_north


def test_a_renamed_question_is_compared(house: Household) -> None:
    review(house, version(house, "HOME-01"), 90, HOME_01=NO)
    review(house, version(house, "HOME-21", moves=ONE_USED_TO_BE), 1, HOME_21=YES)
    assert (standing(house).phase, standing(house).change) == (Phase.GOING_WELL, Change.UP)


def test_a_recoded_answer_is_compared_as_what_it_became(house: Household) -> None:
    review(house, version(house, "HOME-01"), 90, HOME_01=NO)
    review(house, version(house, "HOME-21", moves=THE_OTHER_WAY), 1, HOME_21=YES)
    assert standing(house).change == Change.SAME


def test_what_nobody_mapped_is_not_compared(house: Household) -> None:
    review(house, version(house, "HOME-01"), 90, HOME_01=NO)
    review(house, version(house, "HOME-21"), 1, HOME_21=YES)
    assert (standing(house).phase, standing(house).change) == (Phase.GOING_WELL, None)


def test_only_what_both_asked_is_compared(house: Household) -> None:
    """The new question makes the area weaker, and yet nothing got harder."""
    review(house, version(house, "HOME-01"), 90, HOME_01=YES)
    review(house, version(house, "HOME-01", "HOME-02"), 1, HOME_01=YES, HOME_02=NO)
    assert (standing(house).phase, standing(house).change) == (Phase.GROWING, Change.SAME)


def test_versions_in_between_lead_the_way(house: Household) -> None:
    review(house, version(house, "HOME-01"), 90, HOME_01=NO)
    version(house, "HOME-21", moves=ONE_USED_TO_BE)
    last = version(house, "HOME-31", moves=[{"kind": "renamed", "from": "HOME-21", "to": ["HOME-31"]}])
    review(house, last, 1, HOME_31=YES)
    assert standing(house).change == Change.UP


def test_a_councils_first_own_version_follows_the_nations(house: Household) -> None:
    national = QuestionnaireVersion.objects.get(council=None)
    review(house, national, 90, HOME_01=NO)
    own = version(house, "HOME-21", moves=ONE_USED_TO_BE)
    review(house, own, 1, HOME_21=YES)
    assert standing(house).change == Change.UP


def test_no_way_leads_back(house: Household) -> None:
    older = version(house, "HOME-01")
    review(house, version(house, "HOME-01", "HOME-02"), 90, HOME_01=NO)
    review(house, older, 1, HOME_01=YES)
    assert standing(house).change is None


def test_the_answers_stay_as_they_were_given(house: Household) -> None:
    earlier = review(house, version(house, "HOME-01"), 90, HOME_01=NO)
    review(house, version(house, "HOME-21", moves=THE_OTHER_WAY), 1, HOME_21=YES)
    before = list(Answer.objects.order_by("pk").values())
    standing(house)
    assert list(Answer.objects.order_by("pk").values()) == before
    assert earlier.answers.get().question_code == "HOME-01"


def test_it_costs_the_same_over_two_versions_and_over_ten(house: Household) -> None:
    review(house, version(house, "HOME-01"), 90, HOME_01=NO)

    def cost() -> int:
        standing(house)  # the process remembers the versions now
        with CaptureQueriesContext(connection) as caught:
            assert standing(house).change == Change.SAME
        return len(caught)

    review(house, version(house, "HOME-01", "HOME-02"), 5, HOME_01=NO)
    few, plan = cost(), house.plan
    for number in range(10):
        last = version(house, "HOME-01", f"HOME-1{number}")
    Response.objects.filter(young_person=plan.young_person, started_at__gt=timezone.now() - timedelta(days=30)).update(
        questionnaire_version=last
    )
    assert cost() == few


def test_a_council_sets_its_bands_and_another_has_its_own(house: Household, east: Household) -> None:
    review(house, version(house, "HOME-01", "HOME-02"), 1, HOME_01=YES, HOME_02=NO)
    assert standing(house).phase == Phase.GROWING
    set_rules({**RULES, "going_well": 50, "growing": 20}, by=house.admin)
    assert standing(house).phase == Phase.GOING_WELL
    with scope(east.council):
        review(east, version(east, "HOME-01", "HOME-02"), -1, HOME_01=YES, HOME_02=NO)
        assert standing(east).phase == Phase.GROWING
