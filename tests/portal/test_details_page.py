"""Details, category, letters, invitations, people who are let in and the welcome, as people use them."""

import re
from typing import Any

import pytest
from django.core.cache import cache

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Invitation, Supporter, YoungPerson
from tests.api import opaque
from tests.factories import Household
from tests.portal.pages import client, form_to, soup, words


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def own_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def visit(house: Household, who: str | None) -> Any:
    return client(house.people[who] if who else None, house.council)


def young_person(house: Household) -> YoungPerson:
    with scope(house.council):
        return YoungPerson.objects.select_related("person__user").get(pk=house.young_person.pk)


def test_a_young_person_changes_their_own(north: Household) -> None:
    owner = visit(north, "owner")
    assert 'href="/details/"' in owner.get("/plan/").content.decode()
    page = owner.get("/details/")
    assert "My details" in words(page)
    sent = form_to(page, "/details/")
    assert not {"email", "legal_name", "date_of_birth"} & set(sent)
    sent |= {"preferred_name": "Wren", "reading": "PICTURES", "needs": "Big print"}
    assert owner.post("/details/", sent)["Location"] == "/details/"
    assert form_to(owner.get("/details/"), "/details/")["needs"] == "Big print"
    assert young_person(north).reading == "pictures"


def test_a_worker_changes_all_and_what_was_wrong_stays(north: Household) -> None:
    worker, address = visit(north, "worker"), f"/people/{own_id(north)}/details/"
    assert f'href="{address}"' in worker.get(f"/people/{own_id(north)}/").content.decode()
    sent = form_to(worker.get(address), address)
    wrong = worker.post(address, {**sent, "needs": "Big print", "email": "no address"})
    assert wrong.status_code == 422
    assert (form_to(wrong, address)["needs"], form_to(wrong, address)["email"]) == ("Big print", "no address")
    assert worker.post(address, {**sent, "legal_name": "Wren Moor"}).status_code == 302
    assert young_person(north).legal_name == "Wren Moor"


def test_whoever_is_slower_reads_both(north: Household) -> None:
    worker, address = visit(north, "worker"), f"/people/{own_id(north)}/details/"
    sent = form_to(worker.get(address), address)
    owner = visit(north, "owner")
    owner.post("/details/", {**form_to(owner.get("/details/"), "/details/"), "needs": "A quiet room"})
    clash = worker.post(address, {**sent, "needs": "Big print"})
    assert clash.status_code == 422
    assert "A quiet room" in words(clash)
    again = form_to(clash, address)
    assert again["needs"] == "Big print"
    assert worker.post(address, again).status_code == 302
    assert young_person(north).needs == "Big print"


def test_the_category_and_the_times_in_care(north: Household) -> None:
    worker, address = visit(north, "worker"), f"/people/{own_id(north)}/details/"
    assert "No times in care are noted yet" in words(worker.get(address))
    assert worker.post(f"{address}care/", {"starts_on": "2022-01-01"}).status_code == 302
    assert "The dates suggest: Former relevant" in words(worker.get(address))
    wrong = worker.post(f"{address}category/", {"category": "QUALIFYING", "reason": ""})
    assert "This is not the suggested category. Say why." in words(wrong)
    worker.post(f"{address}category/", {"category": "QUALIFYING", "reason": "A special guardian"})
    assert "A special guardian" in words(worker.get(address))
    missing = worker.post(f"{address}care/", {"starts_on": ""})
    assert (missing.status_code, "Give the first day." in words(missing)) == (422, True)
    (end,) = re.findall(r'action="([^"]+/end/)"', worker.get(address).content.decode())
    assert worker.post(end, {"ends_on": "2023-01-01"}).status_code == 302
    assert "to 1 January 2023" in words(worker.get(address))


def code_on(page: Any) -> str:
    found = soup(page).select_one(".letter-page .code")
    assert found
    return found.get_text()


def test_a_letter_is_printed_in_the_young_persons_language_and_lets_them_in(north: Household) -> None:
    with scope(north.council):
        north.owner.language = "ar"
        north.owner.save()
    worker = visit(north, "worker")
    letter = worker.post(f"/people/{own_id(north)}/details/invitation/", {"channel": "LETTER"})
    article = soup(letter).select_one(".letter-page")
    assert article
    assert (article["lang"], article["dir"]) == ("ar", "rtl")
    assert "no-store" in letter["Cache-Control"]
    visitor = visit(north, None)
    assert "/join/" in visitor.get("/accounts/login/code/").content.decode()
    answer = visitor.post("/join/", {"code": code_on(letter), "device": "mine"})
    assert answer["Location"] == "/"
    assert visitor.get("/").status_code == 200


