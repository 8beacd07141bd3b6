"""A review in the portal: both parts, handing in, checking, sending back by section, what changed."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import PlanMatter, PlanRules, ReturnReason, Review
from leavingwell.platform.plans.services.contacts import record_attempt
from leavingwell.questionnaires.models import Answer
from tests.portal.pages import Story, form_to, soup, words


def review_page(story: Story, who: str = "worker") -> Any:
    return story.visit(who).get(f"/people/{story.person}/review/")


def send(story: Story, who: str, place: str, **typed: str) -> Any:
    """Fills in a form of the review's page as a browser does."""
    visitor, action = story.visit(who), f"/people/{story.person}/{place}"
    page = visitor.get(f"/people/{story.person}/review/")
    return visitor.post(action, {**form_to(page, action), **typed}, follow=True)


def decide(story: Story, who: str, desk: str = "sign-off", **typed: str) -> Any:
    visitor, action = story.visit(who), f"/{desk}/{story.plan}/"
    return visitor.post(action, {**form_to(visitor.get(action), action), **typed}, follow=True)


def state(story: Story) -> str:
    with scope(story.council):
        return story.household.plan.status


def test_my_part_is_mine_in_any_language(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.get("/plan/")
    assert "It is your plan. Say if it is right" in words(page)
    given = form_to(page, "/plan/my-part/")
    answer = visitor.post("/plan/my-part/", {**given, "agrees": "PARTLY", "words": "الغرفة باردة"}, follow=True)
    assert "Your part is saved. Thank you." in words(answer)
    assert "Some of it is right" in words(answer)
    for who in ("worker", "manager"):
        assert "الغرفة باردة" in words(review_page(story, who)), who


def test_my_part_keeps_what_was_typed_when_something_is_missing(story: Story) -> None:
    visitor = story.visit("owner")
    given = form_to(visitor.get("/plan/"), "/plan/my-part/")
    answer = visitor.post("/plan/my-part/", {**given, "words": "I do not like it"})
    assert answer.status_code == 422
    assert "Choose one: yes, some of it, or no." in words(answer)
    assert "I do not like it" in soup(answer).find("textarea", attrs={"name": "words"}).text


def test_the_worker_finishes_and_hands_in(story: Story) -> None:
    empty = send(story, "worker", "review/part/", words=" ")
    assert empty.status_code == 422
    assert "Your part is saved." in words(send(story, "worker", "review/part/", words="We did it together"))
    assert "Your part is there." in words(review_page(story))
    assert "The plan is handed in." in words(send(story, "worker", "hand-in/"))
    assert "The plan is with the manager now." in words(review_page(story))
    assert "We did it together" in words(story.visit("manager").get(f"/sign-off/{story.plan}/"))


def test_a_plan_with_gaps_needs_a_reason_that_the_manager_reads(story: Story) -> None:
    with scope(story.council):
        PlanMatter.objects.filter(matter=4).update(how="")
    page = send(story, "worker", "hand-in/")
    assert page.status_code == 422
    assert state(story) == "draft"
    send(story, "worker", "hand-in/", override_reason="The lawyer writes next week")
    assert state(story) == "submitted"


def test_sent_back_by_section_and_put_right(story: Story) -> None:
    send(story, "worker", "hand-in/")
    typed = {"decision": "return", "section_0": "goals", "section_reason_0": "By when?", "section_1": "matter-8"}
    faulty = decide(story, "manager", **typed)
    assert faulty.status_code == 422
    assert "By when?" in faulty.content.decode()
    assert "Say what would make it right." in words(faulty)
    decide(story, "manager", **typed, section_reason_1="Who pays the deposit?")
    assert state(story) == "returned"
    page = words(review_page(story))
    assert "Goals By when?" in page
    assert "Money Who pays the deposit?" in page
    assert "Who pays the deposit?" not in words(story.visit("owner").get("/plan/"))
    with scope(story.council):
        reasons = list(ReturnReason.objects.all())
    button = soup(review_page(story)).select_one('form[action*="/put-right/"]')
    assert button
    story.visit("worker").post(str(button["action"]))
    with scope(story.council):
        assert ReturnReason.objects.exclude(answered_at=None).count() == 1
    assert len(reasons) == 2


def test_one_more_section_keeps_all_that_was_typed(story: Story) -> None:
    send(story, "worker", "hand-in/")
    typed = {
        "decision": "return",
        "reason": "In all",
        "section_0": "goals",
        "section_reason_0": "By when?",
        "more": "1",
    }
    page = decide(story, "manager", **typed)
    assert page.status_code == 200
    assert page.content.decode().count('name="section_reason_') == 3
    assert "By when?" in page.content.decode()
    assert "In all" in page.content.decode()
    assert state(story) == "submitted"


@pytest.mark.parametrize("rows", ["rubbish", "-3", "99999999999", ""])
def test_a_spoiled_number_of_rows_is_no_fault(story: Story, rows: str) -> None:
    send(story, "worker", "hand-in/")
    answer = story.visit("manager").post(
        f"/sign-off/{story.plan}/", {"rows": rows, "decision": "return", "reason": "x"}
    )
    assert answer.status_code == 302


def test_a_manager_who_looked_too_long_ago_looks_again(story: Story) -> None:
    send(story, "worker", "hand-in/")
    visitor, action = story.visit("manager"), f"/sign-off/{story.plan}/"
    given = form_to(visitor.get(action), action)
    owner = story.visit("owner")
    part = form_to(owner.get("/plan/"), "/plan/my-part/")
    owner.post("/plan/my-part/", {**part, "agrees": "NO", "words": "Not like this"})
    answer = visitor.post(action, {**given, "decision": "sign"})
    assert answer.status_code == 422
    assert "Not like this" in words(answer)
    assert state(story) == "submitted"


def test_the_supervisor_checks_and_passes_on(story: Story) -> None:
    with scope(story.council):
        PlanRules.objects.create(effective_from=date(2001, 1, 1), quality_check=True)
    send(story, "worker", "hand-in/")
    assert "With the practice supervisor" in words(review_page(story))
    assert "Being checked" in words(story.visit("owner").get("/plan/"))
    supervisor = story.visit("supervisor")
    assert "Quality check" in words(supervisor.get("/caseload/"))
    assert story.household.owner.name in words(supervisor.get("/quality-check/"))
    decide(story, "supervisor", "quality-check", decision="sign", reason="A warm plan")
    assert state(story) == "submitted"
    assert "A warm plan" in words(story.visit("manager").get(f"/sign-off/{story.plan}/"))


def silent_since(story: Story, *, days: int) -> None:
    """What they did in the story was so long ago. What never changes has its clock put back beneath."""
    moment = timezone.now() - timedelta(days=days)
    with scope(story.council), connection.cursor() as cursor:
        Answer.objects.update(answered_at=moment)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, clock in (("questionnaires_checkin", "sent_at"), ("audit_auditentry", "at")):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"UPDATE {table} SET {clock} = %s", [moment])
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_written_without_is_said_everywhere_until_they_take_part(story: Story) -> None:
    house = story.household
    assert "3 more tries." in words(review_page(story))
    silent_since(story, days=50)
    with scope(story.council):
        Review.objects.update(started_on=timezone.localdate() - timedelta(days=60))
        for days, channel in ((40, "call"), (30, "text"), (3, "letter")):
            on = timezone.localdate() - timedelta(days=days)
            record_attempt(house.plan, channel=channel, outcome="No answer", on=on, by=house.worker)  # type: ignore[arg-type]
    assert "You have tried enough." in words(review_page(story))
    assert send(story, "worker", "review/without/", reason=" ").status_code == 422
    assert "The plan says so now." in words(send(story, "worker", "review/without/", reason="The rent ends"))
    assert "This plan was written without you" in words(story.visit("owner").get("/plan/"))
    assert "Written without the young person" in words(story.visit("manager").get(f"/people/{story.person}/"))
    owner = story.visit("owner")
    given = form_to(owner.get("/plan/"), "/plan/my-part/")
    owner.post("/plan/my-part/", {**given, "agrees": "NO", "words": "I am here"})
    assert "written without you" not in words(story.visit("owner").get("/plan/"))
    assert "took part" in words(review_page(story))


