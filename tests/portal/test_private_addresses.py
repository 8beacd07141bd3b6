"""Names and facts of a life stand in no address: not in the browser's history, nor in a log."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from tests.factories import make_offer
from tests.portal.pages import Story, form_to, soup, words


def narrow(visitor: Any, page: str, **chosen: Any) -> Any:
    return visitor.post(page, {**form_to(visitor.get(page), page), **chosen})


def test_a_name_that_is_looked_for_among_the_young_people(story: Story) -> None:
    visitor = story.visit("worker")
    answer = narrow(visitor, "/caseload/", search="own", state="STABLE")
    assert answer["Location"] == "/caseload/?state=STABLE"
    page = visitor.get(answer["Location"])
    assert "Owner of northmoor" in words(page)
    assert form_to(page, "/caseload/")["search"] == "own"
    answer = narrow(visitor, "/caseload/", search="nobody", state="")
    assert answer["Location"] == "/caseload/"
    assert "Nobody here" in words(visitor.get("/caseload/"))
    assert "Nobody here" not in words(story.visit("worker").get("/caseload/"))  # kept for this session alone
    assert "Owner of northmoor" in words(visitor.post("/caseload/", follow=True))  # "Show everybody"


def test_a_name_in_an_address_is_not_looked_for(story: Story) -> None:
    assert "Owner of northmoor" in words(story.visit("worker").get("/caseload/?search=nobody"))


def test_what_fits_me_among_the_offers(story: Story) -> None:
    with scope(story.council):
        make_offer(story.council, "Nursery", circumstances=["parent"])
        make_offer(story.council, "Free internet")
    visitor = story.visit(None)
    answer = narrow(visitor, "/offers/", circumstances=["PARENT"], category="FORMER_RELEVANT", search="nurs", age="19")
    assert answer["Location"] == "/offers/?age=19"
    page = visitor.get(answer["Location"])
    assert "1 thing you can get" in words(page)
    assert soup(page).select_one('input[value="PARENT"][checked]')
    assert "2 things you can get" in words(visitor.post("/offers/", follow=True))


def test_nothing_on_the_two_pages_sends_them_by_address(story: Story) -> None:
    for who, page in (("worker", "/caseload/"), (None, "/offers/"), ("worker", "/caseload/?state=IN_CRISIS")):
        for form in soup(story.visit(who).get(page)).select("main form"):
            assert form["method"] == "post", form
