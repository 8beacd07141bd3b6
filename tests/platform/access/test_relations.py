"""Rights start and end with relations, at that moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leavingwell.platform.access import documentation
from leavingwell.platform.access.matrix import COUNCIL_MATRIX, MATRIX
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import relations_with, user_can, visible
from leavingwell.platform.access.relations import Relation
from leavingwell.platform.access.services.allocating import allocate_worker
from leavingwell.platform.access.services.covering import start_duty_cover
from leavingwell.platform.access.services.managing import set_manager
from leavingwell.platform.access.services.supporting import add_supporter, end_supporter
from leavingwell.platform.people.models import Person, Supporter, YoungPerson
from leavingwell.platform.problems import Problems
from tests.api import ask, codes, do, opaque
from tests.factories import Household, make_person, make_young_person

R = Relation


@pytest.mark.parametrize(
    ("who", "relation"),
    [
        ("owner", R.SELF),
        ("worker", R.WORKER),
        ("manager", R.MANAGER),
        ("duty", R.DUTY),
        ("supervisor", R.SUPERVISOR),
        ("supporter", R.SUPPORTER),
        ("other_owner", None),
        ("other_worker", None),
        ("analyst", None),
        ("admin", None),
        ("editor", None),
        ("translator", None),
    ],
)
def test_who_stands_in_which_relation(in_north: Household, who: str, relation: Relation | None) -> None:
    expected = {relation} if relation else set()
    assert relations_with(in_north.people[who], in_north.young_person) == expected
    rows = visible(YoungPerson.objects.all(), in_north.people[who], Operation.VIEW_YOUNG_PERSON)
    assert rows.filter(pk=in_north.young_person.pk).exists() == bool(relation)


def test_a_new_worker_takes_over_at_once_and_the_history_stays(in_north: Household) -> None:
    young_person = in_north.young_person
    allocate_worker(young_person, in_north.other_worker, by=in_north.manager)
    assert not user_can(in_north.worker, Operation.VIEW_PLAN, young_person)
    assert user_can(in_north.other_worker, Operation.SUBMIT_PLAN, young_person)
    workers = young_person.allocations.values_list("worker__name", "ends_on")
    assert list(workers) == [(in_north.other_worker.name, None), (in_north.worker.name, timezone.localdate())]


def test_only_a_personal_adviser_can_be_one(in_north: Household) -> None:
    with pytest.raises(Problems, match="INVALID workerId"):
        allocate_worker(in_north.young_person, in_north.analyst, by=in_north.manager)


def test_a_new_manager_gets_the_whole_team_and_the_old_one_loses_it(in_north: Household) -> None:
    new = make_person(in_north.manager.role, "New manager")
    set_manager(in_north.young_person.team, new, by=None)
    assert not user_can(in_north.manager, Operation.AUTHORISE_PLAN, in_north.young_person)
    assert user_can(new, Operation.AUTHORISE_PLAN, in_north.young_person)


def test_duty_cover_must_end_later_than_now(in_north: Household) -> None:
    with pytest.raises(Problems, match="INVALID until"):
        start_duty_cover(in_north.duty, in_north.young_person.team, until=timezone.now() - timedelta(hours=1), by=None)


def test_who_joins_a_team_is_covered_by_its_duty_worker_too(in_north: Household) -> None:
    newcomer = make_young_person(in_north.young_person.team)
    assert user_can(in_north.duty, Operation.RECORD_CRISIS, newcomer)
    assert user_can(in_north.manager, Operation.AUTHORISE_PLAN, newcomer)


def test_a_supporter_goes_at_once_and_can_come_back(in_north: Household) -> None:
    supporter = Supporter.objects.get(person=in_north.supporter)
    end_supporter(supporter, by=in_north.owner)
    assert not user_can(in_north.supporter, Operation.VIEW_PLAN, in_north.young_person)
    add_supporter(
        in_north.young_person,
        name="Again",
        email=in_north.supporter.user.email,
        relationship="Carer",
        parts=["goals"],
        by=in_north.owner,
    )
    assert user_can(in_north.supporter, Operation.VIEW_PLAN, in_north.young_person)
    assert Supporter.objects.filter(person=in_north.supporter).count() == 2


def test_a_supporter_is_let_in_and_out_over_the_api(north: Household) -> None:
    from leavingwell.platform.councils.scope import scope

    with scope(north.council):
        young_person = opaque("YoungPerson", north.young_person)
    given = {"name": "Cosmo", "email": "cosmo@example.org", "relationship": "Mentor", "parts": ["GOALS"]}
    made = do(
        north.owner, north.council, "addSupporter", "... on Supporter { id }", youngPersonId=young_person, **given
    )
    assert codes(do(north.manager, north.council, "endSupporter", "", supporterId=made["id"])) == [
        ("NOT_FOUND", "supporterId")
    ]
    gone = do(north.owner, north.council, "endSupporter", "... on Supporter { relationship }", supporterId=made["id"])
    assert gone["relationship"] == "Mentor"
    faults = {"parts": ("INVALID", "parts"), "email": ("INVALID", "email"), "name": ("INVALID", "name")}
    for field, problem in faults.items():
        wrong = {**given, field: [] if field == "parts" else " "}
        result = do(north.owner, north.council, "addSupporter", "", youngPersonId=young_person, **wrong)
        assert codes(result) == [problem]


def test_staff_cannot_be_made_a_supporter(in_north: Household) -> None:
    with pytest.raises(Problems, match="INVALID email"):
        add_supporter(
            in_north.young_person,
            name="X",
            email=in_north.other_worker.user.email,
            relationship="Friend",
            parts=["goals"],
            by=in_north.owner,
        )


def test_permissions_cost_no_query_a_row(in_north: Household, django_assert_num_queries: object) -> None:
    rows = visible(YoungPerson.objects.all(), in_north.manager, Operation.VIEW_YOUNG_PERSON)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert [user_can(in_north.manager, Operation.AUTHORISE_PLAN, row) for row in rows] == [True]


def test_every_operation_stands_in_the_matrix() -> None:
    assert set(MATRIX) == set(Operation)
    assert set(COUNCIL_MATRIX) == set(CouncilOperation)


def test_the_page_in_the_docs_is_the_matrix() -> None:
    from pathlib import Path

    page = Path(__file__).parents[3] / "docs" / "permissions.md"
    assert page.read_text() == documentation.page()


def test_the_viewers_permissions_over_the_api(north: Household) -> None:
    query = "{ viewer { role permissions } }"
    seen = {
        who: set(ask(north.people[who], north.council, query)["data"]["viewer"]["permissions"])
        for who in ("owner", "worker", "analyst", "editor")
    }
    assert seen == {
        "owner": set(),
        "worker": {"VIEW_CASELOAD", "VIEW_INSIGHT", "INVITE_YOUNG_PERSON", "OPEN_IN_EMERGENCY"},
        "analyst": {"VIEW_INSIGHT"},
        "editor": {
            "ENTER_ADMIN",
            "EDIT_CONTENT",
            "EDIT_QUESTIONNAIRE",
            "EDIT_THEME",
            "TRANSLATE",
            "VIEW_TRANSLATION_PROGRESS",
        },
    }


def test_a_person_of_another_council_has_no_relation(in_north: Household, east: Household) -> None:
    for who in ("owner", "worker", "manager"):
        stranger: Person = east.people[who]
        assert relations_with(stranger, in_north.young_person) == frozenset()
