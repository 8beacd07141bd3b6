"""One young person on one screen: what needs the worker, the whole picture, and what happened lately."""

from datetime import timedelta

from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Contact, Crisis
from leavingwell.platform.plans.services.contacts import record_contact
from leavingwell.platform.plans.services.crises import record_crisis
from tests.portal.pages import SECRETS, Story, soup, words


def address(story: Story) -> str:
    return f"/people/{story.person}/"


def lived(story: Story) -> None:
    """A number, a visit three days ago, and a crisis since yesterday."""
    house = story.household
    with scope(story.council):
        YoungPerson.objects.filter(pk=house.young_person.pk).update(phone="07700 900 123", needs="A quiet room")
        visit, days = Contact.Channel.VISIT, timezone.localdate() - timedelta(days=3)
        record_contact(house.young_person, channel=visit, summary="We had tea", on=days, reached=True, by=house.worker)
        began = timezone.localdate() - timedelta(days=1)
        record_crisis(house.young_person, cause=Crisis.Cause.MONEY, started_on=began, by=house.worker)


def test_the_whole_picture(story: Story) -> None:
    lived(story)
    page = story.visit("worker").get(address(story))
    text = words(page)
    for seen in (
        "A quiet room",
        SECRETS[0],
        SECRETS[1],
        SECRETS[2],
        SECRETS[3],
        "In crisis:",
        "In crisis, since today",
    ):
        assert seen in text, seen
    bar = soup(page).select_one("nav.act-bar")
    assert bar
    assert [link["href"] for link in bar.select("a")] == [
        "tel:07700900123",
        f"{address(story)}messages/#write",
        f"{address(story)}in-touch/?note=contact#log",
        f"{address(story)}together/",
    ]
    titles = [clock.get_text() for clock in soup(page).select("section[aria-labelledby=cl] .strong")]
    assert "Plan review" in titles or "First plan" in titles


def test_lately_is_newest_first(story: Story) -> None:
    lived(story)
    page = soup(story.visit("worker").get(address(story)))
    lines = [line.get_text(" ", strip=True) for line in page.select("section[aria-labelledby=lately] li")]
    places = [
        next(at for at, line in enumerate(lines) if what in line) for what in ("Check-in:", "A crisis", "We had tea")
    ]
    assert places == sorted(places)
    assert SECRETS[4] not in " ".join(lines)  # what was said with a face stands with the faces


def test_each_need_has_its_one_act(story: Story) -> None:
    page = soup(story.visit("worker").get(address(story)))
    acts = {link["href"] for link in page.select(".needs a")}
    assert {f"{address(story)}messages/#write", f"{address(story)}#requests"} <= acts


def test_who_may_less_sees_fewer_acts(story: Story) -> None:
    lived(story)
    manager = soup(story.visit("manager").get(address(story)))
    assert not manager.select(f'a[href="{address(story)}together/"]')
    assert not manager.select('a[href*="into-goal"]')
    for who in ("owner", "supporter", "other_worker", "other_owner"):
        answer = story.visit(who).get(address(story))
        assert answer.status_code == 404, who
        assert "07700" not in words(answer)
    assert "07700" not in words(story.visit("supporter").get(f"/supporting/{story.person}/"))


def test_the_form_for_a_visit_is_open_for_who_comes_to_note_one(story: Story) -> None:
    page = soup(story.visit("worker").get(f"{address(story)}in-touch/?note=visit"))
    form = page.find("form", action=f"{address(story)}in-touch/contacts/")
    assert form
    assert form.find_parent("details").has_attr("open")  # type: ignore[union-attr]
    assert page.select_one("option[value=VISIT][selected]")
    closed = soup(story.visit("worker").get(f"{address(story)}in-touch/?note=rubbish"))
    found = closed.find("form", action=f"{address(story)}in-touch/contacts/")
    assert not found.find_parent("details").has_attr("open")  # type: ignore[union-attr]


def test_the_review_is_one_press_away_for_the_case_team(story: Story) -> None:
    review = f"/people/{story.person}/review/"
    for who in ("worker", "manager"):
        page = story.visit(who).get(f"/people/{story.person}/")
        assert soup(page).select_one(f"[aria-labelledby=so] a[href='{review}']"), who
