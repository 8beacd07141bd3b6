"""Dates, contacts, crises and notices on the portal's pages, with nothing but forms."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import years_before
from leavingwell.platform.plans.models import Contact, Crisis, Notice, NoticePreference, YearlyOffer
from leavingwell.platform.plans.services.contacts import record_contact
from leavingwell.platform.plans.services.crises import record_crisis
from leavingwell.platform.plans.services.noticing import notify
from leavingwell.platform.plans.services.offering import send_offer
from tests.factories import Household
from tests.portal.pages import Story, form_to, soup, words

CONTACT = {"contact-channel": "VISIT", "contact-reached": "on", "contact-summary": "We had tea"}


def place(story: Story, part: str = "") -> str:
    return f"/people/{story.person}/in-touch/{part}"


def test_a_visit_is_noted_and_the_young_person_reads_it(story: Story) -> None:
    worker = story.visit("worker")
    assert worker.get(f"/people/{story.person}/").content.decode().count(place(story)) >= 1
    form = form_to(worker.get(place(story)), place(story, "contacts/"))
    answer = worker.post(place(story, "contacts/"), {**form, **CONTACT}, follow=True)
    assert "We had tea" in words(answer)
    for address in ("/in-touch/", "/plan/"):
        assert ("We had tea" in words(story.visit("owner").get(address))) == (address == "/in-touch/")
    assert "/in-touch/" in story.visit("owner").get("/plan/").content.decode()


@pytest.mark.parametrize(("field", "typed"), [("summary", "  "), ("on", "soon"), ("on", "2999-01-01")])
def test_what_was_typed_stays_after_a_mistake(story: Story, field: str, typed: str) -> None:
    given = {**CONTACT, f"contact-{field}": typed, "contact-seen_alone": "on"}
    answer = story.visit("worker").post(place(story, "contacts/"), given)
    assert answer.status_code == 422
    form = form_to(answer, place(story, "contacts/"))
    assert form[f"contact-{field}"] == typed
    assert form["contact-seen_alone"] == "on"
    assert soup(answer).find(id=f"id_contact-{field}_error")
    with scope(story.council):
        assert not Contact.objects.exists()


def test_a_crisis_from_beginning_to_end(story: Story) -> None:
    worker = story.visit("worker")
    assert worker.post(place(story, "crises/"), {"crisis-response": "Called"}).status_code == 422
    begun = worker.post(place(story, "crises/"), {"crisis-cause": "money", "crisis-response": "Called"}, follow=True)
    assert "In crisis" in words(begun)
    with scope(story.council):
        crisis = Crisis.objects.get()
    (form,) = (one for one in soup(begun).find_all("form") if one["action"].endswith("/close/"))
    name = form.find("textarea")["name"].removesuffix("response")
    closing = {f"{name}response": "Paid the rent", f"{name}worked": "yes", f"{name}version": "0"}
    unsaid = worker.post(form["action"], closing)
    assert unsaid.status_code == 422
    assert "Say how they are now" in words(unsaid)
    assert "Paid the rent" in unsaid.content.decode()
    closed = worker.post(form["action"], {**closing, f"{name}state": "STABLE"}, follow=True)
    assert "The crisis is closed" in words(closed)
    again = worker.post(form["action"], {**closing, f"{name}state": "STABLE"}, follow=True)
    assert "closed already" in words(again)
    with scope(story.council):
        crisis.refresh_from_db()
        assert (crisis.worked, crisis.closed_on) == ("yes", timezone.localdate())


def test_after_a_colleague_both_texts_are_shown_and_saved_again(story: Story) -> None:
    with scope(story.council):
        crisis = record_crisis(
            story.household.young_person, cause=Crisis.Cause.HOME, by=story.household.duty, response="Found a room"
        )
        Crisis.objects.update(version=1)
    worker = story.visit("worker")
    (form,) = (one for one in soup(worker.get(place(story))).find_all("form") if one["action"].endswith("/close/"))
    name = form.find("textarea")["name"].removesuffix("response")
    closing = {f"{name}response": "Moved them", f"{name}worked": "yes", f"{name}version": "0", f"{name}state": "STABLE"}
    stale = worker.post(form["action"], closing)
    assert stale.status_code == 422
    assert "Found a room" in words(stale)
    again = form_to(stale, form["action"])
    assert (again[f"{name}response"], again[f"{name}version"]) == ("Moved them", "1")
    worker.post(form["action"], again)
    with scope(story.council):
        crisis.refresh_from_db()
        assert (crisis.response, crisis.closed_on) == ("Moved them", timezone.localdate())


def test_the_young_person_reads_kind_words_for_what_a_crisis_came_from(story: Story) -> None:
    with scope(story.council):
        record_crisis(story.household.young_person, cause=Crisis.Cause.HARM, by=story.household.worker, response="Met")
    page = words(story.visit("owner").get("/in-touch/"))
    assert "Being hurt or used by somebody" in page
    assert "exploitation" not in page


def test_a_state_is_changed_with_a_reason(story: Story) -> None:
    worker = story.visit("worker")
    given = {"state-state": "FRAGILE", "state-reason": ""}
    assert "Say why." in words(worker.post(place(story, "state/"), given))
    given["state-reason"] = "Lost the job"
    assert "Lost the job" in words(worker.post(place(story, "state/"), given, follow=True))


def test_from_21_the_slim_plan_and_the_letter(story: Story) -> None:
    with scope(story.council):
        young_person = story.household.young_person
        young_person.date_of_birth = years_before(timezone.localdate(), 22) - timedelta(days=3)
        young_person.save()
    worker = story.visit("worker")
    told = worker.post(place(story, "offers/"), {"offer-on": "2999-01-01"})
    assert told.status_code == 422
    assert "Told on" in words(worker.post(place(story, "offers/"), {"offer-on": ""}, follow=True))
    assert "Slim plan" in words(worker.post(place(story, "slim-plan/"), follow=True))


def test_the_door_is_open_on_the_young_persons_first_page(story: Story) -> None:
    with scope(story.council):
        young_person = story.household.young_person
        young_person.date_of_birth = years_before(timezone.localdate(), 22) - timedelta(days=3)
        young_person.save()
        send_offer(young_person, timezone.localdate())
    owner = story.visit("owner")
    (form,) = (one for one in soup(owner.get("/")).find_all("form") if "offers-from-21" in one["action"])
    assert "Choose one" in words(owner.post(form["action"], {"answer": "perhaps"}, follow=True))
    assert "You said on" in words(owner.post(form["action"], {"answer": "WANTS_SUPPORT"}, follow=True))
    assert "change your mind" in words(owner.post(form["action"], {"answer": "NOT_NOW"}, follow=True))
    assert not [one for one in soup(owner.get("/")).find_all("form") if "offers-from-21" in one["action"]]
    for stranger in (story.visit("worker"), story.visit("other_owner")):
        assert stranger.post(form["action"], {"answer": "NOT_NOW"}).status_code in (403, 404)
    with scope(story.council):
        assert YearlyOffer.objects.get().answer == "not_now"


def test_what_is_due_is_listed_filtered_and_counted(story: Story) -> None:
    with scope(story.council):
        old = timezone.localdate() - timedelta(days=60)
        record_contact(
            story.household.young_person,
            channel=Contact.Channel.CALL,
            summary="Hello",
            by=story.household.worker,
            on=old,
        )
    for who in ("worker", "manager"):
        page = story.visit(who).get("/due/")
        assert "Get in touch" in words(page)
        assert "late" in words(page)
    worker = story.visit("worker")
    assert "Nothing is due" in words(worker.get("/due/?kind=OFFER"))
    assert "Owner of" in words(worker.get("/due/?state=OVERDUE&kind=CONTACT"))
    assert worker.get("/due/?kind=nonsense&state=%00&after=").status_code == 200
    assert worker.get("/due/?after=nonsense").status_code == 400
    caseload = worker.get("/caseload/?clock=OVERDUE")
    assert "Owner of" in words(caseload)
    assert "1 overdue" in words(caseload)
    assert "Nobody here" in words(worker.get("/caseload/?clock=SOON"))


def test_notices_are_read_by_their_reader_alone(story: Story) -> None:
    house = story.household
    with scope(story.council):
        about = {"young_person": house.young_person, "key": "x"}
        notify([house.worker, house.owner], Notice.Kind.PLAN_AGREED, **about)
    worker = story.visit("worker")
    bell = soup(worker.get("/caseload/")).find("a", class_="bell")
    assert bell is not None
    assert bell.get_text(" ", strip=True).endswith(" new")
    page = worker.get("/notices/")
    assert "A plan was agreed." in words(page)
    assert soup(page).find("a", href=f"/people/{story.person}/")
    shown = [field["value"] for field in soup(page).find_all("input", attrs={"name": "notice"})]
    worker.post("/notices/read/", {"notice": shown})
    assert "Nothing is new." in words(worker.get("/notices/"))
    assert "Your plan was agreed." in words(story.visit("owner").get("/notices/"))
    assert "Nothing yet" in words(story.visit("manager").get("/notices/"))
    assert story.visit("manager").post("/notices/read/", {"notice": ["nonsense"]}, follow=True).status_code == 200


def test_choosing_the_emails(story: Story) -> None:
    owner = story.visit("owner")
    form = form_to(owner.get("/notices/e-mails/"), "/notices/e-mails/")
    assert form.pop("NEW_COMMENT") == "on"
    assert "Kept." in words(owner.post("/notices/e-mails/", form, follow=True))
    with scope(story.council):
        kept = NoticePreference.objects.values_list("kind", "by_email")
        assert list(kept) == [("new_comment", False)]


@pytest.mark.parametrize("who", ["owner", "supporter", "other_worker", "other_owner", "analyst"])
def test_outsiders_see_no_case(story: Story, who: str) -> None:
    visitor = story.visit(who)
    assert visitor.get(place(story)).status_code == 404
    posts: dict[str, dict[str, Any]] = {
        "contacts/": CONTACT,
        "crises/": {"crisis-cause": "home"},
        "state/": {"state-state": "FRAGILE", "state-reason": "-"},
        "offers/": {},
        "slim-plan/": {},
    }
    for part, given in posts.items():
        assert visitor.post(place(story, part), given).status_code in (403, 404), part
    if who in ("supporter", "analyst"):
        assert visitor.get("/in-touch/").status_code == 404
        assert visitor.get("/due/").status_code == 403


def test_another_council_and_a_visitor(story: Story, east: Household) -> None:
    theirs = Story(east, "", "", story.person)
    assert theirs.visit("worker").get(place(story)).status_code == 404
    for address in (place(story), "/due/", "/notices/", "/notices/e-mails/", "/in-touch/"):
        assert story.visit(None).get(address).status_code == 302
