"""Who hears of something on the to-do list that is due: its owners who still have to do with the young person."""

from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.access.services.supporting import end_supporter
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import ActionOwner, Notice
from leavingwell.platform.plans.services.actions import add_action
from leavingwell.platform.plans.services.reminding import remind
from tests.factories import Household, make_young_person


def due_for(house: Household, *who: str) -> None:
    """Given to them as it is in the table: services give nothing to somebody who has no part in the plan."""
    action = add_action(house.plan, title="Ring", by=house.owner, language="en", due_on=timezone.localdate())
    action.status = "open"
    action.save()
    for one in who:
        ActionOwner.objects.get_or_create(action=action, person=house.people[one])


def told(house: Household) -> set[str]:
    rows = Notice.objects.filter(kind=Notice.Kind.ACTION_DUE).select_related("recipient")
    return {name for name, person in house.people.items() if person.pk in {one.recipient_id for one in rows}}


def test_those_who_have_to_do_with_it_are_told(in_north: Household) -> None:
    due_for(in_north, "owner", "worker", "supporter")
    remind()
    assert told(in_north) == {"owner", "worker", "supporter"}


def test_a_former_worker_or_supporter_is_not(in_north: Household) -> None:
    allocate_worker(in_north.young_person, in_north.other_worker, by=in_north.manager)
    end_supporter(Supporter.objects.get(person=in_north.supporter), by=in_north.owner)
    due_for(in_north, "owner", "worker", "supporter")
    remind()
    assert told(in_north) == {"owner"}


@pytest.mark.parametrize("number", [2, 10])
def test_as_many_queries_for_many(in_north: Household, number: int, django_assert_max_num_queries: Any) -> None:
    due_for(in_north, "owner")
    remind()
    for _each in range(number):
        make_young_person(in_north.young_person.team)
        due_for(in_north, "owner")
    Notice.objects.all()
    with django_assert_max_num_queries(25):
        remind()
