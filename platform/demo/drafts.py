"""A council's pages on their way: one waits for a colleague, one for its day, and one has a link that leads nowhere."""

from datetime import timedelta
from typing import Any

from leavingwell.content.checks.asking import UNKNOWN
from leavingwell.content.checks.checking_links import State, keep
from leavingwell.content.checks.keeping import check_every_page
from leavingwell.content.editing.approving import ask_for_approval
from leavingwell.content.models import StandardPage
from leavingwell.content.services.content_rules import set_content_rules
from leavingwell.content.services.opening import home_page
from leavingwell.content.services.topics import columns
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import DATA, read
from leavingwell.platform.demo.pages import put
from leavingwell.platform.people.models import Person
from leavingwell.platform.people.roles import Role

Data = dict[str, Any]


def page_from(data: Data) -> StandardPage:
    words = columns(**{name: data[name] for name in ("heading", "intro", "body") if name in data})
    return StandardPage(title=data["heading"]["en"], slug=data["slug"], **words)


def hand_in(data: Data, editor: Person) -> None:
    page = StandardPage.objects.get(slug=data["slug"])
    for column, text in columns(intro=data["intro"]).items():
        setattr(page, column, text)
    page.save_revision(user=editor.user, clean=False)
    ask_for_approval(page, by=editor, comment=data["comment"])


def schedule(data: Data, council: Council, clock: Clock, admin: Person) -> None:
    page = page_from(data)
    page.live = False
    page.go_live_at = clock.now + timedelta(days=data["days"])
    page.expire_at = clock.now + timedelta(days=data["until"])
    home_page(council).add_child(instance=page)
    page.save_revision(user=admin.user, clean=False).publish(user=admin.user)


def store_drafts(council: Council, people: list[Person], clock: Clock) -> None:
    """Where the council has some; every council's pages are looked through as after a first night."""
    if (DATA / council.slug / "drafts.json").exists():
        bring(read(council.slug, "drafts"), council, people, clock)
    check_every_page()


def bring(data: Data, council: Council, people: list[Person], clock: Clock) -> None:
    editor = next(person for person in people if person.role == Role.CONTENT_EDITOR)
    admin = next(person for person in people if person.role == Role.COUNCIL_ADMIN)
    schedule(data["scheduled"], council, clock, admin)
    set_content_rules(by=admin, second_person=data["second_person"])
    put(home_page(council), page_from(data["link"]), clock)
    hand_in(data["waiting"], editor)
    keep({data["link"]["broken"]: (State.BROKEN, UNKNOWN)})
