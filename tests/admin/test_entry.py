"""Who gets into which admin, and what everybody else is told."""

import pytest

from leavingwell.content.services.admin_groups import COUNCIL_RULES
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import User
from tests.admin.asking import NATIONAL_HOST, at, at_the_nation, text_of

EDITORS = ("admin", "editor", "questionnaire_editor", "translator")
OTHERS = ("worker", "manager", "supervisor", "duty", "analyst", "owner", "supporter")


@pytest.mark.parametrize("role", EDITORS)
def test_an_editing_role_enters_the_admin_of_its_council(north, role):
    assert at(north.council, north.people[role]).get("/admin/").status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_any_other_role_is_told_that_this_part_is_not_theirs(north, role):
    answer = at(north.council, north.people[role]).get("/admin/")
    assert answer.status_code == 403
    assert "this part is for editors" in text_of(answer)


def test_a_signed_out_visitor_is_asked_to_sign_in_and_comes_back(north):
    answer = at(north.council, None).get("/admin/snippets/questionnaires/wording/")
    assert answer.status_code == 302
    assert answer["Location"] == "/accounts/login/?next=/admin/snippets/questionnaires/wording/"


def test_wagtails_own_sign_in_page_leads_to_ours(north):
    answer = at(north.council, None).get("/admin/login/?next=/admin/")
    assert answer["Location"] == "/accounts/login/?next=/admin/"


def test_an_editor_of_another_council_is_a_stranger(north, east):
    client = at(north.council, east.editor)
    assert client.get("/admin/").status_code == 302


def test_an_operator_works_in_the_council_whose_host_they_visit(north, nation):
    assert at(north.council, nation.operator).get("/admin/").status_code == 200


def test_a_framework_editor_works_at_the_national_host_alone(north, nation):
    answer = at(north.council, nation.framework_editor).get("/admin/")
    assert answer.status_code == 403
    assert "national accounts work at the national address" in text_of(answer)
    assert at_the_nation(nation.framework_editor.user).get("/admin/").status_code == 200


def test_a_superuser_whom_no_policy_holds_stays_at_the_national_host(north, nation):
    client = at(north.council, None)
    client.force_login(nation.superuser, backend="leavingwell.platform.people.backends.AccountBackend")
    assert client.get("/admin/").status_code == 403
    assert at_the_nation(nation.superuser).get("/admin/").status_code == 200


def test_a_councils_editor_is_a_stranger_at_the_national_host(north):
    client = at(north.council, north.admin)
    answer = client.get("/admin/", HTTP_HOST=NATIONAL_HOST)
    assert answer.status_code == 302


def test_nobody_of_a_council_has_wagtails_own_rights_to_people_groups_or_places(north):
    with scope(north.council):
        for person in north.people.values():
            names = User.objects.get(pk=person.user.pk).get_all_permissions()
            taboo = ("auth.", "people.", "wagtailcore.", "wagtailusers.", "councils.", "wagtailadmin.")
            assert {name for name in names if name.startswith(taboo)} <= {"wagtailadmin.access_admin"}


def test_every_editing_role_of_a_council_is_tried_here(north):
    assert {north.people[role].role for role in EDITORS} == set(COUNCIL_RULES)
