"""A young person's first page."""

from leavingwell.content.models import Notice
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.questionnaires.services.answering import GivenAnswer
from tests.portal.pages import SECRETS, Story, soup, words


def answer_all(story: Story, area: str) -> None:
    with scope(story.council):
        plan = story.household.plan
        domains = plan.review.response.questionnaire_version.content["domains"]
        questions = next(domain["questions"] for domain in domains if domain["code"] == area)
        given = [GivenAnswer(question["code"], choice=question["choices"][0]["code"]) for question in questions]
        sitting = sitting_of(plan.young_person, plan.young_person.person, channel=None, language="en")
        record_answers(plan, plan.review.response, given, sitting)


def test_it_shows_one_clear_next_thing(story: Story) -> None:
    page = story.visit("owner").get("/")
    assert "Home: 7 questions left" in words(page)
    link = soup(page).select_one(".next a.btn")
    assert link
    assert link["href"] == "/questions/HOME-01/"
    answer_all(story, "HOME")
    assert "Health: 8 questions" in words(story.visit("owner").get("/"))


def test_not_today_is_fine(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.post("/not-today/", follow=True)
    assert "Not today, and that is fine" in words(page)
    assert "Home: 7 questions left" not in words(page)


def test_who_my_worker_is_and_whom_to_call(story: Story) -> None:
    with scope(story.council):
        Person.objects.filter(pk=story.household.worker.pk).update(phone="01632 960 114", hours="Until 5 pm")
    page = story.visit("owner").get("/")
    assert "Until 5 pm" in words(page)
    assert soup(page).select_one('a[href="tel:01632960114"]')
    assert soup(page).select_one('.helpline a[href="tel:999"]')


def test_a_tick_on_the_list_is_done_at_once(story: Story) -> None:
    visitor = story.visit("owner")
    assert SECRETS[2] in words(visitor.get("/"))
    page = visitor.post(f"/to-do/{story.action}/done/", {"next": "/"}, follow=True)
    assert page.redirect_chain == [("/", 302)]
    assert "Your list is clear" in words(page)


def test_the_councils_notices_are_there(story: Story) -> None:
    with scope(story.council):
        Notice.objects.create(title_en="The office moves", body_en="From Monday.", title_ar="المكتب ينتقل")
    visitor = story.visit("owner")
    assert "The office moves" in words(visitor.get("/"))
    visitor.cookies["language"] = "ar"
    page = visitor.get("/")
    assert "المكتب ينتقل" in words(page)
    assert '<span lang="en" dir="ltr">From Monday.</span>' in page.content.decode()
