"""The portal speaks the reader's language, and says which language each other text is in."""

from leavingwell.content.models import Notice
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from tests.portal.pages import Story, form_to, soup, words


def html_of(answer: object) -> tuple[str, str]:
    root = soup(answer).html
    assert root
    return str(root["lang"]), str(root["dir"])


def test_choosing_a_language_sets_a_cookie_and_goes_back(story: Story) -> None:
    visitor = story.visit("owner")
    assert html_of(visitor.get("/plan/")) == ("en", "ltr")
    fields = form_to(visitor.get("/plan/"), "/language/")
    assert fields["next"] == "/plan/"
    answer = visitor.post("/language/", {**fields, "language": "ar"})
    assert answer["Location"] == "/plan/"
    assert answer.cookies["language"]["httponly"]
    page = visitor.get("/plan/")
    assert html_of(page) == ("ar", "rtl")
    assert "خطتي" in words(page)


def test_only_the_councils_languages_and_only_this_site(story: Story) -> None:
    visitor = story.visit(None)
    for wanted in ("xx", "cy", "", "<script>"):
        answer = visitor.post("/language/", {"language": wanted})
        assert answer.status_code == 200, wanted
        assert "language" not in answer.cookies
    for place in ("https://evil.example/", "//evil.example/", "http:///evil"):
        assert visitor.post("/language/", {"language": "ar", "next": place})["Location"] == "/"


def test_the_readers_own_language_comes_without_asking(story: Story) -> None:
    with scope(story.council):
        Person.objects.filter(pk=story.household.owner.pk).update(language="ar")
    assert html_of(story.visit("owner").get("/")) == ("ar", "rtl")


def test_a_language_in_which_there_are_only_words_to_find_the_way(story: Story) -> None:
    """English within, header and menu and the council's texts in the reader's language, each marked."""
    Council.objects.filter(pk=story.council.pk).update(language_codes=["en", "ar", "ckb"])
    with scope(story.council):
        Notice.objects.create(title_en="We moved", title_ckb="گواستمانەوە")
    visitor = story.visit("owner")
    visitor.cookies["language"] = "ckb"
    page = visitor.get("/")
    assert html_of(page) == ("en", "ltr")
    assert '<span lang="ckb" dir="rtl">گواستمانەوە</span>' in page.content.decode()
    assert "Nothing here has to be done in one go." in words(page)
    for part in ("header.top", "footer.foot"):
        found = soup(page).select_one(part)
        assert found
        assert (found["lang"], found["dir"]) == ("ckb", "rtl")
    menu = soup(page).select_one("nav.menu")
    assert menu
    assert "My plan" not in menu.text
    assert "پلانەکەم" in menu.text


def test_a_language_that_it_speaks_is_that_of_the_whole_page(story: Story) -> None:
    Council.objects.filter(pk=story.council.pk).update(language_codes=["en", "ar", "cy"])
    visitor = story.visit("owner")
    visitor.cookies["language"] = "cy"
    page = visitor.get("/questions/HOME-01/")
    assert html_of(page) == ("cy", "ltr")
    assert not soup(page).select("header[lang]")
    heading = soup(page).select_one("h1 span")
    assert heading  # the question itself is not there in Welsh yet
    assert (heading["lang"], heading["dir"]) == ("en", "ltr")


def test_people_s_own_words_run_their_own_way(story: Story) -> None:
    visitor = story.visit("owner")
    visitor.post("/plan/words/", {"body": "أريد أن أعيش قرب البحر"})
    visitor.cookies["language"] = "ar"
    visitor.post("/plan/comments/", {"body": "مرحبا"})
    visitor.cookies["language"] = "en"
    assert soup(visitor.get("/plan/")).select_one('blockquote .own[dir="auto"]')
    page = soup(visitor.get("/plan/now-and-before/"))
    assert page.select_one('.bubble .own[lang="ar"][dir="auto"]')


def test_problems_are_said_in_the_readers_language(story: Story) -> None:
    visitor = story.visit("owner")
    visitor.cookies["language"] = "ar"
    page = visitor.post("/to-do/", {"title": ""})
    assert "يلزم ذكر ما ينبغي عمله" in words(page)
    assert "Tell us" not in words(page)
