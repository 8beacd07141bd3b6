"""In a real browser, in English, on a desk by day: axe-core finds nothing on any page, and nothing overflows."""

from typing import Any

import pytest

from tests.browser import DESK, PageFor
from tests.portal.in_browser import Screen, dress, faults


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_and_nothing_overflows(live_server: Any, page_for: PageFor) -> None:
    assert not faults(dress("northmoor"), live_server, page_for, Screen("en", DESK, "light"))
