"""Insight, the manager's team and sign-off as pages: sentences first, tables beside pictures, nothing hidden told."""

from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.insight.periods import closed_periods
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.signing_off import authorise_plan, submit_plan
from leavingwell.themes.portal.reading.lines import chart_of, ends_apart
from leavingwell.themes.portal.views import insight
from tests.factories import make_young_person
from tests.platform.insight.past import finished
from tests.portal.pages import Story, soup, words

INSIGHT = "/insight/?domain=HOME"


@pytest.fixture
def warmer(story: Story) -> Story:
    """Twenty people: six were warm in the last half-year, sixteen are now."""
    then = closed_periods(timezone.localdate())[-1].ends_on
    with scope(story.council):
        for place in range(20):
            one = make_young_person(story.household.young_person.team, worker=story.household.worker)
            finished(one, "yes_mostly" if place < 13 else "sometimes", timezone.localdate())
            finished(one, "yes_mostly" if place < 6 else "sometimes", then)
    return story


def test_what_moved_is_said_first_and_drawn_with_its_table(warmer: Story) -> None:
    page = warmer.visit("worker").get(INSIGHT)
    assert "now, up from 30% in" in words(page)
    [chart] = soup(page).select("svg.chart")
    assert chart["role"] == "img"
    assert "30%" in str(chart["aria-label"])
    assert len(chart.select("circle.p1")) == 2
    table = chart.find_next("table")
    assert table is not None
    assert "30%" in table.get_text()
    assert not soup(page).select("[style]")


def test_hidden_numbers_say_what_c_is_and_break_the_line(warmer: Story) -> None:
    with scope(warmer.council):
        one = make_young_person(warmer.household.young_person.team, worker=warmer.household.worker)
        finished(one, "not_right_now", timezone.localdate())
    page = soup(warmer.visit("analyst").get(INSIGHT))
    assert {one.get_text() for one in page.select("[title] > .hide")} == {"hidden, too few people"}


def test_that_nobody_answered_is_told_everywhere_and_not_called_hidden(warmer: Story) -> None:
    page = soup(warmer.visit("analyst").get(INSIGHT))
    empty = {one.select_one("h3").get_text() for one in page.select(".asked") if "0 answers" in one.get_text(" ")}
    assert empty
    for question in empty:
        now = next(one for one in page.select(".ranked li") if question in one.get_text())
        assert "nobody answered" in now.get_text()
        row = next(one for one in page.select("section[aria-labelledby=over-time] tr") if question in one.get_text())
        assert {cell.select_one(".hide").get_text() for cell in row.select("td")} == {"nobody answered"}


def test_names_of_who_wants_help_are_for_the_case_team(story: Story) -> None:
    for who, sees in (("worker", True), ("manager", True), ("analyst", False), ("admin", False)):
        page = story.visit(who).get(INSIGHT)
        link = soup(page).select(f'main a[href="/people/{story.person}/"]')
        assert (bool(link), story.household.owner.name in words(page)) == (sees, sees), who


def test_the_files_are_linked_with_the_same_filter(story: Story) -> None:
    page = soup(story.visit("analyst").get(f"{INSIGHT}&age=AGE_18"))
    links = [one["href"] for one in page.select("a[download]")]
    assert [link.partition("?")[2] for link in links] == ["domain=HOME&age=AGE_18"] * 2
    for link in links:
        assert story.visit("analyst").get("/" + link.split("/", 3)[3]).status_code == 200


@pytest.mark.parametrize("rtl", [False, True])
def test_a_line_breaks_where_a_number_is_hidden(rtl: bool) -> None:
    chart = chart_of([[40, None, 60, 62], [50, 52, 54, 60]], rtl=rtl)
    assert chart is not None
    assert [len(line.strokes) for line in chart.lines] == [1, 3]
    assert [len(line.dots) for line in chart.lines] == [3, 4]
    first, last = (float(chart.places[at][:-1]) for at in (0, -1))
    assert (first > last) is rtl
    high, low = (float(end[:-1]) for end in ends_apart(chart.lines))
    assert low - high >= 8
    assert chart_of([[None, 40], [None, None]], rtl=rtl) is None


def test_the_team_at_a_look_with_ways_into_the_caseload(story: Story) -> None:
    page = story.visit("manager").get("/team/")
    row = soup(page).select_one("table.team tbody tr")
    assert row is not None
    assert story.household.worker.name in words(page)
    links = [link["href"] for link in soup(page).select("table.team a")]
    assert links
    assert [link.partition("only=")[2] for link in links if "only=" in link] == ["SILENT"]
    assert all(story.visit("manager").get(link).status_code == 200 for link in links if link.startswith("/"))
    assert story.visit("worker").get("/team/").status_code == 403


def agreed_and_changed(story: Story) -> str:
    house = story.household
    with scope(story.council):
        submit_plan(house.plan, by=house.worker)
        authorise_plan(house.plan, by=house.manager, expected_version=house.plan.review.version)
        add_goal(house.plan, words="A garden of my own", by=house.worker, language="en")
    return f"/sign-off/{story.plan}/"


def test_sign_off_shows_both_parts_first_and_real_differences(story: Story) -> None:
    page = story.visit("manager").get(agreed_and_changed(story))
    html: Any = soup(page)
    order = [one["id"] for one in html.select("#part-theirs, #pl, #ch, #decide")]
    assert order[:3] == ["part-theirs", "pl", "ch"]
    new = [one.get_text(" ", strip=True) for one in html.select('[aria-labelledby="ch"] ins')]
    assert any("A garden of my own" in one for one in new)


def test_it_begins_with_the_first_area_of_the_council(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = insight.ask
    areas = [{"code": "MIND"}, {"code": "HOME"}]

    def own(request: Any, name: str, **given: Any) -> dict[str, Any]:
        return {"questionnaire": {"domains": areas}} if name == "areas-of-life" else ask(request, name, **given)

    monkeypatch.setattr(insight, "ask", own)
    chosen = soup(story.visit("worker").get("/insight/")).select_one("select[name=domain] option[selected]")
    assert chosen
    assert chosen["value"] == "MIND"
    areas.clear()
    assert story.visit("worker").get("/insight/").status_code == 404
