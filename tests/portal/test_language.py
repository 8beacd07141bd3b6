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


def test_a_language_that_the_portal_does_not_speak_yet(story: Story) -> None:
    """English around, the council's texts in the reader's language, each marked."""
    Council.objects.filter(pk=story.council.pk).update(language_codes=["en", "ar", "fa"])
    with scope(story.council):
        Notice.objects.create(title_en="We moved", title_fa="جابه‌جا شدیم")
    visitor = story.visit("owner")
    visitor.cookies["language"] = "fa"
    page = visitor.get("/")
    assert html_of(page) == ("en", "ltr")
    assert '<span lang="fa" dir="rtl">جابه‌جا شدیم</span>' in page.content.decode()
    assert "Nothing here has to be done in one go." in words(page)
    question = visitor.get("/questions/HOME-01/")
    heading = soup(question).select_one("h1 span")
    assert heading
    assert (heading["lang"], heading["dir"]) == ("fa", "rtl")


def test_people_s_own_words_run_their_own_way(story: Story) -> None:
    visitor = story.visit("owner")
    visitor.post("/plan/words/", {"body": "أريد أن أعيش قرب البحر"})
    visitor.cookies["language"] = "ar"
    visitor.post("/plan/comments/", {"body": "مرحبا"})
    visitor.cookies["language"] = "en"
    page = soup(visitor.get("/plan/"))
    assert page.select_one('blockquote .own[dir="auto"]')
    assert page.select_one('.bubble .own[lang="ar"][dir="auto"]')


def test_problems_are_said_in_the_readers_language(story: Story) -> None:
    visitor = story.visit("owner")
    visitor.cookies["language"] = "ar"
    page = visitor.post("/to-do/", {"title": ""})
    assert "يلزم ذكر ما ينبغي عمله" in words(page)
    assert "Tell us" not in words(page)
