"""In a real browser, in Arabic, on a phone in the dark: axe-core finds nothing on any page, and nothing overflows."""

from typing import Any

import pytest

from tests.browser import PHONE, PageFor
from tests.portal.in_browser import Screen, dress, faults


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_and_nothing_overflows(live_server: Any, page_for: PageFor) -> None:
    assert not faults(dress("eastmarsh"), live_server, page_for, Screen("ar", PHONE, "dark"))
