"""The living plan."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.models import Document
from leavingwell.platform.plans.models import Comment, Goal
from tests.factories import agree_plan
from tests.portal.pages import SECRETS, Story, form_to, soup, words

PLAN = "/plan/"
AROUND = "/plan/now-and-before/"
PAGE_OF = {"/plan/comments/": AROUND}


def send(visitor: Any, action: str, page: str | None = None, **typed: str) -> Any:
    opened = visitor.get(page or PAGE_OF.get(action, PLAN))
    return visitor.post(action, {**form_to(opened, action), **typed})


def agree(story: Story) -> None:
    with scope(story.council):
        agree_plan(story.household.plan, worker=story.household.worker, manager=story.household.manager)


def test_my_own_words_come_first_and_the_earlier_ones_stay(story: Story) -> None:
    visitor = story.visit("owner")
    assert send(visitor, "/plan/words/", body="I changed my mind.\r\nHills, not the sea.")["Location"] == PLAN
    page = visitor.get(PLAN)
    quote = soup(page).select_one("blockquote.quote")
    assert quote
    assert "I changed my mind.\nHills, not the sea." in quote.get_text()
    assert SECRETS[0] in words(page)


def test_only_i_can_say_what_matters_to_me(story: Story) -> None:
    for who in ("worker", "manager", "supporter", "other_worker"):
        assert story.visit(who).post("/plan/words/", {"body": "They are fine"}).status_code == 404
    with scope(story.council):
        assert Comment.objects.filter(part="what_matters").count() == 1


def test_words_goals_and_faults(story: Story) -> None:
    visitor = story.visit("owner")
    for action, typed, wrong in (
        ("/plan/words/", {"body": " \r\n "}, "Write something first"),
        ("/plan/comments/", {"body": "x" * 4001}, "4000"),
        ("/plan/goals/", {"words": "", "contingency": "Ask Marlow"}, "Write the goal in a few words"),
        ("/plan/goals/", {"words": "Drive", "wanted_by": "someday", "contingency": "Ask Marlow"}, "Give the day"),
    ):
        page = send(visitor, action, **typed)
        assert page.status_code == 422, action
        assert wrong in words(page), action
        kept = form_to(page, action)
        assert {name: kept[name] for name in typed} == typed or action == "/plan/words/", action
    with scope(story.council):
        assert (Comment.objects.count(), Goal.objects.count()) == (2, 1)


@pytest.mark.parametrize(
    ("action", "typed", "at"),
    [
        ("/plan/words/", {"body": ""}, "id_body"),
        ("/plan/comments/", {"body": "x" * 100_000}, "comment_body"),
        ("/plan/goals/", {"words": "A flat\x00", "wanted_by": "soon"}, "id_words"),
        ("/plan/documents/", {"language": "tlh"}, "id_language"),
    ],
)
def test_what_is_wrong_stands_first_and_leads_to_its_field(
    story: Story, action: str, typed: dict[str, str], at: str
) -> None:
    answer = send(story.visit("owner"), action, **typed)
    assert answer.status_code == 422
    page = soup(answer)
    summary = page.select_one('main > .summary-errors[role="alert"][tabindex="-1"][autofocus]')
    assert summary
    assert summary.select_one(f'a[href="#{at}"]')
    control = page.select_one(f"#{at}[aria-invalid=true]")
    assert control
    described = str(control["aria-describedby"]).split()
    assert f"{at}_error" in described
    assert all(page.select_one(f"#{one}") for one in described)


def test_a_goal_and_a_comment_are_on_the_plan(story: Story) -> None:
    visitor = story.visit("owner")
    send(visitor, "/plan/goals/", words="Learn to drive", domain="LIFE", wanted_by="2027-06-01", contingency="Bus pass")
    send(visitor, "/plan/comments/", body="See you on Tuesday")
    page = words(visitor.get(PLAN))
    for text in ("Learn to drive", "Bus pass", SECRETS[1], SECRETS[2]):
        assert text in page
    around = words(visitor.get(AROUND))
    for text in ("See you on Tuesday", "A word to all"):
        assert text in around
    assert "See you on Tuesday" in words(story.visit("worker").get(f"/people/{story.person}{AROUND}"))


def test_asking_for_a_review_once_the_plan_is_agreed(story: Story) -> None:
    visitor = story.visit("owner")
    assert not soup(visitor.get(PLAN)).select('form[action="/plan/review/"]')
    early = visitor.post("/plan/review/", follow=True)
    assert "A review is already open" in words(early)
    agree(story)
    answer = visitor.post("/plan/review/", form_to(visitor.get(PLAN), "/plan/review/"), follow=True)
    assert "A review is open now" in words(answer)
    assert "Review 2" in words(visitor.get(AROUND))


def test_a_worker_writes_on_the_plan_of_a_young_person(story: Story) -> None:
    address = f"/people/{story.person}/plan/"
    answer = send(
        story.visit("worker"), f"{address}comments/", f"/people/{story.person}{AROUND}", body="Called the landlord"
    )
    assert answer["Location"] == f"/people/{story.person}{AROUND}"
    assert "Called the landlord" in words(story.visit("owner").get(AROUND))
    assert "Worker of northmoor" in words(story.visit("owner").get(AROUND))
    assert story.visit("other_worker").post(f"{address}comments/", {"body": "Hello"}).status_code == 404


def test_the_document_is_waited_for_and_fetched(story: Story, django_capture_on_commit_callbacks: Any) -> None:
    visitor = story.visit("owner")
    answer = send(visitor, "/plan/documents/", language="ar")
    waiting = visitor.get(answer["Location"])
    with scope(story.council):
        document = Document.objects.get()
        assert document.language == "ar"
        Document.objects.update(status=Document.Status.WAITING)
        waiting = visitor.get(answer["Location"])
        assert waiting["Refresh"] == "3"
        assert "We are making your document" in words(waiting)
        Document.objects.update(status=Document.Status.READY, size=20_000)
        ready = visitor.get(answer["Location"])
        assert "Refresh" not in ready
        assert soup(ready).select_one(f'a[href$="/plans/documents/{document.pk}/"]')
        Document.objects.update(status=Document.Status.FAILED, problem="FAILED")
        assert "Please try again" in words(visitor.get(answer["Location"]))
    for who in ("other_owner", "other_worker", "supporter"):
        assert story.visit(who).get(answer["Location"]).status_code == 404


@pytest.mark.parametrize("language", ["xx", "cy"])
def test_a_language_that_the_council_has_not_is_refused(story: Story, language: str) -> None:
    page = send(story.visit("owner"), "/plan/documents/", language=language)
    assert page.status_code == 422
    with scope(story.council):
        assert not Document.objects.exists()


def test_the_plan_s_pages_lead_to_one_another(story: Story) -> None:
    for who, start in (("owner", ""), ("worker", f"/people/{story.person}")):
        for address in (PLAN, AROUND):
            pages = soup(story.visit(who).get(start + address)).select("nav .pills a")
            assert [link["href"] for link in pages] == [
                f"{start}{PLAN}",
                f"{start}{AROUND}",
                f"{start}/plan/over-time/",
            ]
            assert [link["href"] for link in pages if link.get("aria-current")] == [start + address]


def test_what_was_said_around_it_is_nobody_else_s(story: Story) -> None:
    for who in ("other_owner", "other_worker", "analyst"):
        assert story.visit(who).get(f"/people/{story.person}{AROUND}").status_code == 404, who
    seen = words(story.visit("supporter").get(f"/people/{story.person}{AROUND}"))
    assert "How the plan has changed" in seen
    assert not [text for text in (*SECRETS, "A word to all") if text in seen]
    assert story.visit("worker").get(AROUND).status_code == 404
