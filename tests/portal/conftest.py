import pytest

from tests.browser import browser, page_for  # noqa: F401
from tests.factories import Household
from tests.portal.pages import Story, tell


@pytest.fixture
def story(north: Household) -> Story:
    return tell(north)