def test_without_an_address_a_code_to_come_back_with(north: Household) -> None:
    with scope(north.council):
        north.owner.user.email = ""
        north.owner.user.save()
    owner = visit(north, "owner")
    assert "We have no e-mail address for you" in words(owner.get("/details/"))
    code = code_on(owner.post("/details/invitation/"))
    assert visit(north, None).post("/join/", {"code": code})["Location"] == "/"


def test_an_invitation_is_taken_back(north: Household) -> None:
    worker, address = visit(north, "worker"), f"/people/{own_id(north)}/details/"
    worker.post(f"{address}invitation/", {"channel": "LETTER"})
    assert worker.post(f"{address}invitation/withdraw/").status_code == 302
    assert "was taken back" in words(worker.get(address))
    assert "There is no invitation" in words(worker.post(f"{address}invitation/withdraw/", follow=True))


def test_a_wrong_code_stays_in_its_field(north: Household) -> None:
    answer = visit(north, None).post("/join/", {"code": "ABCD-EFGH"})
    assert answer.status_code == 422
    assert form_to(answer, "/join/")["code"] == "ABCD-EFGH"
    empty = visit(north, None).post("/join/", {"code": ""})
    assert "Type in the code." in words(empty)


def invite(house: Household, who: str = "worker", **given: str) -> Any:
    somebody = visit(house, who)
    sent = form_to(somebody.get("/invite/"), "/invite/")
    with scope(house.council):
        team = opaque("Team", house.young_person.team)
    return somebody.post(
        "/invite/", {**sent, "preferred_name": "Wren", "date_of_birth": "2009-05-04", "team": team, **given}
    )


def test_a_worker_invites_by_letter(north: Household) -> None:
    assert 'href="/invite/"' in visit(north, "worker").get("/caseload/").content.decode()
    letter = invite(north, channel="LETTER", starts_on_0="2021-01-01")
    code = code_on(letter)
    with scope(north.council):
        wren = YoungPerson.objects.get(person__name="Wren")
        assert wren.allocations.get().worker == north.worker
        assert wren.category == "eligible"
    assert "Hello Wren" in words(letter)
    visitor = visit(north, None)
    visitor.post("/join/", {"code": code})
    assert visitor.get("/", follow=True).redirect_chain == [("/welcome/", 302)]


def test_a_form_that_is_wrong_keeps_everything(north: Household) -> None:
    page = invite(north, channel="EMAIL", starts_on_0="2999-01-01", category="QUALIFYING", pronouns="she/her")
    assert page.status_code == 422
    kept = form_to(page, "/invite/")
    assert (kept["pronouns"], kept["starts_on_0"], kept["category"]) == ("she/her", "2999-01-01", "QUALIFYING")
    assert "Give an e-mail address, or choose a printed letter." in words(page)
    assert "Give the first day too." in words(invite(north, ends_on_1="2021-01-01"))
    empty = words(invite(north, channel="EMAIL", preferred_name="", date_of_birth=""))
    for missing in ("Give a name.", "Give the date of birth.", "Give an e-mail address"):
        assert missing in empty
    backwards = words(invite(north, channel="LETTER", starts_on_0="2020-01-01", ends_on_0="2019-01-01"))
    assert "The last day must be after the first" in backwards
    assert "suggest no category" not in backwards


def test_the_same_form_twice_adds_one(north: Household) -> None:
    worker = visit(north, "worker")
    sent = form_to(worker.get("/invite/"), "/invite/")
    sent |= {"preferred_name": "Wren", "date_of_birth": "2009-05-04", "channel": "LETTER"}
    with scope(north.council):
        sent["team"] = opaque("Team", north.young_person.team)
    worker.post("/invite/", sent)
    assert worker.post("/invite/", sent).status_code == 302
    with scope(north.council):
        assert YoungPerson.objects.filter(person__name="Wren").count() == 1


LET = {"name": "Fern", "email": "fern@example.org", "kind": "CARER", "relationship": "", "parts": ["GOALS"]}


