"""What somebody saved of what they can get, and asking the worker about it."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.content.models import OfferPage
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action, SavedOffer
from tests.api import ask
from tests.factories import Household, make_offer
from tests.portal.pages import Story, client, soup, words

SAVED = "query($id: ID!) { youngPerson(id: $id) { savedOffers { title offer { slug isSaved } } } }"


def offer(story: Story, title: str = "Home money", **more: Any) -> None:
    with scope(story.council):
        make_offer(story.council, title, slug=title.lower().replace(" ", "-"), **more)


def save(story: Story, slug: str = "home-money", who: str = "owner", **more: str) -> Any:
    return story.visit(who).post(f"/offers/{slug}/save/", {"next": "/saved/", **more}, follow=True)


def test_saving_finding_and_letting_go(story: Story) -> None:
    offer(story)
    visitor = story.visit("owner")
    assert "Nothing saved yet" in words(visitor.get("/saved/"))
    assert "Home money" in words(save(story))
    save(story)  # twice is once
    page = visitor.get("/offers/")
    assert "Saved (1)" in words(page)
    assert soup(page).select_one(".star.on")
    assert "What I saved" in words(visitor.get("/me/"))
    assert "Nothing saved yet" in words(save(story, saved="no"))
    with scope(story.council):
        assert not SavedOffer.objects.exists()


def test_nobody_else_sees_or_changes_what_is_saved(story: Story, east: Household) -> None:
    offer(story)
    save(story)
    with scope(story.council):
        worker = story.household.worker
    found = ask(worker, story.council, SAVED, id=story.person)["data"]["youngPerson"]
    assert found["savedOffers"] == []
    assert "Home money" not in words(story.visit("other_owner").get("/saved/"))
    for who in ("worker", "supporter", "manager"):
        assert story.visit(who).get("/saved/").status_code == 404, who
        assert story.visit(who).post("/offers/home-money/save/").status_code == 404, who
        assert not soup(story.visit(who).get("/offers/")).select(".star"), who
    assert not soup(story.visit(None).get("/offers/")).select(".star")
    assert client(east.owner, east.council).post("/offers/home-money/save/").status_code == 404


def test_what_is_gone_says_so_and_can_be_let_go(story: Story) -> None:
    offer(story)
    save(story)
    with scope(story.council):
        OfferPage.objects.filter(slug="home-money").update(live=False)
    page = story.visit("owner").get("/saved/")
    assert "No longer offered" in words(page)
    assert "Home money" in words(page)
    form = soup(page).select_one(".dialog form[action*='/let-go/']")
    assert form
    answer = story.visit("owner").post(str(form["action"]), follow=True)
    assert "Nothing saved yet" in words(answer)


def test_an_own_copy_stands_in_for_the_national_one(story: Story) -> None:
    offer(story)
    offer(story, "Our money")
    save(story)
    with scope(story.council):
        national = OfferPage.objects.get(slug="home-money")
        OfferPage.objects.filter(pk=national.pk).update(live=False)
        OfferPage.objects.filter(slug="our-money").update(replaces=national)
    assert "Our money" in words(story.visit("owner").get("/saved/"))
    assert soup(story.visit("owner").get("/offers/our-money/")).select_one(".star.on")
    assert "Nothing saved yet" in words(save(story, "our-money", saved="no"))


def test_asking_leads_back_to_the_offer_and_is_not_asked_twice(story: Story) -> None:
    offer(story)
    visitor = story.visit("owner")
    assert "Ask Worker of northmoor about this" in words(visitor.get("/offers/home-money/"))
    assert "Your worker sees it" in words(visitor.post("/offers/home-money/ask/", follow=True))
    assert "It is on the list." in words(visitor.get("/offers/home-money/"))
    assert "on your list already" in words(visitor.post("/offers/home-money/ask/", follow=True))
    with scope(story.council):
        asked = Action.objects.get(title__contains="Home money")
    assert soup(visitor.get("/to-do/")).find("a", href="/offers/home-money/")
    with scope(story.council):
        Action.objects.filter(pk=asked.pk).update(status=Action.Status.DONE)
    visitor.post("/offers/home-money/ask/")
    with scope(story.council):
        assert Action.objects.filter(title__contains="Home money").count() == 2


def test_what_is_not_offered_cannot_be_saved_or_asked_about(story: Story) -> None:
    for address in ("/offers/none/save/", "/offers/none/ask/"):
        assert story.visit("owner").post(address).status_code == 404, address
    answer = story.visit("owner").post("/saved/nonsense/let-go/", {"next": "https://evil.example/"})
    assert answer.status_code in (302, 404)
    assert "evil" not in answer.get("Location", "")


def test_as_many_queries_for_ten_as_for_two(story: Story) -> None:
    def queries(address: str) -> int:
        visitor = story.visit("owner")
        visitor.get(address)  # what is kept between requests is there
        with CaptureQueriesContext(connection) as found:
            assert visitor.get(address).status_code == 200
        return len(found)

    counted = []
    for number in (2, 8):
        for one in range(number):
            offer(story, f"Thing {number} {one}")
            save(story, f"thing-{number}-{one}")
            story.visit("owner").post(f"/offers/thing-{number}-{one}/ask/")
        counted.append(
            [queries(address) for address in ("/saved/", "/offers/", "/to-do/", "/me/", "/offers/thing-2-0/")]
        )
    assert counted[0] == counted[1]
