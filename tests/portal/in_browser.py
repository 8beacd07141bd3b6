"""Looking at every page in a real browser, with axe-core."""

from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Page

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.demo.files import read
from leavingwell.platform.plans.services.signing_off import submit_plan
from leavingwell.questionnaires.services.loading import load_framework
from leavingwell.themes.models import Theme
from tests.api import client_of, opaque
from tests.axe import violations
from tests.browser import DESK, PHONE, PageFor
from tests.factories import make_council, make_household, make_offer
from tests.portal.pages import Story, tell
from tests.portal.test_who_sees_what import FOR_ANYONE, OF_A_PERSON
from tests.questionnaires.every_type import DATE, FACES, NUMBER, SEVERAL, TEXT, ask_every_type

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALLEST = (320, 640)
LOOKS = {"northmoor": ("soft", "quiet", "hills"), "eastmarsh": ("printed", "poster", "harbour")}


def dress(slug: str) -> Story:
    """A council in its own colours, with a story to tell."""
    load_framework()
    council = make_council(slug, host=f"{slug}.localhost", name=f"{slug.title()} Council")
    household = make_household(council)
    ask_every_type(household)
    story = tell(household)
    shape, voice, scene = LOOKS[slug]
    with scope(council):
        Theme.objects.create(colours=read(slug, "colours"), shape=shape, voice=voice, scene=scene)
        make_offer(
            council, "Setting up home money", slug="home-money", body_en="<h3>More</h3><p>Keep the receipts.</p>"
        )
    return story


def hand_in(story: Story) -> None:
    with scope(story.council):
        submit_plan(story.household.plan, by=story.household.worker)


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


SHEETS = ("how/", "blank/", "paper/", "paper/areas/HOME/", "without/HOME-01/", "checklists/")


def tour(story: Story) -> dict[str | None, list[str]]:
    with scope(story.council):
        response = opaque("Response", story.household.plan.review.response)
    own = [
        "/",
        "/check-in/",
        "/questions/",
        "/questions/HOME-01/",
        *(f"/questions/{code}/" for code in (FACES, SEVERAL, NUMBER, DATE, TEXT)),
        "/questions/answers/",
        *("/questions/how/", "/questions/blank/", "/checklists/", f"/checklists/{response}/"),
        "/plan/",
        "/accounts/logout/",
    ]
    person = [f"/people/{story.person}/{part}" for part in (*OF_A_PERSON, *SHEETS)]
    return {
        None: [*FOR_ANYONE, "/nowhere/"],
        "owner": [*own, "/to-do/", "/to-do/?show=done", "/offers/home-money/", "/kept/"],
        "worker": ["/caseload/", *person, "/accounts/2fa/"],
        "manager": ["/sign-off/", "/insight/"],
        "supporter": ["/supporting/"],
        "editor": ["/"],
    }


@dataclass(frozen=True)
class Screen:
    """On which axe-core looks at a page: both together are every width, direction and light, at half the time."""

    language: str
    size: tuple[int, int]
    light: Literal["light", "dark"]


def faults(dressed: Story, live_server: Any, page_for: PageFor, screen: Screen) -> list[Any]:
    """What axe-core finds on any page, and what overflows, on a desk and on two phones."""
    page, base = page_for(screen.size), address_of(dressed, live_server)
    page.emulate_media(reduced_motion="reduce", color_scheme=screen.light)
    found: list[Any] = []
    for who, addresses in tour(dressed).items():
        if who == "manager":
            hand_in(dressed)
        enter(page, dressed, live_server, who, screen.language)
        for address in addresses:
            page.set_viewport_size({"width": screen.size[0], "height": screen.size[1]})
            page.goto(base + address)
            assert page.get_attribute("html", "lang") == screen.language
            found += [(address, *one) for one in violations(page)]
            for width, height in (DESK, PHONE, SMALLEST):
                page.set_viewport_size({"width": width, "height": height})
                if wider := page.evaluate(WIDER):
                    found.append((address, width, "overflow", wider))
    return found