def test_a_young_person_lets_somebody_in_changes_it_and_ends_it(north: Household) -> None:
    owner = visit(north, "owner")
    wrong = owner.post("/let-in/", {**LET, "name": "", "parts": []})
    assert "Give a name." in words(wrong)
    assert "Choose what they may see." in words(wrong)
    assert form_to(wrong, "/let-in/")["email"] == "fern@example.org"
    assert owner.post("/let-in/", LET)["Location"] == "/let-in/"
    with scope(north.council):
        fern = Supporter.objects.get(person__name="Fern")
        place = f"/let-in/{opaque('Supporter', fern)}/"
    assert owner.post(place, {**LET, "parts": ["COMMENTS"], "domain_codes": ["HOME"]}).status_code == 302
    assert "Sees: comments." in words(owner.get("/let-in/"))
    assert owner.post(place, {**LET, "parts": []}).status_code == 422
    assert owner.post(f"{place}end/").status_code == 302
    assert "Fern" not in words(owner.get("/let-in/"))
    staff = owner.post("/let-in/", {**LET, "email": north.worker.user.email})
    assert "We cannot use this address." in words(staff)  # and nothing of whose it is
    again = owner.post("/let-in/", {**LET, "name": "Aunt Fern"}, follow=True)
    assert "Here they are called Fern" in words(again)
    assert owner.post(f"{place}end/").status_code == 404


def test_a_worker_needs_their_agreement(north: Household) -> None:
    worker, address = visit(north, "worker"), f"/people/{own_id(north)}/let-in/"
    refused = worker.post(address, LET)
    assert "Say when and how the young person said yes to this." in words(refused)
    assert worker.post(address, {**LET, "agreement": "On Monday, by phone"}).status_code == 302
    assert "Added by" in words(visit(north, "owner").get("/let-in/"))


def test_the_welcome_comes_once_and_can_be_read_again(north: Household) -> None:
    with scope(north.council):
        YoungPerson.objects.update(welcomed_at=None)
    owner = visit(north, "owner")
    assert owner.get("/")["Location"] == "/welcome/"
    for step in ("", "2/", "3/"):
        assert "of 3" in words(owner.get(f"/welcome/{step}"))
    assert owner.get("/welcome/4/").status_code == 404
    assert owner.post("/welcome/done/")["Location"] == "/"
    assert owner.get("/").status_code == 200
    assert 'href="/welcome/"' in owner.get("/help/").content.decode()


def test_how_somebody_reads_is_how_the_questions_come_first(north: Household) -> None:
    with scope(north.council):
        YoungPerson.objects.update(reading="pictures")
    owner = visit(north, "owner")
    how = soup(owner.get("/questions/how/"))
    assert [one["value"] for one in how.select("input[name=variant][checked]")] == ["EASY_READ"]
    owner.post("/questions/how/", {"variant": "STANDARD"})
    how = soup(owner.get("/questions/how/"))
    assert [one["value"] for one in how.select("input[name=variant][checked]")] == ["STANDARD"]
    with scope(north.council):
        YoungPerson.objects.update(reading="listening")
    how = soup(visit(north, "worker").get(f"/people/{own_id(north)}/how/"))
    assert [one["value"] for one in how.select("input[name=variant][checked]")] == ["SPOKEN"]


@pytest.mark.parametrize("who", ["supporter", "other_owner", "other_worker", "analyst", "admin"])
def test_others_find_nothing(north: Household, who: str) -> None:
    somebody, place = visit(north, who), f"/people/{own_id(north)}"
    assert somebody.get(f"{place}/details/").status_code == 404
    assert somebody.get(f"{place}/let-in/").status_code == 404
    assert somebody.post(f"{place}/details/", {"preferred_name": "X"}).status_code in (403, 404)
    for part in ("details/invitation/", "details/invitation/withdraw/", "details/care/", "details/category/"):
        assert somebody.post(f"{place}/{part}", {"starts_on": "2020-01-01", "category": "RELEVANT"}).status_code in (
            403,
            404,
        ), part
    with scope(north.council):
        assert not Invitation.objects.exists()


def test_a_visitor_is_asked_to_sign_in(north: Household) -> None:
    for address in ("/details/", "/let-in/", "/welcome/", "/invite/", f"/people/{own_id(north)}/details/"):
        assert visit(north, None).get(address)["Location"].startswith("/accounts/login/code/")


def test_who_may_not_invite(north: Household) -> None:
    for who in ("owner", "supporter", "analyst", "editor"):
        assert visit(north, who).get("/invite/").status_code == 403
