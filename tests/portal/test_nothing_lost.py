"""A session that ends in the middle of writing, and a page that was open too long: nothing that was typed is lost."""

from typing import Any

import pytest
from django.test import Client

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Answer
from tests.portal.pages import Story, fields_of, form_to, soup, words

BACKEND = "leavingwell.platform.people.backends.AccountBackend"
FIRST = "/questions/HOME-01/"
TYPED = {"choice": "yes", "comment": "I had written so much.", "wants_help": "on"}


def strict(story: Story, who: str) -> Client:
    """A browser whose forms are checked for their CSRF token."""
    with scope(story.council):
        visitor = Client(HTTP_HOST=story.council.host, enforce_csrf_checks=True, raise_request_exception=False)
        visitor.force_login(
            story.household.people[who].user, backend="leavingwell.platform.people.backends.AccountBackend"
        )
    return visitor


def end_session(visitor: Any) -> None:
    visitor.session.flush()


def sign_in(visitor: Any, story: Story, who: str) -> None:
    """As the same browser does: what waited in its session comes along."""
    with scope(story.council):
        waiting = dict(visitor.session.items())
        visitor.force_login(
            story.household.people[who].user, backend="leavingwell.platform.people.backends.AccountBackend"
        )
        session = visitor.session
        session.update({name: value for name, value in waiting.items() if name.startswith("portal")})
        session.save()


def saved(story: Story) -> bool:
    with scope(story.council):
        return Answer.objects.filter(question_code="HOME-01", comment=TYPED["comment"]).exists()


def send_what_was_kept(visitor: Any) -> Any:
    page = visitor.get("/kept/")
    assert TYPED["comment"] in words(page)
    fields = form_to(page, "/kept/")
    again = visitor.post("/kept/", fields)
    assert again.status_code == 307  # the browser sends the same form on
    return visitor.post(again["Location"], fields)


def test_what_was_typed_waits_until_the_writer_is_back(story: Story) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    page = visitor.post(FIRST, {**opened, **TYPED})
    assert page.status_code == 403
    assert "What you wrote is not lost" in words(page)
    assert soup(page).select_one('a[href="/accounts/login/code/?next=/kept/"]')
    assert not saved(story)
    sign_in(visitor, story, "owner")
    assert send_what_was_kept(visitor)["Location"] == "/questions/HOME-02/"
    assert saved(story)
    assert visitor.get("/kept/")["Location"] == "/"


def test_nobody_else_sees_or_sends_what_waits(story: Story) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    visitor.post(FIRST, {**opened, **TYPED})
    assert visitor.get("/kept/")["Location"] == "/"  # not even without signing in
    sign_in(visitor, story, "other_owner")
    assert visitor.get("/kept/")["Location"] == "/"
    sign_in(visitor, story, "owner")
    assert visitor.get("/kept/")["Location"] == "/"  # dropped for good


def test_what_waits_can_be_thrown_away(story: Story) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    visitor.post(FIRST, {**opened, **TYPED})
    sign_in(visitor, story, "owner")
    visitor.post("/kept/throw-away/", {"kept_form": form_to(visitor.get("/kept/"), "/kept/")["kept_form"]})
    assert visitor.get("/kept/")["Location"] == "/"
    assert not saved(story)


def test_a_form_that_we_did_not_make_stores_nothing(story: Story) -> None:
    for forged in ({}, {"kept_by": "forged"}, {"kept_by": "UGVyc29u:1:xyz"}):
        visitor = story.visit(None)
        page = visitor.post(FIRST, {**TYPED, **forged})
        assert page.status_code == 403
        assert "Nothing was changed" in words(page)
        assert not visitor.session.keys()


