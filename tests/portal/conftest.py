from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from tests.browser import browser, page_for  # noqa: F401
from tests.conftest import check_links
from tests.factories import Household
from tests.portal.pages import Story, tell


@pytest.fixture(scope="module")
def _story(_households: list[Household], django_db_blocker: Any) -> Story:
    with django_db_blocker.unblock():
        told = tell(deepcopy(_households[0]))
        check_links()
        return told


@pytest.fixture
def story(_story: Story, north: Household) -> Story:
    """Told once for a file."""
    return replace(_story, household=north)
