"""What I can get, text pages, hard words, help: for everybody."""

from leavingwell.content.models import GlossaryTerm, HelpLine, StandardPage
from leavingwell.content.services.opening import home_page
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Action
from tests.factories import Household, make_offer
from tests.portal.pages import Story, client, soup, words


def test_finding_by_words_topic_and_age(story: Story) -> None:
    with scope(story.council):
        make_offer(story.council, "Setting up home money", summary_en="It is a grant.", youngest=16, oldest=25)
        make_offer(story.council, "Free internet", youngest=18, oldest=25)
    visitor = story.visit(None)
    assert "2 things you can get" in words(visitor.get("/offers/"))
    assert "1 thing you can get" in words(visitor.get("/offers/?search=grant"))
    assert "1 thing you can get" in words(visitor.get("/offers/?age=16&topic=home"))
    assert "Nothing found for that" in words(visitor.get("/offers/?search=unicorn"))


def test_faulty_filters_do_no_harm(story: Story) -> None:
    for query in ("age=99999999999", "age=-1", "topic=%00", "topic=zzz", "search=" + "x" * 5000, "age=²"):
        assert story.visit(None).get(f"/offers/?{query}").status_code in (200, 400), query
    for query in ("after=nonsense", "after=%00"):
        answer = story.visit(None).get(f"/offers/?{query}")
        assert answer.status_code == 400, query
        assert "We did not understand that" in words(answer)


def test_one_offer_explains_its_hard_words_and_can_be_asked_about(story: Story) -> None:
    with scope(story.council):
        make_offer(
            story.council,
            "Home money",
            slug="home-money",
            summary_en="It is a grant.",
            body_en="<h3>More</h3><p>Ring 01632 960 280.</p>",
        )
        GlossaryTerm.objects.create(term_en="Grant", meaning_en="Money you keep.")
        GlossaryTerm.objects.create(term_en="Tenancy", meaning_en="A deal about your home.")
    assert "On your list" not in words(story.visit("owner").get("/offers/"))
    page = story.visit("owner").get("/offers/home-money/")
    assert "Money you keep." in words(page)
    assert "A deal about your home." not in words(page)
    (number,) = soup(page).select("main .prose a[href^='tel:']")
    assert (number["href"], str(number.bdi)) == ("tel:01632960280", '<bdi dir="ltr">01632 960 280</bdi>')
    assert [heading.name for heading in soup(page).select("main h1, main h2, main h3")][:2] == ["h1", "h2"]
    asked = story.visit("owner").post("/offers/home-money/ask/", follow=True)
    assert "Your worker sees it" in words(asked)
    (card,) = soup(story.visit("owner").get("/offers/")).select("li.offer")
    assert "On your list" in card.get_text()
    assert not card.select("form[action$='/ask/']")
    with scope(story.council):
        action = Action.objects.get(title__contains="Home money")
        assert [owner.name for owner in action.owners.all()] == ["Worker of northmoor"]
    assert story.visit("worker").post("/offers/home-money/ask/").status_code == 404


def test_another_councils_offer_is_unknown_here(story: Story, east: Household) -> None:
    with scope(east.council):
        make_offer(east.council, "Only in Eastmarsh", slug="only-there")
    assert story.visit(None).get("/offers/only-there/").status_code == 404
    assert "Only in Eastmarsh" not in words(story.visit(None).get("/offers/"))
    assert client(None, east.council).get("/offers/only-there/").status_code == 200


def test_text_pages_are_the_councils_where_it_wrote_one(story: Story) -> None:
    assert "WCAG 2.2 AA" in words(story.visit(None).get("/page/accessibility/"))
    with scope(story.council):
        page = StandardPage(title="Accessibility", slug="accessibility", heading_en="Ours", body_en="<h3>Part</h3>")
        home_page(story.council).add_child(instance=page)
    answer = story.visit(None).get("/page/accessibility/")
    assert "Ours" in words(answer)
    assert soup(answer).select_one("main h2")


def test_help_is_always_there(story: Story) -> None:
    bare = story.visit(None).get("/help/")
    assert soup(bare).select_one('a[href="tel:999"]')
    with scope(story.council):
        HelpLine.objects.create(title_en="Night line", phone="0808 157 0144")
    assert soup(story.visit(None).get("/help/")).select_one('a[href="tel:08081570144"]')
    assert "Worker of northmoor" in words(story.visit("owner").get("/help/"))


def test_a_link_between_pages_leads_to_the_portal(story: Story) -> None:
    with scope(story.council):
        target = make_offer(story.council, "Home money", slug="home-money")
        link = f'<p><a linktype="page" id="{target.pk}">See this</a></p>'
        page = StandardPage(title="Money", slug="money", heading_en="Money", body_en=link)
        home_page(story.council).add_child(instance=page)
    found = soup(story.visit(None).get("/page/money/")).select_one(".prose a")
    assert found
    assert str(found["href"]).endswith("/offers/home-money/")
