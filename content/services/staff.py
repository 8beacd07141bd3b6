"""Who is in which group of the admin: always what their role says, whoever made or changed the person."""

from typing import Any

from django.contrib.auth.models import Group

from leavingwell.content.services.admin_groups import COUNCIL_RULES, NATIONAL_RULES, sync_national_groups
from leavingwell.platform.councils.admin.groups import group_name
from leavingwell.platform.councils.models import Council
from leavingwell.platform.people.models import Person


def name_of_group(person: Person) -> str | None:
    if person.council_id is None:
        return person.role if person.role in NATIONAL_RULES else None
    if person.role not in COUNCIL_RULES:
        return None
    return group_name(Council.objects.get(pk=person.council_id), person.role)


def put_in_groups(person: Person) -> None:
    """Gives the account the group of its person's role, and takes away every other."""
    if person.user is None:
        return
    name = name_of_group(person)
    if name in NATIONAL_RULES:
        sync_national_groups()  # made when the first of them arrives
    person.user.groups.set(Group.objects.filter(name=name))


def on_save(sender: type[Person], instance: Person, created: bool, **kwargs: Any) -> None:
    """Receives Django's `post_save`. Rows written in bulk do not pass here: run `sync_admin_groups` after them."""
    if not created or name_of_group(instance):
        put_in_groups(instance)