def test_the_next_review_and_what_changed(story: Story) -> None:
    send(story, "worker", "hand-in/")
    decide(story, "manager", decision="sign")
    assert "The review is open." in words(send(story, "worker", "review/start/", occasion="MOVE"))
    assert "After a move" in words(review_page(story))
    page = story.visit("owner").get("/plan/changes/1/")
    assert "Nothing has changed" in words(page)
    house = story.household
    from leavingwell.platform.plans.services.goals import add_goal

    with scope(story.council):
        add_goal(house.plan, words="A bike", by=house.owner, language="en")
    assert "A bike" in words(story.visit("owner").get("/plan/changes/1/"))
    assert "A bike" in words(story.visit("worker").get(f"/people/{story.person}/plan/changes/1/2/"))
    assert "What changed" in words(story.visit("owner").get("/plan/now-and-before/"))


def test_the_outsiders_doors(story: Story) -> None:
    person = story.person
    for who in ("other_worker", "other_owner", "analyst"):
        visitor = story.visit(who)
        assert visitor.get(f"/people/{person}/review/").status_code == 404, who
        assert visitor.get(f"/people/{person}/plan/changes/1/").status_code == 404, who
        for place in ("review/part/", "review/start/", "review/without/", "hand-in/"):
            assert visitor.post(f"/people/{person}/{place}", {"words": "x"}).status_code in (403, 404), (who, place)
    assert story.visit("supporter").get(f"/people/{person}/review/").status_code == 404
    for address in (f"/people/{person}/review/", "/plan/changes/1/", "/examples/", "/quality-check/"):
        assert story.visit(None).get(address).status_code == 302, address
    for address in ("/plan/changes/0/", "/plan/changes/99999999999999/", "/plan/changes/1/7/"):
        assert story.visit("owner").get(address).status_code == 404, address
    assert story.visit("worker").post(f"/people/{person}/review/put-right/rubbish/").status_code == 404


def test_a_first_plan_has_one_day_on_every_page(story: Story) -> None:
    with scope(story.council):
        Review.objects.update(due_on=date(2001, 2, 3))
    for page in (review_page(story), story.visit("worker").get(f"/people/{story.person}/plan/")):
        assert page.status_code == 200
        assert "2001" not in words(page)
    assert "2001" not in words(story.visit("owner").get("/plan/"))
