"""Councils in their own colours, and signing in to them in a real browser."""

from typing import Any

from playwright.sync_api import Page

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.demo.files import read
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.themes.models import Theme
from tests.api import client_of
from tests.factories import make_council, make_household, make_offer
from tests.portal.pages import Story, tell
from tests.questionnaires.every_type import ask_every_type

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOOKS = {"northmoor": ("soft", "quiet", "hills"), "eastmarsh": ("printed", "poster", "harbour")}


def opened(slug: str) -> Council:
    """A council in its own colours, where a browser finds it."""
    load_framework()
    council = make_council(slug, host=f"{slug}.localhost", name=f"{slug.title()} Council")
    shape, voice, scene = LOOKS[slug]
    with scope(council):
        Theme.objects.create(colours=read(slug, "colours"), shape=shape, voice=voice, scene=scene)
    return council


def dress(slug: str) -> Story:
    """Such a council with a story to tell."""
    council = opened(slug)
    household = make_household(council)
    ask_every_type(household)
    with scope(council):
        make_offer(
            council, "Setting up home money", slug="home-money", body_en="<h3>More</h3><p>Keep the receipts.</p>"
        )
    return tell(household)


def address_of(story: Story, live_server: Any) -> str:
    return f"http://{story.council.host}:{live_server.thread.port}"


def enter(page: Page, story: Story, live_server: Any, who: str | None, language: str) -> None:
    """Signs the browser in, and sets its language, as a reader did before."""
    base = address_of(story, live_server)
    cookies = [{"name": "language", "value": language, "url": base}]
    if who:
        with scope(story.council):
            client = client_of(story.household.people[who], story.council)
        cookies.append({"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base})
    page.context.clear_cookies()
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
