"""A plan lives for years: what is newest on it shows, however much there was before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Supporter
from leavingwell.platform.plans.models import Action, Comment
from tests.portal.pages import SECRETS, Story, soup, words

MANY = 101
OWN_WORDS, NEWEST_ACTION, ASKED_FOR = SECRETS[0], SECRETS[2], "Is your home warm enough?"
SAID_LAST = "A word to all"


@pytest.fixture
def full(story: Story) -> Story:
    """More than a page of everything, from years ago."""
    with scope(story.council):
        plan, worker = story.household.plan, story.household.worker
        long_ago = timezone.now() - timedelta(days=2000)
        rows = [
            Action(
                council=story.council,
                plan=plan,
                title=f"Old {number}",
                language="en",
                added_by=worker,
                added_at=long_ago + timedelta(hours=number),
                status="done",
                done_at=long_ago + timedelta(hours=number + 1),
                done_by=worker,
            )
            for number in range(MANY)
        ]
        said = [
            Comment(
                council=story.council,
                plan=plan,
                body=f"Said {number}",
                language="en",
                author=worker,
                written_at=long_ago + timedelta(hours=number),
            )
            for number in range(MANY)
        ]
        Action.objects.bulk_create(rows)
        Comment.objects.bulk_create(said)
        Supporter.objects.filter(person=story.household.people["supporter"]).update(parts=["actions", "comments"])
    return story


@pytest.mark.parametrize(
    ("who", "address", "shown"),
    [
        ("owner", "/", [NEWEST_ACTION]),
        ("owner", "/to-do/", [NEWEST_ACTION, ASKED_FOR, f"Old {MANY - 1}"]),
        ("owner", "/plan/", [OWN_WORDS]),
        ("owner", "/plan/now-and-before/", [SAID_LAST]),
        ("owner", "/messages/", [NEWEST_ACTION, SAID_LAST]),
        ("worker", "/people/{person}/", [OWN_WORDS, NEWEST_ACTION, ASKED_FOR]),
        ("worker", "/people/{person}/review/", [NEWEST_ACTION]),
        ("manager", "/sign-off/{plan}/", [OWN_WORDS, NEWEST_ACTION]),
        ("supporter", "/supporting/{person}/", [NEWEST_ACTION]),
    ],
)
def test_the_newest_is_there(full: Story, who: str, address: str, shown: list[str]) -> None:
    page = full.visit(who).get(address.format(person=full.person, plan=full.plan))
    assert page.status_code == 200
    text = words(page)
    for one in shown:
        assert one in text, one


def test_what_was_done_is_counted_whole_and_can_be_read_back(full: Story) -> None:
    visitor = full.visit("owner")
    page = visitor.get("/to-do/?show=done")
    assert f"Done ({MANY})" in words(page)
    assert "Old 1 " not in words(page)
    earlier = soup(page).find("a", string="Show earlier ones")
    assert earlier is not None
    assert "Old 1 " in words(visitor.get(f"/to-do/{earlier['href']}"))


def test_one_who_was_let_in_learns_nothing_of_words_they_may_not_read(full: Story) -> None:
    """An action that only the team speaks about is not among those that a supporter finds by words."""
    document = "query($id: ID!) { plan(id: $id) { actions(withWords: true) { totalCount } } }"
    with scope(full.council):
        action = Action.objects.get(title=NEWEST_ACTION)
        Comment.objects.create(
            council=full.council,
            plan=action.plan,
            action=action,
            body="Hm",
            language="en",
            audience="team",
            author=full.household.people["worker"],
        )
    found = {}
    for who in ("owner", "supporter", "other_owner"):
        answer = full.visit(who).post(
            "/graphql/", {"query": document, "variables": {"id": full.plan}}, content_type="application/json"
        )
        plan = answer.json()["data"]["plan"]
        found[who] = plan and plan["actions"]["totalCount"]
    assert found == {"owner": 1, "supporter": 0, "other_owner": None}
