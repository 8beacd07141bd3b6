"""Every page, asked for by its owner and by everybody whom it does not concern."""

from tests.factories import Household
from tests.portal.pages import SECRETS, Story, client, words

OWN = [
    "/",
    "/check-in/",
    "/questions/",
    "/questions/HOME-03/",
    "/questions/answers/",
    "/to-do/",
    "/plan/",
    "/plan/now-and-before/",
]
OF_A_PERSON = ["", "together/", "together/HOME-03/", "phone/answers/", "to-do/", "plan/"]
FOR_ANYONE = [
    *("/offers/", "/glossary/", "/help/", "/language/", "/page/accessibility/", "/page/your-data/"),
    *("/accounts/login/", "/accounts/login/code/", "/accounts/password/reset/"),
]
OF_STAFF = ["/caseload/", "/sign-off/", "/insight/"]


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def test_own_pages_are_the_young_persons_alone(story: Story) -> None:
    for address in OWN:
        assert story.visit("owner").get(address).status_code == 200, address
        elsewhere = story.visit("other_owner").get(address)
        assert elsewhere.status_code == 200, address
        assert not leaks(words(elsewhere)), address


def test_a_visitor_is_asked_to_sign_in(story: Story) -> None:
    for address in [*OWN, *OF_STAFF, "/supporting/", f"/people/{story.person}/"]:
        answer = story.visit(None).get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/accounts/login/code/?next=%2F"), address
    assert story.visit(None).get("/kept/")["Location"] == "/"


def test_public_pages_are_for_anyone(story: Story) -> None:
    for who in (None, "owner", "worker", "analyst", "editor", "supporter"):
        for address in FOR_ANYONE:
            answer = story.visit(who).get(address)
            signed_in_already = who and answer.status_code == 302 and address.startswith("/accounts/login")
            assert answer.status_code == 200 or signed_in_already, (who, address)


def test_the_case_team_sees_the_young_person(story: Story) -> None:
    for who in ("worker", "duty", "manager"):
        for address in OF_A_PERSON:
            answer = story.visit(who).get(f"/people/{story.person}/{address}")
            assert answer.status_code == 200, (who, address)
            assert leaks(words(answer)) or address == "together/", (who, address)


def test_nobody_else_finds_the_young_person(story: Story) -> None:
    for who in ("other_worker", "other_owner", "analyst", "editor", "admin", "supporter"):
        for address in OF_A_PERSON:
            answer = story.visit(who).get(f"/people/{story.person}/{address}")
            assert answer.status_code == 404 or who == "supporter", (who, address)
            found = leaks(words(answer))
            assert found in ([], [SECRETS[1]] if who == "supporter" else []), (who, address)


def test_another_councils_worker_finds_nothing(story: Story, east: Household) -> None:
    """At their own host the ids are unknown; at this host their account is."""
    for address in OF_A_PERSON:
        there = client(east.worker, east.council).get(f"/people/{story.person}/{address}")
        here = client(east.worker, story.council).get(f"/people/{story.person}/{address}")
        assert (there.status_code, here.status_code) == (404, 302), address
        assert not leaks(words(there)), address
    for address in OF_STAFF:
        assert not leaks(words(client(east.manager, east.council).get(address))), address


def test_a_supporter_sees_the_chosen_parts_alone(story: Story) -> None:
    page = story.visit("supporter").get("/supporting/", follow=True)
    assert leaks(words(page)) == [SECRETS[1]]
    assert story.visit("supporter").get(f"/people/{story.person}/").status_code == 404
    assert story.visit("worker").get("/supporting/").status_code == 404
    assert story.visit("worker").get(f"/supporting/{story.person}/").status_code == 404


def test_everybody_starts_where_their_work_is(story: Story) -> None:
    starts = {
        **dict.fromkeys(("worker", "duty", "supervisor"), "/caseload/"),
        "manager": "/sign-off/",
        "analyst": "/insight/",
        "supporter": "/supporting/",
    }
    for who, place in starts.items():
        assert story.visit(who).get("/")["Location"] == place, who
    for who in ("editor", "translator", "questionnaire_editor", "admin"):
        assert 'href="/admin/"' in story.visit(who).get("/").content.decode(), who


def test_a_page_of_another_role_is_refused(story: Story) -> None:
    for who, address in (("analyst", "/caseload/"), ("editor", "/insight/"), ("owner", "/sign-off/")):
        answer = story.visit(who).get(address)
        assert answer.status_code == 403, (who, address)
        assert "This is not yours to do" in words(answer)


def test_made_up_addresses_are_not_found(story: Story) -> None:
    for who, address in (
        *(("worker", f"/people/{one}/") for one in ("nobody", "WW91bmdQZXJzb246eA==", story.plan)),
        *(("worker", f"/people/{story.person}/{one}/") for one in ("shouting", "together/XYZ-99")),
        *(("owner", one) for one in ("/questions/XYZ-99/", "/documents/nobody/", "/offers/nothing/", "/page/none/")),
        ("manager", "/sign-off/nobody/"),
    ):
        answer = story.visit(who).get(address)
        assert answer.status_code == 404, address
        assert "We could not find that" in words(answer)


def test_no_page_holds_a_name_in_its_title(story: Story) -> None:
    for address in OF_A_PERSON:
        page = story.visit("worker").get(f"/people/{story.person}/{address}").content.decode()
        assert "Owner of" not in page[: page.index("</title>")]
