"""Notices: one's own alone, read or not, and by e-mail if one wishes."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leavingwell.platform.access.services.allocating import end_allocation
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.models import Notice, NoticePreference
from leavingwell.platform.plans.services.noticing import notify
from tests.api import ask, codes, do, opaque
from tests.factories import Household

NOTICES = (
    "query($unread: Boolean = false) { viewer { unreadNotices notices(unread: $unread) { totalCount edges { node "
    "{ id kind text readAt dueOn youngPerson { preferredName } } } } } }"
)


def tell(house: Household, who: str = "worker", kind: str = "new_comment", key: str = "a") -> Notice:
    with scope(house.council):
        notify([house.people[who]], Notice.Kind(kind), young_person=house.young_person, key=key)
        return Notice.objects.get(recipient=house.people[who], kind=kind, key=key)


def read(house: Household, who: str = "worker", **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(house.people[who], house.council, NOTICES, **given)["data"]["viewer"]
    return found


def mark(house: Household, who: str = "worker", **given: Any) -> dict[str, Any]:
    return do(house.people[who], house.council, "markNoticesRead", "... on Person { id }", **given)


def test_their_own_newest_first(north: Household) -> None:
    tell(north)
    tell(north, kind="good_news")
    tell(north, "manager")
    found = read(north)
    assert found["unreadNotices"] == 2
    nodes = [edge["node"] for edge in found["notices"]["edges"]]
    assert [one["kind"] for one in nodes] == ["GOOD_NEWS", "NEW_COMMENT"]
    assert nodes[1]["text"] == "There are new words for you on the plan."
    assert nodes[1]["youngPerson"] == {"preferredName": "Owner of northmoor"}


def test_the_young_person_reads_words_of_their_own(north: Household) -> None:
    tell(north, "owner", "new_worker")
    assert read(north, "owner")["notices"]["edges"][0]["node"]["text"] == "You have a new worker."


def test_told_once_for_each_key(north: Household) -> None:
    for key in ("a", "a", "b"):
        tell(north, key=key)
    assert read(north)["notices"]["totalCount"] == 2


def test_reading_one_and_then_all(north: Household) -> None:
    one = opaque("PersonalNotice", tell(north))
    tell(north, key="b")
    assert mark(north, noticeIds=[one])["__typename"] == "Person"
    found = read(north, unread=True)
    assert (found["unreadNotices"], found["notices"]["totalCount"]) == (1, 1)
    mark(north)
    assert read(north)["unreadNotices"] == 0


@pytest.mark.parametrize("given", [["nonsense"], [""], ["x" * 3000]])
def test_an_id_that_is_none(north: Household, given: list[str]) -> None:
    assert codes(mark(north, noticeIds=given)) == [("NOT_FOUND", "noticeIds.0")]


def test_nobody_reads_anothers(north: Household, east: Household) -> None:
    notice = opaque("PersonalNotice", tell(north))
    for house, who in ((north, "manager"), (north, "owner"), (east, "worker")):
        assert codes(mark(house, who, noticeIds=[notice])) == [("NOT_FOUND", "noticeIds.0")]
        assert read(house, who)["notices"]["totalCount"] == 0
        mark(house, who)
    assert read(north)["unreadNotices"] == 1


def test_a_visitor_has_none(north: Household) -> None:
    assert ask(None, north.council, NOTICES)["data"]["viewer"] is None
    assert codes(do(None, north.council, "markNoticesRead", "", noticeIds=[]))[0][0] == "NOT_ALLOWED"
    refused = do(None, north.council, "setNoticePreference", "", kind="NEW_COMMENT", byEmail=False)
    assert codes(refused)[0][0] == "NOT_ALLOWED"


def test_a_notice_forgets_the_name_once_its_reader_has_lost_the_young_person(north: Household) -> None:
    tell(north)
    with scope(north.council):
        end_allocation(north.young_person.allocations.get(), north.young_person.allocations.get().starts_on)
    (edge,) = read(north)["notices"]["edges"]
    assert edge["node"]["youngPerson"] is None


def test_choosing_the_emails(north: Household) -> None:
    query = "{ viewer { noticeChoices { kind byEmail } } }"

    def chosen(who: str) -> dict[str, bool]:
        found = ask(north.people[who], north.council, query)["data"]["viewer"]["noticeChoices"]
        return {one["kind"]: one["byEmail"] for one in found}

    for by_email in (False, False, True):
        kept = do(
            north.worker,
            north.council,
            "setNoticePreference",
            "... on NoticePreference { kind byEmail }",
            kind="VISIT_DUE",
            byEmail=by_email,
        )
        assert (kept["kind"], kept["byEmail"]) == ("VISIT_DUE", by_email)
        assert chosen("worker")["VISIT_DUE"] is by_email
    assert chosen("manager")["VISIT_DUE"] is True
    assert "VISIT_DUE" not in chosen("owner")
    with scope(north.council):
        assert NoticePreference.objects.count() == 1


def test_sent_twice_under_one_id_it_is_done_once(north: Household) -> None:
    request = "7f0c3a52-1111-4222-8333-444455556667"
    first, again = (mark(north, requestId=request) for _time in range(2))
    assert first["id"] == again["id"]


def test_the_list_costs_the_same_for_two_and_for_ten(north: Household) -> None:
    counts = []
    for keys in ("ab", "cdefghij"):
        for key in keys:
            tell(north, key=key)
        read(north)
        with CaptureQueriesContext(connection) as queries:
            read(north)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_choices_are_named_as_the_notices_speak_to_the_reader(north: Household) -> None:
    def names(who: str) -> dict[str, str]:
        found = ask(north.people[who], north.council, "{ viewer { noticeChoices { kind label } } }")
        return {one["kind"]: one["label"] for one in found["data"]["viewer"]["noticeChoices"]}

    assert names("owner")["PLAN_AGREED"] == "Your plan was agreed."
    assert names("worker")["PLAN_AGREED"] == "A plan was agreed"
