"""What is for the worker and the manager alone is in no file of the plan: the whole team can fetch it."""

from leavingwell.platform.documents.models import Document
from leavingwell.platform.documents.plan_page import plan_page
from leavingwell.platform.plans.models import Comment
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.snapshots import snapshot_of
from tests.factories import Household

Audience = Comment.Audience


def write_all(house: Household) -> None:
    for audience in Audience:
        first = add_comment(house.plan, body=f"Read by {audience}", by=house.owner, language="en", audience=audience)
        add_comment(house.plan, body=f"Answer for {audience}", by=house.worker, language="en", in_answer_to=first)


def test_the_document(in_north: Household) -> None:
    write_all(in_north)
    document = Document.objects.create(plan=in_north.plan, language="en", requested_by=in_north.owner)
    page = plan_page(document)
    for audience, there in ((Audience.WORKER, False), (Audience.TEAM, True), (Audience.SUPPORTERS, True)):
        for words in (f"Read by {audience}", f"Answer for {audience}"):
            assert (words in page) is there, words


def test_an_answer_to_what_matters_stands_with_the_comments(in_north: Household) -> None:
    first = add_comment(in_north.plan, body="My dog", by=in_north.owner, language="en", part="what_matters")
    add_comment(in_north.plan, body="We will ask", by=in_north.worker, language="en", in_answer_to=first)
    document = Document.objects.create(plan=in_north.plan, language="en", requested_by=in_north.owner)
    page = plan_page(document)
    assert page.index("My dog") < page.index(">Comments<") < page.index("We will ask")


def test_what_is_kept_of_an_agreed_plan(in_north: Household) -> None:
    write_all(in_north)
    kept = [comment["body"] for comment in snapshot_of(in_north.plan)["comments"]]
    assert "Read by team" in kept
    assert not [words for words in kept if "worker" in words]
