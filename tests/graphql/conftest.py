"""One cast for each module: made once, and every test's changes to it taken back."""

from collections.abc import Iterator
from typing import Any

import pytest

from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.people.roles import Role
from leavingwell.questionnaires.services.loading import load_framework
from tests.conftest import check_links, taken_back
from tests.factories import make_council, make_household, make_person, restore_wagtail_roots
from tests.graphql.asking import token_of
from tests.graphql.story import Cast, tell_household


def make_cast() -> Cast:
    load_framework()
    restore_wagtail_roots()
    load_national_content()
    north, east = (make_household(make_council(slug)) for slug in ("northmoor", "eastmarsh"))
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
def made_cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), taken_back():
        made = make_cast()
        check_links()
        yield made


@pytest.fixture
def cast(made_cast: Cast, db: None) -> Cast:
    return made_cast
