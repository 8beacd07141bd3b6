"""The groups of the editing roles: what the rules and the permission matrix say, and no more."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from leavingwell.content.services.admin_groups import COUNCIL_RULES, NATIONAL_RULES, sync_groups
from leavingwell.content.services.opening import home_page
from leavingwell.platform.access.matrix import COUNCIL_MATRIX
from leavingwell.platform.access.operations import CouncilOperation
from leavingwell.platform.councils.admin.groups import group_name
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.roles import NATIONAL_ROLES, Role
from tests.factories import make_council, make_person

RULES = {**COUNCIL_RULES, **NATIONAL_RULES}


def may(action, label):
    return {role for role, rule in COUNCIL_RULES.items() if action in rule.models.get(label, ())}


def of_councils(operation):
    return COUNCIL_MATRIX[operation] - NATIONAL_ROLES


def snapshot(council):
    groups = Group.objects.filter(name__startswith=f"{council.slug} ")
    return {
        group.name: (
            sorted(group.permissions.values_list("codename", flat=True)),
            sorted(GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission__codename")),
            sorted(
                GroupCollectionPermission.objects.filter(group=group).values_list(
                    "collection_id", "permission__codename"
                )
            ),
        )
        for group in groups
    }


def test_the_rules_say_what_the_permission_matrix_says():
    assert set(RULES) == COUNCIL_MATRIX[CouncilOperation.ENTER_ADMIN]
    assert may("add", "questionnaires.wording") == of_councils(CouncilOperation.EDIT_QUESTIONNAIRE)
    assert may("add", "questionnaires.questionnaireversion") == of_councils(CouncilOperation.EDIT_QUESTIONNAIRE)
    assert may("change", "questionnaires.wording") == of_councils(CouncilOperation.TRANSLATE)
    assert may("add", "content.notice") == of_councils(CouncilOperation.EDIT_CONTENT)
    assert may("change", "themes.theme") == of_councils(CouncilOperation.EDIT_THEME)
    publishers = {role for role, rule in COUNCIL_RULES.items() if "publish" in rule.pages}
    assert publishers == of_councils(CouncilOperation.EDIT_CONTENT)


def test_opening_a_council_makes_its_groups_with_rights_at_its_own_places_alone(db):
    council = make_council("northmoor")
    found = snapshot(council)
    with scope(council):
        home = home_page(council)
    assert set(found) == {group_name(council, role) for role in COUNCIL_RULES}
    pages = {page for _models, pages, _media in found.values() for page, _codename in pages}
    assert pages == {home.pk}
    assert {codename for _page, codename in found["northmoor translator"][1]} == {"change_page"}
    assert found["northmoor questionnaire_editor"][2] == []


def test_two_councils_of_one_name_share_no_collection(db):
    one, other = make_council("east-sussex", name="Sussex"), make_council("west-sussex", name="Sussex")
    places = [
        {place for _m, _p, media in snapshot(council).values() for place, _c in media} for council in (one, other)
    ]
    assert places[0].isdisjoint(places[1])


def test_syncing_again_changes_nothing_and_mends_what_was_changed(db):
    council = make_council("northmoor")
    before = snapshot(council)
    group = Group.objects.get(name="northmoor translator")
    group.permissions.clear()
    GroupPagePermission.objects.filter(group=group).delete()
    admins = Group.objects.get(name="northmoor council_admin")
    group.permissions.set(admins.permissions.all())
    sync_groups(council)
    sync_groups(council)
    assert snapshot(council) == before


@pytest.mark.parametrize("role", COUNCIL_RULES)
def test_a_person_is_in_the_group_of_their_role(db, role):
    council = make_council("northmoor")
    with scope(council):
        person = make_person(role)
    assert [group.name for group in person.user.groups.all()] == [group_name(council, role)]


def test_rights_follow_the_role(db):
    council = make_council("northmoor")
    with scope(council):
        person = make_person(Role.CONTENT_EDITOR)
        person.role = Role.PERSONAL_ADVISER
        person.save()
        assert not person.user.groups.exists()
        person.role = Role.TRANSLATOR
        person.save()
    assert [group.name for group in person.user.groups.all()] == ["northmoor translator"]


def test_the_command_puts_right_what_was_written_past_the_services(db):
    council = make_council("northmoor")
    with scope(council):
        person = make_person(Role.CONTENT_EDITOR)
        person.user.groups.clear()
    Group.objects.filter(name="northmoor content_editor").delete()
    call_command("sync_admin_groups")
    assert [group.name for group in person.user.groups.all()] == ["northmoor content_editor"]
    assert set(Group.objects.values_list("name", flat=True)) >= set(NATIONAL_RULES)
