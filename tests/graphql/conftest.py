"""One cast for each module: made once, and every test's changes to it taken back."""

from copy import deepcopy
from typing import Any

import pytest

from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.people.roles import Role
from tests.conftest import check_links
from tests.factories import Household, make_person
from tests.graphql.asking import token_of
from tests.graphql.story import Cast, tell_household


def make_cast(north: Household, east: Household) -> Cast:
    load_national_content()
    stories = {
        name: story
        for household, names in ((north, ("north", "north other")), (east, ("east", "east other")))
        for name, story in zip(names, tell_household(household), strict=True)
    }
    tokens = {
        (household.council.slug, who): token_of(person, household.council)
        for household in (north, east)
        for who, person in household.people.items()
    }
    with national_scope("an operator for tests"):
        operator = make_person(Role.OPERATOR)
    tokens |= {(one.council.slug, "operator"): token_of(operator, one.council) for one in (north, east)}
    return Cast(north, east, stories, tokens)


@pytest.fixture(scope="module")
def made_cast(_households: list[Household], _module_transaction: None, django_db_blocker: Any) -> Cast:
    with django_db_blocker.unblock():
        made = make_cast(*deepcopy(_households))
        check_links()
        return made


@pytest.fixture
def cast(made_cast: Cast, db: None) -> Cast:
    return made_cast
