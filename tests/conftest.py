"""Fixtures that all tests share: two councils, each with the same cast."""

from collections.abc import Iterator
from typing import Any

import pytest

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.services.loading import load_framework
from tests.factories import Household, make_council, make_household


@pytest.fixture
def councils(db: Any) -> tuple[Council, Council]:
    return make_council("northmoor"), make_council("eastmarsh")


@pytest.fixture
def framework(db: Any) -> None:
    load_framework()


@pytest.fixture
def north(councils: tuple[Council, Council], framework: None) -> Household:
    """The own council with its cast."""
    return make_household(councils[0])


@pytest.fixture
def east(councils: tuple[Council, Council], framework: None) -> Household:
    """The other council with its cast."""
    return make_household(councils[1])


@pytest.fixture
def in_north(north: Household) -> Iterator[Household]:
    with scope(north.council):
        yield north
