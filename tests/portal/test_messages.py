"""Messages: threads, who reads them, and that they were read."""

from typing import Any

import pytest

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Comment, CommentRead
from leavingwell.platform.plans.services.comments import add_comment
from tests.api import opaque
from tests.portal.pages import Story, soup, words

OWN = "/messages/"


def place(story: Story, who: str) -> str:
    return OWN if who == "owner" else f"/people/{story.person}{OWN}"


def write(story: Story, who: str, **typed: str) -> Any:
    visitor, address = story.visit(who), place(story, who)
    form = soup(visitor.get(address)).find("form", id="write")
    assert form
    start = {"audience": "TEAM", "about": ""}
    return visitor.post(address, {**start, **typed}, follow=True)


def latest(story: Story) -> Comment:
    with scope(story.council):
        found: Comment = Comment.objects.order_by("-written_at")[0]
        return found


def test_writing_and_choosing_who_reads_it(story: Story) -> None:
    page = write(story, "owner", body="Can Fern come?", audience="WORKER", about="area:HOME")
    assert "Can Fern come?" in words(page)
    assert "For the worker and their manager" in words(page)
    assert (latest(story).audience, latest(story).part) == ("worker", "HOME")
    for who, reads in (("worker", True), ("manager", True), ("supervisor", False), ("duty", False)):
        around = f"/people/{story.person}/plan/now-and-before/"
        assert ("Can Fern come?" in words(story.visit(who).get(place(story, who)))) is reads, who
        assert ("Can Fern come?" in words(story.visit(who).get(around))) is reads, who


def test_who_reads_it_is_explained_before_sending(story: Story) -> None:
    page = story.visit("owner").get(OWN)
    assert "If you change nothing" in words(page)
    chosen = soup(page).select_one("#write input[name=audience][checked]")
    assert chosen
    assert chosen["value"] == "TEAM"


def test_an_answer_joins_the_thread(story: Story) -> None:
    write(story, "owner", body="First")
    first = latest(story)
    address = place(story, "worker")
    given = {"in_answer_to": opaque("Comment", first), "body": "Second", "next": address}
    page = story.visit("worker").post(address, given, follow=True)
    assert "Second" in words(page)
    assert latest(story).answers_id == first.pk
    said = [bubble.get_text(" ", strip=True) for bubble in soup(page).select(".bubble")]
    assert [one.split()[-1] for one in said][:2] == ["Second", "First"]  # the newest first
    assert "In answer to" in said[0]
    assert "First" in said[0]
    assert "In answer to" not in said[1]
    answers = soup(page).select("#said details form input[name=in_answer_to]")
    assert [one["value"] for one in answers].count(opaque("Comment", first)) == 1  # once a thread


def test_reading_it_is_shown_to_its_author_and_takes_the_dot_away(story: Story) -> None:
    write(story, "worker", body="Hello there")
    home = story.visit("owner").get("/")
    assert soup(home).select_one(".menu .count")
    assert "New" in words(story.visit("owner").get(OWN))
    assert not soup(story.visit("owner").get("/")).select_one(".menu .count")
    assert f"{story.household.owner.name} has read this" in words(story.visit("worker").get(place(story, "worker")))
    assert "has read this" not in words(story.visit("manager").get(place(story, "manager")))


def test_only_looking_at_the_head_reads_nothing(story: Story) -> None:
    story.visit("owner").head(OWN)
    with scope(story.council):
        assert not CommentRead.objects.exists()


def test_good_news(story: Story) -> None:
    page = story.visit("owner").get("/")
    link = soup(page).find("a", string=lambda text: bool(text) and "good news" in text)
    start = story.visit("owner").get(f"{OWN}?good=1")
    assert soup(start).select_one("#write input[name=good_news][checked]")
    assert link or "Share good news" in words(page)
    write(story, "owner", body="I passed!", good_news="on")
    assert latest(story).kind == "good_news"
    assert "Good news" in words(story.visit("worker").get(place(story, "worker")))


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"body": "   "}, "Write something first"),
        ({"body": "x" * 4001}, "4000"),
        ({"body": "Kept words", "audience": "EVERYBODY"}, "Choose one of these"),
        ({"body": "Kept words", "about": "area:NOWHERE"}, "could not find"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(story: Story, typed: dict[str, str], wrong: str) -> None:
    answer = story.visit("owner").post(OWN, {"audience": "TEAM", **typed})
    assert answer.status_code == 422
    assert wrong in words(answer)
    form = soup(answer).find("form", id="write")
    assert form
    assert form.find("textarea").get_text().strip() == typed["body"].strip()  # type: ignore[union-attr]


def test_an_answer_to_nothing_is_not_found(story: Story) -> None:
    answer = story.visit("owner").post(OWN, {"in_answer_to": "nonsense", "body": "Words"})
    assert answer.status_code in (404, 422)


def test_outsiders_and_supporters(story: Story) -> None:
    address = place(story, "worker")
    for who in ("other_owner", "other_worker", "analyst"):
        assert story.visit(who).get(address).status_code == 404, who
        assert story.visit(who).post(address, {"body": "Hi"}).status_code == 404, who
    assert story.visit(None).get(OWN).status_code == 302
    with scope(story.council):
        Supporter.objects.update(parts=["comments"])
        plan = story.household.plan
        for audience in Comment.Audience:
            add_comment(plan, body=f"For {audience}", by=story.household.owner, language="en", audience=audience)
    seen = words(story.visit("supporter").get(address))
    assert "For supporters" in seen
    assert "For team" not in seen
    assert "For worker" not in seen
    assert story.visit("supporter").post(address, {"body": "Hi", "audience": "TEAM"}).status_code == 403


def test_older_messages_are_a_page_away(story: Story) -> None:
    with scope(story.council):
        for number in range(101):
            add_comment(story.household.plan, body=f"Number {number}.", by=story.household.owner, language="en")
    page = story.visit("worker").get(place(story, "worker"))
    assert "Number 100." in words(page)
    assert "Number 0." not in words(page)
    older = soup(page).find("a", string="Older messages")
    assert older
    assert "Number 0." in words(story.visit("worker").get(place(story, "worker") + str(older["href"])))


def test_other_pages_lead_to_where_one_writes(story: Story) -> None:
    visitor = story.visit("owner")
    for address in ("/", "/help/", "/offers/"):
        page = soup(visitor.get(address))
        assert page.select_one('main a[href="/messages/#write"]'), address
        assert not page.select('a[href$="#comments"]'), address
    assert soup(visitor.get("/messages/")).select_one("form#write")
