"""The check-in: a face is enough, and only the young person can send it."""

from typing import Any

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import CheckIn
from tests.portal.pages import SECRETS, Story, form_to, words

ADDRESS = "/check-in/"


def send(visitor: Any, **typed: str) -> Any:
    return visitor.post(ADDRESS, {**form_to(visitor.get(ADDRESS), ADDRESS), **typed})


def newest(story: Story) -> CheckIn:
    with scope(story.council):
        found: CheckIn = CheckIn.objects.select_related("area").order_by("-sent_at")[0]
        return found


def test_a_face_alone_is_a_whole_check_in(story: Story) -> None:
    answer = send(story.visit("owner"), face="5")
    assert answer["Location"] == "/"
    assert (newest(story).face, newest(story).shared_with, newest(story).call) == (5, "worker", "no")


def test_everything_that_can_be_said(story: Story) -> None:
    send(story.visit("owner"), face="2", area="MIND", note="Can't sleep.\r\nAgain.", call="THIS_WEEK")
    sent = newest(story)
    assert sent.area
    assert (sent.area.code, sent.note, sent.call) == ("MIND", "Can't sleep.\nAgain.", "this_week")


def test_a_low_face_is_answered_with_the_numbers_to_call(story: Story) -> None:
    visitor = story.visit("owner")
    page = visitor.post(ADDRESS, {"face": "1", "shared_with": "ONLY_ME", "call": "NO"}, follow=True)
    assert "Saved, for you alone." in words(page)
    assert "whom to call further down on this page" in words(page)


def test_what_is_wrong_is_said_and_what_was_typed_stays(story: Story) -> None:
    visitor = story.visit("owner")
    for typed, wrong in (
        ({"note": "About the job"}, "Choose one of the five faces"),
        ({"face": "9", "note": "About the job"}, "Choose one of these"),
        ({"face": "3", "note": "About the job", "call": "TODAY", "shared_with": "ONLY_ME"}, "let your worker see"),
        ({"face": "3", "note": "About the job", "area": "NOWHERE"}, "There is no such area"),
    ):
        page = send(visitor, **typed)
        assert page.status_code == 422, typed
        assert wrong in words(page), typed
        assert form_to(page, ADDRESS)["note"] == "About the job"
    with scope(story.council):
        assert CheckIn.objects.count() == 1


def test_my_last_few_are_mine_alone(story: Story) -> None:
    assert "How you have been" in words(story.visit("owner").get(ADDRESS))
    assert "How you have been" not in words(story.visit("other_owner").get(ADDRESS))


def test_nobody_else_has_this_page(story: Story) -> None:
    for who in ("worker", "manager", "supporter", "editor"):
        assert story.visit(who).get(ADDRESS).status_code == 404
        assert story.visit(who).post(ADDRESS, {"face": "5"}).status_code == 404
    with scope(story.council):
        assert CheckIn.objects.count() == 1


def test_the_worker_sees_what_was_shared(story: Story) -> None:
    send(story.visit("owner"), face="3", note="Only mine", shared_with="ONLY_ME")
    page = words(story.visit("worker").get(f"/people/{story.person}/"))
    assert SECRETS[4] in page
    assert "Only mine" not in page
