"""The clocks of the law: from facts to days, with no database."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leavingwell.platform.people.dates import age_on, birthday
from leavingwell.platform.plans.clocks import Clock, Facts, Kind, State, clocks, eligible_on, state_of
from leavingwell.platform.plans.models import PlanRules

BORN = date(2008, 3, 10)  # 16 on 10 March 2024, 18 in 2026, 21 in 2029
TODAY = date(2026, 6, 1)
USUAL = PlanRules()


def usual(_day: date) -> PlanRules:
    return USUAL


def clock(kind: Kind, today: date = TODAY, rules: Any = usual, **facts: Any) -> Clock | None:
    known = Facts(**{"born": BORN, "category": "former_relevant", **facts})
    return next((one for one in clocks(known, rules, today) if one.kind == kind), None)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("kind", "facts", "due_on"),
    [
        (Kind.FIRST_PLAN, {}, "2024-06-10"),  # three months after the 16th birthday
        (Kind.FIRST_PLAN, {"begun_on": day("2026-05-01")}, "2026-08-01"),  # care unknown: from the plan's opening
        (Kind.FIRST_PLAN, {"care": ((day("2020-01-01"), None),)}, "2024-06-10"),
        (Kind.FIRST_PLAN, {"care": ((day("2024-11-30"), None),)}, "2025-06-01"),  # 13 weeks on 1 March 2025
        (Kind.FIRST_PLAN, {"born": day("2008-02-29")}, "2024-05-29"),
        (Kind.FIRST_PLAN, {"born": day("2007-11-30")}, "2024-02-29"),  # the last day of a shorter month
        (Kind.REVIEW, {"current_until": day("2026-07-01")}, "2026-07-01"),
        (
            Kind.REVIEW_AFTER_MOVE,
            {"current_until": day("2026-09-01"), "moved_in_on": day("2026-05-20")},
            "2026-06-17",
        ),
        (Kind.VISIT_AFTER_MOVE, {"moved_in_on": day("2026-05-28")}, "2026-06-04"),
        (Kind.VISIT, {"visited_on": day("2026-05-01")}, "2026-06-26"),
        (Kind.VISIT, {"moved_in_on": day("2026-03-01"), "visited_on": day("2026-05-01")}, "2026-06-26"),
        (Kind.VISIT, {"known_since": day("2026-05-01")}, "2026-06-26"),
        (Kind.CONTACT, {"in_touch_on": day("2026-05-01")}, "2026-06-12"),
        (Kind.CONTACT, {"known_since": day("2026-05-01")}, "2026-06-12"),
        (Kind.OFFER, {"born": day("2004-06-01")}, "2025-06-01"),
        (Kind.OFFER, {"born": day("2004-02-29")}, "2025-03-01"),
        (Kind.OFFER, {"born": day("2004-06-01"), "offered_on": day("2025-06-03")}, "2026-06-03"),
    ],
)
def test_the_day(kind: Kind, facts: dict[str, Any], due_on: str) -> None:
    found = clock(kind, **facts)
    assert found is not None
    assert found.due_on == day(due_on)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (Kind.FIRST_PLAN, {"current_until": day("2026-07-01")}),  # it has been agreed
        (Kind.FIRST_PLAN, {"care": ((day("2022-03-10"), day("2022-05-01")),)}),  # under 13 weeks
        (Kind.FIRST_PLAN, {"care": ((day("2015-01-01"), day("2022-03-10")),)}),  # before 14
        (Kind.FIRST_PLAN, {"category": "qualifying"}),
        (Kind.REVIEW_AFTER_MOVE, {"current_until": day("2026-07-01"), "moved_in_on": TODAY, "regulated": True}),
        (Kind.REVIEW_AFTER_MOVE, {"moved_in_on": TODAY}),  # no plan to review yet
        (Kind.VISIT, {"moved_in_on": TODAY, "visited_on": day("2026-05-01")}),  # that was at the last home
        (Kind.VISIT, {}),
        (Kind.CONTACT, {}),
        (Kind.START, {}),
        (Kind.OFFER, {}),
        (Kind.OFFER, {"born": day("2004-06-01"), "supported": True}),
        (Kind.VISIT, {"born": day("2004-06-01"), "visited_on": day("2026-05-01")}),  # from 21 without a worker
        (Kind.OFFER, {"born": day("2001-06-01")}),  # 25 today
    ],
)
def test_a_clock_that_does_not_run(kind: Kind, facts: dict[str, Any]) -> None:
    assert clock(kind, **facts) is None


def test_times_in_care_are_added_up() -> None:
    care = ((day("2022-04-01"), day("2022-05-13")), (day("2024-04-01"), None))  # six weeks, then seven more
    assert eligible_on(Facts(BORN, "eligible", care)) == day("2024-05-20")


def test_planning_starts_when_the_council_says() -> None:
    """Until the 16th birthday; after it only the day of the first plan counts."""
    for months, due_on in ((186, "2023-09-10"), (189, "2023-12-10"), (192, "2024-03-10")):
        found = clock(Kind.START, day("2023-08-15"), lambda _day, months=months: PlanRules(start_age_months=months))
        assert found is not None
        assert found.due_on == day(due_on)
    assert clock(Kind.START, day("2024-03-10")) is None


def test_a_review_or_visit_since_the_move_is_done() -> None:
    moved = {"current_until": day("2026-09-01"), "moved_in_on": day("2026-05-20")}
    for kind, fact in ((Kind.REVIEW_AFTER_MOVE, "handed_in_on"), (Kind.VISIT_AFTER_MOVE, "visited_on")):
        for done_on, state in (("2026-05-19", State.SOON), ("2026-05-20", State.DONE)):
            found = clock(
                kind, day("2026-05-20") if kind == Kind.VISIT_AFTER_MOVE else TODAY, **moved, **{fact: day(done_on)}
            )
            assert found is not None
            assert (found.state == State.DONE) == (state == State.DONE), (kind, done_on)


def test_a_running_clock_keeps_the_rules_of_the_day_on_which_it_started() -> None:
    def changed(on: date) -> PlanRules:
        return PlanRules(visit_every_weeks=4 if on >= day("2026-05-02") else 8)

    before = clock(Kind.VISIT, rules=changed, visited_on=day("2026-05-01"))
    after = clock(Kind.VISIT, rules=changed, visited_on=day("2026-05-02"))
    assert before is not None
    assert after is not None
    assert (before.due_on, after.due_on) == (day("2026-06-26"), day("2026-05-30"))


@pytest.mark.parametrize(
    ("left", "state"),
    [(-1, State.OVERDUE), (0, State.DUE), (7, State.DUE), (8, State.SOON), (28, State.SOON), (29, State.OK)],
)
def test_the_state_of_a_review(left: int, state: State) -> None:
    assert state_of(Kind.REVIEW, TODAY + timedelta(days=left), TODAY) == state


days = st.dates(date(1996, 1, 1), date(2040, 12, 31))
maybe = st.none() | days
periods = st.lists(st.tuples(days, maybe), max_size=4).map(
    lambda rows: tuple((start, end if end is None or end >= start else start) for start, end in rows)
)


@given(
    facts=st.builds(
        Facts,
        born=days,
        category=st.sampled_from(["eligible", "relevant", "former_relevant", "qualifying"]),
        care=periods,
        begun_on=maybe,
        agreed_on=maybe,
        current_until=maybe,
        handed_in_on=maybe,
        moved_in_on=maybe,
        regulated=st.booleans(),
        visited_on=maybe,
        in_touch_on=maybe,
        known_since=maybe,
        supported=st.booleans(),
        offered_on=maybe,
    ),
    today=days,
)
def test_whatever_the_facts_each_kind_runs_once_and_its_state_fits_its_day(facts: Facts, today: date) -> None:
    found = clocks(facts, usual, today)
    kinds = [one.kind for one in found]
    assert len(set(kinds)) == len(kinds)
    assert not {Kind.FIRST_PLAN, Kind.REVIEW} <= set(kinds)
    for one in found:
        assert one.state in (State.DONE, state_of(one.kind, one.due_on, today))
        assert (one.state == State.OVERDUE) == (one.due_on < today) or one.state == State.DONE
        assert one.started_on is None or one.kind == Kind.REVIEW or one.due_on > one.started_on
    if age_on(facts.born, today) >= 25:
        assert not found


@given(born=days, years=st.integers(0, 80))
def test_a_birthday_is_the_first_day_of_an_age(born: date, years: int) -> None:
    on = birthday(born, years)
    assert age_on(born, on) == years
    assert age_on(born, on - timedelta(days=1)) == years - 1
