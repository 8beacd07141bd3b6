"""How it went: areas over the reviews, check-ins over the months, and earlier plans to read whole."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Review
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.reviewing import start_review
from leavingwell.platform.plans.snapshots import snapshot_of
from leavingwell.questionnaires.models import CheckIn, Response
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.themes.portal.reading.months import months_of
from leavingwell.themes.portal.reading.over_time import AreaOverTime, Mark, OverTime, over_time
from tests.factories import Household
from tests.portal.pages import SECRETS, Story, client, soup, words

ADDRESS = "/plan/over-time/"


def answer_home(story: Story, place: int) -> None:
    """All of HOME with the choice at `place`; 0 is the best."""
    house = story.household
    with scope(story.council):
        plan = house.plan
        response = plan.review.response
        home = next(one for one in response.questionnaire_version.content["domains"] if one["code"] == "HOME")
        given = [
            GivenAnswer(one["code"], choice=one["choices"][place]["code"])
            for one in home["questions"]
            if len(one["choices"]) > place
        ]
        record_answers(plan, response, given, sitting_of(house.young_person, house.owner, channel=None, language="en"))


def finish_with(story: Story, place: int, when: datetime) -> None:
    """The checklist so answered is finished, and its plan agreed."""
    answer_home(story, place)
    with scope(story.council):
        plan = story.household.plan
        Response.objects.filter(pk=plan.review.response.pk).update(submitted_at=when)
        now = {"state": Review.State.CURRENT, "authorised_at": when, "authorised_by": story.household.manager}
        Review.objects.filter(pk=plan.review.pk).update(snapshot=snapshot_of(plan), **now)


@pytest.fixture
def two_reviews(story: Story) -> Story:
    finish_with(story, 2, datetime(2025, 6, 3, 12, tzinfo=UTC))
    with scope(story.council):
        start_review(story.household.plan, number=2, by=None, due_on=timezone.localdate())
    finish_with(story, 0, datetime(2026, 1, 9, 12, tzinfo=UTC))
    return story


def test_of_an_area_with_too_few_answers_now_nothing_is_said() -> None:
    then, title = "2025-12-01T12:00:00+00:00", {"code": "MONEY"}
    grew = AreaOverTime(title, [Mark(then, "WORK_ON_THIS"), Mark("", "GROWING")])
    unknown = AreaOverTime(title, [Mark(then, "WORK_ON_THIS"), Mark(then, "GROWING"), Mark("", "NOT_ENOUGH_ANSWERS")])
    no_longer_asked = AreaOverTime(title, [Mark(then, "WORK_ON_THIS"), Mark(then, "GROWING"), Mark("", "")])
    assert unknown.sentence == "not enough answers yet"
    assert [one.steps for one in (grew, unknown, no_longer_asked)] == [1, 0, 1]
    assert not OverTime([then, ""], [unknown]).stands_still


def test_nobody_is_told_of_arrows_before_there_are_any(story: Story) -> None:
    finish_with(story, 2, datetime(2025, 6, 3, 12, tzinfo=UTC))
    with scope(story.council):
        start_review(story.household.plan, number=2, by=None, due_on=timezone.localdate())
    pages = (("owner", "/"), ("owner", "/plan/now-and-before/"), ("worker", f"/people/{story.person}/"))
    for who, address in pages:
        assert "The arrows compare" not in words(story.visit(who).get(address)), address
    answer_home(story, 0)
    for who, address in pages:
        assert "The arrows compare with June" in words(story.visit(who).get(address)), address


def standing(code: str, phase: str) -> dict[str, Any]:
    return {"domain": {"code": code, "title": {"value": code}}, "phase": phase}


def of_home(*phases: str) -> Any:
    then = [
        {
            "answeredAt": None if phase.startswith("NOW") else f"2025-0{month}-02T12:00:00+00:00",
            "standings": [standing("HOME", phase.removeprefix("NOW "))],
        }
        for month, phase in enumerate(phases, 1)
    ]
    return over_time({"stateOverTime": then})


@pytest.mark.parametrize(
    ("phases", "sentence"),
    [
        (["GROWING"], "growing"),
        (["GROWING", "GROWING"], "growing each time"),
        (["GROWING", "GOING_WELL", "GOING_WELL"], "growing, then going well since February 2025"),
        (["GOING_WELL", "GROWING", "GOING_WELL"], "growing, then going well since March 2025"),
        (["NOT_ENOUGH_ANSWERS", "GROWING"], "growing"),
        (["NOT_ENOUGH_ANSWERS"], "not enough answers yet"),
        (["GROWING", "NOW GOING_WELL"], "growing, and going well now"),
    ],
)
def test_each_area_is_told_in_a_sentence(phases: list[str], sentence: str) -> None:
    assert of_home(*phases).areas[0].sentence == sentence


def test_an_area_that_came_later_has_no_mark_before(story: Story) -> None:
    then = [
        {"answeredAt": "2025-01-02", "standings": [standing("HOME", "GROWING")]},
        {"answeredAt": "2025-07-02", "standings": [standing("MIND", "GROWING"), standing("HOME", "GROWING")]},
    ]
    found = over_time({"stateOverTime": then})
    assert [area.domain["code"] for area in found.areas] == ["MIND", "HOME"]
    assert [mark.phase for mark in found.areas[0].marks] == ["", "GROWING"]


def test_no_line_goes_over_a_time_of_which_nothing_is_known() -> None:
    today = timezone.localdate()
    days = [today - timedelta(days=200), today - timedelta(days=170), today - timedelta(days=60), today]
    sent = [{"sentAt": f"{day}T12:00:00+00:00", "face": 3} for day in days]
    found = months_of(sent, rtl=False)
    assert [(line.begins.on, line.ends.on) for line in found.lines] == [(days[0], days[1])]
    across = [float(dot.x.rstrip("%")) for dot in found.dots]
    assert across == sorted(across)
    assert across[1] - across[0] < across[2] - across[1]  # at their real distances
    mirrored = [float(dot.x.rstrip("%")) for dot in months_of(sent, rtl=True).dots]
    assert mirrored == sorted(mirrored, reverse=True)
    assert date.fromisoformat(found.ticks[0].on).day == 1


def test_the_page_says_it_first_and_has_a_table(two_reviews: Story) -> None:
    page = two_reviews.visit("owner").get(ADDRESS)
    said = words(page)
    assert "One area stands better than in June 2025." in said
    assert "something to work on, then going well since January" in said
    assert "One check-in, in" in said
    row = next(one for one in soup(page).select("table tr") if "Home" in one.get_text())
    assert [cell.get_text(strip=True) for cell in row.select("td")] == ["Let's work on this", "Going well"]
    assert soup(page).select_one("svg.months-picture circle")
    assert "June 2025" in words(two_reviews.visit("worker").get(f"/people/{two_reviews.person}{ADDRESS}"))


def test_it_ends_with_what_stands_now(two_reviews: Story) -> None:
    with scope(two_reviews.council):
        start_review(two_reviews.household.plan, number=3, by=None, due_on=timezone.localdate())
    assert "Now" not in [one.get_text(strip=True) for one in heads(two_reviews)]  # nothing is said in it yet
    answer_home(two_reviews, 2)
    assert [one.get_text(strip=True) for one in heads(two_reviews)][-1] == "Now"
    assert "going well, and something to work on now" in words(two_reviews.visit("owner").get(ADDRESS))


def heads(story: Story) -> Any:
    return soup(story.visit("owner").get(ADDRESS)).select_one("table thead").find_all("th")  # type: ignore[union-attr]


def test_nothing_yet_is_fine(story: Story) -> None:
    with scope(story.council):
        CheckIn.objects.update(withdrawn_at=timezone.now())
    said = words(story.visit("owner").get(ADDRESS))
    assert "It begins when the questions are finished for the first time" in said
    assert "No check-in yet" in said  # what was taken back is no part of it


def test_a_supporter_sees_the_areas_that_they_were_let_in_to(two_reviews: Story) -> None:
    with scope(two_reviews.council):
        Supporter.objects.update(parts=["state_of_play"], domain_codes=["MIND"])
    page = words(two_reviews.visit("supporter").get(f"/people/{two_reviews.person}{ADDRESS}"))
    assert "Home:" not in page
    assert "Mind" in page or "feel" in page


def test_an_earlier_plan_is_read_whole(two_reviews: Story) -> None:
    page = two_reviews.visit("owner").get("/plan/versions/1/")
    said = words(page)
    assert "The plan as agreed on 3 June 2025" in said
    assert "Signed off" not in said
    assert SECRETS[1] in said
    assert SECRETS[2] in said
    assert [link["href"] for link in soup(page).select("main .actions a")][-1] == "/plan/versions/2/"
    assert SECRETS[1] in words(two_reviews.visit("worker").get(f"/people/{two_reviews.person}/plan/versions/2/"))


def test_what_is_not_agreed_has_no_version(story: Story, east: Household) -> None:
    for number in (0, 1, 7, 99999999999):
        assert story.visit("owner").get(f"/plan/versions/{number}/").status_code == 404, number
    for who in ("other_owner", "other_worker"):
        assert story.visit(who).get(f"/people/{story.person}/plan/versions/1/").status_code == 404, who
        assert story.visit(who).get(f"/people/{story.person}{ADDRESS}").status_code == 404, who
    assert story.visit(None).get(ADDRESS).status_code == 302
    assert client(east.worker, east.council).get(f"/people/{story.person}{ADDRESS}").status_code == 404
