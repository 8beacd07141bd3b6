"""What is known of a young person: who changes and who reads it, times in care, and the category."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leavingwell.platform.audit.models import AuditEntry
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.dates import birthday
from leavingwell.platform.people.models import CarePeriod, Invitation, YoungPerson
from leavingwell.platform.plans.services.reviewing import open_plan
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_young_person

FIELDS = (
    "preferredName legalName pronouns phone language email reading needs celebrates version category categoryReason "
    "carePeriods { startsOn endsOn shortBreak } suggestedCategory { category reason weeks } "
    "invitation { state } joinedAt welcomedAt"
)
DAY = timedelta(days=1)


def own_id(house: Household) -> str:
    with scope(house.council):
        return opaque("YoungPerson", house.young_person)


def update(house: Household, who: str = "owner", of: Household | None = None, **given: Any) -> dict[str, Any]:
    given = {"youngPersonId": own_id(of or house), **given}
    return do(house.people[who], house.council, "updateYoungPerson", f"... on YoungPerson {{ {FIELDS} }}", **given)


def read(house: Household, who: str | None) -> dict[str, Any] | None:
    query = f"query($id: ID!) {{ youngPerson(id: $id) {{ {FIELDS} }} }}"
    person = house.people[who] if who else None
    found: dict[str, Any] | None = ask(person, house.council, query, id=own_id(house))["data"]["youngPerson"]
    return found


def test_a_young_person_says_how_they_want_to_be_met(north: Household) -> None:
    said = {
        "preferredName": " Wren ",
        "pronouns": "they/them",
        "phone": "+44 (0)7700 900123",
        "language": "ar",
        "reading": "PICTURES",
        "needs": "Big print",
        "celebrates": True,
    }
    changed = update(north, **said)
    assert {name: changed[name] for name in said} == {**said, "preferredName": "Wren"}
    with scope(north.council):
        entry = AuditEntry.objects.get(action="young_person.updated")
        assert entry.changes["needs"] == ["", "Big print"]
        assert entry.changes["name"] == ["Owner of northmoor", "Wren"]
        assert entry.actor_name == "Owner of northmoor"
    assert update(north, needs="")["needs"] == ""


@pytest.mark.parametrize("given", [{"legalName": "Else"}, {"dateOfBirth": "2008-01-01"}, {"email": "mine@example.org"}])
def test_what_only_workers_change(north: Household, given: dict[str, Any]) -> None:
    assert codes(update(north, **given)) == [("NOT_ALLOWED", next(iter(given)))]
    assert update(north, "worker", **given)["__typename"] == "YoungPerson"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"preferredName": "  "}, ("INVALID", "preferredName")),
        ({"preferredName": "x" * 201}, ("INVALID", "preferredName")),
        ({"pronouns": "x" * 41}, ("TOO_LARGE", "pronouns")),
        ({"phone": "ask my nan"}, ("INVALID", "phone")),
        ({"phone": "0770"}, ("INVALID", "phone")),
        ({"phone": "0" * 41}, ("TOO_LARGE", "phone")),
        ({"language": "tlh"}, ("INVALID", "language")),
        ({"needs": "x" * 1001}, ("TOO_LARGE", "needs")),
        ({"legalName": "x" * 201}, ("TOO_LARGE", "legalName")),
        ({"dateOfBirth": "1950-01-01"}, ("INVALID", "dateOfBirth")),
        ({"email": "no address"}, ("INVALID", "email")),
        ({"email": ""}, ("INVALID", "email")),
    ],
)
def test_a_fault_is_named_and_nothing_is_kept(
    north: Household, given: dict[str, Any], problem: tuple[str, str]
) -> None:
    before = read(north, "worker")
    assert codes(update(north, "worker", **given)) == [problem]
    assert read(north, "worker") == before


def test_an_address_that_somebody_here_has_is_refused(north: Household, east: Household) -> None:
    assert codes(update(north, "worker", email=north.manager.user.email)) == [("INVALID", "email")]
    assert update(north, "worker", email=east.manager.user.email)["email"] == east.manager.user.email


def test_who_is_slower_sees_both_texts(north: Household) -> None:
    version = (read(north, "owner") or {})["version"]
    update(north, needs="A quiet room", expectedVersion=version)
    given = {"youngPersonId": own_id(north), "needs": "Big print", "expectedVersion": version}
    query = (
        "mutation($input: UpdateYoungPersonInput!) { updateYoungPerson(input: $input) "
        "{ ... on Problems { problems { code field theirs } } } }"
    )
    found = ask(north.worker, north.council, query, input=given)["data"]["updateYoungPerson"]["problems"]
    assert found == [
        {"code": "STALE_VERSION", "field": "expectedVersion", "theirs": None},
        {"code": "STALE_VERSION", "field": "needs", "theirs": "A quiet room"},
    ]


@pytest.mark.parametrize(
    ("who", "problem"),
    [
        ("supporter", "NOT_ALLOWED"),
        ("supervisor", "NOT_ALLOWED"),
        ("other_owner", "NOT_FOUND"),
        ("other_worker", "NOT_FOUND"),
        ("admin", "NOT_FOUND"),
    ],
)
def test_who_may_not_change_them(north: Household, who: str, problem: str) -> None:
    young_person = own_id(north)
    for mutation, given in (
        ("updateYoungPerson", {"needs": "x"}),
        ("setCategory", {"category": "QUALIFYING", "reason": "x"}),
        ("addCarePeriod", {"startsOn": "2020-01-01"}),
        ("markWelcomed", {}),
    ):
        refused = do(north.people[who], north.council, mutation, "", youngPersonId=young_person, **given)
        assert [code for code, _field in codes(refused)] == [problem], mutation


def test_another_council_finds_nobody(north: Household, east: Household) -> None:
    assert codes(update(east, "worker", of=north, needs="x")) == [("NOT_FOUND", "youngPersonId")]


def test_a_supporter_and_strangers_read_nothing_of_it(north: Household) -> None:
    update(north, "worker", legalName="Secret", needs="Secret", reading="PICTURES", language="ar")
    add_care(north, startsOn="2020-01-01")
    found = read(north, "supporter")
    assert found is not None
    shown = {name: value for name, value in found.items() if value}
    assert set(shown) == {"preferredName"}
    for who in ("other_owner", "other_worker", "analyst", "admin", None):
        assert read(north, who) is None, who


def add_care(house: Household, who: str = "worker", **given: Any) -> dict[str, Any]:
    fields = "... on CarePeriod { id startsOn endsOn shortBreak }"
    return do(house.people[who], house.council, "addCarePeriod", fields, youngPersonId=own_id(house), **given)


def born(house: Household) -> Any:
    with scope(house.council):
        return house.young_person.date_of_birth


def set_category(house: Household, category: str, reason: str = "") -> dict[str, Any]:
    fields = "... on YoungPerson { category categoryReason }"
    given = {"youngPersonId": own_id(house), "category": category, "reason": reason}
    return do(house.worker, house.council, "setCategory", fields, **given)


def test_times_in_care_and_the_category_they_suggest(north: Household) -> None:
    first, last = birthday(born(north), 15), birthday(born(north), 17)
    period = add_care(north, startsOn=first.isoformat())
    ended = do(
        north.worker,
        north.council,
        "endCarePeriod",
        "... on CarePeriod { endsOn }",
        carePeriodId=period["id"],
        endsOn=last.isoformat(),
    )
    assert ended["endsOn"] == last.isoformat()
    suggested = (read(north, "owner") or {})["suggestedCategory"]
    assert (suggested["category"], suggested["weeks"]) == ("FORMER_RELEVANT", 104)
    assert "was in care for 104 weeks" in suggested["reason"]


def test_another_category_needs_a_reason(north: Household) -> None:
    add_care(north, startsOn=birthday(born(north), 15).isoformat())
    assert codes(set_category(north, "QUALIFYING")) == [("INVALID", "reason")]
    assert codes(set_category(north, "QUALIFYING", "x" * 501)) == [("TOO_LARGE", "reason")]
    kept = set_category(north, "QUALIFYING", " A special guardian ")
    assert (kept["category"], kept["categoryReason"]) == ("QUALIFYING", "A special guardian")
    back = set_category(north, "FORMER_RELEVANT", "no reason is needed now")
    assert (back["category"], back["categoryReason"]) == ("FORMER_RELEVANT", "")
    with scope(north.council):
        entries = AuditEntry.objects.filter(action="category.set").order_by("at")
        assert [one.changes["category"] for one in entries] == [
            ["former_relevant", "qualifying"],
            ["qualifying", "former_relevant"],
        ]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"startsOn": "2999-01-01"}, ("INVALID", "startsOn")),
        ({"startsOn": "1990-01-01"}, ("INVALID", "startsOn")),
        ({"startsOn": "2021-05-01", "endsOn": "2021-04-30"}, ("INVALID", "endsOn")),
        ({"startsOn": "2021-05-01", "endsOn": "2999-01-01"}, ("INVALID", "endsOn")),
        ({"startsOn": "2019-06-01", "endsOn": "2020-01-01"}, ("INVALID", "startsOn")),  # its last day is taken
        ({"startsOn": "2020-12-31"}, ("INVALID", "startsOn")),
        ({"startsOn": "2019-06-01", "shortBreak": True}, ("INVALID", "startsOn")),
    ],
)
def test_days_that_will_not_do(north: Household, given: dict[str, Any], problem: tuple[str, str]) -> None:
    add_care(north, startsOn="2020-01-01", endsOn="2020-12-31")
    assert codes(add_care(north, **given)) == [problem]
    with scope(north.council):
        assert CarePeriod.objects.count() == 1


def test_times_that_touch_are_two(north: Household) -> None:
    add_care(north, startsOn="2020-01-01", endsOn="2020-12-31")
    assert add_care(north, startsOn="2021-01-01")["endsOn"] is None
    assert add_care(north, startsOn="2019-01-01", endsOn="2019-12-31")["__typename"] == "CarePeriod"


def test_a_time_ends_once_and_at_nobody_elses_hand(north: Household, east: Household) -> None:
    period = add_care(north, startsOn="2020-01-01")["id"]

    def end(house: Household, who: str, day: str = "2021-01-01") -> dict[str, Any]:
        return do(house.people[who], house.council, "endCarePeriod", "", carePeriodId=period, endsOn=day)

    assert codes(end(north, "owner")) == [("NOT_ALLOWED", None)]
    for house, who in ((north, "supporter"), (north, "other_worker"), (east, "worker")):
        assert codes(end(house, who)) == [("NOT_FOUND", "carePeriodId")]
    assert codes(end(north, "worker", "2019-12-31")) == [("INVALID", "endsOn")]
    assert end(north, "worker")["__typename"] == "CarePeriod"
    assert codes(end(north, "worker")) == [("WRONG_STATE", None)]


def test_the_welcome_is_noted_once(north: Household) -> None:
    given = {"youngPersonId": own_id(north)}
    with scope(north.council):
        YoungPerson.objects.filter(pk=north.young_person.pk).update(welcomed_at=None)
    first, again = (
        do(north.owner, north.council, "markWelcomed", "... on YoungPerson { welcomedAt }", **given) for _time in "12"
    )
    assert first == again
    assert first["welcomedAt"]


def test_a_list_costs_the_same_for_two_and_for_ten(north: Household) -> None:
    query = f"{{ caseload {{ edges {{ node {{ {FIELDS} }} }} }} }}"

    def add(number: int) -> None:
        with scope(north.council):
            for _one in range(number):
                somebody = make_young_person(north.young_person.team, worker=north.worker)
                open_plan(somebody, by=None)
                CarePeriod.objects.create(young_person=somebody, starts_on=timezone.localdate() - 100 * DAY)

    def cost() -> int:
        ask(north.worker, north.council, query)
        with CaptureQueriesContext(connection) as queries:
            found = ask(north.worker, north.council, query)
        assert found["data"]["caseload"]["edges"][-1]["node"]["suggestedCategory"]
        return len(queries)

    add(1)
    few = cost()
    add(8)
    assert cost() == few


def test_an_invitation_to_the_old_address_is_good_no_more(north: Household) -> None:
    with scope(north.council):
        sent = Invitation.objects.create(
            person=north.owner, channel=Invitation.Channel.EMAIL, code_hash="x", expires_at=timezone.now() + DAY
        )
    assert update(north, "worker", email="new@example.org")["email"] == "new@example.org"
    with scope(north.council):
        sent.refresh_from_db()
    assert sent.withdrawn_at
