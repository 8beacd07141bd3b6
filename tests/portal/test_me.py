"""All that is a young person's own, in one place."""

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import YoungPerson
from tests.portal.pages import Story, soup, words


def test_each_door_says_what_stands_behind_it(story: Story) -> None:
    with scope(story.council):
        YoungPerson.objects.filter(pk=story.household.young_person.pk).update(reading="pictures", needs="Big print")
    page = story.visit("owner").get("/me/")
    said = words(page)
    for told in ("Owner", "I like pictures and easy words", "Big print", "English", "Supporter of northmoor"):
        assert told in said, told
    doors = [str(link["href"]).split("#")[0] for link in soup(page).select(".rows a")]
    assert len(set(doors)) >= 11
    for door in set(doors):
        assert story.visit("owner").get(door).status_code == 200, door


def test_who_looked_last_stands_there(story: Story) -> None:
    story.visit("worker").get(f"/people/{story.person}/plan/")
    assert "Worker of northmoor, today" in words(story.visit("owner").get("/me/"))


def test_a_device_becomes_shared_and_not_back(story: Story) -> None:
    visitor = story.visit("owner")
    assert "This device is yours" in words(visitor.get("/me/"))
    visitor.post("/me/device/", {"device": "mine"})
    assert "This device is yours" in words(visitor.get("/me/"))
    assert "This device is shared" in words(visitor.post("/me/device/", {"device": "shared"}, follow=True))
    assert visitor.session.get_expire_at_browser_close()


def test_it_is_a_young_persons_page_alone(story: Story) -> None:
    for who in ("worker", "manager", "supporter", "analyst"):
        assert story.visit(who).get("/me/").status_code == 404, who
        assert story.visit(who).post("/me/device/", {"device": "shared"}).status_code == 404, who
    assert story.visit(None).get("/me/").status_code == 302
