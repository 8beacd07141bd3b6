"""The whole demonstration has the size, the ages and the plans that it says. Loading it takes the longest here."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.insight.age_bands import AgeBand
from leavingwell.platform.insight.totals import Totals, totals
from leavingwell.platform.people.dates import months_after
from leavingwell.platform.people.models import Person, Team, YoungPerson
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Plan, Review
from leavingwell.questionnaires.models import Answer
from tests.platform.demo.conftest import Demo

pytestmark = pytest.mark.django_db

REPORT = {16: 91, 17: 136, 18: 116, 19: 108, 20: 96, 21: 39}  # and 29 from fifteen and a half to sixteen
FIFTEEN_AND_A_HALF = 15 * 12 + 6


@pytest.fixture
def north(whole: Demo) -> Iterator[Demo]:
    with scope(whole.north):
        yield whole


@pytest.fixture
def analyst(north: Demo) -> Person:
    return Person.objects.get(role=Role.ANALYST)


def born() -> list[date]:
    return list(YoungPerson.objects.values_list("date_of_birth", flat=True))


def test_how_many_answers_in_how_long(north: Demo, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\nThe whole demonstration was loaded in {north.seconds:.1f} s\n")  # told, not judged
    assert 90_000 < Answer.objects.count() < 130_000


def test_617_young_people_by_age_as_in_the_report(north: Demo) -> None:
    ages = Counter(min(one.age, 21) for one in YoungPerson.objects.all())
    assert {age: number for age, number in ages.items() if age >= 16} == REPORT
    eligible = [day for day in born() if months_after(day, FIFTEEN_AND_A_HALF) <= timezone.localdate()]
    assert len(eligible) - sum(REPORT.values()) == 29
    assert len(born()) == 617


def test_nobodys_age_changes_within_the_week(north: Demo) -> None:
    today, week = timezone.localdate(), timezone.localdate() + timedelta(days=6)
    assert all(one.age_on(today) == one.age_on(week) for one in YoungPerson.objects.all())


def test_86_per_cent_have_a_plan_in_force_against_a_target_of_90(analyst: Person) -> None:
    plans = totals(analyst).plans
    assert (plans.eligible, plans.current, plans.percent, plans.target) == (617, 531, 86, 90)


def test_462_of_them_were_made_here_and_69_brought_over(north: Demo) -> None:
    today = timezone.localdate()
    current = Plan.objects.filter(current_until__gte=today)
    made_here = current.filter(reviews__state=Review.State.CURRENT).distinct()
    assert made_here.count() == 462
    brought = current.filter(brought_over=True)
    assert brought.count() == 69
    assert not brought.filter(reviews__authorised_at__isnull=False).exists()
    assert Plan.objects.exclude(pk__in=current).count() == 86


def test_a_plan_made_here_is_in_force_for_six_months_from_its_latest_sign_off(north: Demo) -> None:
    for plan in Plan.objects.filter(brought_over=False, current_until__isnull=False).prefetch_related("reviews"):
        latest = max(review.authorised_at for review in plan.reviews.all() if review.authorised_at)
        assert plan.current_until == months_after(timezone.localdate(latest), 6)


def test_eight_teams_and_a_caseload_for_each_adviser(north: Demo) -> None:
    assert Team.objects.exclude(manager=None).exclude(practice_supervisor=None).count() == 8
    advisers = Person.objects.filter(role=Role.PERSONAL_ADVISER)
    loads = [one.allocations.filter(ends_on=None).count() for one in advisers]
    assert len(loads) == 26
    assert min(loads) >= 19
    assert max(loads) <= 30
    assert sum(loads) == 616  # and one has nobody for now


def share(question: str, months: tuple[int, int]) -> float:
    """Of the best answer among those of a time, given in months ago."""
    now = timezone.now()
    older, newer = (now - timedelta(days=30.4 * month) for month in months)
    given = Answer.objects.filter(question_code=question, kind="answered", answered_at__range=(older, newer))
    best = given.filter(choice__in=("yes", "yes_mostly")).count()
    return 100 * best / given.count()


def test_two_years_show_what_changed_and_what_did_not(north: Demo) -> None:
    assert share("HOME-03", (24, 18)) == pytest.approx(46, abs=6)  # before the heating fund
    assert share("HOME-03", (6, 0)) == pytest.approx(68, abs=5)
    assert abs(share("HOME-06", (6, 0)) - share("HOME-06", (24, 18))) < 6
    assert share("HOME-06", (6, 0)) == pytest.approx(58, abs=5)
    assert share("MONEY-01", (6, 0)) < 40


def test_the_totals_of_a_question_add_up(analyst: Person) -> None:
    warm = next(one for one in totals(analyst, domain="HOME").questions if one.question["code"] == "HOME-03")
    counts = [told.count for _choice, told in warm.counts]
    assert warm.total.count == sum(count for count in counts if count is not None)
    assert 500 < (warm.total.count or 0) < 617


def shown(found: Totals) -> list[int | None]:
    return [told.count for one in found.questions for told in (one.total, one.wants_help, *(t for _c, t in one.counts))]


def test_an_analyst_never_sees_a_small_number(analyst: Person) -> None:
    team = Team.objects.get(name="Lantern Team")
    for found in (totals(analyst), totals(analyst, team=team.pk), totals(analyst, band=AgeBand.UNDER_16)):
        assert not [count for count in shown(found) if count is not None and 0 < count < 6]
    assert None in shown(totals(analyst, team=team.pk))


def test_the_case_team_sees_true_numbers(north: Demo) -> None:
    adviser = Person.objects.get(name="Marlow")
    found = totals(adviser)
    assert found.people == 19
    assert None not in shown(found)


def test_eastmarsh_is_small(whole: Demo) -> None:
    with scope(whole.east):
        assert YoungPerson.objects.count() == 60
        assert Person.objects.filter(role=Role.PERSONAL_ADVISER).count() == 3
        analyst = Person.objects.get(role=Role.ANALYST)
        assert totals(analyst).people == 60
