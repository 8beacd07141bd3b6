"""A face tapped on the first page is sent at once, to whom it was last time; for ten minutes it can be changed."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Allocation
from leavingwell.questionnaires.models import CheckIn
from tests.portal.pages import SECRETS, Story, form_to, soup, words

ADDRESS = "/check-in/"


def age(story: Story, minutes: int = 11) -> None:
    with scope(story.council):
        CheckIn.objects.update(sent_at=F("sent_at") - timedelta(minutes=minutes))


def all_of(story: Story) -> list[CheckIn]:
    with scope(story.council):
        return list(CheckIn.objects.order_by("-sent_at"))


def tap(visitor: Any, face: str, **more: str) -> Any:
    return visitor.post(ADDRESS, {**form_to(visitor.get("/"), ADDRESS), "chosen": face, **more})


@pytest.fixture
def earlier(story: Story) -> Story:
    """The last check-in is longer ago."""
    age(story)
    return story


def more_of(visitor: Any) -> str:
    link = soup(visitor.get("/")).select_one('a[href$="/more/"]')
    assert link
    return str(link["href"])


def test_the_first_time_the_page_asks_who_sees_it_and_no_address_holds_the_face(story: Story) -> None:
    visitor = story.visit("other_owner")
    assert "Tap a face to start" in words(visitor.get("/"))
    page = tap(visitor, "4")
    assert form_to(page, ADDRESS)["face"] == "4"
    assert len(all_of(story)) == 1  # nothing is sent


def test_one_tap_sends_it_to_those_of_last_time_who_are_named_beforehand(earlier: Story) -> None:
    visitor = earlier.visit("owner")
    assert "One tap sends it. Worker of northmoor sees it" in words(visitor.get("/"))
    assert tap(visitor, "5")["Location"] == "/"
    newest = all_of(earlier)[0]
    assert (newest.face, newest.shared_with, newest.call) == (5, "worker", "no")
    assert "Sent. Thank you" in words(visitor.get("/"))


def test_only_me_stays_only_me(earlier: Story) -> None:
    visitor = earlier.visit("owner")
    visitor.post(ADDRESS, {"face": "3", "shared_with": "ONLY_ME", "call": "NO"})
    age(earlier)
    assert "Only you see it." in words(visitor.get("/"))
    tap(visitor, "2")
    assert all_of(earlier)[0].shared_with == "only_me"


def test_a_double_tap_sends_once_and_other_words_are_never_lost(earlier: Story) -> None:
    visitor = earlier.visit("owner")
    form = form_to(visitor.get("/"), ADDRESS)
    for face in ("4", "4", "2"):
        visitor.post(ADDRESS, {**form, "chosen": face})
    assert [sent.face for sent in all_of(earlier)] == [2, 4, 2]
    form = form_to(visitor.get(ADDRESS), ADDRESS)
    for note in ("Once", "Once", "And this"):
        visitor.post(ADDRESS, {**form, "face": "3", "note": note})
    assert [sent.note for sent in all_of(earlier)][:2] == ["And this", "Once"]


@pytest.mark.parametrize("spoiled", [{"request": "x"}, {"request": ""}, {"chosen": "9"}, {"shared_with": "ALL"}])
def test_a_spoiled_tap_is_answered_with_the_page(earlier: Story, spoiled: dict[str, str]) -> None:
    answer = tap(earlier.visit("owner"), **{"face": "4", **spoiled})
    assert answer.status_code in (200, 302, 422)
    assert len(all_of(earlier)) == (2 if "request" in spoiled else 1)


def test_more_is_said_and_others_see_it(story: Story) -> None:
    visitor = story.visit("owner")
    address = more_of(visitor)
    page = visitor.get(address)
    assert SECRETS[4] in words(page)
    given = {**form_to(page, address), "note": "The heating is off", "shared_with": "ONLY_ME"}
    assert visitor.post(address, given)["Location"] == "/"
    sent = all_of(story)[0]
    assert (sent.note, sent.shared_with) == (f"{SECRETS[4]}\n\nThe heating is off", "only_me")
    assert SECRETS[4] not in words(story.visit("worker").get(f"/people/{story.person}/"))


def test_taken_back_it_is_gone_for_everybody_else(story: Story) -> None:
    visitor = story.visit("owner")
    address = more_of(visitor).replace("more", "take-back")
    page = visitor.post(address, follow=True)
    assert "Taken back. Only you can see it now." in words(page)
    assert "Tap a face to start" in words(page)  # whom to trust is asked anew
    assert "1 that you took back Nobody else sees these. Not good" in words(visitor.get(ADDRESS))
    assert SECRETS[4] not in words(story.visit("worker").get(f"/people/{story.person}/"))
    assert "You have taken this check-in back" in words(visitor.post(address, follow=True))


def test_words_that_come_too_late_begin_another_one(story: Story) -> None:
    visitor = story.visit("owner")
    address = more_of(visitor)
    form = form_to(visitor.get(address), address)
    age(story)
    page = visitor.post(address, {**form, "note": "Too late"})
    assert "for ten minutes" in words(page)
    assert form_to(page, ADDRESS)["note"] == "Too late"
    assert soup(visitor.get("/")).select_one('button[name="chosen"]')


def test_what_is_too_long_stays_in_the_box(story: Story) -> None:
    visitor = story.visit("owner")
    address = more_of(visitor)
    page = visitor.post(address, {"note": "x" * 2001, "shared_with": "WORKER"})
    assert page.status_code == 422
    assert form_to(page, address)["note"] == "x" * 2001


@pytest.mark.parametrize("who", ["other_owner", "worker", "supporter", "manager", None])
def test_it_is_nobody_elses(story: Story, who: str | None) -> None:
    address = more_of(story.visit("owner"))
    visitor = story.visit(who)
    refused = (302, 403, 404) if who is None else (404,)
    assert visitor.get(address).status_code in refused
    assert visitor.post(address, {"note": "Not mine", "shared_with": "WORKER"}).status_code in (*refused, 200)
    visitor.post(address.replace("more", "take-back"))
    assert [(sent.note, sent.withdrawn_at) for sent in all_of(story)] == [(SECRETS[4], None)]


def test_a_script_that_sends_what_waited_is_answered_for_itself(earlier: Story) -> None:
    visitor = earlier.visit("owner")
    assert tap(visitor, "4", background="1").json() == {}
    assert visitor.post(ADDRESS, {"background": "1", "note": "No face"}).status_code == 422
    assert len(all_of(earlier)) == 2


def test_without_a_choice_of_who_sees_it_nothing_is_sent(earlier: Story) -> None:
    page = earlier.visit("owner").post(ADDRESS, {"face": "3", "note": "Who reads this?"})
    assert page.status_code == 422
    assert "Choose who should see this." in words(page)
    assert len(all_of(earlier)) == 1


def test_all_who_can_read_it_are_named_before_it_goes(earlier: Story) -> None:
    visitor = earlier.visit("owner")
    said = "Worker of northmoor sees it, and so can the team and the manager."
    assert said in words(visitor.get("/"))
    asked = words(visitor.get(ADDRESS))
    assert said in asked
    supporters = f"{said} So can the people who support you: Supporter of northmoor."
    assert supporters in asked
    visitor.post(ADDRESS, {"face": "3", "shared_with": "WORKER_AND_SUPPORTERS", "call": "NO"})
    assert supporters in words(visitor.get("/"))  # what was sent just now
    assert SECRETS[4] in words(earlier.visit("manager").get(f"/people/{earlier.person}/"))


def test_a_tap_goes_to_nobody_who_was_not_named(earlier: Story) -> None:
    visitor = earlier.visit("owner")
    form = form_to(visitor.get("/"), ADDRESS)
    with scope(earlier.council):
        theirs = Allocation.objects.filter(young_person=earlier.household.young_person)
        theirs.update(worker=earlier.household.people["other_worker"])
    assert visitor.post(ADDRESS, {**form, "chosen": "2", "background": "1"}).status_code == 422
    page = visitor.post(ADDRESS, {**form, "chosen": "2"})
    assert page.status_code == 422
    assert "Who sees it has changed." in words(page)
    assert form_to(page, ADDRESS)["face"] == "2"
    assert len(all_of(earlier)) == 1
    assert tap(visitor, "2")["Location"] == "/"  # now they are named


@pytest.mark.parametrize("mark", ["", "forged"])
def test_a_tap_without_the_mark_of_its_readers_is_asked_about(earlier: Story, mark: str) -> None:
    assert tap(earlier.visit("owner"), "4", readers=mark).status_code == 422
    assert len(all_of(earlier)) == 1


def test_words_for_oneself_that_come_too_late_stay_ones_own(story: Story) -> None:
    visitor = story.visit("owner")
    address = more_of(visitor)
    form = form_to(visitor.get(address), address)
    age(story)
    page = visitor.post(address, {**form, "note": "Too late", "shared_with": "ONLY_ME"})
    assert form_to(page, ADDRESS)["shared_with"] == "ONLY_ME"
    assert form_to(visitor.post(address, {"note": "Too late"}), ADDRESS)["shared_with"] == "WORKER"
