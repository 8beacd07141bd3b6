"""A local provider of single sign-on, which the council of `north` uses."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.factories import Household
from tests.platform.people.provider import Provider, running_provider, set_rules


@pytest.fixture
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def provider(north: Household) -> Iterator[Provider]:
    with running_provider() as found:
        found.claims["email"] = north.worker.user.email
        set_rules(north, found)
        yield found