def test_a_page_from_before_signing_in_again_keeps_its_words(story: Story) -> None:
    visitor = strict(story, "owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    answer = visitor.post(FIRST, {**opened, **TYPED, "csrfmiddlewaretoken": "x" * 64})
    assert answer["Location"] == "/kept/"
    assert not saved(story)
    page = visitor.get("/kept/")
    fields = form_to(page, "/kept/")
    again = visitor.post("/kept/", fields)
    assert visitor.post(again["Location"], fields)["Location"] == "/questions/HOME-02/"
    assert saved(story)


def test_another_sites_form_changes_nothing(story: Story) -> None:
    visitor = strict(story, "owner")
    for address in (FIRST, "/check-in/", "/plan/words/", "/language/", f"/to-do/{story.action}/done/"):
        answer = visitor.post(address, {"choice": "no", "face": "1", "body": "Not me", "language": "ar"})
        assert answer.status_code == 403, address
        assert "Not me" not in words(answer)
    assert not visitor.session.get("portal_kept_forms")


def test_what_the_script_sent_is_sent_again_as_a_page(story: Story) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    visitor.post(FIRST, {**opened, **TYPED, "background": "1"})
    sign_in(visitor, story, "owner")
    assert send_what_was_kept(visitor)["Location"] == "/questions/HOME-02/"  # and no bare JSON


def test_what_no_reader_wrote_is_not_quoted_to_them(story: Story) -> None:
    visitor = story.visit("owner")
    form = soup(story.visit("owner").get("/style/")).select_one("form.sure-page")
    assert form
    act = fields_of(form)["act"]
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    visitor.post("/sure/", {"kept_by": opened["kept_by"], "act": act})
    sign_in(visitor, story, "owner")
    page = visitor.get("/kept/")
    assert page.status_code == 200
    assert act not in words(page)
    assert "ticked or chose" not in words(page)
    assert form_to(page, "/kept/")["act"] == act  # it goes along


def two_tabs(story: Story) -> Any:
    """Both were open when the session ended; the second one is sent twice."""
    visitor = story.visit("owner")
    opened, plan = form_to(visitor.get(FIRST), FIRST), form_to(visitor.get("/plan/now-and-before/"), "/plan/comments/")
    end_session(visitor)
    visitor.post(FIRST, {**opened, **TYPED})
    for _twice in range(2):
        visitor.post("/plan/comments/", {**plan, "body": "Both of these were mine."})
    sign_in(visitor, story, "owner")
    return visitor


def test_two_tabs_are_both_kept_and_sent_one_by_one(story: Story) -> None:
    visitor = two_tabs(story)
    forms = [fields_of(form) for form in soup(visitor.get("/kept/")).select('form[action="/kept/"]')]
    assert [form.get("body") or form.get("comment") for form in forms] == [
        "Both of these were mine.",
        TYPED["comment"],
    ]
    again = visitor.post("/kept/", forms[0])
    assert again["Location"] == "/plan/comments/"
    page = visitor.get(visitor.post(again["Location"], forms[0])["Location"])
    assert "Both of these were mine." in words(page)
    assert soup(page).select_one('.notice a[href="/kept/"]')
    assert visitor.post("/kept/", forms[0]).status_code == 200  # sent already: what still waits is shown
    assert send_what_was_kept(visitor)["Location"] == "/questions/HOME-02/"
    assert saved(story)
    assert visitor.get("/kept/")["Location"] == "/"


def test_one_of_two_can_be_thrown_away(story: Story) -> None:
    visitor = two_tabs(story)
    first = form_to(visitor.get("/kept/"), "/kept/")
    assert visitor.post("/kept/throw-away/", {"kept_form": first["kept_form"]})["Location"] == "/kept/"
    page = words(visitor.get("/kept/"))
    assert "Both of these were mine." not in page
    assert TYPED["comment"] in page


def test_the_last_five_are_kept(story: Story) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    for number in range(7):
        visitor.post(FIRST, {**opened, "comment": f"Tab {number} had this in it."})
    sign_in(visitor, story, "owner")
    page = words(visitor.get("/kept/"))
    assert [f"Tab {number} had" in page for number in range(7)] == [False, False, True, True, True, True, True]


def test_what_is_saved_while_typing_takes_one_place_alone(story: Story) -> None:
    visitor = two_tabs(story)
    opened = form_to(visitor.get("/questions/HOME-02/"), "/questions/HOME-02/")
    end_session(visitor)
    visitor.post("/plan/comments/", {**opened, "body": "This was said by hand."})
    for number in range(7):
        typed = {"comment": f"Letter {number} of it was typed.", "request": str(number), "background": "1"}
        visitor.post("/questions/HOME-02/", {**opened, **typed})
    sign_in(visitor, story, "owner")
    page = words(visitor.get("/kept/"))
    assert [f"Letter {number} of" in page for number in range(7)] == [False] * 6 + [True]
    assert "This was said by hand." in page


def test_somebody_elses_forms_push_nothing_out(story: Story) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    others = form_to(story.visit("other_owner").get(FIRST), FIRST)
    end_session(visitor)
    visitor.post(FIRST, {**opened, **TYPED})
    for number in range(7):
        visitor.post(FIRST, {**others, "comment": f"Tab {number} of somebody else."})
    sign_in(visitor, story, "owner")
    assert TYPED["comment"] in words(visitor.get("/kept/"))


@pytest.mark.parametrize("path", [None, "forged"])
def test_the_session_may_end_once_more_where_it_waits(story: Story, path: str | None) -> None:
    visitor = story.visit("owner")
    opened = form_to(visitor.get(FIRST), FIRST)
    end_session(visitor)
    visitor.post(FIRST, {**opened, **TYPED})
    sign_in(visitor, story, "owner")
    fields = form_to(visitor.get("/kept/"), "/kept/")
    end_session(visitor)
    page = visitor.post("/kept/", {**fields, "kept_path": path} if path else fields)
    assert page.status_code == 403
    assert ("What you wrote is not lost" in words(page)) == (path is None)
    sign_in(visitor, story, "owner")
    if path is None:
        assert send_what_was_kept(visitor)["Location"] == "/questions/HOME-02/"
        assert saved(story)
