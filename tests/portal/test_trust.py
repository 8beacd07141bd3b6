"""The portal's pages of trust: who looked, what changed, opening in an emergency, one's data, what copies leave out."""

from typing import Any

import pytest
from django.template.loader import render_to_string

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.documents.making import make
from leavingwell.platform.documents.models import Document
from leavingwell.platform.people.models import EmergencyAccess
from leavingwell.platform.plans.models import Action, Comment, Redaction
from leavingwell.platform.plans.services.actions import ActionChanges, update_action
from leavingwell.themes.portal.api import Refused
from leavingwell.themes.portal.forms.trust import ReasonForm
from tests.factories import Household
from tests.portal.pages import Story, client, form_to, soup, words

REASON = "She rang the night line and is not safe"
OWN = ("/who-looked/", "/my-data/")


def test_the_young_person_reads_who_looked_in_plain_words(story: Story) -> None:
    house = story.household
    story.visit("worker").get(f"/people/{story.person}/")
    page = words(story.visit("owner").get("/who-looked/"))
    assert f"{house.worker.name} , your worker, looked at your plan" in page
    assert "looked at your page" in page


def test_the_way_there_is_on_the_plan_and_in_the_rights(story: Story) -> None:
    visitor = story.visit("owner")
    for address in ("/plan/", "/page/your-data/"):
        assert "/my-data/" in visitor.get(address).content.decode()
    assert "/who-looked/" in visitor.get("/my-data/").content.decode()


def test_looking_through_the_portal_is_noted_as_such(story: Story) -> None:
    story.visit("worker").get(f"/people/{story.person}/plan/")
    with scope(story.council):
        assert AuditEntry.objects.get(action="seen.plan").place == "portal"


def test_the_manager_has_the_way_there_and_a_worker_has_not(story: Story) -> None:
    story.visit("worker").get(f"/people/{story.person}/")
    address = f"/people/{story.person}/who-looked/"
    assert address in story.visit("manager").get(f"/people/{story.person}/").content.decode()
    assert story.household.worker.name in words(story.visit("manager").get(address))
    assert address not in story.visit("worker").get(f"/people/{story.person}/").content.decode()
    assert story.visit("worker").get(address).status_code == 403


@pytest.mark.parametrize("place", ["who-looked", "left-out"])
def test_the_pages_about_somebody_are_not_there_for_strangers(story: Story, east: Household, place: str) -> None:
    address = f"/people/{story.person}/{place}/"
    for who in ("other_worker", "other_owner", "admin", "analyst"):
        assert story.visit(who).get(address).status_code in (403, 404)
    with scope(east.council):
        assert client(east.manager, east.council).get(address).status_code == 404
    assert story.visit(None).get(address).status_code == 302


@pytest.mark.parametrize("address", OWN)
def test_the_own_pages_are_for_young_people_alone(story: Story, address: str) -> None:
    assert story.visit("worker").get(address).status_code == 404
    assert story.visit("supporter").get(address).status_code == 404
    assert story.visit(None).get(address).status_code == 302


def test_what_changed_of_a_step_is_read_field_by_field(story: Story) -> None:
    with scope(story.council):
        action = Action.objects.get(title="Ring the landlord")
        update_action(action, ActionChanges(title="Write to the landlord"), by=story.household.worker)
    page = words(story.visit("owner").get(f"/what-changed/{story.action}/"))
    assert "Ring the landlord Write to the landlord" in page
    assert story.household.worker.name in page
    stranger = words(story.visit("other_worker").get(f"/what-changed/{story.action}/"))
    assert "landlord" not in stranger
    assert "Nothing has changed" in words(story.visit("owner").get("/what-changed/nonsense/"))


def test_a_record_is_found_and_opened_and_says_so_while_it_lasts(story: Story) -> None:
    house, visitor = story.household, story.visit("other_worker")
    assert "/emergency/" in visitor.get("/caseload/").content.decode()
    found = visitor.post("/emergency/search/", {"name": "owner of"})
    assert house.owner.name in words(found)
    assert "Team of northmoor" in words(found)
    action = f"/emergency/open/{story.person}/"
    given = {**form_to(found, action), "reason": REASON}
    assert visitor.post(action, given).status_code == 302
    page = words(visitor.get(f"/people/{story.person}/"))
    assert "You opened this record in an emergency." in page
    assert house.owner.name in words(visitor.get("/emergency/"))
    assert REASON in words(story.visit("owner").get("/who-looked/"))


