"""Every page of the portal in a real browser: axe-core finds nothing, all fits, can be hit, and shows the focus.

In a usual run each page is seen on one screen, in turn: light and dark, high contrast, English and Arabic, phone and
desk. `make proof` sees each on all of them, in both councils.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from tests.browser import PageFor
from tests.factories import make_household
from tests.portal.in_browser import LOOKS, opened
from tests.portal.walk.looking import SCREENS, Screen, look_at, one_of_a_kind
from tests.portal.walk.told import Told, told
from tests.portal.walk.walkers import client, walks_of

PROOF: list[tuple[str, Screen | None]] = [(slug, screen) for slug in LOOKS for screen in SCREENS]
IN_TURN: list[tuple[str, Screen | None]] = [("eastmarsh", None)]


def pages_of(where: Told) -> list[tuple[str | None, str]]:
    """Found in a thread of its own: Playwright has a loop running in this one, in which the API does not answer."""

    def found() -> list[tuple[str | None, str]]:
        try:
            return list(one_of_a_kind(walks_of(where)))
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(found).result()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("slug", "only"), PROOF if os.environ.get("EVERY_SCREEN") else IN_TURN)
def test_nothing_is_wrong_with_any_page(slug: str, only: Screen | None, live_server: Any, page_for: PageFor) -> None:
    where, page, faults = told(make_household(opened(slug))), page_for(), []
    base = f"http://{where.household.council.host}:{live_server.thread.port}"
    for number, (who, address) in enumerate(pages_of(where)):
        screen = only or SCREENS[number % len(SCREENS)]
        cookies = [{"name": "language", "value": screen.language, "url": base}]
        if who:
            session = client(where, who).cookies["sessionid"].value
            cookies.append({"name": "sessionid", "value": session, "url": base})
        page.context.clear_cookies()
        page.context.add_cookies(cookies)  # type: ignore[arg-type]
        faults += [(who, address, screen, one) for one in look_at(page, base + address, screen)]
    assert not faults, "\n".join(map(str, faults))
