"""Break-glass: a reason, a day, a manager who is told, and nothing before or after it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from leavingwell.platform.access.models import YoungPersonGrant
from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import EmergencyAccess
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services import emergencies
from tests.api import ask, codes, do, opaque
from tests.factories import Household

REASON = "She rang the night line and is not safe"
ACCESS = "... on EmergencyAccess { id reason endsAt youngPerson { preferredName } }"
MATCHES = "... on Matches { matches { id name team } }"
PLAN = "query($id: ID!) { youngPerson(id: $id) { preferredName emergencyUntil state permissions plan { id } } }"
LIST = "{ emergencyAccesses(first: 20) { totalCount edges { node { id reason seenAt person { name } } } } }"
MAY = ("other_worker",)
MAY_NOT = ("owner", "other_owner", "supporter", "analyst", "admin", "editor", "translator")


def owner_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def open_record(house: Household, who: str = "other_worker", reason: str = REASON, **more: Any) -> dict[str, Any]:
    given = {"youngPersonId": owner_id(house), "reason": reason, **more}
    return do(house.people[who], house.council, "openInEmergency", ACCESS, **given)


def see(house: Household, who: str = "other_worker") -> Any:
    return ask(house.people[who], house.council, PLAN, id=owner_id(house))["data"]["youngPerson"]


def find(house: Household, name: str, who: str = "other_worker") -> dict[str, Any]:
    return do(house.people[who], house.council, "findInEmergency", MATCHES, name=name)


def test_a_reason_opens_the_record_for_a_day(north: Household) -> None:
    assert see(north) is None
    opened = open_record(north)
    assert opened["youngPerson"]["preferredName"] == north.owner.name
    found = see(north)
    assert found["emergencyUntil"] == opened["endsAt"]
    assert found["state"] == "STABLE"
    may = {"VIEW_PLAN", "VIEW_ANSWERS", "VIEW_NOTES", "VIEW_CHECK_INS", "VIEW_SAFETY_NOTICES"}
    assert may | {"RECORD_CRISIS", "ADD_ACTION", "ADD_COMMENT"} <= set(found["permissions"])
    assert not {"AUTHORISE_PLAN", "SAVE_ANSWERS", "ALLOCATE_WORKER", "REDACT"} & set(found["permissions"])


def test_it_ends_by_itself(north: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    open_record(north)
    with scope(north.council):
        access = EmergencyAccess.objects.get()
        assert access.ends_at - access.starts_at == timedelta(hours=24)
        YoungPersonGrant.objects.filter(user=north.other_worker.user).update(until=timezone.now())
    assert see(north) is None


def test_the_manager_is_told_without_a_private_word_and_the_young_person_can_read_why(
    north: Household, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        open_record(north)
    with scope(north.council):
        notice = Notice.objects.get(kind="emergency_access")
        assert notice.recipient_id == north.manager.pk
        entry = AuditEntry.objects.get(action="emergency.opened")
        assert (entry.reason, entry.young_person_id) == (REASON, north.young_person.pk)
    assert all(REASON not in letter.body and north.owner.name not in letter.body for letter in mail.outbox)
    query = "query($id: ID!) { accessLog(youngPersonId: $id, first: 5) { edges { node { name deed reason } } } }"
    answer = ask(north.owner, north.council, query, id=owner_id(north))
    told = {"name": north.other_worker.name, "deed": "opened the record in an emergency", "reason": REASON}
    assert told in [edge["node"] for edge in answer["data"]["accessLog"]["edges"]]


@pytest.mark.parametrize("reason", ["", "   ", "urgent", "two words"])
def test_without_a_few_words_of_reason_it_stays_shut(north: Household, reason: str) -> None:
    assert codes(open_record(north, reason=reason)) == [("INVALID", "reason")]
    assert see(north) is None


def test_a_reason_without_end_is_too_large(north: Household) -> None:
    assert codes(open_record(north, reason="very urgent " * 500)) == [("TOO_LARGE", "reason")]


@pytest.mark.parametrize("who", MAY_NOT)
def test_other_roles_may_neither_search_nor_open_nor_list(north: Household, who: str) -> None:
    assert codes(open_record(north, who)) == [("NOT_ALLOWED", None)]
    assert codes(find(north, "Owner", who)) == [("NOT_ALLOWED", None)]
    assert ask(north.people[who], north.council, LIST)["errors"][0]["extensions"]["code"] == "NOT_ALLOWED"


def test_a_visitor_may_not(north: Household) -> None:
    given = {"youngPersonId": owner_id(north), "reason": REASON}
    assert codes(do(None, north.council, "openInEmergency", ACCESS, **given)) == [("NOT_ALLOWED", None)]
    assert codes(do(None, north.council, "findInEmergency", MATCHES, name="Owner")) == [("NOT_ALLOWED", None)]


def test_another_councils_young_person_is_not_there(north: Household, east: Household) -> None:
    given = {"youngPersonId": owner_id(north), "reason": REASON}
    refused = do(east.worker, east.council, "openInEmergency", ACCESS, **given)
    nonsense = do(east.worker, east.council, "openInEmergency", ACCESS, youngPersonId="nonsense", reason=REASON)
    assert codes(refused) == codes(nonsense) == [("NOT_FOUND", "youngPersonId")]
    assert find(east, "northmoor", "worker")["matches"] == []


def test_who_works_with_them_anyway_is_told_so(north: Household) -> None:
    for who in ("worker", "manager", "duty", "supervisor"):
        assert codes(open_record(north, who)) == [("WRONG_STATE", "youngPersonId")]


def test_twice_is_once(north: Household) -> None:
    first, second = open_record(north), open_record(north, reason="I have closed the page by mistake")
    assert first["id"] == second["id"]
    with scope(north.council):
        assert EmergencyAccess.objects.count() == Notice.objects.filter(kind="emergency_access").count() == 1


def test_the_search_tells_names_and_teams_alone_and_is_noted(north: Household) -> None:
    found = find(north, "  owner   of ")["matches"]
    assert {one["name"] for one in found} == {north.owner.name, north.other_owner.name}
    assert {one["team"] for one in found} == {"Team of northmoor", "Other team of northmoor"}
    assert find(north, "nobody at all")["matches"] == []
    with scope(north.council):
        noted = AuditEntry.objects.filter(action="emergency.searched").order_by("at")
        assert [entry.changes["name"][1] for entry in noted] == ["owner of", "nobody at all"]
        assert {entry.actor_id for entry in noted} == {north.other_worker.pk}


@pytest.mark.parametrize("name", ["", "ow", "  o  ", "%%"])
def test_a_short_name_finds_nobody(north: Household, name: str) -> None:
    assert codes(find(north, name)) == [("INVALID", "name")]


def test_signs_that_mean_something_to_a_database_mean_nothing(north: Household) -> None:
    assert find(north, "%%%")["matches"] == find(north, "___")["matches"] == []


def test_the_twenty_first_search_of_an_hour_waits(north: Household) -> None:
    for _each in range(emergencies.SEARCHES_AN_HOUR):
        find(north, "nobody")
    assert codes(find(north, "Owner")) == [("CONFLICT", "name")]
    assert "matches" in find(north, "Owner", "manager")
    with scope(north.council):
        assert emergencies.searches_this_hour(north.other_worker) == emergencies.SEARCHES_AN_HOUR


def test_the_manager_sees_the_list_and_marks_it_as_seen(north: Household) -> None:
    opened = open_record(north)["id"]
    nodes = ask(north.manager, north.council, LIST)["data"]["emergencyAccesses"]["edges"]
    assert [(edge["node"]["id"], edge["node"]["reason"], edge["node"]["seenAt"]) for edge in nodes] == [
        (opened, REASON, None)
    ]
    fields = "... on EmergencyAccess { seenAt seenBy { name } }"
    seen = do(north.manager, north.council, "seeEmergencyAccess", fields, emergencyAccessId=opened)
    assert seen["seenBy"]["name"] == north.manager.name
    again = do(north.manager, north.council, "seeEmergencyAccess", fields, emergencyAccessId=opened)
    assert codes(again) == [("WRONG_STATE", None)]


def test_only_the_manager_marks_it_as_seen(north: Household, east: Household) -> None:
    opened = open_record(north)["id"]
    fields = "... on EmergencyAccess { id }"
    tried = {
        who: codes(do(north.people[who], north.council, "seeEmergencyAccess", fields, emergencyAccessId=opened))
        for who in ("worker", "duty", "owner", "other_worker", "other_owner", "admin")
    }
    insiders = {key: [("NOT_ALLOWED", None)] for key in ("worker", "duty", "owner", "other_worker")}
    assert tried == insiders | {key: [("NOT_FOUND", "emergencyAccessId")] for key in ("other_owner", "admin")}
    elsewhere = do(east.manager, east.council, "seeEmergencyAccess", fields, emergencyAccessId=opened)
    assert codes(elsewhere) == [("NOT_FOUND", "emergencyAccessId")]


def test_others_lists_are_empty(north: Household, east: Household) -> None:
    open_record(north)
    for house, who, number in (
        (north, "other_worker", 1),
        (north, "worker", 0),
        (north, "duty", 0),
        (east, "manager", 0),
    ):
        assert ask(house.people[who], house.council, LIST)["data"]["emergencyAccesses"]["totalCount"] == number


def test_a_team_without_a_manager_has_the_administrators_told(north: Household) -> None:
    with scope(north.council):
        access = emergencies.open_in_emergency(north.other_young_person, reason=REASON, by=north.worker)
        told = Notice.objects.filter(kind="emergency_access", key=str(access.pk))
        assert [notice.recipient_id for notice in told] == [north.admin.pk]


def test_it_puts_nobody_on_the_caseload(north: Household) -> None:
    open_record(north)
    caseload = ask(north.other_worker, north.council, "{ caseload { edges { node { preferredName } } } }")
    names = [edge["node"]["preferredName"] for edge in caseload["data"]["caseload"]["edges"]]
    assert names == [north.other_owner.name]


def test_what_was_opened_keeps_out_what_is_just_for_the_young_person(north: Household) -> None:
    fields = "... on CheckIn { id }"
    for shared in ("ONLY_ME", "WORKER"):
        given = {"youngPersonId": owner_id(north), "face": 2, "sharedWith": shared, "note": shared}
        do(north.owner, north.council, "checkIn", fields, **given)
    open_record(north)
    query = "query($id: ID!) { checkIns(youngPersonId: $id) { edges { node { note } } } }"
    found = ask(north.other_worker, north.council, query, id=owner_id(north))["data"]["checkIns"]["edges"]
    assert [edge["node"]["note"] for edge in found] == ["WORKER"]