def test_a_refused_reason_stays_in_the_form_with_the_name(story: Story) -> None:
    visitor = story.visit("other_worker")
    given = {"name": "Owner of northmoor", "team": "Team", "reason": "urgent"}
    refused = visitor.post(f"/emergency/open/{story.person}/", given)
    assert refused.status_code == 422
    assert form_to(refused, f"/emergency/open/{story.person}/")["reason"] == "urgent"
    assert "Owner of northmoor" in words(refused)
    with scope(story.council):
        assert not EmergencyAccess.objects.exists()
    short = visitor.post("/emergency/search/", {"name": "o"})
    assert short.status_code == 422
    assert "at least three letters" in words(short)


def test_the_manager_marks_what_others_opened_as_seen(story: Story) -> None:
    story.visit("other_worker").post(f"/emergency/open/{story.person}/", {"reason": REASON})
    manager = story.visit("manager")
    page = manager.get("/emergency/")
    assert REASON in words(page)
    action = next(form["action"] for form in soup(page).find_all("form") if "/seen/" in form["action"])
    assert manager.post(action).status_code == 302
    assert f"Seen by {story.household.manager.name}" in words(manager.get("/emergency/"))


@pytest.mark.parametrize("who", ["owner", "supporter", "analyst", "admin", "editor"])
def test_other_roles_have_no_such_page(story: Story, who: str) -> None:
    visitor = story.visit(who)
    assert visitor.get("/emergency/").status_code == 403
    assert visitor.post("/emergency/search/", {"name": "owner"}).status_code == 403
    assert visitor.post(f"/emergency/open/{story.person}/", {"reason": REASON}).status_code == 403


def test_the_young_person_takes_a_copy(story: Story) -> None:
    visitor = story.visit("owner")
    given = form_to(visitor.get("/my-data/"), "/my-data/")
    waiting = visitor.post("/my-data/", given)
    assert waiting.status_code == 302
    with scope(story.council):
        make(Document.objects.get())
        stored = Document.objects.get()
    ready = visitor.get(waiting["Location"])
    assert "It is a zip file" in words(ready)
    link = f"/plans/documents/{stored.pk}/"
    assert link in ready.content.decode()
    assert link in visitor.get("/my-data/").content.decode()


def test_the_manager_marks_words_and_takes_the_mark_back(story: Story) -> None:
    with scope(story.council):
        Comment.objects.create(
            plan=story.household.plan, body="His brother Tam was in court", language="en", author=story.household.worker
        )
    manager, address = story.visit("manager"), f"/people/{story.person}/left-out/"
    page = manager.get(f"{address}?search=Tam")
    action = next(
        form["action"] for form in soup(page).find_all("form") if "/left-out/" in form["action"] and form.textarea
    )
    refused = manager.post(action, {"words": "Tim", "reason": "THIRD_PARTY", "explanation": "His own"})
    assert refused.status_code == 422
    assert form_to(refused, action)["words"] == "Tim"
    assert (
        manager.post(action, {"words": " Tam ", "reason": "THIRD_PARTY", "explanation": "His own"}).status_code == 302
    )
    with scope(story.council):
        made = Redaction.objects.get()
        assert (made.start, made.end) == (12, 15)
    marked = manager.get(address)
    again = next(form["action"] for form in soup(marked).find_all("form") if "/again/" in form["action"])
    assert manager.post(again).status_code == 302
    with scope(story.council):
        assert Redaction.objects.get().lifted_at


@pytest.mark.parametrize(
    "address", ["/who-looked/?after=nonsense", "/emergency/?after=nonsense", "/people/nonsense/left-out/"]
)
def test_spoiled_addresses_are_answered(story: Story, address: str) -> None:
    for who in ("owner", "manager"):
        assert story.visit(who).get(address).status_code in (400, 403, 404)


def test_both_texts_of_a_conflict_stand_side_by_side(story: Story) -> None:
    form: Any = ReasonForm({"reason": "Mine <b>"})
    form.is_valid()
    form.take(Refused([{"code": "STALE_VERSION", "field": "reason", "message": "Changed", "theirs": "Theirs & more"}]))
    page = render_to_string("portal/parts/both_texts.html", {"form": form})
    assert "Theirs &amp; more" in page
    assert "Mine &lt;b&gt;" in page
    assert "Nothing is lost" in page
    assert render_to_string("portal/parts/both_texts.html", {"form": ReasonForm()}).strip() == ""
