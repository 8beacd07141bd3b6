"""Two people sign, send back or hand over at the same moment: one of them does, the other is told."""

from functools import partial
from operator import attrgetter
from typing import Any

import pytest

from leavingwell.platform.access import grants
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role
from leavingwell.platform.plans.models import Plan
from leavingwell.platform.plans.services import signing_off
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.returning import return_plan
from leavingwell.platform.plans.services.reviewing import request_review
from leavingwell.platform.plans.services.signing_off import submit_plan
from tests.at_once import at_once as at_once_told
from tests.factories import Household, fresh_households, make_person

pytestmark = pytest.mark.django_db(transaction=True)


at_once = partial(at_once_told, told=attrgetter("status"))


def authorise_plan(plan: Plan, *, by: Person) -> Plan:
    """By somebody who has read it as it stands at that moment."""
    return signing_off.authorise_plan(plan, by=by, expected_version=Plan.objects.get(pk=plan.pk).review.version)


def test_what_is_written_at_that_moment_is_before_or_after_the_signature(transactional_db: Any) -> None:
    north: Household = fresh_households()[0]
    with scope(north.council):
        plan = submit_plan(north.plan, by=north.worker)
        read = plan.review.version if plan.review else 0

        def write() -> Plan:
            add_goal(plan, words="A flat by the sea", by=north.worker, language="en")
            return north.plan

        def sign() -> Plan:
            return signing_off.authorise_plan(plan, by=north.manager, expected_version=read)

        signed = "STALE_VERSION" not in at_once(write, sign)
        kept = north.plan.review.snapshot.get("goals", []) if north.plan.review else []
        assert signed == (north.plan.status == "current")
        assert kept == []  # what nobody read is not in what was signed


def test_one_wins(transactional_db: Any) -> None:
    north: Household = fresh_households()[0]
    with scope(north.council):
        second = make_person(Role.TEAM_MANAGER)
        grants.grant(Relation.MANAGER, second, north.young_person)
        plan = north.plan
        assert at_once(lambda: submit_plan(plan, by=north.worker), lambda: submit_plan(plan, by=north.duty)) == [
            "WRONG_STATE",
            "submitted",
        ]
        both = (lambda: authorise_plan(plan, by=north.manager), lambda: return_plan(plan, by=second, reason="More"))
        assert at_once(*both)[0] == "WRONG_STATE"
        if north.plan.status == "returned":
            submit_plan(plan, by=north.worker)
            authorise_plan(plan, by=north.manager)
        assert at_once(lambda: request_review(plan, by=north.owner), lambda: request_review(plan, by=north.worker)) == [
            "WRONG_STATE",
            "draft",
        ]
        submit_plan(plan, by=north.worker)
        assert at_once(lambda: authorise_plan(plan, by=north.manager), lambda: authorise_plan(plan, by=second)) == [
            "WRONG_STATE",
            "current",
        ]
        signed = AuditEntry.objects.filter(action="plan.authorised")
        assert signed.count() == north.plan.reviews.count() == 2
